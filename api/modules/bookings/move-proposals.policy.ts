import type { RequestContext } from '../../platform/request-context.ts';
import type { Provider } from '../providers/index.ts';
import type { Booking } from './booking.entity.ts';
import { BookingState } from './booking.enums.ts';
import { mayChange } from './bookings.policy.ts';
import { proposalExpiry } from './domain/move-proposals.ts';
import { MoveProposalStatus, MoveProposer } from './move-proposal.entity.ts';
import type { MoveProposal } from './move-proposal.entity.ts';
import { asksForMoves } from './proposal-objections.ts';

type Side = 'HOUSEHOLD' | 'PROVIDER' | 'OPERATOR' | null;
type Asker = Pick<RequestContext, 'viewer' | 'clock'>;

/** Whether a proposal waits for its answer; the job that ends it may be late. */
export function isProposalOpen({ status, expiresAt }: MoveProposal, now: Date): boolean {
  return status === MoveProposalStatus.PENDING && expiresAt > now;
}

/** Whether the viewer may ask for another time, as far as the visit goes; each time is looked at when it is asked for. */
export function canProposeMove({ viewer, clock }: Asker, booking: Booking, provider: Provider, side: Side): boolean {
  const { state, startsAt: start } = booking;
  return (
    viewer !== null &&
    side !== null &&
    asksForMoves(side, provider) &&
    mayChange(viewer, booking, side) &&
    state === BookingState.CONFIRMED &&
    booking.substituteSoughtUntil == null &&
    proposalExpiry({ askedAt: clock.now(), start, newStart: start }) !== null
  );
}

export function canAnswerProposal(
  { viewer, clock }: Asker,
  proposal: MoveProposal,
  booking: Booking,
  side: Side,
): boolean {
  if (viewer === null || side === null || side === 'OPERATOR') return false;
  if (MoveProposer[side] === proposal.proposedBy) return false;
  return isProposalOpen(proposal, clock.now()) && mayChange(viewer, booking, side);
}

export function canWithdrawProposal(
  { viewer, clock }: Asker,
  proposal: MoveProposal,
  booking: Booking,
  side: Side,
): boolean {
  if (viewer === null || side === null || side === 'OPERATOR') return false;
  if (MoveProposer[side] !== proposal.proposedBy) return false;
  return isProposalOpen(proposal, clock.now()) && mayChange(viewer, booking, side);
}
