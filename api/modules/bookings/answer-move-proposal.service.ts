import { LockMode } from '@mikro-orm/core';
import { money } from '../../kernel/money.ts';
import { publish } from '../../platform/outbox.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { inUnitOfWork } from '../../platform/unit-of-work.ts';
import { toCheckedVisit } from './booked-visit.ts';
import { tellWatchers } from './booking-changes.ts';
import { Booking } from './booking.entity.ts';
import { MOVE_PROPOSAL_DECLINED } from './bookings.events.ts';
import { closeProposal } from './close-move-proposal.ts';
import { AGREED_MOVE } from './domain/move-proposals.ts';
import { exchangeTime } from './exchange-time.ts';
import type { Obstacle } from './hold-outcome.ts';
import { MoveProposalStatus, MoveProposer } from './move-proposal.entity.ts';
import type { MoveProposal } from './move-proposal.entity.ts';
import type { AnswerMoveProposalInput } from './move-proposals.inputs.ts';
import type { MoveProposalAnswered, MoveProposalOverError } from './move-proposals.type.ts';
import { proposalOver, requireProposal } from './own-proposal.ts';
import type { ProposalAtHand } from './own-proposal.ts';
import { MoveRefused } from './reschedule-outcome.ts';

type Outcome = MoveProposalAnswered | MoveProposalOverError | Obstacle;

/** Undoes the attempt: the proposal ended while the locks were waited for. */
class Settled extends Error {}

/**
 * The other side answers a proposed time (B5). Accepting moves the visit at once, checked again by the engine under the locks; what
 * it costs was decided when it was proposed. Where the time is no longer to be had, the visit stands as it was and the proposal
 * stays open until it expires, since the time may become free again. Answered twice alike, it is answered once.
 */
export async function answerMoveProposal(
  context: RequestContext,
  { proposalId, accept }: AnswerMoveProposalInput,
): Promise<Outcome> {
  const own = await requireProposal(context, proposalId, 'input.proposalId');
  const { proposal, side } = own;
  if (side === 'OPERATOR' || MoveProposer[side] === proposal.proposedBy)
    return proposalOver(context, proposal, 'NOT_YOURS');
  const wished = accept ? MoveProposalStatus.ACCEPTED : MoveProposalStatus.DECLINED;
  if (proposal.status !== MoveProposalStatus.PENDING) return settled(context, proposal, wished);
  try {
    await (accept ? takeUp(context, own, side) : decline(context, own));
  } catch (error) {
    // Of all that can be in the way of a move, only times and people remain: nothing is charged, and the booking has just been seen.
    if (error instanceof MoveRefused) return error.failure as Obstacle;
    if (!(error instanceof Settled)) throw error;
  }
  const { proposal: after } = await requireProposal(context, proposalId, 'input.proposalId');
  return settled(context, after, wished);
}

function settled(context: RequestContext, proposal: MoveProposal, wished: MoveProposalStatus): Outcome {
  return proposal.status === wished ? { answered: proposal } : proposalOver(context, proposal, 'OVER');
}

async function takeUp(
  context: RequestContext,
  { booking, proposal }: ProposalAtHand,
  side: 'HOUSEHOLD' | 'PROVIDER',
): Promise<void> {
  // Before the transaction: inside it, the loaders would wait for a second connection.
  const visit = await toCheckedVisit(context, booking);
  const { term, feeFloorPercent } = proposal;
  await inUnitOfWork(context.em, (em) =>
    exchangeTime(em, context, {
      bookingId: booking.id,
      side,
      wanted: { ...visit, start: proposal.startsAt },
      reason: AGREED_MOVE,
      payment: null,
      agreedCost: { term, fee: money(0, booking.storedQuote.currency), floorPercent: feeFloorPercent },
      mayMove: async () => {
        const isOpen = await closeProposal(em, context.clock, proposal.id, MoveProposalStatus.ACCEPTED);
        if (!isOpen) throw new Settled();
        return null;
      },
    }),
  );
}

async function decline(context: RequestContext, { booking: { id }, proposal }: ProposalAtHand): Promise<void> {
  await inUnitOfWork(context.em, async (em) => {
    const booking = await em.findOneOrFail(
      Booking,
      { id },
      { lockMode: LockMode.PESSIMISTIC_WRITE, disableIdentityMap: true },
    );
    const isOpen = await closeProposal(em, context.clock, proposal.id, MoveProposalStatus.DECLINED);
    if (!isOpen) throw new Settled();
    const payload = { bookingId: id, proposalId: proposal.id };
    await publish(em, context.clock, [{ topic: MOVE_PROPOSAL_DECLINED, payload }]);
    await tellWatchers(em, booking);
  });
}
