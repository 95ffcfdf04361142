import { LockMode } from '@mikro-orm/core';
import { isId } from '../../kernel/ids.ts';
import type { EntityManager } from '../../platform/database.ts';
import { publish } from '../../platform/outbox.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { inUnitOfWork } from '../../platform/unit-of-work.ts';
import { say } from '../../platform/say.ts';
import { lockHouseholds, requireViewer } from '../accounts/index.ts';
import { bookReservation } from '../availability/index.ts';
import type { Money } from '../../kernel/money.ts';
import { authorizePayment, letGoOfPayment, openGateway, recordAuthorization } from '../payments/index.ts';
import type { AuthorizeOutcome } from '../payments/index.ts';
import { Provider } from '../providers/index.ts';
import { Booking } from './booking.entity.ts';
import { BookingState } from './booking.enums.ts';
import {
  CouponError,
  HoldExpiredError,
  NotBookableError,
  PaymentActionRequired,
  PaymentDeclinedError,
} from './bookings.errors.ts';
import type { BookabilityReason } from './bookings.errors.ts';
import type { ConfirmBookingInput } from './bookings.inputs.ts';
import type { BookingConfirmed } from './bookings.type.ts';
import { holdExpired } from './hold-expired.ts';
import { findAnswer, keepAnswer, toKeyedCall } from './idempotency.ts';
import type { KeyedCall, StoredAnswer } from './idempotency.ts';
import { EXPIRE_REQUEST } from './jobs/job-topics.ts';
import { listLackingQualifications } from './lacking-qualifications.ts';
import { moveBooking } from './move-booking.ts';
import { notQualified } from './not-qualified.ts';
import { toPaymentFailure } from './payment-failure.ts';
import { returnAddress } from './return-address.ts';

type Failure = HoldExpiredError | NotBookableError | PaymentDeclinedError | PaymentActionRequired | CouponError;
type Outcome = BookingConfirmed | Failure;

const HOUR_MS = 3_600_000;
/** A request is open for at most this long, and never later than so long before the start (B4). */
const REQUEST_OPEN_MS = 4 * HOUR_MS;
const REQUEST_CLOSES_BEFORE_MS = 2 * HOUR_MS;

/**
 * Turns a hold into a booking, or into a request where the provider wants to be asked. The bank is called between two
 * transactions, never inside one, with a key made of the booking and the call: however often it is repeated, one charge.
 */
export async function confirmBooking(context: RequestContext, input: ConfirmBookingInput): Promise<Outcome> {
  const { accountId } = requireViewer(context);
  const call = toKeyedCall(context, 'confirmBooking', accountId, input);
  const opened = await inUnitOfWork(context.em, (em) => openConfirmation(em, context, call, input));
  if (!('held' in opened)) return opened;

  const { held } = opened;
  const total = { amount: held.storedQuote.total, currency: held.storedQuote.currency };
  const gateway = openGateway(context);
  const charge =
    total.amount === 0
      ? null
      : await authorizePayment(context, gateway, {
          idempotencyKey: `booking:${held.id}:authorize:${call.fingerprint}:${call.key}`,
          paymentMethod: input.paymentMethod,
          total,
          returnUrl: returnAddress(context, held.id),
        });

  const outcome = await inUnitOfWork(context.em, (em) =>
    commitConfirmation(em, context, call, input, { gateway: gateway.name, charge, total }),
  );
  const cameToNothing = outcome instanceof HoldExpiredError || outcome instanceof NotBookableError;
  if (cameToNothing) await letGoOfPayment(context, gateway, charge);
  return outcome;
}

interface Payment {
  readonly gateway: string;
  /** Null when there is nothing to pay. */
  readonly charge: AuthorizeOutcome | null;
  readonly total: Money;
}

/** Writes down what became of the call after the bank answered. */
async function commitConfirmation(
  em: EntityManager,
  context: RequestContext,
  call: KeyedCall,
  input: ConfirmBookingInput,
  { gateway, charge, total }: Payment,
): Promise<Outcome> {
  await lockHouseholds(em, requireViewer(context).householdId);
  const known = await findAnswer(em, context, call);
  if (known) return recall(em, context, known);
  const failure = charge === null ? null : toPaymentFailure(context, charge);
  if (failure) return keep(em, context, call, failure);
  const confirmed = await em
    .transactional((attempt) => finish(attempt, context, input, total))
    .catch(toWhatIsLost(context));
  if (confirmed instanceof HoldExpiredError || confirmed instanceof NotBookableError)
    return keep(em, context, call, confirmed);
  if (charge?.kind === 'AUTHORIZED')
    await recordAuthorization(em, context.clock, {
      reference: confirmed.id,
      gateway,
      gatewayId: charge.gatewayId,
      total,
    });
  await keepAnswer(em, context, call, { type: 'BookingConfirmed', bookingId: confirmed.id });
  return { booking: confirmed };
}

/** Undoes the attempt: the hold lapsed, or was given another price, while the bank was asked. */
class LapsedWhilePaying extends Error {}

/** Undoes the attempt: since the time was held, something came to speak against the provider. */
class LostQualification extends Error {
  readonly answer: NotBookableError;

  constructor(answer: NotBookableError) {
    super('qualification lost');
    this.answer = answer;
  }
}

function toWhatIsLost(context: RequestContext): (error: unknown) => HoldExpiredError | NotBookableError {
  return (error) => {
    if (error instanceof LapsedWhilePaying) return holdExpired(context);
    if (error instanceof LostQualification) return error.answer;
    throw error;
  };
}

/** Checks what can be checked before the bank is asked. */
async function openConfirmation(
  em: EntityManager,
  context: RequestContext,
  call: KeyedCall,
  input: ConfirmBookingInput,
): Promise<{ held: Booking } | Outcome> {
  await lockHouseholds(em, requireViewer(context).householdId);
  const known = await findAnswer(em, context, call);
  if (known) return recall(em, context, known);
  const held = isId(input.bookingId)
    ? await em.findOne(
        Booking,
        { id: input.bookingId, household: requireViewer(context).householdId, offeredFromWaitlist: false },
        { disableIdentityMap: true },
      )
    : null;
  if (held?.state !== BookingState.HELD || held.holdExpiresAt === null || held.holdExpiresAt <= context.clock.now()) {
    return keep(em, context, call, holdExpired(context));
  }
  const lacking = await listLackingQualifications(em, held);
  if (lacking.length > 0) return keep(em, context, call, notQualified(context, lacking));
  if (input.couponCode?.trim()) {
    return keep(
      em,
      context,
      call,
      new CouponError(
        'UNKNOWN_COUPON',
        say(context, {
          en: 'There is no such coupon. Leave it out or try another.',
          'zh-CN': '没有这张优惠券，请更换或不使用。',
        }),
      ),
    );
  }
  return { held };
}

async function finish(
  em: EntityManager,
  context: RequestContext,
  input: ConfirmBookingInput,
  paid: Money,
): Promise<Booking> {
  const { accountId, householdId } = requireViewer(context);
  const booking = await em.findOneOrFail(
    Booking,
    { id: input.bookingId, household: householdId },
    { lockMode: LockMode.PESSIMISTIC_WRITE, disableIdentityMap: true },
  );
  const provider = await em.findOneOrFail(Provider, { id: booking.provider }, { disableIdentityMap: true });
  const to = provider.instantBooking ? BookingState.CONFIRMED : BookingState.REQUESTED;
  const { vault } = context;
  const doorNote = input.doorNote?.trim();
  const changes = {
    bookedBy: accountId,
    note: vault.seal('booking.note', booking.id, input.note?.trim() || null),
    doorNote: doorNote ? vault.seal('booking.door_note', booking.id, doorNote) : booking.doorNote,
  };
  const requestExpiresAt =
    to === BookingState.REQUESTED ? requestDeadline(context.clock.now(), booking.startsAt) : null;
  if (booking.storedQuote.total !== paid.amount) throw new LapsedWhilePaying();
  // The time first: should it be gone, nothing has been written yet.
  if (booking.state !== BookingState.HELD || !(await bookReservation(em, booking.reservation)))
    throw new LapsedWhilePaying();
  const moved = await moveBooking(em, context.clock, booking, {
    to,
    actor: 'HOUSEHOLD',
    actorAccount: accountId,
    instantBooking: provider.instantBooking,
  });
  if ('refusal' in moved) {
    const isLost = moved.refusal.because === 'guard' && moved.refusal.guard === 'qualified-on-the-day';
    if (!isLost) throw new LapsedWhilePaying();
    throw new LostQualification(notQualified(context, await listLackingQualifications(em, booking)));
  }
  await em.nativeUpdate(Booking, { id: booking.id }, { ...changes, requestExpiresAt });
  if (requestExpiresAt)
    await publish(em, context.clock, [
      { topic: EXPIRE_REQUEST, payload: { bookingId: booking.id }, dueAt: requestExpiresAt },
    ]);
  return Object.assign(booking, changes, { requestExpiresAt });
}

function requestDeadline(now: Date, start: Date): Date {
  return new Date(Math.min(now.getTime() + REQUEST_OPEN_MS, start.getTime() - REQUEST_CLOSES_BEFORE_MS));
}

async function keep<F extends Failure>(
  em: EntityManager,
  context: RequestContext,
  call: KeyedCall,
  failure: F,
): Promise<F> {
  await keepAnswer(em, context, call, { type: failure.constructor.name, ...failure });
  return failure;
}

async function recall(em: EntityManager, context: RequestContext, answer: StoredAnswer): Promise<Outcome> {
  const message = answer['message'] as string;
  switch (answer.type) {
    case 'BookingConfirmed':
      return {
        booking: await em.findOneOrFail(Booking, { id: answer['bookingId'] as string }, { disableIdentityMap: true }),
      };
    case PaymentDeclinedError.name:
      return new PaymentDeclinedError(message, answer['declineCode'] as string);
    case PaymentActionRequired.name:
      return new PaymentActionRequired(message, null);
    case NotBookableError.name:
      return new NotBookableError(message, answer['reasons'] as BookabilityReason[]);
    case CouponError.name:
      return new CouponError(answer['code'] as string, message);
    default:
      return holdExpired(context);
  }
}
