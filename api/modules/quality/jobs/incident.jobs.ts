import { sql } from 'kysely';
import { z } from 'zod';
import { newId } from '../../../kernel/ids.ts';
import { defineHandler } from '../../../platform/module.ts';
import type { MessageHandler } from '../../../platform/module.ts';
import type { EntityManager } from '../../../platform/database.ts';
import {
  BOOKING_CANCELLED,
  Booking,
  BookingState,
  BookingTransition,
  SUBSTITUTE_SOUGHT,
  SubstituteCause,
  SubstituteSearch,
  VISIT_MISSED,
} from '../../bookings/index.ts';
import { isLateCancellation } from '../domain/incidents.ts';
import { IncidentKind } from '../incident.entity.ts';

const plain = { disableIdentityMap: true } as const;
const ofBooking = z.object({ bookingId: z.uuid(), by: z.string() });

/** What providers do to visits that are agreed is put on record, whatever becomes of the visit. */
export const incidentSubscribers: readonly MessageHandler[] = [
  defineHandler({
    topic: BOOKING_CANCELLED,
    payload: ofBooking,
    handle: async ({ em }, { bookingId, by }) => {
      const booking = await em.findOneOrFail(Booking, { id: bookingId }, plain);
      // Whoever leaves because they are not safe did nothing wrong.
      if (by !== 'PROVIDER' || booking.leftUnsafe === true) return;
      const at = await findStep(em, bookingId, BookingState.CANCELLED);
      if (at !== null && isLateCancellation(at, booking.startsAt))
        await record(em, { provider: booking.provider, booking: bookingId, kind: IncidentKind.LATE_CANCELLATION, at });
    },
  }),
  defineHandler({
    topic: SUBSTITUTE_SOUGHT,
    payload: z.object({ searchId: z.uuid() }),
    handle: async ({ em }, { searchId }) => {
      const search = await em.findOneOrFail(SubstituteSearch, { id: searchId }, plain);
      if (search.cause !== SubstituteCause.PROVIDER_CANCELLED) return;
      const { startsAt } = await em.findOneOrFail(Booking, { id: search.booking }, plain);
      if (isLateCancellation(search.openedAt, startsAt))
        await record(em, {
          provider: search.formerProvider,
          booking: search.booking,
          kind: IncidentKind.LATE_CANCELLATION,
          at: search.openedAt,
        });
    },
  }),
  defineHandler({
    topic: VISIT_MISSED,
    payload: ofBooking,
    handle: async ({ em }, { bookingId, by }) => {
      if (by !== 'HOUSEHOLD') return;
      const booking = await em.findOneOrFail(Booking, { id: bookingId }, plain);
      const at = await findStep(em, bookingId, BookingState.NO_SHOW);
      if (at !== null)
        await record(em, { provider: booking.provider, booking: bookingId, kind: IncidentKind.NO_SHOW, at });
    },
  }),
];

async function findStep(em: EntityManager, booking: string, to: BookingState): Promise<Date | null> {
  const step = await em.findOne(BookingTransition, { booking, to }, plain);
  return step?.at ?? null;
}

interface Recorded {
  readonly provider: string;
  readonly booking: string;
  readonly kind: IncidentKind;
  readonly at: Date;
}

/** Said twice, it is on record once. */
async function record(em: EntityManager, { provider, booking, kind, at }: Recorded): Promise<void> {
  await sql`
    insert into incident (id, provider_id, booking_id, kind, at) values (${newId()}, ${provider}, ${booking}, ${kind}, ${at})
    on conflict (booking_id, provider_id, kind) do nothing`.execute(em.getKysely());
}
