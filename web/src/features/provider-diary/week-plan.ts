/** Hours within one day, wall time `HH:mm`; `24:00` ends the day. */
export interface HourSpan {
  start: string;
  end: string;
}

export interface WeekdaySpan extends HourSpan {
  /** 1 = Monday … 7 = Sunday. */
  weekday: number;
}

/** A span while it is edited; `key` keeps its inputs in place when others are added or removed. */
export interface EditedSpan extends HourSpan {
  key: number;
}

/** The spans of Monday … Sunday, in this order. */
export type WeekPlan = readonly (readonly EditedSpan[])[];

export type SpanProblem = 'missing' | 'endsBeforeStart' | 'overlaps';

export interface FoundProblem {
  key: number;
  part: 'start' | 'end';
  problem: SpanProblem;
}

export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

let lastKey = 0;
const edited = ({ start, end }: HourSpan): EditedSpan => ({ key: (lastKey += 1), start, end });

/** `09:00:00` and `09:00` are the same time; inputs only know the short form. */
const shortTime = (time: string): string => time.slice(0, 5);

export function editSpans(spans: readonly HourSpan[]): EditedSpan[] {
  return spans
    .map(({ start, end }) => edited({ start: shortTime(start), end: shortTime(end) }))
    .sort((one, other) => one.start.localeCompare(other.start));
}

export function toWeekPlan(spans: readonly WeekdaySpan[]): WeekPlan {
  return weekdays.map((weekday) => editSpans(spans.filter((span) => span.weekday === weekday)));
}

/** The plan as it is sent, and beside each span the key of the edited one, so that `spans[3].end` finds its input again. */
export function toSpans(plan: WeekPlan): { spans: WeekdaySpan[]; keys: number[] } {
  const flat = plan.flatMap((spans, index) =>
    spans.map(({ key, start, end }) => ({ key, span: { weekday: index + 1, start, end } })),
  );
  return { spans: flat.map(({ span }) => span), keys: flat.map(({ key }) => key) };
}

/** Where a field path of the API points: `spans[3].end` → the fourth span sent, its end. */
export function findField(path: string, keys: readonly number[]): { key: number; part: 'start' | 'end' } | undefined {
  const match = /spans(?:\[|\.)(\d+)\]?(?:\.(start|end))?/u.exec(path);
  const key = match ? keys[Number(match[1])] : undefined;
  return key === undefined ? undefined : { key, part: match?.[2] === 'start' ? 'start' : 'end' };
}

/** A sensible next span: the afternoon after a morning, else the whole working day. */
export function suggestSpan(spans: readonly HourSpan[]): HourSpan {
  const last = spans.toSorted((one, other) => one.end.localeCompare(other.end)).at(-1);
  if (!last?.end) return { start: '09:00', end: '18:00' };
  const hour = Math.min(22, Number(last.end.slice(0, 2)) + 1);
  const at = (value: number): string => `${String(value).padStart(2, '0')}:00`;
  return { start: at(hour), end: at(Math.min(23, hour + 4)) };
}

export function addSpan(spans: readonly EditedSpan[]): EditedSpan[] {
  return [...spans, edited(suggestSpan(spans))];
}

/** Gives Tuesday to Friday the hours of Monday. */
export function copyMondayToWeekdays(plan: WeekPlan): WeekPlan {
  const monday = plan[0] ?? [];
  return plan.map((spans, index) => (index >= 1 && index <= 4 ? monday.map(edited) : spans));
}

/** What is wrong within one day; the same rules as the API's, so that most mistakes show while typing. */
export function findProblems(spans: readonly EditedSpan[]): FoundProblem[] {
  const problems: FoundProblem[] = [];
  const complete: EditedSpan[] = [];
  for (const span of spans) {
    if (!span.start || !span.end)
      problems.push({ key: span.key, part: span.start ? 'end' : 'start', problem: 'missing' });
    else if (span.start >= span.end) problems.push({ key: span.key, part: 'end', problem: 'endsBeforeStart' });
    else complete.push(span);
  }
  const ordered = complete.toSorted((one, other) => one.start.localeCompare(other.start));
  let busyUntil = '';
  for (const span of ordered) {
    if (span.start < busyUntil) problems.push({ key: span.key, part: 'start', problem: 'overlaps' });
    busyUntil = span.end > busyUntil ? span.end : busyUntil;
  }
  return problems;
}

/** Whether two plans mean the same hours, whatever the order in which their spans were typed. */
export function isSamePlan(one: WeekPlan, other: WeekPlan): boolean {
  const written = (plan: WeekPlan): string =>
    plan
      .map((spans) =>
        spans
          .map(({ start, end }) => `${start}-${end}`)
          .sort()
          .join(),
      )
      .join('|');
  return written(one) === written(other);
}

/** Minutes worked in a week by this plan; unfinished spans do not count. */
export function weeklyMinutes(plan: WeekPlan): number {
  const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  return plan
    .flat()
    .reduce((sum, { start, end }) => (start && end && start < end ? sum + minutes(end) - minutes(start) : sum), 0);
}
