import { badUserInput } from '../../platform/connection.ts';
import { recordAudit } from '../../platform/audit-log.ts';
import type { EntityManager } from '../../platform/database.ts';
import { publish } from '../../platform/outbox.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { say } from '../../platform/say.ts';
import { inUnitOfWork } from '../../platform/unit-of-work.ts';
import { forbidden, lockHouseholds, requireViewer } from '../accounts/index.ts';
import { extendBookedTime, findExtensionObstacle } from '../availability/index.ts';
import { authorizePayment, letGoOfPayment, openGateway, recordAuthorization } from '../payments/index.ts';
import type { AuthorizeOutcome } from '../payments/index.ts';
import { tellWatchers } from './booking-changes.ts';
import { Booking } from './booking.entity.ts';
import { BookingState } from './booking.enums.ts';
import { EXTRA_AGREED } from './bookings.events.ts';
import { mayChange } from './bookings.policy.ts';
import { findAnswer, keepAnswer, toKeyedCall } from './idempotency.ts';
import type { KeyedCall } from './idempotency.ts';
import { COMPLETE_VISIT } from './jobs/job-topics.ts';
import { toPaymentFailure } from './payment-failure.ts';
import { returnAddress } from './return-address.ts';
import { extraReference } from './settle-visit.ts';
import { lockVisit } from './visit-command.ts';
import type { VisitAtHand } from './visit-command.ts';
import { ExtraState, VisitExtra } from './visit-extra.entity.ts';
import { fromStoredStep, toStoredStep } from './visit-outcome.ts';
import type { VisitFailure } from './visit-outcome.ts';
import { refuseVisit, timeNotFree } from './visit-refusals.ts';
import { ExtraChangedError } from './visit.errors.ts';
import type { AnswerExtraInput } from './visit.inputs.ts';
import type { VisitUpdated } from './visit.type.ts';

type Outcome = VisitUpdated | VisitFailure;

const MINUTE_MS = 60_000;

/**
 * The household answers what the provider proposes (B6). With its consent the reserved time lasts longer, the price has a line
 * more and the money for it is authorised: all of it, or nothing. The bank is asked between two transactions, with a key made
 * of the proposal and the call.
 */
export async function answerExtra(context: RequestContext, input: AnswerExtraInput): Promise<Outcome> {
  const { accountId } = requireViewer(context);
  const call = toKeyedCall(context, 'answerExtra', accountId, input);
  const opened = await inUnitOfWork(context.em, (em) => openAnswer(em, context, call, input));
  if (!('proposed' in opened)) return opened;

  const { proposed } = opened;
  const total = { amount: proposed.amount, currency: proposed.currency };
  const gateway = openGateway(context);
  const charge =
    total.amount === 0
      ? null
      : await authorizePayment(context, gateway, {
          idempotencyKey: `booking:${proposed.booking}:extra:${proposed.id}:${call.fingerprint}:${call.key}`,
          paymentMethod: requirePaymentMethod(context, input),
          total,
          returnUrl: returnAddress(context, proposed.booking),
        });
  const outcome = await inUnitOfWork(context.em, (em) =>
    commitAnswer(em, context, call, input, { charge, gateway: gateway.name }),
  );
  if (!('booking' in outcome)) await letGoOfPayment(context, gateway, charge);
  return outcome;
}

/** Checks what can be checked before the bank is asked; a refusal of the household needs no bank at all. */
async function openAnswer(
  em: EntityManager,
  context: RequestContext,
  call: KeyedCall,
  input: AnswerExtraInput,
): Promise<{ readonly proposed: VisitExtra } | Outcome> {
  const viewer = requireViewer(context);
  await lockHouseholds(em, viewer.householdId);
  const known = await findAnswer(em, context, call);
  if (known) return fromStoredStep(em, known);
  const visit = await lockVisit(em, context, viewer, { bookingId: input.bookingId, usesDiary: false });
  const found = await findProposal(em, context, visit, input);
  if (!('currency' in found)) return keep(em, context, call, found);
  const { booking, provider } = visit;
  if (!input.agree) {
    await em.nativeUpdate(VisitExtra, { id: found.id }, { state: ExtraState.REFUSED, decidedAt: context.clock.now() });
    await tellWatchers(em, booking);
    return keep(em, context, call, { booking });
  }
  const end = new Date(booking.endsAt.getTime() + found.minutes * MINUTE_MS);
  const now = context.clock.now();
  const obstacle = await findExtensionObstacle(em, { reservationId: booking.reservation, provider, end, now });
  return obstacle ? keep(em, context, call, timeNotFree(context, booking, obstacle)) : { proposed: found };
}

/** The proposal that waits for this household, at the price it saw. */
async function findProposal(
  em: EntityManager,
  context: RequestContext,
  { booking, side, viewer }: VisitAtHand,
  { expectedAmount }: AnswerExtraInput,
): Promise<VisitExtra | VisitFailure> {
  if (!mayChange(viewer, booking, side)) throw forbidden();
  if (side !== 'HOUSEHOLD') return refuseVisit(context, booking, 'NOT_YOURS');
  if (booking.state !== BookingState.IN_PROGRESS) return refuseVisit(context, booking, 'NOT_NOW');
  const proposed = await em.findOne(
    VisitExtra,
    { booking: booking.id, state: ExtraState.PROPOSED },
    { disableIdentityMap: true },
  );
  if (proposed?.amount === expectedAmount) return proposed;
  return new ExtraChangedError(
    proposed === null ? 'NOTHING_PROPOSED' : 'EXTRA_CHANGED',
    say(context, {
      en: 'The proposal has changed since you saw it. Nothing was agreed.',
      'zh-CN': '提议已有变动，尚未同意任何内容。',
    }),
  );
}

interface Answered {
  readonly charge: AuthorizeOutcome | null;
  readonly gateway: string;
}

async function commitAnswer(
  em: EntityManager,
  context: RequestContext,
  call: KeyedCall,
  input: AnswerExtraInput,
  answered: Answered,
): Promise<Outcome> {
  const viewer = requireViewer(context);
  await lockHouseholds(em, viewer.householdId);
  const known = await findAnswer(em, context, call);
  if (known) return fromStoredStep(em, known);
  const failure = answered.charge === null ? null : toPaymentFailure(context, answered.charge);
  if (failure) return keep(em, context, call, failure);
  const visit = await lockVisit(em, context, viewer, { bookingId: input.bookingId, usesDiary: true });
  const extra = await findProposal(em, context, visit, input);
  if (!('currency' in extra)) return keep(em, context, call, extra);
  const { booking, provider } = visit;
  const end = new Date(booking.endsAt.getTime() + extra.minutes * MINUTE_MS);
  const now = context.clock.now();
  const obstacle = await extendBookedTime(em, { reservationId: booking.reservation, provider, end, now });
  if (obstacle) return keep(em, context, call, timeNotFree(context, booking, obstacle));
  const longer = await addToBooking(em, context, booking, extra, end);
  if (answered.charge?.kind === 'AUTHORIZED')
    await recordAuthorization(em, context.clock, {
      reference: extraReference(extra),
      gateway: answered.gateway,
      gatewayId: answered.charge.gatewayId,
      total: { amount: extra.amount, currency: extra.currency },
    });
  return keep(em, context, call, { booking: longer });
}

/** The booking with the agreed line, time and service; its end is looked at again at its new hour. */
async function addToBooking(
  em: EntityManager,
  context: RequestContext,
  booking: Booking,
  extra: VisitExtra,
  endsAt: Date,
): Promise<Booking> {
  const { storedQuote: quote, version, generation } = booking;
  const changes = {
    version: version + 1,
    endsAt,
    items: extra.item === null ? booking.items : [...booking.items, extra.item],
    storedQuote: {
      ...quote,
      lines: [...quote.lines, { kind: 'EXTRA' as const, label: extra.label, amount: extra.amount }],
      tax: quote.tax + extra.tax,
      total: quote.total + extra.amount,
      durationMinutes: quote.durationMinutes + extra.minutes,
    },
  };
  const changed = await em.nativeUpdate(Booking, { id: booking.id, version }, changes);
  if (changed !== 1) throw new Error(`Booking ${booking.id} changed under its lock`);
  await em.nativeUpdate(VisitExtra, { id: extra.id }, { state: ExtraState.AGREED, decidedAt: context.clock.now() });
  await publish(em, context.clock, [
    { topic: COMPLETE_VISIT, payload: { bookingId: booking.id, generation }, dueAt: endsAt },
    { topic: EXTRA_AGREED, payload: { bookingId: booking.id, extraId: extra.id } },
  ]);
  await recordAudit(em, context, {
    action: 'visit.extra-agreed',
    subjectType: 'booking',
    subjectId: booking.id,
    before: { total: quote.total, version },
    after: { total: changes.storedQuote.total, version: changes.version, minutes: extra.minutes },
  });
  await tellWatchers(em, booking);
  return Object.assign(booking, changes);
}

async function keep<O extends Outcome>(
  em: EntityManager,
  context: RequestContext,
  call: KeyedCall,
  outcome: O,
): Promise<O> {
  await keepAnswer(em, context, call, toStoredStep(outcome));
  return outcome;
}

function requirePaymentMethod(context: RequestContext, { paymentMethod }: AnswerExtraInput): string {
  if (paymentMethod?.trim()) return paymentMethod;
  throw badUserInput(
    'input.paymentMethod',
    say(context, { en: 'Say how you pay for it.', 'zh-CN': '请选择支付方式。' }),
  );
}
