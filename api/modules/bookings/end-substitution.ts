import { sql } from 'kysely';
import type { Clock } from '../../kernel/clock.ts';
import type { EntityManager } from '../../platform/database.ts';
import type { Booking } from './booking.entity.ts';
import { BookingState } from './booking.enums.ts';
import { platformShare } from './domain/substitution.ts';
import type { Move } from './move-booking.ts';
import { SubstituteStatus } from './substitute-search.entity.ts';

/**
 * Ends the search for a substitute with the change of the booking that settles it: somebody else comes, the visit moved, or it is
 * called off. Without an open search it does nothing. `booking` is as it is after the change.
 */
export async function endSubstitution(em: EntityManager, clock: Clock, booking: Booking, move: Move): Promise<void> {
  const substitute = move.exchange?.provider ?? null;
  const status = statusAfter(move);
  const agreed = booking.storedQuote.total;
  const { rows } = await sql<{ id: string; proposed: { providerId: string; ownTotal: number }[] }>`
    update substitute_search set status = ${status}, substitute_id = ${substitute}, closed_at = ${clock.now()}, closed_by = ${move.actor}
    where booking_id = ${booking.id} and status in ('UNCOVERED', 'OFFERED') returning id, proposed`.execute(
    em.getKysely(),
  );
  const [ended] = rows;
  if (ended === undefined || substitute === null) return;
  const own = ended.proposed.find(({ providerId }) => providerId === substitute)?.ownTotal ?? agreed;
  await sql`update substitute_search set platform_share_amount = ${platformShare(own, agreed)} where id = ${ended.id}`.execute(
    em.getKysely(),
  );
}

function statusAfter({ to, exchange }: Move): SubstituteStatus {
  if (to === BookingState.CANCELLED) return SubstituteStatus.REFUNDED;
  return exchange?.provider === undefined ? SubstituteStatus.WITHDRAWN : SubstituteStatus.ACCEPTED;
}
