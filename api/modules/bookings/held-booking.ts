import { randomInt } from 'node:crypto';
import type { Clock } from '../../kernel/clock.ts';
import { newId } from '../../kernel/ids.ts';
import type { EntityManager } from '../../platform/database.ts';
import { publish } from '../../platform/outbox.ts';
import type { Vault } from '../../platform/vault.ts';
import { Venue, commissionBasisPoints } from '../catalog/index.ts';
import type { StoredQuote } from '../pricing/index.ts';
import { Booking, SEALED_BOOKING } from './booking.entity.ts';
import type { BookedItem } from './booking.entity.ts';
import { BookingState } from './booking.enums.ts';
import { pointOf } from './hold-check.ts';
import type { WantedTime } from './hold-check.ts';
import { EXPIRE_HOLD } from './jobs/job-topics.ts';
import { logTransition } from './move-booking.ts';

/** Without letters and digits that are easily taken for one another. */
const REFERENCE_ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

export interface PricedTime extends WantedTime {
  readonly quote: StoredQuote;
  readonly items: readonly BookedItem[];
}

export type HeldFacts = Pick<
  Booking,
  'reservation' | 'household' | 'bookedBy' | 'endsAt' | 'createdAt' | 'offeredFromWaitlist'
> & { readonly holdExpiresAt: Date };

/** Writes the hold of a time that has just been reserved, and has it expire. */
export async function insertHold(
  em: EntityManager,
  { clock, vault }: { readonly clock: Clock; readonly vault: Vault },
  wanted: PricedTime,
  facts: HeldFacts,
): Promise<Booking> {
  const booking = toHeldBooking(em, vault, wanted, facts);
  await em.insert(booking);
  const move = facts.offeredFromWaitlist
    ? ({ to: BookingState.HELD, actor: 'SYSTEM', actorAccount: null } as const)
    : ({ to: BookingState.HELD, actor: 'HOUSEHOLD', actorAccount: facts.bookedBy } as const);
  await logTransition(em, clock, { bookingId: booking.id, from: null, move });
  await publish(em, clock, [{ topic: EXPIRE_HOLD, payload: { bookingId: booking.id }, dueAt: facts.holdExpiresAt }]);
  return booking;
}

function toHeldBooking(em: EntityManager, vault: Vault, wanted: PricedTime, facts: HeldFacts): Booking {
  const { provider, checked, start, quote } = wanted;
  const { region } = checked.visit;
  const point = pointOf(wanted);
  const address = checked.place?.address ?? null;
  return em.create(
    Booking,
    vault.sealRow(SEALED_BOOKING, {
      id: newId(),
      reference: newReference(),
      ...facts,
      provider: provider.id,
      region: region.id,
      state: BookingState.HELD,
      version: 1,
      generation: 1,
      startsAt: start,
      timeZone: region.timeZone,
      venue: checked.place === null ? Venue.AT_STUDIO : Venue.AT_HOME,
      latitude: point.latitude,
      longitude: point.longitude,
      addressLine: address?.line ?? null,
      district: address?.district ?? null,
      doorNote: address?.doorNote ?? null,
      note: null,
      items: [...wanted.items],
      storedQuote: quote,
      cancellationPolicy: region.rules.cancellation,
      commissionBasisPoints: commissionBasisPoints(
        region.rules.commission,
        checked.visit.items.map(({ item }) => item.category),
      ),
      holdRenewed: false,
      requestExpiresAt: null,
      confirmedAt: null,
      cancelledBy: null,
      cancellationFeeAmount: null,
      completedAt: null,
    }),
    { persist: false },
  );
}

export function toBookedItems(quoted: readonly BookedItem[]): BookedItem[] {
  return quoted.map(({ itemId, units, optionIds, durationMinutes }) => ({ itemId, units, optionIds, durationMinutes }));
}

/** A short name for people, drawn at random. */
export function newReference(): string {
  return `D-${Array.from({ length: 7 }, () => REFERENCE_ALPHABET[randomInt(REFERENCE_ALPHABET.length)]).join('')}`;
}
