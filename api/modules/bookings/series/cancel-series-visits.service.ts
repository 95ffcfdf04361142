import { newId } from '../../../kernel/ids.ts';
import type { EntityManager } from '../../../platform/database.ts';
import { publish } from '../../../platform/outbox.ts';
import type { RequestContext } from '../../../platform/request-context.ts';
import { say } from '../../../platform/say.ts';
import { inUnitOfWork } from '../../../platform/unit-of-work.ts';
import { lockHouseholds, requireViewer } from '../../accounts/index.ts';
import { BookingState } from '../booking.enums.ts';
import { SERIES_CANCELLED } from '../bookings.events.ts';
import { quoteCancellation } from '../cancellation-quote.ts';
import { findAnswer, keepAnswer, toKeyedCall } from '../idempotency.ts';
import { moveBooking } from '../move-booking.ts';
import { BookingSeries } from './booking-series.entity.ts';
import { SeriesScope, SeriesVisitStatus } from './series.enums.ts';
import type { CancelSeriesVisitsInput } from './series.inputs.ts';
import { fromStoredSeriesFailure, readSeries, toStoredSeriesFailure } from './series-outcome.ts';
import { listOpenVisits, requireOwnSeries } from './series-scope.ts';
import type { OpenVisit } from './series-scope.ts';
import { SeriesVisit } from './series-visit.entity.ts';
import { SeriesFeeChangedError, SeriesNotChangeableError } from './series.type.ts';
import type { SeriesCancellationQuote, SeriesVisitsCancelled } from './series.type.ts';

type Outcome = SeriesVisitsCancelled | SeriesFeeChangedError | SeriesNotChangeableError;

/** What calling off the dates of a scope costs now: the fee of each visit by its own terms, added up. */
export async function quoteSeriesCancellation(
  context: RequestContext,
  seriesVisitId: string,
  scope: SeriesScope,
): Promise<SeriesCancellationQuote> {
  const { visit } = await requireOwnSeries(context.em, context, seriesVisitId, 'seriesVisitId');
  const now = context.clock.now();
  return addUp(visit, await listOpenVisits(context.em, now, { visit, scope }, false), now);
}

/** Calls off one date, one and all after it, or all (B7), at the fees that were shown. All of them or none. */
export async function cancelSeriesVisits(context: RequestContext, input: CancelSeriesVisitsInput): Promise<Outcome> {
  const viewer = requireViewer(context);
  const call = toKeyedCall(context, 'cancelSeriesVisits', viewer.accountId, input);
  return inUnitOfWork(context.em, async (em): Promise<Outcome> => {
    await lockHouseholds(em, viewer.householdId);
    const known = await findAnswer(em, context, call);
    if (known) {
      if (known.type !== 'SeriesVisitsCancelled') return fromStoredSeriesFailure(known);
      const fee = known['fee'] as SeriesVisitsCancelled['fee'];
      return { series: await readSeries(em, known['seriesId'] as string), fee };
    }
    const outcome = await attempt(em, context, input);
    await keepAnswer(
      em,
      context,
      call,
      'series' in outcome
        ? { type: 'SeriesVisitsCancelled', seriesId: outcome.series.id, fee: outcome.fee }
        : toStoredSeriesFailure(outcome),
    );
    return outcome;
  });
}

async function attempt(em: EntityManager, context: RequestContext, input: CancelSeriesVisitsInput): Promise<Outcome> {
  const now = context.clock.now();
  const { series, visit } = await requireOwnSeries(em, context, input.seriesVisitId, 'input.seriesVisitId');
  const open = await listOpenVisits(em, now, { visit, scope: input.scope }, true);
  if (open.length === 0) return nothingLeft(context);
  const quote = addUp(visit, open, now);
  if (quote.fee.amount !== input.expectedFee) {
    const message = say(context, {
      en: 'The fees have changed since you saw them. Nothing was cancelled.',
      'zh-CN': '取消费用已有变动，尚未取消任何服务。',
    });
    return new SeriesFeeChangedError(message, quote);
  }
  await callOff(em, context, open, input.reason?.trim() || null);
  const endedAt = input.scope === SeriesScope.ONE ? series.endedAt : now;
  await em.nativeUpdate(BookingSeries, { id: series.id }, { endedAt });
  return { series: { ...series, endedAt }, fee: quote.fee };
}

/** The answer where every date of the scope is over, called off or left out. */
export function nothingLeft(context: RequestContext): SeriesNotChangeableError {
  return new SeriesNotChangeableError(
    'NOTHING_LEFT',
    say(context, { en: 'None of these dates can be changed any more.', 'zh-CN': '这些日期均已无法更改。' }),
  );
}

async function callOff(
  em: EntityManager,
  context: RequestContext,
  open: readonly OpenVisit[],
  reason: string | null,
): Promise<void> {
  const now = context.clock.now();
  const { accountId } = requireViewer(context);
  const booked = open.flatMap(({ booking }) => booking ?? []);
  for (const booking of booked) {
    const moved = await moveBooking(em, context.clock, booking, {
      to: BookingState.CANCELLED,
      actor: 'HOUSEHOLD',
      actorAccount: accountId,
      reason,
      fee: quoteCancellation(booking, 'HOUSEHOLD', now).fee.amount,
      inSeries: booked.length > 1,
    });
    if ('refusal' in moved) throw new Error('the table refused a cancellation that it had just allowed');
  }
  const waiting = open.filter(({ booking }) => booking === null).map(({ visit }) => visit.id);
  if (waiting.length > 0)
    await em.nativeUpdate(SeriesVisit, { id: { $in: waiting } }, { status: SeriesVisitStatus.SKIPPED });
  const [first] = booked;
  if (first && booked.length > 1)
    await publish(em, context.clock, [
      { topic: SERIES_CANCELLED, payload: { changeId: newId(), bookingId: first.id, visits: booked.length } },
    ]);
}

function addUp(visit: SeriesVisit, open: readonly OpenVisit[], now: Date): SeriesCancellationQuote {
  const { currency } = visit.storedQuote;
  const quotes = open.flatMap(({ booking }) => (booking ? [quoteCancellation(booking, 'HOUSEHOLD', now)] : []));
  const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);
  return {
    seriesId: visit.series,
    dates: open.length,
    fee: { amount: sum(quotes.map(({ fee }) => fee.amount)), currency },
    refund: { amount: sum(quotes.map(({ refund }) => refund.amount)), currency },
  };
}
