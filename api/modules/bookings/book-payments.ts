import { isId } from '../../kernel/ids.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { EntityManager } from '../../platform/database.ts';
import { goodwillWithin, listPayments, lockPayments, postSettlements } from '../payments/index.ts';
import type { Settlement } from '../payments/index.ts';
import { BookingRefund, RefundBearer } from './booking-refund.entity.ts';
import { Booking } from './booking.entity.ts';
import { BookingState } from './booking.enums.ts';
import { partsOfFee, partsOfWork, withoutExtras } from './domain/taken-parts.ts';
import type { PricedWork } from './domain/taken-parts.ts';
import { extraReference } from './settle-visit.ts';
import { ExtraState, VisitExtra } from './visit-extra.entity.ts';

type LockedPayment = Awaited<ReturnType<typeof lockPayments>>[number];
type Purpose = Pick<Settlement, 'kind' | 'parts'>;

const plain = { disableIdentityMap: true } as const;
const MISSED: Readonly<Partial<Record<BookingState, Settlement['kind']>>> = {
  [BookingState.CANCELLED]: 'CANCELLATION_FEE',
  [BookingState.NO_SHOW]: 'NO_SHOW_FEE',
};

/**
 * Brings the books to what the payments of the references came to: for a visit, something added to it, or a fee. Safe to repeat.
 * Fees for moving are booked where they are settled, since nothing else knows whom they are for.
 */
export async function bookPayments(em: EntityManager, clock: Clock, references: readonly string[]): Promise<void> {
  const known = await readBookings(
    em,
    references.filter((reference) => !isMoveFee(reference)),
  );
  const payments = await lockPayments(em, [...known.keys()]);
  const settlements = payments.flatMap((payment) => {
    const facts = known.get(payment.reference);
    const purpose = facts && payment.captured > 0 ? purposeOf(payment, facts) : null;
    return facts && purpose ? [toSettlement(payment, facts, purpose)] : [];
  });
  await postSettlements(em, clock, settlements);
}

/** Books what a household paid for moving late, for the provider who kept the old time free. */
export async function bookMoveFee(
  em: EntityManager,
  clock: Clock,
  reference: string,
  payee: string | null,
): Promise<void> {
  const facts = (await readBookings(em, [reference])).get(reference);
  const [payment] = await lockPayments(em, [reference]);
  if (!facts || !payment || payment.captured === 0) return;
  const { booking } = facts;
  const parts = partsOfFee(booking.storedQuote, payment.captured);
  const settlement = toSettlement(payment, facts, { kind: 'MOVE_FEE', parts });
  await postSettlements(em, clock, [{ ...settlement, payee: payee ?? booking.provider }]);
}

/** Books a visit that cost the household nothing, since a voucher paid for all of it: the platform owes the provider. */
export async function bookGivenVisit(em: EntityManager, clock: Clock, bookingId: string): Promise<void> {
  const facts = (await readBookings(em, [bookingId])).get(bookingId);
  if (!facts || priceOf(facts).total > 0) return;
  const { completedAt, storedQuote } = facts.booking;
  if (completedAt === null || (await listPayments(em, [bookingId])).length > 0) return;
  const nothing = { reference: bookingId, currency: storedQuote.currency, captured: 0, refunded: 0 };
  const purpose = { kind: 'VISIT', parts: partsOfWork(priceOf(facts), 0) } as const;
  await postSettlements(em, clock, [toSettlement({ ...nothing, updatedAt: completedAt }, facts, purpose)]);
}

interface BookingFacts {
  readonly booking: Booking;
  readonly extras: readonly VisitExtra[];
  readonly refunds: readonly BookingRefund[];
}

/** What is known of the booking of each reference, which is all before the slash. */
async function readBookings(
  em: EntityManager,
  references: readonly string[],
): Promise<ReadonlyMap<string, BookingFacts>> {
  const ids = [...new Set(references.map(bookingIdOf))].filter(isId);
  const bookings = await em.find(Booking, { id: { $in: ids } }, plain);
  const extras = await em.find(VisitExtra, { booking: { $in: ids }, state: ExtraState.AGREED }, plain);
  const refunds = await em.find(
    BookingRefund,
    { booking: { $in: ids } },
    { ...plain, orderBy: { at: 'asc', id: 'asc' } },
  );
  const byId = new Map(bookings.map((booking) => [booking.id, booking]));
  const extrasOf = Map.groupBy(extras, (extra) => extra.booking);
  const refundsOf = Map.groupBy(refunds, (refund) => refund.booking);
  return new Map(
    references.flatMap((reference) => {
      const booking = byId.get(bookingIdOf(reference));
      if (!booking) return [];
      const { id } = booking;
      return [[reference, { booking, extras: extrasOf.get(id) ?? [], refunds: refundsOf.get(id) ?? [] }]];
    }),
  );
}

function purposeOf({ reference, captured }: LockedPayment, facts: BookingFacts): Purpose | null {
  const { booking, extras } = facts;
  if (reference === booking.id) {
    const fee = MISSED[booking.state];
    return fee === undefined
      ? { kind: 'VISIT', parts: partsOfWork(priceOf(facts), captured) }
      : { kind: fee, parts: partsOfFee(booking.storedQuote, captured) };
  }
  const extra = extras.find((candidate) => extraReference(candidate) === reference);
  if (!extra) return null;
  const price = { total: extra.amount, tax: extra.tax, tip: 0, discounts: 0 };
  return { kind: 'EXTRA', parts: partsOfWork(price, captured) };
}

function toSettlement(
  payment: Pick<LockedPayment, 'reference' | 'currency' | 'captured' | 'refunded' | 'updatedAt'>,
  { booking, refunds }: BookingFacts,
  { kind, parts }: Purpose,
): Settlement {
  const { reference, currency, captured, refunded, updatedAt } = payment;
  // Operators give back what was paid for the visit itself.
  const decided = reference === booking.id ? refunds : [];
  return {
    reference,
    kind,
    currency,
    payee: booking.provider,
    at: updatedAt,
    captured,
    refunded,
    goodwill: goodwillWithin(
      decided.map(({ amount, borneBy }) => ({ amount, isGoodwill: borneBy === RefundBearer.PLATFORM })),
      refunded,
    ),
    parts,
    commissionBasisPoints: booking.commissionBasisPoints,
  };
}

function priceOf({ booking, extras }: BookingFacts): PricedWork {
  return withoutExtras(booking.storedQuote, extras);
}

/** The booking that a payment is for; what follows the slash says which of several. */
export function bookingIdOf(reference: string): string {
  return reference.split('/')[0] ?? reference;
}

function isMoveFee(reference: string): boolean {
  return reference.includes('/move-');
}
