import { LockMode } from '@mikro-orm/core';
import { newId } from '../../kernel/ids.ts';
import { badUserInput } from '../../platform/connection.ts';
import type { EntityManager } from '../../platform/database.ts';
import { publish } from '../../platform/outbox.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { say } from '../../platform/say.ts';
import { inUnitOfWork } from '../../platform/unit-of-work.ts';
import { forbidden, requireViewer } from '../accounts/index.ts';
import { toCheckedVisit } from './booked-visit.ts';
import { tellWatchers } from './booking-changes.ts';
import { findOwnBooking } from './booking-side.ts';
import { Booking } from './booking.entity.ts';
import { MOVE_PROPOSED } from './bookings.events.ts';
import { mayChange } from './bookings.policy.ts';
import { closeProposal, expireProposals } from './close-move-proposal.ts';
import { proposalExpiry } from './domain/move-proposals.ts';
import { findObstacle } from './hold-check.ts';
import type { WantedTime } from './hold-check.ts';
import type { Obstacle } from './hold-outcome.ts';
import { EXPIRE_MOVE_PROPOSAL } from './jobs/job-topics.ts';
import { MoveProposal, MoveProposalStatus, MoveProposer } from './move-proposal.entity.ts';
import type { ProposeMoveInput } from './move-proposals.inputs.ts';
import type { MoveNotProposableError, MoveProposed } from './move-proposals.type.ts';
import { findProposalObjection, refuseProposal } from './proposal-objections.ts';
import { feeForMoving } from './reschedule-quote.ts';
import { MoveTerm } from './rescheduling.type.ts';

type Outcome = MoveProposed | MoveNotProposableError | Obstacle;

/**
 * One side of an agreed visit asks the other for another time (B5). It reserves nothing; what is not free is not even asked. What
 * moving costs is decided now. Said twice, it is one proposal; another of the same side takes the place of the one before.
 */
export async function proposeMove(context: RequestContext, input: ProposeMoveInput): Promise<Outcome> {
  const viewer = requireViewer(context);
  const found = await findOwnBooking(context, input.bookingId);
  if (found === null)
    throw badUserInput('input.bookingId', say(context, { en: 'There is no such booking.', 'zh-CN': '没有这个预约。' }));
  if (!mayChange(viewer, found.booking, found.side)) throw forbidden();
  if (found.side === 'OPERATOR') return refuseProposal(context, found.booking, 'NOT_YOURS');
  const proposedBy = MoveProposer[found.side];
  // Before the transaction: inside it, the loaders would wait for a second connection.
  const visit = await toCheckedVisit(context, found.booking);
  return inUnitOfWork(context.em, async (em) => {
    const booking = await em.findOneOrFail(
      Booking,
      { id: found.booking.id },
      { lockMode: LockMode.PESSIMISTIC_WRITE, disableIdentityMap: true },
    );
    await expireProposals(em, context.clock, booking);
    const asked = await em.find(MoveProposal, { booking: booking.id }, { disableIdentityMap: true });
    const open = asked.find(({ status }) => status === MoveProposalStatus.PENDING) ?? null;
    if (open?.proposedBy === proposedBy && isSame(context, open, input)) return { proposed: open };
    const objection = findProposalObjection(context, {
      booking,
      provider: visit.provider,
      side: proposedBy,
      newStart: input.start,
      open,
      before: asked.filter((one) => one.proposedBy === proposedBy).length,
    });
    if (objection) return objection;
    const wanted: WantedTime = { ...visit, start: input.start, insteadOf: booking.startsAt };
    const obstacle = await findObstacle(em, context, wanted);
    if (obstacle) return obstacle;
    if (open) await closeProposal(em, context.clock, open.id, MoveProposalStatus.WITHDRAWN);
    return { proposed: await keepProposal(em, context, booking, { ...input, proposedBy, author: viewer.accountId }) };
  });
}

function isSame(context: RequestContext, open: MoveProposal, { start, note }: ProposeMoveInput): boolean {
  const before = context.vault.open('move_proposal.note', open.id, open.note);
  return open.startsAt.getTime() === start.getTime() && before === (note?.trim() || null);
}

async function keepProposal(
  em: EntityManager,
  context: RequestContext,
  booking: Booking,
  {
    start,
    note,
    proposedBy,
    author,
  }: ProposeMoveInput & { readonly proposedBy: MoveProposer; readonly author: string },
): Promise<MoveProposal> {
  const now = context.clock.now();
  const cost = feeForMoving(booking, proposedBy, now);
  const expiresAt = proposalExpiry({ askedAt: now, start: booking.startsAt, newStart: start });
  if (expiresAt === null) throw new Error('a proposal that had been found in time was too late');
  const id = newId();
  const proposal: MoveProposal = {
    id,
    booking: booking.id,
    proposedBy,
    author,
    startsAt: start,
    note: context.vault.seal('move_proposal.note', id, note?.trim() || null),
    term: MoveTerm[cost.term],
    feeFloorPercent: cost.floorPercent,
    status: MoveProposalStatus.PENDING,
    askedAt: now,
    expiresAt,
    decidedAt: null,
  };
  await em.insert(MoveProposal, proposal);
  await publish(em, context.clock, [
    { topic: MOVE_PROPOSED, payload: { bookingId: booking.id, proposalId: id } },
    { topic: EXPIRE_MOVE_PROPOSAL, payload: { bookingId: booking.id }, dueAt: expiresAt },
  ]);
  await tellWatchers(em, booking);
  return proposal;
}
