import { isId } from '../../kernel/ids.ts';
import { required } from '../../kernel/required.ts';
import { distanceMetres } from '../../kernel/geo-point.ts';
import { addDays } from '../../kernel/local-date.ts';
import { badUserInput } from '../../platform/connection.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { say } from '../../platform/say.ts';
import {
  freeStarts,
  listDiaries,
  listStandings,
  localDay,
  toLocalDate,
  toSlotQuestion,
} from '../availability/index.ts';
import { Venue } from '../catalog/index.ts';
import { Provider, ProviderStatus } from '../providers/index.ts';
import type { AvailableSlotsInput } from './search.inputs.ts';
import { toSlot } from './search-providers.service.ts';
import type { DaySlots } from './search.type.ts';
import { checkVisit, requireRange, throwProblem } from './visit-wish.ts';

/** The free times of one provider, day by day, by the same engine as search. Days without any are in the list, empty. */
export async function availableSlots(context: RequestContext, input: AvailableSlotsInput): Promise<DaySlots[]> {
  const provider = isId(input.providerId) ? await context.loaders.find(Provider, input.providerId) : null;
  if (provider === null || provider.status === ProviderStatus.APPLICANT) {
    throw badUserInput(
      'input.providerId',
      say(context, { en: 'There is no such provider.', 'zh-CN': '没有这位服务者。' }),
    );
  }
  const checked = await checkVisit(context, input, provider.region);
  if ('problem' in checked) throwProblem(context, checked.problem);
  const { visit, place, minutes } = checked;
  requireRange(context, visit.region, input.from, input.to);

  const items = visit.items.map(({ item }) => item);
  const zone = visit.region.timeZone;
  const days = daysFrom(input.from, input.to);
  const venue = place === null ? Venue.AT_STUDIO : Venue.AT_HOME;
  const unreachable =
    place === null ? !provider.hasStudio : distanceMetres(provider, place.point) > provider.serviceRadiusMetres;
  if (unreachable || !items.every((item) => item.venues.includes(venue)))
    return days.map((date) => ({ date, slots: [] }));

  const now = context.clock.now();
  const range = {
    start: new Date(localDay(input.from, zone).start * 60_000),
    end: new Date(localDay(input.to, zone).end * 60_000),
    now,
  };
  const [diaries, standings] = await Promise.all([
    listDiaries(context.em, [provider.id], range),
    listStandings(
      context.em,
      [provider],
      items.map(({ id }) => id),
    ),
  ]);
  const starts = freeStarts(
    toSlotQuestion({
      provider,
      standing: required(standings.get(provider.id), 'a standing'),
      diary: required(diaries.get(provider.id), 'a diary'),
      region: visit.region,
      plan: { items, minutes, place: place?.point ?? { latitude: provider.latitude, longitude: provider.longitude } },
      from: input.from,
      to: input.to,
      now,
    }),
  );
  const byDay = Map.groupBy(starts, (start) => toLocalDate(start, zone));
  return days.map((date) => ({ date, slots: (byDay.get(date) ?? []).map((start) => toSlot(start, minutes)) }));
}

function daysFrom(from: string, to: string): string[] {
  const days: string[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) days.push(date);
  return days;
}
