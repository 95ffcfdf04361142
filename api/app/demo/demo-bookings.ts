import type { UnsealedAccount } from '../../modules/accounts/index.ts';
import type { Reservation } from '../../modules/availability/index.ts';
import { BookingState } from '../../modules/bookings/index.ts';
import type { BookingTransition } from '../../modules/bookings/booking-transition.entity.ts';
import type { UnsealedBooking } from '../../modules/bookings/index.ts';
import { cancellationFee } from '../../modules/bookings/domain/cancellation.ts';
import { isLive } from '../../modules/bookings/domain/transitions.ts';
import { Venue, commissionBasisPoints } from '../../modules/catalog/index.ts';
import { money } from '../../kernel/money.ts';
import type { Payment } from '../../modules/payments/payment.entity.ts';
import type { SandboxCharge } from '../../modules/payments/sandbox-charge.entity.ts';
import type { DemoContext } from './demo-context.ts';
import type { HistoryActor, HistoryStep } from './visit-history.ts';
import { historyOf } from './visit-history.ts';
import { occupiedUntil, placeOf } from './visit-planner.ts';
import type { PlannedVisit } from './visit-planner.ts';
import type { SeededRandom } from './seeded-random.ts';

/** A visit as its rows, with what it was made from. */
export interface DemoBooking {
  readonly visit: PlannedVisit;
  readonly reservation: Reservation;
  readonly booking: UnsealedBooking;
  readonly transitions: readonly BookingTransition[];
  readonly payment: Payment | null;
  readonly charge: SandboxCharge | null;
}

/** What households add for the provider, now and then. */
const NOTES = {
  hangzhou: ['请从厨房开始', '家里有一只猫，不怕人', '孩子两点睡午觉，请轻一点', '停车可以停在小区南门'],
  london: [
    'Please start with the kitchen.',
    'There is a shy cat; do not worry if it hides.',
    'Parking permit is on the hall table.',
    'Working from home, the study can wait until last.',
  ],
} as const;
const NOTE_CHANCE = 0.2;

/** Turns planned visits into rows, oldest booking first. */
export function demoBookings(context: DemoContext, visits: readonly PlannedVisit[]): DemoBooking[] {
  const random = context.random.streamFor('bookings');
  const inOrder = visits.toSorted((a, b) => a.bookedAt.getTime() - b.bookedAt.getTime());
  return inOrder.map((visit) => bookingOf(context, random, visit));
}

function bookingOf(context: DemoContext, random: SeededRandom, visit: PlannedVisit): DemoBooking {
  const { ids, now } = context;
  const history = historyOf(random, visit, now);
  const last = history.at(-1);
  if (!last) throw new RangeError('every booking begins with a hold');
  const { provider, home, start, end, quote } = visit;
  const { address } = home;
  const atHome = visit.venue === Venue.AT_HOME;
  const place = placeOf(visit);
  const reservation = reservationRow(ids.next(), visit, isLive(last.to), place);
  const booking: UnsealedBooking = {
    id: ids.next(),
    reference: `D-${random.code(6)}`,
    reservation: reservation.id,
    household: home.account.id,
    bookedBy: home.account.id,
    provider: provider.row.id,
    region: provider.region.id,
    state: last.to,
    version: history.length,
    generation: last.to === BookingState.CANCELLED ? 2 : 1,
    startsAt: start,
    endsAt: end,
    timeZone: provider.region.timeZone,
    venue: visit.venue,
    ...place,
    addressLine: atHome ? address.line : null,
    district: atHome ? address.district : null,
    // Door notes are wiped once a visit is over (B11).
    doorNote: atHome && end > now && isLive(last.to) ? address.doorNote : null,
    note: random.chance(NOTE_CHANCE) ? random.pick(NOTES[provider.regionCode]) : null,
    items: [
      {
        itemId: visit.offer.item.row.id,
        units: visit.units ?? 1,
        optionIds: visit.options.map(({ id }) => id),
        durationMinutes: quote.durationMinutes,
      },
    ],
    storedQuote: quote,
    cancellationPolicy: provider.region.rules.cancellation,
    commissionBasisPoints: commissionBasisPoints(provider.region.rules.commission, [visit.offer.item.row.category]),
    holdExpiresAt: null,
    requestExpiresAt: null,
    holdRenewed: false,
    confirmedAt: instantOf(history, BookingState.CONFIRMED),
    cancelledBy: last.to === BookingState.CANCELLED ? last.by : null,
    cancellationFeeAmount: null,
    completedAt: instantOf(history, BookingState.COMPLETED),
    createdAt: visit.bookedAt,
  };
  if (last.to === BookingState.CANCELLED) booking.cancellationFeeAmount = feeOf(booking, last);
  const transitions = transitionRows(context, booking, history, {
    household: home.account.id,
    provider: provider.row.account,
  });
  return { visit, reservation, booking, transitions, ...paymentRows(context, booking, history) };
}

function reservationRow(
  id: string,
  visit: PlannedVisit,
  isTaken: boolean,
  place: { latitude: number; longitude: number },
): Reservation {
  const { start, end, provider } = visit;
  const occupiedEnd = occupiedUntil(visit);
  return {
    id,
    provider: provider.row.id,
    state: isTaken ? 'BOOKED' : 'RELEASED',
    occupied: `[${start.toISOString()},${occupiedEnd.toISOString()})`,
    occupiedEnd,
    startsAt: start,
    endsAt: end,
    ...place,
    expiresAt: null,
  };
}

function transitionRows(
  { ids }: DemoContext,
  booking: UnsealedBooking,
  history: readonly HistoryStep[],
  accounts: { household: UnsealedAccount['id']; provider: UnsealedAccount['id'] | null },
): BookingTransition[] {
  const actorOf = (by: HistoryActor): string | null =>
    by === 'HOUSEHOLD' ? accounts.household : by === 'PROVIDER' ? accounts.provider : null;
  return history.map(({ to, by, at, reason }, index) => ({
    id: ids.next(),
    booking: booking.id,
    from: history[index - 1]?.to ?? null,
    to,
    actorRole: by,
    actor: actorOf(by),
    at,
    reason,
  }));
}

/** What the sandbox bank holds for the booking; nothing for a hold that was never confirmed. */
function paymentRows(
  { ids }: DemoContext,
  booking: UnsealedBooking,
  history: readonly HistoryStep[],
): Pick<DemoBooking, 'payment' | 'charge'> {
  const authorised = history.find(({ to }) => to === BookingState.REQUESTED || to === BookingState.CONFIRMED);
  const last = history.at(-1);
  if (!authorised || !last) return { payment: null, charge: null };
  const { total, currency } = booking.storedQuote;
  const isDone = booking.state === BookingState.COMPLETED;
  const captured = isDone ? total : (booking.cancellationFeeAmount ?? 0);
  const isOpen = isLive(booking.state) && !isDone;
  const status = captured > 0 ? 'CAPTURED' : isOpen ? 'AUTHORIZED' : 'VOIDED';
  const money = { currency, amount: total, captured, refunded: 0, createdAt: authorised.at };
  const charge: SandboxCharge = {
    id: ids.next(),
    idempotencyKey: `authorize:${booking.id}`,
    paymentMethod: 'sandbox_visa',
    status,
    declineCode: null,
    ...money,
  };
  const payment: Payment = {
    id: ids.next(),
    reference: booking.id,
    gateway: 'sandbox',
    gatewayId: charge.id,
    status,
    updatedAt: isOpen ? authorised.at : last.at,
    ...money,
  };
  return { payment, charge };
}

function feeOf(booking: UnsealedBooking, { at, by }: HistoryStep): number {
  const { total, currency } = booking.storedQuote;
  return cancellationFee({
    policy: booking.cancellationPolicy,
    start: booking.startsAt,
    confirmedAt: booking.confirmedAt,
    total: money(total, currency),
    now: at,
    actor: by,
  }).fee.amount;
}

function instantOf(history: readonly HistoryStep[], state: BookingState): Date | null {
  return history.find(({ to }) => to === state)?.at ?? null;
}
