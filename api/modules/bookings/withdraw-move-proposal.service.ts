import { LockMode } from '@mikro-orm/core';
import type { RequestContext } from '../../platform/request-context.ts';
import { inUnitOfWork } from '../../platform/unit-of-work.ts';
import { tellWatchers } from './booking-changes.ts';
import { Booking } from './booking.entity.ts';
import { closeProposal } from './close-move-proposal.ts';
import { MoveProposalStatus, MoveProposer } from './move-proposal.entity.ts';
import type { MoveProposalOverError, MoveProposalWithdrawn } from './move-proposals.type.ts';
import { proposalOver, requireProposal } from './own-proposal.ts';

/** Whoever proposed another time takes it back before it was answered; twice is once. */
export async function withdrawMoveProposal(
  context: RequestContext,
  proposalId: string,
): Promise<MoveProposalWithdrawn | MoveProposalOverError> {
  const { proposal, booking, side } = await requireProposal(context, proposalId, 'proposalId');
  if (side === 'OPERATOR' || MoveProposer[side] !== proposal.proposedBy)
    return proposalOver(context, proposal, 'NOT_YOURS');
  await inUnitOfWork(context.em, async (em) => {
    await em.findOneOrFail(
      Booking,
      { id: booking.id },
      { lockMode: LockMode.PESSIMISTIC_WRITE, disableIdentityMap: true },
    );
    if (await closeProposal(em, context.clock, proposal.id, MoveProposalStatus.WITHDRAWN))
      await tellWatchers(em, booking);
  });
  const { proposal: after } = await requireProposal(context, proposalId, 'proposalId');
  if (after.status !== MoveProposalStatus.WITHDRAWN) return proposalOver(context, after, 'OVER');
  return { withdrawn: after };
}
