import type { RequestContext } from '../../../platform/request-context.ts';
import { isId } from '../../../kernel/ids.ts';
import { Provider } from '../../providers/index.ts';
import { actorOn } from '../bookings.policy.ts';
import { BookingSeries } from './booking-series.entity.ts';
import { SeriesVisit } from './series-visit.entity.ts';

type Side = ReturnType<typeof actorOn>;

/** As what whoever asks stands to a series; null when they have nothing to do with it. */
export async function sideOfSeries(
  context: RequestContext,
  series: Pick<BookingSeries, 'household' | 'provider'>,
): Promise<Side> {
  return actorOn(context.viewer, series, await context.loaders.get(Provider, series.provider));
}

/** The series with that id, if it is any of the business of whoever asks. */
export async function findOwnSeries(context: RequestContext, id: string): Promise<BookingSeries | null> {
  const series = isId(id) ? await context.loaders.find(BookingSeries, id) : null;
  return series !== null && (await sideOfSeries(context, series)) !== null ? series : null;
}

/** Id of the series that a booking is a visit of, or null. */
export async function findSeriesOf(context: RequestContext, bookingId: string): Promise<string | null> {
  const visitOf = context.loaders.batch('series-visit-of-booking', async (ids: readonly string[]) => {
    const rows = await context.em.find(SeriesVisit, { booking: { $in: [...ids] } }, { disableIdentityMap: true });
    const byBooking = new Map(rows.map((row) => [row.booking, row.series]));
    return ids.map((id) => byBooking.get(id) ?? null);
  });
  return visitOf.load(bookingId);
}
