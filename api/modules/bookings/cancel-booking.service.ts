import { LockMode } from '@mikro-orm/core';
import { isId } from '../../kernel/ids.ts';
import { GraphQLError } from 'graphql';
import { asSystem } from '../../platform/database-identity.ts';
import { recordAudit } from '../../platform/audit-log.ts';
import { badUserInput } from '../../platform/connection.ts';
import type { EntityManager } from '../../platform/database.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { inUnitOfWork } from '../../platform/unit-of-work.ts';
import { say } from '../../platform/say.ts';
import { forbidden, lockHouseholds, requireViewer } from '../accounts/index.ts';
import { Provider } from '../providers/index.ts';
import { findOwnBooking } from './booking-side.ts';
import { Booking } from './booking.entity.ts';
import { BookingState } from './booking.enums.ts';
import { actorOn, mayChange } from './bookings.policy.ts';
import { FeeChangedError, NotCancellableError } from './bookings.errors.ts';
import type { CancelBookingInput } from './bookings.inputs.ts';
import type { BookingCancelled } from './bookings.type.ts';
import { quoteCancellation } from './cancellation-quote.ts';
import type { CancellationQuote } from './cancellation-quote.type.ts';
import { canTransition } from './domain/transitions.ts';
import { findSubstitutes } from './find-substitutes.ts';
import { findAnswer, keepAnswer, toKeyedCall } from './idempotency.ts';
import type { StoredAnswer } from './idempotency.ts';
import { logTransition, moveBooking } from './move-booking.ts';
import { openSubstitution } from './open-substitution.ts';
import { SubstituteCause } from './substitute-search.entity.ts';
import type { ProposedSubstitute } from './substitute-search.entity.ts';
import type { SubstituteSought } from './substitutes.type.ts';

type Outcome = BookingCancelled | SubstituteSought | FeeChangedError | NotCancellableError;

/**
 * Calls a booking off at the fee that was shown; a fee that has moved cancels nothing (B5). Either side or an operator may. A provider
 * who drops out of an agreed visit for which others could come does not end it: the household chooses (B8).
 */
export async function cancelBooking(context: RequestContext, input: CancelBookingInput): Promise<Outcome> {
  const viewer = requireViewer(context);
  const call = toKeyedCall(context, 'cancelBooking', viewer.accountId, input);
  const substitutes = await listSubstitutesFor(context, input.bookingId);
  return inUnitOfWork(context.em, async (em) => {
    await lockHouseholds(em, viewer.householdId);
    const known = await findAnswer(em, context, call);
    if (known) return recall(em, known);
    const booking = isId(input.bookingId)
      ? await em.findOne(
          Booking,
          { id: input.bookingId },
          { lockMode: LockMode.PESSIMISTIC_WRITE, disableIdentityMap: true },
        )
      : null;
    const provider =
      booking === null
        ? null
        : await em.findOneOrFail(Provider, { id: booking.provider }, { disableIdentityMap: true });
    const actor = booking === null || provider === null ? null : actorOn(viewer, booking, provider);
    // Somebody else's booking is as unknown as none.
    if (booking === null || actor === null)
      throw new GraphQLError(say(context, { en: 'There is no such booking.', 'zh-CN': '没有这个预约。' }), {
        extensions: { code: 'BAD_USER_INPUT', field: 'input.bookingId' },
      });
    if (!mayChange(viewer, booking, actor)) throw forbidden();
    if (actor === 'OPERATOR' && !input.reason?.trim())
      throw badUserInput('input.reason', say(context, { en: 'Say why.', 'zh-CN': '请说明理由。' }));

    const outcome = await attempt(em, context, { booking, actor, substitutes }, input);
    await keepAnswer(em, context, call, toStored(outcome));
    return outcome;
  });
}

interface Subject {
  readonly booking: Booking;
  readonly actor: 'HOUSEHOLD' | 'PROVIDER' | 'OPERATOR';
  readonly substitutes: readonly ProposedSubstitute[];
}

/** Who could come instead where a provider drops out of a visit that is agreed and lies ahead; else nobody. */
async function listSubstitutesFor(context: RequestContext, bookingId: string): Promise<ProposedSubstitute[]> {
  const found = await findOwnBooking(context, bookingId);
  if (found?.side !== 'PROVIDER' || found.booking.state !== BookingState.CONFIRMED) return [];
  if (found.booking.startsAt <= context.clock.now()) return [];
  return asSystem(() => findSubstitutes(context.em.fork(), context.clock, found.booking));
}

async function attempt(
  em: EntityManager,
  context: RequestContext,
  { booking, actor, substitutes }: Subject,
  input: CancelBookingInput,
): Promise<Outcome> {
  if (actor === 'PROVIDER' && booking.substituteSoughtUntil != null)
    return { sought: booking, until: booking.substituteSoughtUntil };
  if (!canTransition(booking.state, BookingState.CANCELLED, actor)) {
    return new NotCancellableError(
      say(context, { en: 'This booking can no longer be cancelled.', 'zh-CN': '这个预约已无法取消。' }),
      booking.state,
    );
  }
  const quote = quoteCancellation(booking, actor, context.clock.now());
  if (quote.fee.amount !== input.expectedFee) {
    return new FeeChangedError(
      say(context, {
        en: 'The fee has changed since you saw it. Nothing was cancelled.',
        'zh-CN': '取消费用已有变动，预约尚未取消。',
      }),
      quote,
    );
  }
  const { accountId } = requireViewer(context);
  const reason = input.reason?.trim() || null;
  if (actor === 'PROVIDER' && booking.state === BookingState.CONFIRMED && substitutes.length > 0) {
    const cause = SubstituteCause.PROVIDER_CANCELLED;
    const search = await openSubstitution(em, context.clock, booking, { cause, proposed: substitutes });
    const move = { to: BookingState.CONFIRMED, actor, actorAccount: accountId, reason };
    await logTransition(em, context.clock, { bookingId: booking.id, from: BookingState.CONFIRMED, move });
    return { sought: booking, until: search.deadlineAt };
  }
  const before = { state: booking.state, version: booking.version };
  const moved = await moveBooking(em, context.clock, booking, {
    to: BookingState.CANCELLED,
    actor,
    actorAccount: accountId,
    reason,
    fee: quote.fee.amount,
  });
  if ('refusal' in moved) throw new Error('the table refused a cancellation that it had just allowed');
  if (actor === 'OPERATOR') {
    await recordAudit(em, context, {
      action: 'booking.cancelled-by-operator',
      subjectType: 'booking',
      subjectId: booking.id,
      before,
      after: { state: booking.state, version: booking.version, fee: quote.fee.amount, currency: quote.fee.currency },
      reason: input.reason?.trim() ?? null,
    });
  }
  return { booking, fee: quote.fee, refund: quote.refund };
}

function toStored(outcome: Outcome): StoredAnswer {
  if (outcome instanceof FeeChangedError || outcome instanceof NotCancellableError)
    return { type: outcome.constructor.name, ...outcome };
  if ('sought' in outcome)
    return { type: 'SubstituteSought', bookingId: outcome.sought.id, until: outcome.until.toISOString() };
  return { type: 'BookingCancelled', bookingId: outcome.booking.id, fee: outcome.fee, refund: outcome.refund };
}

async function recall(em: EntityManager, answer: StoredAnswer): Promise<Outcome> {
  const message = answer['message'] as string;
  if (answer.type === FeeChangedError.name)
    return new FeeChangedError(message, reviveQuote(answer['quote'] as CancellationQuote));
  if (answer.type === NotCancellableError.name)
    return new NotCancellableError(message, answer['state'] as BookingState);
  const booking = await em.findOneOrFail(Booking, { id: answer['bookingId'] as string }, { disableIdentityMap: true });
  if (answer.type === 'SubstituteSought') return { sought: booking, until: new Date(answer['until'] as string) };
  return {
    booking,
    fee: answer['fee'] as BookingCancelled['fee'],
    refund: answer['refund'] as BookingCancelled['refund'],
  };
}

/** Instants come back from JSON as text. */
function reviveQuote(quote: CancellationQuote): CancellationQuote {
  return {
    ...quote,
    graceUntil: quote.graceUntil === null ? null : new Date(quote.graceUntil),
    steps: quote.steps.map((step) => ({
      ...step,
      from: new Date(step.from),
      until: step.until === null ? null : new Date(step.until),
    })),
  };
}
