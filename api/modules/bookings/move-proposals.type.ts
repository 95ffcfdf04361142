import { Field, ObjectType, createUnionType } from 'type-graphql';
import { UserError } from '../../platform/user-error.type.ts';
import { InvalidVisitError } from '../pricing/index.ts';
import { BookingState } from './booking.enums.ts';
import { NotBookableError, SlotTakenError } from './bookings.errors.ts';
import { MoveProposal, MoveProposalStatus } from './move-proposal.entity.ts';

@ObjectType({ description: 'The other side has been asked. Nothing is reserved and nothing has moved.' })
export class MoveProposed {
  @Field(() => MoveProposal, { description: 'The proposal.' })
  proposed!: MoveProposal;
}

@ObjectType({ description: 'The proposal is answered; where it was accepted, the visit has its new time.' })
export class MoveProposalAnswered {
  @Field(() => MoveProposal, { description: 'The proposal as it is now.' })
  answered!: MoveProposal;
}

@ObjectType({ description: 'The proposal is taken back. The visit stands as it was.' })
export class MoveProposalWithdrawn {
  @Field(() => MoveProposal, { description: 'The proposal as it is now.' })
  withdrawn!: MoveProposal;
}

@ObjectType({
  implements: UserError,
  description:
    'No other time can be proposed: the visit is not agreed, it is too late, it would have a fee, or an answer is due first.',
})
export class MoveNotProposableError extends UserError {
  @Field(() => BookingState, { description: 'Where the visit stands.' })
  readonly state: BookingState;

  constructor(code: string, message: string, state: BookingState) {
    super(code, message);
    this.state = state;
  }
}

@ObjectType({
  implements: UserError,
  description: 'The proposal can not be answered or taken back by you: it is over, or it is the other side’s turn.',
})
export class MoveProposalOverError extends UserError {
  @Field(() => MoveProposalStatus, { description: 'What became of it.' })
  readonly status: MoveProposalStatus;

  constructor(code: string, message: string, status: MoveProposalStatus) {
    super(code, message);
    this.status = status;
  }
}

type Constructor = abstract new (...args: never[]) => object;
const resolveBy =
  (success: Constructor, property: string) =>
  (value: object): never =>
    (property in value && value.constructor === Object ? success : value.constructor) as never;

export const ProposeMoveResult = createUnionType({
  name: 'ProposeMoveResult',
  description: 'What comes of proposing another time.',
  types: () => [MoveProposed, MoveNotProposableError, SlotTakenError, NotBookableError, InvalidVisitError] as const,
  resolveType: resolveBy(MoveProposed, 'proposed'),
});

export const AnswerMoveProposalResult = createUnionType({
  name: 'AnswerMoveProposalResult',
  description:
    'What comes of answering a proposal. Whatever is in the way, the old time stands untouched and the proposal stays open until it expires.',
  types: () =>
    [MoveProposalAnswered, MoveProposalOverError, SlotTakenError, NotBookableError, InvalidVisitError] as const,
  resolveType: resolveBy(MoveProposalAnswered, 'answered'),
});

export const WithdrawMoveProposalResult = createUnionType({
  name: 'WithdrawMoveProposalResult',
  description: 'What comes of taking a proposal back.',
  types: () => [MoveProposalWithdrawn, MoveProposalOverError] as const,
  resolveType: resolveBy(MoveProposalWithdrawn, 'withdrawn'),
});
