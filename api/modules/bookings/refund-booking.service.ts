import { LockMode } from '@mikro-orm/core';
import { sql } from 'kysely';
import { isId, newId } from '../../kernel/ids.ts';
import { money } from '../../kernel/money.ts';
import { recordAudit } from '../../platform/audit-log.ts';
import { badUserInput } from '../../platform/connection.ts';
import type { EntityManager } from '../../platform/database.ts';
import { publish } from '../../platform/outbox.ts';
import type { RequestContext, ViewerIdentity } from '../../platform/request-context.ts';
import { say } from '../../platform/say.ts';
import { inUnitOfWork } from '../../platform/unit-of-work.ts';
import { lockHouseholds } from '../accounts/index.ts';
import { listPayments } from '../payments/index.ts';
import { Booking } from './booking.entity.ts';
import { BookingRefund } from './booking-refund.entity.ts';
import { findAnswer, keepAnswer, toKeyedCall } from './idempotency.ts';
import { SETTLE_PAYMENT } from './jobs/job-topics.ts';
import { NotRefundableError } from './refunds.type.ts';
import type { BookingRefunded, RefundBookingInput } from './refunds.type.ts';

/** Nothing was taken in these, so nothing can be given back. */
const UNTAKEN: readonly string[] = ['AUTHORIZED', 'VOIDED', 'DECLINED'];

/** An operator gives a household money back for a visit that was paid for; the bank is told after the commit. */
export async function refundBooking(
  context: RequestContext,
  operator: ViewerIdentity,
  input: RefundBookingInput,
): Promise<BookingRefunded | NotRefundableError> {
  const call = toKeyedCall(context, 'refundBooking', operator.accountId, input);
  return inUnitOfWork(context.em, async (em) => {
    await lockHouseholds(em, operator.householdId);
    const known = await findAnswer(em, context, call);
    const lock = { lockMode: LockMode.PESSIMISTIC_WRITE, disableIdentityMap: true } as const;
    const booking = isId(input.bookingId) ? await em.findOne(Booking, { id: input.bookingId }, lock) : null;
    if (booking === null)
      throw badUserInput(
        'input.bookingId',
        say(context, { en: 'There is no such booking.', 'zh-CN': '没有这个预约。' }),
      );
    const refunded = money(input.amount, booking.storedQuote.currency);
    if (known) return { booking, refunded };
    const kept = await readKept(em, booking.id);
    if (input.amount > kept) return refuse(context, booking, kept);
    await em.insert(BookingRefund, {
      id: newId(),
      booking: booking.id,
      amount: input.amount,
      borneBy: input.borneBy,
      operator: operator.accountId,
      reason: input.reason.trim(),
      at: context.clock.now(),
    });
    // The sum of all refunds, and not this one alone: handled twice or out of order, it comes to the same.
    const due = kept - input.amount;
    await publish(em, context.clock, [{ topic: SETTLE_PAYMENT, payload: { bookingId: booking.id, due } }]);
    await recordAudit(em, context, {
      action: 'booking.refunded-by-operator',
      subjectType: 'booking',
      subjectId: booking.id,
      before: { kept },
      after: { kept: due, refunded: input.amount, currency: refunded.currency, borneBy: input.borneBy },
      reason: input.reason.trim(),
    });
    await keepAnswer(em, context, call, { type: 'BookingRefunded', bookingId: booking.id });
    return { booking, refunded };
  });
}

/** What was taken and is neither given back nor promised to be. */
async function readKept(em: EntityManager, bookingId: string): Promise<number> {
  const [payment] = await listPayments(em, [bookingId]);
  if (!payment || UNTAKEN.includes(payment.status)) return 0;
  const { rows } = await sql<{ promised: number }>`
    select coalesce(sum(amount), 0)::int as promised from booking_refund where booking_id = ${bookingId}`.execute(
    em.getKysely(),
  );
  return payment.captured - Math.max(rows[0]?.promised ?? 0, payment.refunded);
}

function refuse(context: RequestContext, booking: Booking, amount: number): NotRefundableError {
  const text =
    amount === 0
      ? { en: 'Nothing was taken for this visit that could be given back.', 'zh-CN': '此预约没有可退的款项。' }
      : { en: 'That is more than was taken for this visit.', 'zh-CN': '退款金额超过已收款项。' };
  const refundable = money(amount, booking.storedQuote.currency);
  return new NotRefundableError(amount === 0 ? 'NOTHING_TAKEN' : 'TOO_MUCH', say(context, text), refundable);
}
