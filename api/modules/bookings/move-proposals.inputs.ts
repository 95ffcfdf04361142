import { MaxLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { DateTimeScalar } from '../../platform/scalars.ts';

@InputType({ description: 'Another time that you ask the other side of a visit for.' })
export class ProposeMoveInput {
  @Field(() => ID, { description: 'The booking.' })
  bookingId!: string;

  @Field(() => DateTimeScalar, { description: 'When it would begin; one of `rescheduleSlots`.' })
  start!: Date;

  @MaxLength(300)
  @Field(() => String, { nullable: true, description: 'Why, for the other side to read.' })
  note?: string | null;
}

@InputType({ description: 'Your answer to a proposed time.' })
export class AnswerMoveProposalInput {
  @Field(() => ID, { description: 'The proposal.' })
  proposalId!: string;

  @Field(() => Boolean, { description: 'True moves the visit at once; false leaves it as it is.' })
  accept!: boolean;
}
