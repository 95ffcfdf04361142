import { MaxLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { DateTimeScalar } from '../../platform/scalars.ts';

@InputType({ description: 'Which entries of the audit log.' })
export class AuditLogFilter {
  @MaxLength(100)
  @Field(() => String, { nullable: true, description: 'Of this action, such as credential.decided.' })
  action?: string | null;

  @Field(() => ID, { nullable: true, description: 'By this account.' })
  actorId?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'At this instant or later.' })
  from?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Before this instant.' })
  to?: Date | null;
}
