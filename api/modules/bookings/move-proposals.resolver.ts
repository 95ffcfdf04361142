import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../platform/request-context.ts';
import { DateTimeScalar } from '../../platform/scalars.ts';
import { Provider } from '../providers/index.ts';
import { answerMoveProposal } from './answer-move-proposal.service.ts';
import { sideOf } from './booking-side.ts';
import { Booking } from './booking.entity.ts';
import { canAnswerProposal, canProposeMove, canWithdrawProposal, isProposalOpen } from './move-proposals.policy.ts';
import { MoveProposal } from './move-proposal.entity.ts';
import { AnswerMoveProposalInput, ProposeMoveInput } from './move-proposals.inputs.ts';
import { AnswerMoveProposalResult, ProposeMoveResult, WithdrawMoveProposalResult } from './move-proposals.type.ts';
import { proposeMove } from './propose-move.service.ts';
import { withdrawMoveProposal } from './withdraw-move-proposal.service.ts';

@Resolver(() => MoveProposal)
export class MoveProposalResolver {
  @Mutation(() => ProposeMoveResult, {
    description:
      'Asks the other side of an agreed visit for another time. Nothing is reserved and nothing moves until they accept.',
  })
  async proposeMove(
    @Arg('input', () => ProposeMoveInput, { description: 'Booking, new start and why.' }) input: ProposeMoveInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof ProposeMoveResult> {
    return proposeMove(context, input);
  }

  @Mutation(() => AnswerMoveProposalResult, {
    description: 'Accepts a proposed time, which moves the visit at once, or declines it.',
  })
  async answerMoveProposal(
    @Arg('input', () => AnswerMoveProposalInput, { description: 'Proposal and answer.' })
    input: AnswerMoveProposalInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof AnswerMoveProposalResult> {
    return answerMoveProposal(context, input);
  }

  @Mutation(() => WithdrawMoveProposalResult, { description: 'Takes your proposal back before it was answered.' })
  async withdrawMoveProposal(
    @Arg('proposalId', () => ID, { description: 'The proposal.' }) proposalId: string,
    @Ctx() context: RequestContext,
  ): Promise<typeof WithdrawMoveProposalResult> {
    return withdrawMoveProposal(context, proposalId);
  }

  @FieldResolver(() => DateTimeScalar, { description: 'When the visit would be over.' })
  async end(@Root() proposal: MoveProposal, @Ctx() context: RequestContext): Promise<Date> {
    const { startsAt, endsAt } = await context.loaders.get(Booking, proposal.booking);
    return new Date(proposal.startsAt.getTime() + (endsAt.getTime() - startsAt.getTime()));
  }

  @FieldResolver(() => String, { nullable: true, description: 'Why, in the words of whoever proposes it.' })
  note(@Root() proposal: MoveProposal, @Ctx() { vault }: RequestContext): string | null {
    return vault.open('move_proposal.note', proposal.id, proposal.note);
  }

  @FieldResolver(() => Boolean, { description: 'Whether you can accept or decline it.' })
  async canAnswer(@Root() proposal: MoveProposal, @Ctx() context: RequestContext): Promise<boolean> {
    const booking = await context.loaders.get(Booking, proposal.booking);
    return canAnswerProposal(context, proposal, booking, await sideOf(context, booking));
  }

  @FieldResolver(() => Boolean, { description: 'Whether you can take it back.' })
  async canWithdraw(@Root() proposal: MoveProposal, @Ctx() context: RequestContext): Promise<boolean> {
    const booking = await context.loaders.get(Booking, proposal.booking);
    return canWithdrawProposal(context, proposal, booking, await sideOf(context, booking));
  }
}

@Resolver(() => Booking)
export class BookingMoveProposalResolver {
  @FieldResolver(() => MoveProposal, {
    nullable: true,
    description: 'The time that one side proposes and the other has not answered; null where there is none.',
  })
  async moveProposal(@Root() booking: Booking, @Ctx() context: RequestContext): Promise<MoveProposal | null> {
    if ((await sideOf(context, booking)) === null) return null;
    const all = await context.loaders.list(MoveProposal, 'booking', booking.id);
    return all.find((proposal) => isProposalOpen(proposal, context.clock.now())) ?? null;
  }

  @FieldResolver(() => [MoveProposal], { description: 'Every time proposed for it, first to last.' })
  async moveProposals(@Root() booking: Booking, @Ctx() context: RequestContext): Promise<MoveProposal[]> {
    if ((await sideOf(context, booking)) === null) return [];
    return context.loaders.list(MoveProposal, 'booking', booking.id);
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether you can ask the other side for another time; where you can move it yourself, you need not.',
  })
  async canProposeMove(@Root() booking: Booking, @Ctx() context: RequestContext): Promise<boolean> {
    const provider = await context.loaders.get(Provider, booking.provider);
    return canProposeMove(context, booking, provider, await sideOf(context, booking));
  }
}
