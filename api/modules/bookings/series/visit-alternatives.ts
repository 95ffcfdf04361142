import type { RequestContext } from '../../../platform/request-context.ts';
import { BookingSeries } from './booking-series.entity.ts';
import { listAlternatives } from './judge-dates.ts';
import { readQuestionOf, readSeriesAtHand } from './planned-visit.ts';
import { SeriesVisitStatus } from './series.enums.ts';
import { sideOfSeries } from './series.queries.ts';
import type { SeriesVisit } from './series-visit.entity.ts';
import type { SeriesAlternative } from './series.type.ts';

const MINUTE_MS = 60_000;

/** The nearest free times for a date that could not be reserved. Read afresh: whoever asked is about to choose one. */
export async function listVisitAlternatives(context: RequestContext, visit: SeriesVisit): Promise<SeriesAlternative[]> {
  if (visit.status !== SeriesVisitStatus.FAILED) return [];
  const series = await context.loaders.get(BookingSeries, visit.series);
  if ((await sideOfSeries(context, series)) !== 'HOUSEHOLD') return [];
  const atHand = await readSeriesAtHand(context.em, context.vault, series);
  const question = await readQuestionOf(context.em, context.clock, atHand, [visit.startsAt]);
  const { total, currency } = visit.storedQuote;
  return listAlternatives(question, visit.startsAt).map((start) => ({
    start,
    end: new Date(start.getTime() + series.minutes * MINUTE_MS),
    price: { amount: total, currency },
  }));
}
