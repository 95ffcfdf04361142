import { required } from '../../../kernel/required.ts';
import type { RequestContext } from '../../../platform/request-context.ts';
import type { InvalidVisitError } from '../../pricing/index.ts';
import type { NotBookableError } from '../bookings.errors.ts';
import { HoldRefused } from '../hold-outcome.ts';
import { opensUntil, planSeries, presentDates, readDatesQuestion, toWantedDate } from './series-plan.ts';
import type { SeriesInput } from './series.inputs.ts';
import type { SeriesPreview } from './series.type.ts';

/** Looks at every date of a series (B7): whether it can be had, by the engine that will reserve it, and what else could be. */
export async function previewSeries(
  context: RequestContext,
  input: SeriesInput,
): Promise<SeriesPreview | NotBookableError | InvalidVisitError> {
  try {
    const plan = await planSeries(context, input);
    const wanted = plan.occurrences.map(toWantedDate);
    const question = await readDatesQuestion(
      context.em,
      context,
      plan,
      wanted.map(({ start }) => start),
    );
    const dates = presentDates(context, plan, question, wanted);
    return {
      timeZone: plan.checked.visit.region.timeZone,
      dates,
      priceLockedUntil: required(wanted.at(-1), 'a date').date,
      opensUntil: opensUntil(context, plan),
    };
  } catch (error) {
    if (error instanceof HoldRefused) return error.failure as NotBookableError | InvalidVisitError;
    throw error;
  }
}
