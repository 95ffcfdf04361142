import { newId } from '../../../kernel/ids.ts';
import { addDays, daysBetween, weekdayOf } from '../../../kernel/local-date.ts';
import { localDateAt, localTimeAt } from '../../../kernel/zoned-time.ts';
import type { EntityManager } from '../../../platform/database.ts';
import { publish } from '../../../platform/outbox.ts';
import type { RequestContext } from '../../../platform/request-context.ts';
import { say } from '../../../platform/say.ts';
import { inUnitOfWork } from '../../../platform/unit-of-work.ts';
import { lockHouseholds, requireViewer } from '../../accounts/index.ts';
import { lockDiaries, releaseReservation, sweepLapsedHolds } from '../../availability/index.ts';
import { SERIES_MOVED } from '../bookings.events.ts';
import { occurrenceOn } from '../domain/recurrence.ts';
import { findAnswer, keepAnswer, toKeyedCall } from '../idempotency.ts';
import { feeForMoving } from '../reschedule-quote.ts';
import { BookingSeries } from './booking-series.entity.ts';
import { nothingLeft } from './cancel-series-visits.service.ts';
import { isAtHand, judgeDates } from './judge-dates.ts';
import type { DateVerdict } from './judge-dates.ts';
import { giveNewTime, presentMoves } from './new-times.ts';
import type { NewTime } from './new-times.ts';
import { readQuestionOf, readSeriesAtHand } from './planned-visit.ts';
import { SeriesDateStatus, SeriesScope, SeriesVisitStatus } from './series.enums.ts';
import type { MoveSeriesVisitsInput } from './series.inputs.ts';
import { SeriesRefused, fromStoredSeriesFailure, readSeries, toStoredSeriesFailure } from './series-outcome.ts';
import { listOpenVisits, requireOwnSeries } from './series-scope.ts';
import type { OpenVisit } from './series-scope.ts';
import type { SeriesVisit } from './series-visit.entity.ts';
import { SeriesDatesFailedError, SeriesNotChangeableError } from './series.type.ts';
import type { SeriesVisitsMoved } from './series.type.ts';

const MINUTE_MS = 60_000;
/** Nobody plans farther ahead, and no calendar is asked about years that it does not have. */
const FARTHEST_MS = 5 * 366 * 24 * 60 * MINUTE_MS;

type Outcome = SeriesVisitsMoved | SeriesDatesFailedError | SeriesNotChangeableError;

/**
 * Gives one date of a series another time, or one and all after it, or all: the same local time, moved by as many days. All of them
 * move or none. A date that could not be reserved is reserved at its new time; the prices stay as agreed.
 */
export async function moveSeriesVisits(context: RequestContext, input: MoveSeriesVisitsInput): Promise<Outcome> {
  const viewer = requireViewer(context);
  const call = toKeyedCall(context, 'moveSeriesVisits', viewer.accountId, input);
  return inUnitOfWork(context.em, async (em): Promise<Outcome> => {
    await lockHouseholds(em, viewer.householdId);
    const known = await findAnswer(em, context, call);
    if (known)
      return known.type === 'SeriesVisitsMoved'
        ? { series: await readSeries(em, known['seriesId'] as string) }
        : fromStoredSeriesFailure(known);
    const own = await requireOwnSeries(em, context, input.seriesVisitId, 'input.seriesVisitId');
    try {
      const series = await em.transactional((attempt) => move(attempt, context, own, input));
      await keepAnswer(em, context, call, { type: 'SeriesVisitsMoved', seriesId: series.id });
      return { series };
    } catch (error) {
      if (!(error instanceof SeriesRefused)) throw error;
      await keepAnswer(em, context, call, toStoredSeriesFailure(error.failure));
      return error.failure;
    }
  });
}

async function move(
  em: EntityManager,
  context: RequestContext,
  { series, visit }: { readonly series: BookingSeries; readonly visit: SeriesVisit },
  input: MoveSeriesVisitsInput,
): Promise<BookingSeries> {
  await lockDiaries(em, [series.provider]);
  const now = context.clock.now();
  const open = await listOpenVisits(em, now, { visit, scope: input.scope }, true);
  const pivot = open.find((one) => one.visit.id === visit.id);
  if (!pivot) throw new SeriesRefused(nothingLeft(context));
  requireSaneStart(context, input.start);
  refuseFees(context, open);

  const times = toNewTimes(series, open, pivot, input.start);
  for (const { booking } of open) if (booking) await releaseReservation(em, booking.reservation);
  await sweepLapsedHolds(em, series.provider, now);
  const atHand = await readSeriesAtHand(em, context.vault, series);
  const question = await readQuestionOf(
    em,
    context.clock,
    atHand,
    times.map(({ start }) => start),
  );
  const verdicts = judgeDates(question, times);
  const failed = times.filter((time, index) => !canHave(time, verdicts[index]));
  if (failed.length > 0) throw datesFailed(context, presentMoves(atHand, question, times, verdicts, failed));
  for (const [index, time] of times.entries()) {
    const isReserved = verdicts[index] !== undefined && isAtHand(verdicts[index].status);
    const isDone = await giveNewTime(em, context, atHand, time, {
      isReserved,
      inSeries: open.filter(({ booking }) => booking).length > 1,
    });
    const taken = times.map(() => ({ status: SeriesDateStatus.TAKEN, foreseen: null }));
    if (!isDone) throw datesFailed(context, presentMoves(atHand, question, times, taken, [time]));
  }
  await tellOnce(em, context, open);
  return keepRule(em, series, times, input);
}

/** A date that waits may go on waiting; one that is reserved or was looked for in vain has to be had now. */
function canHave({ open }: NewTime, verdict: DateVerdict | undefined): boolean {
  if (verdict === undefined) return false;
  const mayWait = open.booking === null && open.visit.status === SeriesVisitStatus.PLANNED;
  return isAtHand(verdict.status) || (mayWait && verdict.status === SeriesDateStatus.BEYOND_HORIZON);
}

/** The same wall time for all, each moved by as many days as the one that was asked about. */
function toNewTimes(series: BookingSeries, open: readonly OpenVisit[], pivot: OpenVisit, start: Date): NewTime[] {
  const { timeZone } = series;
  const days = daysBetween(localDateAt(pivot.start, timeZone), localDateAt(start, timeZone));
  const time = localTimeAt(start, timeZone);
  return open.map((one) => {
    if (one === pivot) return { open: one, start, isSkipped: false };
    const wanted = occurrenceOn(addDays(localDateAt(one.start, timeZone), days), time, timeZone);
    return { open: one, start: wanted.start, isSkipped: wanted.clock === 'SKIPPED' };
  });
}

function requireSaneStart(context: RequestContext, start: Date): void {
  const ahead = start.getTime() - context.clock.now().getTime();
  if (ahead > 0 && ahead < FARTHEST_MS && start.getTime() % MINUTE_MS === 0) return;
  throw new SeriesRefused(
    new SeriesNotChangeableError(
      'START_ASTRAY',
      say(context, { en: 'Choose one of the free times offered.', 'zh-CN': '请选择所列的空闲时间。' }),
    ),
  );
}

/** Where moving costs something, it is agreed for that visit alone, with its fee shown. */
function refuseFees(context: RequestContext, open: readonly OpenVisit[]): void {
  const now = context.clock.now();
  const costly = open.find(({ booking }) => booking && feeForMoving(booking, 'HOUSEHOLD', now).fee.amount > 0);
  if (!costly) return;
  const day = localDateAt(costly.start, costly.booking?.timeZone ?? 'UTC');
  throw new SeriesRefused(
    new SeriesNotChangeableError(
      'FEE_DUE',
      say(context, {
        en: `Moving the visit of ${day} has a fee by now. Move that one by itself; nothing was moved.`,
        'zh-CN': `${day} 的服务改期已需付费，请单独改期。尚未更改任何服务。`,
      }),
    ),
  );
}

function datesFailed(context: RequestContext, dates: SeriesDatesFailedError['dates']): SeriesRefused {
  const days = dates.map(({ date }) => date).join(', ');
  return new SeriesRefused(
    new SeriesDatesFailedError(
      say(context, {
        en: `Not possible at that time: ${days}. Nothing was moved.`,
        'zh-CN': `以下日期在该时间无法安排：${days}。尚未更改任何服务。`,
      }),
      dates,
    ),
  );
}

async function tellOnce(em: EntityManager, context: RequestContext, open: readonly OpenVisit[]): Promise<void> {
  const booked = open.flatMap(({ booking }) => booking ?? []);
  const [first] = booked;
  if (first === undefined || booked.length < 2) return;
  await publish(em, context.clock, [
    { topic: SERIES_MOVED, payload: { changeId: newId(), bookingId: first.id, visits: booked.length } },
  ]);
}

/** What the series says of itself follows where most of it goes. */
async function keepRule(
  em: EntityManager,
  series: BookingSeries,
  times: readonly NewTime[],
  { scope, start }: MoveSeriesVisitsInput,
): Promise<BookingSeries> {
  if (scope === SeriesScope.ONE) return series;
  const days = times.map((time) => weekdayOf(localDateAt(time.start, series.timeZone)));
  const rule = {
    localTime: localTimeAt(start, series.timeZone),
    weekdays: [...new Set(days)].toSorted((a, b) => a - b),
  };
  await em.nativeUpdate(BookingSeries, { id: series.id }, rule);
  return { ...series, ...rule };
}
