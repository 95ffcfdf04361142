import { weekdayOf } from '../../kernel/local-date.ts';
import { instantAt } from '../../kernel/zoned-time.ts';
import type { HoursException, TimeOff, WorkingSpan } from '../../modules/availability/index.ts';
import type { Holiday } from '../../modules/catalog/index.ts';
import { dateFrom } from './demo-context.ts';
import type { DemoContext } from './demo-context.ts';
import type { DemoProvider } from './demo-providers.ts';
import { plannedSpans } from './week-plans.ts';

export interface DemoHours {
  readonly spans: readonly WorkingSpan[];
  readonly exceptions: readonly HoursException[];
  readonly timeOff: readonly TimeOff[];
}

/** Reasons as people write them to themselves. */
const REASONS = {
  hangzhou: ['回老家看父母', '孩子家长会', '陪家人去体检', '参加技能培训'],
  london: ['Family visit', 'School play', 'Dentist', 'Training day'],
} as const;

/** Extra hours on the day of the demo, so that the diary shown first is never an empty one. */
const HOURS_TODAY = [
  { start: '08:00', end: '12:00' },
  { start: '13:00', end: '18:30' },
];

export function demoHours(
  context: DemoContext,
  providers: readonly DemoProvider[],
  holidays: readonly Holiday[],
): DemoHours {
  const { ids } = context;
  const spans = providers.flatMap(({ row, profile }) =>
    (profile.obstacle === 'JUST_APPLIED' ? [] : plannedSpans(profile.plan)).map((span) => ({
      id: ids.next(),
      provider: row.id,
      ...span,
    })),
  );
  const exceptions = providers.flatMap((provider, index) => exceptionsOf(context, provider, index, holidays));
  const timeOff = providers.flatMap((provider, index) => timeOffOf(context, provider, index));
  return { spans, exceptions, timeOff };
}

function exceptionsOf(
  { ids, now }: DemoContext,
  { row, region }: DemoProvider,
  index: number,
  holidays: readonly Holiday[],
): HoursException[] {
  const exception = (date: string, spans: HoursException['spans']): HoursException => ({
    id: ids.next(),
    provider: row.id,
    date,
    spans,
  });
  const today = dateFrom(now, 0, region.timeZone);
  if (index === 0) return weekdayOf(today) === 7 ? [exception(today, HOURS_TODAY)] : [];
  const horizon = dateFrom(now, 60, region.timeZone);
  const closed = holidays
    .filter(({ region: of, date }) => of === region.id && date > today && date <= horizon && index % 3 !== 0)
    .map(({ date }) => exception(date, []));
  if (index % 5 !== 2) return closed;
  // A short day next week; a holiday keeps its own exception, since a day has one at most.
  const shortDay = dateFrom(now, 7 + (index % 6), region.timeZone);
  if (closed.some(({ date }) => date === shortDay)) return closed;
  return [...closed, exception(shortDay, [{ start: '10:00', end: '14:00' }])];
}

/** Every sixth provider is away for some days within the next weeks, and every seventh for an afternoon. */
function timeOffOf({ ids, now, random }: DemoContext, provider: DemoProvider, index: number): TimeOff[] {
  const { row, region, regionCode } = provider;
  if (index === 0 || provider.profile.obstacle !== undefined) return [];
  const stream = random.streamFor(`time off ${provider.profile.name.en}`);
  const reason = stream.pick(REASONS[regionCode]);
  const away = (from: [days: number, time: string], to: [days: number, time: string]): TimeOff => ({
    id: ids.next(),
    provider: row.id,
    startsAt: instantAt(dateFrom(now, from[0], region.timeZone), from[1], region.timeZone),
    endsAt: instantAt(dateFrom(now, to[0], region.timeZone), to[1], region.timeZone),
    reason,
  });
  const rows: TimeOff[] = [];
  if (index % 6 === 1) {
    const first = stream.integer(8, 18);
    rows.push(away([first, '00:00'], [first + stream.integer(3, 7), '00:00']));
  }
  if (index % 7 === 3) {
    const day = stream.integer(2, 6);
    rows.push(away([day, '13:00'], [day, '18:00']));
  }
  return rows;
}
