import { required } from '../../kernel/required.ts';
import type { EntityManager } from '../../platform/database.ts';
import type { RequestContext, ViewerIdentity } from '../../platform/request-context.ts';
import { inUnitOfWork } from '../../platform/unit-of-work.ts';
import { say } from '../../platform/say.ts';
import { lockHouseholds, requireViewer } from '../accounts/index.ts';
import { buffersOf, lockDiaries, reserveTime, sweepLapsedHolds } from '../availability/index.ts';
import { InvalidVisitError, presentQuote, quoteVisitItems, toStoredQuote } from '../pricing/index.ts';
import type { StoredQuote } from '../pricing/index.ts';
import { Booking } from './booking.entity.ts';
import { PriceChangedError } from './bookings.errors.ts';
import type { HoldSlotInput } from './bookings.inputs.ts';
import type { Hold } from './bookings.type.ts';
import { checkOffer } from './checked-offer.ts';
import { findObstacle, pointOf, slotTaken } from './hold-check.ts';
import { insertHold, toBookedItems } from './held-booking.ts';
import type { PricedTime } from './held-booking.ts';
import { HoldRefused, fromStoredFailure, toStoredFailure } from './hold-outcome.ts';
import type { HoldFailure } from './hold-outcome.ts';
import { findAnswer, keepAnswer, toKeyedCall } from './idempotency.ts';
import { listHeldProviders, releaseHoldsOf } from './release-hold.service.ts';

const MINUTE_MS = 60_000;
/**
 * Keeps a time for the household while it decides (B2, B3). Exactly one of any number of bookers gets it; the others get
 * alternatives. A second hold of the household releases its first, unless the second fails.
 */
export async function holdSlot(context: RequestContext, input: HoldSlotInput): Promise<Hold | HoldFailure> {
  const viewer = requireViewer(context);
  const call = toKeyedCall(context, 'holdSlot', viewer.accountId, input);
  // Before the transaction: inside it, the loaders would wait for a second connection while the first is kept from others.
  const wanted = await priceTime(context, input).catch(orRefusal);
  return inUnitOfWork(context.em, async (em) => {
    await lockHouseholds(em, viewer.householdId);
    const known = await findAnswer(em, context, call);
    if (known)
      return known.type === 'Hold'
        ? readHold(em, known['bookingId'] as string, known['expiresAt'] as string)
        : fromStoredFailure(known);
    try {
      if (wanted instanceof HoldRefused) throw wanted;
      const booking = await em.transactional((attempt) => placeHold(attempt, context, viewer, wanted));
      const expiresAt = required(booking.holdExpiresAt, 'the end of the hold');
      await keepAnswer(em, context, call, { type: 'Hold', bookingId: booking.id, expiresAt: expiresAt.toISOString() });
      return { booking, expiresAt };
    } catch (error) {
      if (!(error instanceof HoldRefused)) throw error;
      await keepAnswer(em, context, call, toStoredFailure(error.failure));
      return error.failure;
    }
  });
}

function orRefusal(error: unknown): HoldRefused {
  if (error instanceof HoldRefused) return error;
  throw error;
}

async function placeHold(
  em: EntityManager,
  context: RequestContext,
  { accountId, householdId }: ViewerIdentity,
  wanted: PricedTime,
): Promise<Booking> {
  const { provider, checked, start } = wanted;
  const now = context.clock.now();
  // The diary of the hold that is let go belongs to the locks; and its booking comes before its reservation, as everywhere.
  await lockDiaries(em, [provider.id, ...(await listHeldProviders(em, householdId))]);
  await releaseHoldsOf(em, context.clock, { accountId, householdId });
  await sweepLapsedHolds(em, provider.id, now);

  const obstacle = await findObstacle(em, context, wanted);
  if (obstacle) throw new HoldRefused(obstacle);
  const { region } = checked.visit;
  const end = new Date(start.getTime() + checked.minutes * MINUTE_MS);
  const { bufferBefore, bufferAfter } = buffersOf({ items: checked.visit.items.map(({ item }) => item) });
  const expiresAt = new Date(now.getTime() + region.rules.holdMinutes * MINUTE_MS);
  const reservation = await reserveTime(em, {
    providerId: provider.id,
    start,
    end,
    bufferBeforeMinutes: bufferBefore,
    bufferAfterMinutes: bufferAfter,
    place: pointOf(wanted),
    expiresAt,
  });
  if (reservation === null)
    throw new HoldRefused(slotTaken(context, null, start.getTime() / MINUTE_MS, checked.minutes));

  return insertHold(em, context, wanted, {
    reservation,
    household: householdId,
    bookedBy: accountId,
    endsAt: end,
    holdExpiresAt: expiresAt,
    createdAt: now,
    offeredFromWaitlist: false,
  });
}

/** Everything about the wish that does not depend on the diary: who, what, where, for how much. */
async function priceTime(context: RequestContext, input: HoldSlotInput): Promise<PricedTime> {
  const { provider, checked, priceOf } = await checkOffer(context, input);
  const outcome = quoteVisitItems(checked.visit, priceOf, input.start, context.clock.now());
  if ('problem' in outcome) throw new HoldRefused(InvalidVisitError.of(context, outcome.problem));
  const quote = toStoredQuote(outcome);
  requireExpectedTotal(context, input, quote);
  return { provider, checked, start: input.start, quote, items: toBookedItems(outcome.quote.items) };
}

function requireExpectedTotal(context: RequestContext, input: HoldSlotInput, quote: StoredQuote): void {
  if (input.expectedTotal == null || input.expectedTotal === quote.total) return;
  const message = say(context, {
    en: 'The price has changed since you saw it. Look at the new one and go on if it suits you.',
    'zh-CN': '价格已有变动，请查看新价格后再决定。',
  });
  throw new HoldRefused(new PriceChangedError(message, presentQuote(quote, context)));
}

async function readHold(em: EntityManager, bookingId: string, expiresAt: string): Promise<Hold> {
  const booking = await em.findOneOrFail(Booking, { id: bookingId }, { disableIdentityMap: true });
  return { booking, expiresAt: booking.holdExpiresAt ?? new Date(expiresAt) };
}
