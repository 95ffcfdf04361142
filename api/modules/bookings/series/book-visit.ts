import type { Clock } from '../../../kernel/clock.ts';
import type { GeoPoint } from '../../../kernel/geo-point.ts';
import { newId } from '../../../kernel/ids.ts';
import type { EntityManager } from '../../../platform/database.ts';
import { publish } from '../../../platform/outbox.ts';
import type { Vault } from '../../../platform/vault.ts';
import { bookReservation, buffersOf, reserveTime } from '../../availability/index.ts';
import { commissionBasisPoints } from '../../catalog/index.ts';
import type { Region, ServiceItem, Venue } from '../../catalog/index.ts';
import type { StoredQuote } from '../../pricing/index.ts';
import { Booking, SEALED_BOOKING } from '../booking.entity.ts';
import type { BookedItem } from '../booking.entity.ts';
import { BookingState } from '../booking.enums.ts';
import { newReference } from '../held-booking.ts';
import { AUTHORIZE_SERIES_VISIT, RESERVE_SERIES_VISIT } from '../jobs/job-topics.ts';
import { logTransition, moveBooking } from '../move-booking.ts';

const MINUTE_MS = 60_000;
/** Only until the same transaction books it. */
const HELD_FOR_MS = MINUTE_MS;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** A card is asked for at most so long before the visit, since banks keep no promise longer (M2). */
const AUTHORIZE_BEFORE_MS = 5 * DAY_MS;

/** What all visits of a series have in common. */
export interface SeriesVisitTerms {
  readonly providerId: string;
  readonly householdId: string;
  readonly bookedBy: string;
  readonly region: Region;
  readonly items: readonly ServiceItem[];
  readonly bookedItems: readonly BookedItem[];
  readonly minutes: number;
  readonly venue: Venue;
  readonly point: GeoPoint;
  readonly addressLine: string | null;
  readonly district: string | null;
  readonly doorNote: string | null;
  readonly note: string | null;
}

/**
 * Reserves one visit of a series and books it by the transition table, in the transaction of `em` and under the lock of the
 * provider's diary. Null when the time or the provider's standing is not there after all.
 */
export async function bookVisit(
  em: EntityManager,
  { clock, vault }: { readonly clock: Clock; readonly vault: Vault },
  terms: SeriesVisitTerms,
  { start, quote }: { readonly start: Date; readonly quote: StoredQuote },
): Promise<Booking | null> {
  const now = clock.now();
  const end = new Date(start.getTime() + terms.minutes * MINUTE_MS);
  const expiresAt = new Date(now.getTime() + HELD_FOR_MS);
  const { bufferBefore, bufferAfter } = buffersOf(terms);
  const reservation = await reserveTime(em, {
    providerId: terms.providerId,
    start,
    end,
    bufferBeforeMinutes: bufferBefore,
    bufferAfterMinutes: bufferAfter,
    place: terms.point,
    expiresAt,
  });
  if (reservation === null || !(await bookReservation(em, reservation))) return null;
  const booking = toHeldBooking(em, vault, terms, { reservation, start, end, quote, now, expiresAt });
  await em.insert(booking);
  const by = { actor: 'HOUSEHOLD', actorAccount: terms.bookedBy } as const;
  await logTransition(em, clock, { bookingId: booking.id, from: null, move: { to: BookingState.HELD, ...by } });
  const moved = await moveBooking(em, clock, booking, { to: BookingState.CONFIRMED, ...by, inSeries: true });
  return 'refusal' in moved ? null : moved.booking;
}

/** Has the card of the series asked for a visit once it is near; at once where it is. */
export async function payWhenNear(em: EntityManager, clock: Clock, booking: Booking): Promise<void> {
  const dueAt = new Date(booking.startsAt.getTime() - AUTHORIZE_BEFORE_MS);
  await publish(em, clock, [{ topic: AUTHORIZE_SERIES_VISIT, payload: { bookingId: booking.id }, dueAt }]);
}

/** Has a planned date reserved once bookings open that far ahead. */
export async function reserveWhenOpen(
  em: EntityManager,
  clock: Clock,
  region: Pick<Region, 'rules'>,
  { id, startsAt }: { readonly id: string; readonly startsAt: Date },
): Promise<void> {
  // Starts are open strictly before the horizon, so the first moment at which this one is lies just behind it.
  const dueAt = new Date(startsAt.getTime() - region.rules.horizonDays * DAY_MS + 1_000);
  await publish(em, clock, [{ topic: RESERVE_SERIES_VISIT, payload: { seriesVisitId: id }, dueAt }]);
}

/** Whether it is time to ask the bank for a visit. */
export function isNear(booking: Pick<Booking, 'startsAt'>, now: Date): boolean {
  return booking.startsAt.getTime() - now.getTime() <= AUTHORIZE_BEFORE_MS;
}

interface HeldFacts {
  readonly reservation: string;
  readonly start: Date;
  readonly end: Date;
  readonly quote: StoredQuote;
  readonly now: Date;
  readonly expiresAt: Date;
}

function toHeldBooking(em: EntityManager, vault: Vault, terms: SeriesVisitTerms, facts: HeldFacts): Booking {
  const { region, point } = terms;
  return em.create(
    Booking,
    vault.sealRow(SEALED_BOOKING, {
      id: newId(),
      reference: newReference(),
      reservation: facts.reservation,
      household: terms.householdId,
      bookedBy: terms.bookedBy,
      provider: terms.providerId,
      region: region.id,
      state: BookingState.HELD,
      version: 1,
      generation: 1,
      startsAt: facts.start,
      endsAt: facts.end,
      timeZone: region.timeZone,
      venue: terms.venue,
      latitude: point.latitude,
      longitude: point.longitude,
      addressLine: terms.addressLine,
      district: terms.district,
      doorNote: terms.doorNote,
      note: terms.note,
      items: [...terms.bookedItems],
      storedQuote: facts.quote,
      cancellationPolicy: region.rules.cancellation,
      commissionBasisPoints: commissionBasisPoints(
        region.rules.commission,
        terms.items.map(({ category }) => category),
      ),
      holdExpiresAt: facts.expiresAt,
      holdRenewed: false,
      requestExpiresAt: null,
      confirmedAt: null,
      cancelledBy: null,
      cancellationFeeAmount: null,
      completedAt: null,
      createdAt: facts.now,
    }),
    { persist: false },
  );
}
