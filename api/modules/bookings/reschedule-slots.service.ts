import { addDays } from '../../kernel/local-date.ts';
import { required } from '../../kernel/required.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import {
  freeStarts,
  listDiaries,
  listStandings,
  localDay,
  toLocalDate,
  toSlotQuestion,
} from '../availability/index.ts';
import { requireRange, toSlot } from '../search/index.ts';
import type { DaySlots } from '../search/index.ts';
import type { Booking } from './booking.entity.ts';
import { toCheckedVisit } from './booked-visit.ts';
import { pointOf } from './hold-check.ts';

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
  const { provider, checked } = await toCheckedVisit(context, booking);
  const { region } = checked.visit;
  requireRange(context, region, from, to);
  const items = checked.visit.items.map(({ item }) => item);
  const zone = region.timeZone;
  const now = context.clock.now();
  const range = {
    start: new Date(localDay(from, zone).start * MINUTE_MS),
    end: new Date(localDay(to, zone).end * MINUTE_MS),
    now,
  };
  const itemIds = items.map(({ id }) => id);
  const [diaries, standings] = await Promise.all([
    listDiaries(context.em, [provider.id], range),
    listStandings(context.em, [provider], itemIds),
  ]);
  const diary = required(diaries.get(provider.id), 'a diary');
  // Live visits of one provider never overlap, so the start names one.
  const ownStart = booking.startsAt.getTime() / MINUTE_MS;
  const starts = freeStarts(
    toSlotQuestion({
      provider,
      standing: required(standings.get(provider.id), 'a standing'),
      diary: { ...diary, occupied: diary.occupied.filter(({ visitStart }) => visitStart !== ownStart) },
      region,
      plan: { items, minutes: checked.minutes, place: pointOf({ provider, checked }) },
      from,
      to,
      now,
    }),
  ).filter((start) => start !== ownStart);
  const byDay = Map.groupBy(starts, (start) => toLocalDate(start, zone));
  const days: DaySlots[] = [];
  for (let date = from; date <= to; date = addDays(date, 1))
    days.push({ date, slots: (byDay.get(date) ?? []).map((start) => toSlot(start, checked.minutes)) });
  return days;
}
