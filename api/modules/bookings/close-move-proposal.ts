import { sql } from 'kysely';
import type { Clock } from '../../kernel/clock.ts';
import type { EntityManager } from '../../platform/database.ts';
import { publish } from '../../platform/outbox.ts';
import { tellWatchers } from './booking-changes.ts';
import type { Booking } from './booking.entity.ts';
import { MOVE_PROPOSAL_EXPIRED } from './bookings.events.ts';
import { MoveProposal, MoveProposalStatus } from './move-proposal.entity.ts';

type Answer = MoveProposalStatus.ACCEPTED | MoveProposalStatus.DECLINED | MoveProposalStatus.WITHDRAWN;

/** Ends a proposal that still waits for its answer, under the lock of its booking; false when it no longer does. */
export async function closeProposal(em: EntityManager, clock: Clock, id: string, status: Answer): Promise<boolean> {
  const now = clock.now();
  const { rows } = await sql`
    update move_proposal set status = ${status}, decided_at = ${now}
    where id = ${id} and status = 'PENDING' and expires_at > ${now} returning id`.execute(em.getKysely());
  return rows.length === 1;
}

/** A visit that moves, begins, ends or loses its provider leaves nothing to answer. */
export async function endProposals(em: EntityManager, clock: Clock, { id }: Pick<Booking, 'id'>): Promise<void> {
  await em.nativeUpdate(
    MoveProposal,
    { booking: id, status: MoveProposalStatus.PENDING },
    { status: MoveProposalStatus.WITHDRAWN, decidedAt: clock.now() },
  );
}

/** Ends what was left unanswered for too long and tells both sides, under the lock of the booking. */
export async function expireProposals(em: EntityManager, clock: Clock, booking: Booking): Promise<void> {
  const now = clock.now();
  const { rows } = await sql<{ id: string }>`
    update move_proposal set status = ${MoveProposalStatus.EXPIRED}, decided_at = ${now}
    where booking_id = ${booking.id} and status = 'PENDING' and expires_at <= ${now} returning id`.execute(
    em.getKysely(),
  );
  if (rows.length === 0) return;
  await publish(
    em,
    clock,
    rows.map(({ id }) => ({ topic: MOVE_PROPOSAL_EXPIRED, payload: { bookingId: booking.id, proposalId: id } })),
  );
  await tellWatchers(em, booking);
}
