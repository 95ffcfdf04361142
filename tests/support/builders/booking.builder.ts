import { newId } from '../../../api/kernel/ids.ts';
import { Reservation } from '../../../api/modules/availability/index.ts';
import { Booking, BookingState, SEALED_BOOKING } from '../../../api/modules/bookings/index.ts';
import type { UnsealedBooking } from '../../../api/modules/bookings/index.ts';
import { TEST_VAULT } from '../test-keys.ts';
import { isLive } from '../../../api/modules/bookings/domain/transitions.ts';
import { Region, Venue, commissionBasisPoints } from '../../../api/modules/catalog/index.ts';
import type { EntityManager } from '../../../api/platform/database.ts';
import { TEST_NOW } from '../fakes/clock.ts';
import { buildAccount } from './account.builder.ts';
import { buildProvider } from './provider.builder.ts';
import type { BuiltProvider } from './provider.builder.ts';

const HOUR_MS = 3_600_000;

export interface BookingOverrides extends Partial<Omit<UnsealedBooking, 'provider'>> {
  readonly provider?: BuiltProvider;
}

/** Two hours tomorrow from 10:00, agreed and paid £60, in Islington; the reservation goes with the state. */
export async function buildBooking(em: EntityManager, overrides: BookingOverrides = {}): Promise<UnsealedBooking> {
  const { provider: given, ...columns } = overrides;
  const provider = given ?? (await buildProvider(em));
  const region = await em.findOneOrFail(Region, { id: provider.region }, { disableIdentityMap: true });
  const startsAt = columns.startsAt ?? new Date('2027-03-11T10:00:00Z');
  const endsAt = columns.endsAt ?? new Date(startsAt.getTime() + 2 * HOUR_MS);
  const state = columns.state ?? BookingState.CONFIRMED;
  const place = { latitude: columns.latitude ?? 51.5362, longitude: columns.longitude ?? -0.1033 };
  const reservation = newId();
  const occupiedEnd = new Date(endsAt.getTime() + 15 * 60_000);
  await em.insert(Reservation, {
    id: reservation,
    provider: provider.id,
    state: !isLive(state) ? 'RELEASED' : state === BookingState.HELD ? 'HELD' : 'BOOKED',
    occupied: `[${startsAt.toISOString()},${occupiedEnd.toISOString()})`,
    occupiedEnd,
    startsAt,
    endsAt,
    ...place,
    expiresAt: state === BookingState.HELD ? (columns.holdExpiresAt ?? null) : null,
  });
  const id = newId();
  const booking: UnsealedBooking = {
    id,
    reference: `D-${id.slice(-12)}`,
    reservation,
    household: columns.household ?? (await buildAccount(em)).id,
    bookedBy: null,
    provider: provider.id,
    region: region.id,
    state,
    version: 2,
    generation: 1,
    startsAt,
    endsAt,
    timeZone: region.timeZone,
    venue: Venue.AT_HOME,
    ...place,
    addressLine: '12 Canonbury Lane, Flat 3',
    district: 'Islington',
    doorNote: 'Ring twice, code 4711',
    note: null,
    items: [{ itemId: provider.items[0]!.id, units: 3, optionIds: [], durationMinutes: 120 }],
    storedQuote: {
      lines: [{ kind: 'BASE', label: { en: 'Home cleaning', 'zh-CN': '日常保洁' }, amount: 6_000 }],
      discounts: 0,
      tax: 1_000,
      tip: 0,
      total: 6_000,
      currency: region.currency,
      durationMinutes: 120,
    },
    cancellationPolicy: region.rules.cancellation,
    commissionBasisPoints: commissionBasisPoints(region.rules.commission, ['none']),
    holdExpiresAt: null,
    holdRenewed: false,
    requestExpiresAt: null,
    confirmedAt: new Date(TEST_NOW.getTime() - 24 * HOUR_MS),
    cancelledBy: null,
    cancellationFeeAmount: null,
    completedAt: null,
    createdAt: new Date(TEST_NOW.getTime() - 24 * HOUR_MS),
    ...columns,
  };
  await em.insert(Booking, TEST_VAULT.sealRow(SEALED_BOOKING, booking));
  return booking;
}
