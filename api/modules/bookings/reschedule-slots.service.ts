import { addDays } from '../../kernel/local-date.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { freeStarts, localDay, toLocalDate, toSlotQuestion } from '../availability/index.ts';
import { Region } from '../catalog/index.ts';
import { requireRange, toSlot } from '../search/index.ts';
import type { DaySlots } from '../search/index.ts';
import type { Booking } from './booking.entity.ts';
import { placeReasons } from './hold-check.ts';
import { readMoveWish } from './move-wish.ts';

const MINUTE_MS = 60_000;

/**
 * The times that an agreed visit can move to, day by day, by the engine of search; its own time counts as free, so that a new one
 * may overlap it. Days without any are in the list, empty. @throws BAD_USER_INPUT for a range that search would not take either.
 */
export async function rescheduleSlots(
  context: RequestContext,
  booking: Booking,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<DaySlots[]> {
  const region = await context.loaders.get(Region, booking.region);
  requireRange(context, region, from, to);
  const zone = region.timeZone;
  const { provider, checked, wish } = await readMoveWish(context, booking, {
    start: new Date(localDay(from, zone).start * MINUTE_MS),
    end: new Date(localDay(to, zone).end * MINUTE_MS),
  });
  const ownStart = booking.startsAt.getTime() / MINUTE_MS;
  // Where the place itself is out of reach by now, no time would be granted.
  const isReachable = placeReasons(context, { provider, checked }).length === 0;
  const starts = isReachable
    ? freeStarts(toSlotQuestion({ ...wish, from, to })).filter((start) => start !== ownStart)
    : [];
  const byDay = Map.groupBy(starts, (start) => toLocalDate(start, zone));
  const days: DaySlots[] = [];
  for (let date = from; date <= to; date = addDays(date, 1))
    days.push({ date, slots: (byDay.get(date) ?? []).map((start) => toSlot(start, checked.minutes)) });
  return days;
}
