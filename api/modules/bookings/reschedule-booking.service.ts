import { isId } from '../../kernel/ids.ts';
import type { Money } from '../../kernel/money.ts';
import { badUserInput } from '../../platform/connection.ts';
import type { EntityManager } from '../../platform/database.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { say } from '../../platform/say.ts';
import { inUnitOfWork } from '../../platform/unit-of-work.ts';
import { forbidden, lockHouseholds, requireViewer } from '../accounts/index.ts';
import { authorizePayment, letGoOfPayment, openGateway } from '../payments/index.ts';
import type { StoredQuote } from '../pricing/index.ts';
import type { AuthorizeOutcome } from '../payments/index.ts';
import { toCheckedVisit } from './booked-visit.ts';
import { Booking } from './booking.entity.ts';
import type { RescheduleBookingInput } from './bookings.inputs.ts';
import { actorOn, mayChange } from './bookings.policy.ts';
import { CHOSEN_PROVIDER } from './domain/rescheduling.ts';
import { exchangeTime } from './exchange-time.ts';
import type { WantedTime } from './hold-check.ts';
import { findAnswer, keepAnswer, toKeyedCall } from './idempotency.ts';
import type { KeyedCall } from './idempotency.ts';
import { toPaymentFailure } from './payment-failure.ts';
import { findHandoverObjection, findPriceObjection, readOtherOffer } from './other-provider.ts';
import type { OtherOffer } from './other-provider.ts';
import { returnAddress } from './return-address.ts';
import { fromStoredMove, MoveRefused, toStoredMove } from './reschedule-outcome.ts';
import type { MoveFailure } from './reschedule-outcome.ts';
import { feeForMoving, quoteRescheduling } from './reschedule-quote.ts';
import { NotReschedulableError, RescheduleFeeChangedError } from './rescheduling.type.ts';
import type { BookingRescheduled } from './rescheduling.type.ts';
import { BookingState } from './booking.enums.ts';
import { Provider } from '../providers/index.ts';

type Side = NonNullable<ReturnType<typeof actorOn>>;
type Outcome = BookingRescheduled | MoveFailure;

/** A visit that may move, before anybody was asked for money. */
interface OpenMove {
  readonly booking: Booking;
  readonly side: Side;
  readonly fee: Money;
}

/**
 * Moves an agreed visit to another time of the same provider (B5). Whatever is in the way, the old time stands untouched; the
 * price stays as agreed and the clock of the cancellation fee is not set back. Where moving costs something, the bank is asked
 * between two transactions, with a key made of the booking and the call.
 */
export async function rescheduleBooking(context: RequestContext, input: RescheduleBookingInput): Promise<Outcome> {
  const { accountId, householdId } = requireViewer(context);
  const call = toKeyedCall(context, 'rescheduleBooking', accountId, input);
  const opened = await inUnitOfWork(context.em, (em) => openMove(em, context, call, input));
  if (!('side' in opened)) return opened;

  const { booking, fee } = opened;
  const wish = await readWish(context, booking, input);
  if (!('wanted' in wish)) return answerOnce(context, call, householdId, () => Promise.resolve(wish));
  const gateway = openGateway(context);
  const charge =
    fee.amount === 0
      ? null
      : await authorizePayment(context, gateway, {
          idempotencyKey: `booking:${booking.id}:move:${call.fingerprint}:${call.key}`,
          paymentMethod: requirePaymentMethod(context, input),
          total: fee,
          returnUrl: returnAddress(context, booking.id),
        });
  const outcome = await answerOnce(context, call, householdId, (em) =>
    attempt(em, context, { input, opened, wish, charge, gateway: gateway.name }),
  );
  if (!('rescheduled' in outcome)) await letGoOfPayment(context, gateway, charge);
  return outcome;
}

/** When the visit shall be, and who comes for how much where that is somebody else. */
interface Wish {
  readonly wanted: WantedTime;
  readonly quote: StoredQuote | null;
}

async function readWish(
  context: RequestContext,
  booking: Booking,
  { start, providerId, expectedTotal }: RescheduleBookingInput,
): Promise<Wish | MoveFailure> {
  if (providerId == null || providerId === booking.provider)
    return { wanted: { ...(await toCheckedVisit(context, booking)), start }, quote: null };
  return readOtherOffer(context, booking, { providerId, start, expectedTotal: expectedTotal ?? null });
}

function findOtherObjection(
  context: RequestContext,
  booking: Booking,
  side: Side,
  offer: OtherOffer,
): MoveFailure | null {
  return findHandoverObjection(context, booking, side) ?? findPriceObjection(context, booking, offer);
}

/** What a call was answered before; else what `decide` comes to, kept. Of the same call at once, one decides. */
async function answerOnce(
  context: RequestContext,
  call: KeyedCall,
  householdId: string,
  decide: (em: EntityManager) => Promise<Outcome>,
): Promise<Outcome> {
  return inUnitOfWork(context.em, async (em) => {
    await lockHouseholds(em, householdId);
    const known = await findAnswer(em, context, call);
    return known ? fromStoredMove(em, known) : keep(em, context, call, await decide(em));
  });
}

interface Attempt {
  readonly input: RescheduleBookingInput;
  readonly opened: OpenMove;
  readonly wish: Wish;
  readonly charge: AuthorizeOutcome | null;
  readonly gateway: string;
}

async function attempt(
  em: EntityManager,
  context: RequestContext,
  { input, opened, wish, charge, gateway }: Attempt,
): Promise<Outcome> {
  const refused = charge === null ? null : toPaymentFailure(context, charge);
  if (refused) return refused;
  const payment = charge?.kind === 'AUTHORIZED' ? { gateway, gatewayId: charge.gatewayId, total: opened.fee } : null;
  try {
    const booking = await em.transactional((inner) =>
      exchangeTime(inner, context, {
        bookingId: opened.booking.id,
        side: opened.side,
        wanted: wish.wanted,
        ...(wish.quote === null ? {} : { otherQuote: wish.quote }),
        reason: wish.quote === null ? input.reason?.trim() || null : CHOSEN_PROVIDER,
        payment,
        mayMove: (locked) =>
          findObjection(context, locked, wish.wanted.provider, opened.side, input.expectedFee) ??
          (wish.quote === null
            ? null
            : findOtherObjection(context, locked, opened.side, { ...wish, quote: wish.quote })),
      }),
    );
    return { rescheduled: booking, fee: opened.fee };
  } catch (error) {
    if (error instanceof MoveRefused) return error.failure;
    throw error;
  }
}

async function openMove(
  em: EntityManager,
  context: RequestContext,
  call: KeyedCall,
  input: RescheduleBookingInput,
): Promise<OpenMove | Outcome> {
  const viewer = requireViewer(context);
  await lockHouseholds(em, viewer.householdId);
  const known = await findAnswer(em, context, call);
  if (known) return fromStoredMove(em, known);
  const plain = { disableIdentityMap: true } as const;
  const booking = isId(input.bookingId) ? await em.findOne(Booking, { id: input.bookingId }, plain) : null;
  const provider = booking === null ? null : await em.findOneOrFail(Provider, { id: booking.provider }, plain);
  const side = booking === null || provider === null ? null : actorOn(viewer, booking, provider);
  if (booking === null || provider === null || side === null) {
    throw badUserInput('input.bookingId', say(context, { en: 'There is no such booking.', 'zh-CN': '没有这个预约。' }));
  }
  if (!mayChange(viewer, booking, side)) throw forbidden();
  if (side === 'OPERATOR' && !input.reason?.trim())
    throw badUserInput('input.reason', say(context, { en: 'Say why you move it.', 'zh-CN': '请填写改期原因。' }));
  const isHandover = input.providerId != null && input.providerId !== booking.provider;
  const objection =
    (isHandover ? findHandoverObjection(context, booking, side) : null) ??
    // Whether somebody else wants to be asked is looked at when they are read.
    findObjection(context, booking, isHandover ? null : provider, side, input.expectedFee);
  if (objection) return keep(em, context, call, objection);
  return { booking, side, fee: feeForMoving(booking, side, context.clock.now()).fee };
}

/** Why that side may not move the visit as it stands; the diary is not asked here. */
function findObjection(
  context: RequestContext,
  booking: Booking,
  provider: Provider | null,
  side: Side,
  expectedFee: number,
): MoveFailure | null {
  const refuse = (code: string, en: string, chinese: string): NotReschedulableError =>
    new NotReschedulableError(code, say(context, { en, 'zh-CN': chinese }), booking.state);
  if (side === 'PROVIDER' || booking.state !== BookingState.CONFIRMED) {
    return side === 'PROVIDER'
      ? refuse(
          'NOT_YOURS_TO_MOVE',
          'You cannot move a visit by yourself. Propose another time; the household decides.',
          '您无法直接改期。请提议新的时间，由客户决定。',
        )
      : refuse(
          'NOT_CONFIRMED',
          'Only an agreed visit that has not begun can be moved.',
          '只有已确认且未开始的服务可以改期。',
        );
  }
  const now = context.clock.now();
  if (booking.startsAt <= now)
    return refuse('BEGUN', 'The visit should have begun; it can no longer be moved.', '服务时间已到，无法再改期。');
  if (provider?.instantBooking === false && side === 'HOUSEHOLD') {
    return refuse(
      'ASKS_FIRST',
      'This person wants to be asked for each time. Ask for another time; the visit stands until they agree.',
      '该服务者需逐次确认时间。请提议新的时间，对方同意前预约保持不变。',
    );
  }
  const quote = quoteRescheduling(booking, side, now);
  if (quote.fee.amount === expectedFee) return null;
  return new RescheduleFeeChangedError(
    say(context, {
      en: 'What it costs to move the visit has changed since you saw it. Nothing was moved.',
      'zh-CN': '改期费用已有变动，预约尚未改期。',
    }),
    quote,
  );
}

async function keep<O extends Outcome>(
  em: EntityManager,
  context: RequestContext,
  call: KeyedCall,
  outcome: O,
): Promise<O> {
  await keepAnswer(em, context, call, toStoredMove(outcome));
  return outcome;
}

function requirePaymentMethod(context: RequestContext, { paymentMethod }: RescheduleBookingInput): string {
  if (paymentMethod?.trim()) return paymentMethod;
  throw badUserInput(
    'input.paymentMethod',
    say(context, {
      en: 'Moving so late has a fee: say how you pay it.',
      'zh-CN': '临近服务改期需付费，请选择支付方式。',
    }),
  );
}
