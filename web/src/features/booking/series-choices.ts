interface Price {
  amount: number;
  currency: string;
}

/** One date of a series as the server sees it. */
export interface PlannedDate {
  date: string;
  start: string;
  status: string;
  price: Price;
  alternatives: { start: string; price: Price }[];
}

/** What a household decided about one date: to leave it out, to keep it as it is, or another start. */
export type DateDecision = 'LEAVE_OUT' | 'KEEP' | { start: string };

/** How visits return, and what was decided about single dates, as far as a person has got with it. */
export interface RepeatDraft {
  everyWeeks: number;
  /** Besides the weekday of the first visit. */
  moreWeekdays: number[];
  endBy: 'count' | 'until';
  count: number;
  until: string;
  decisions: Record<string, DateDecision>;
}

export const newRepeat = (everyWeeks: number, until: string): RepeatDraft => ({
  everyWeeks,
  moreWeekdays: [],
  endBy: 'count',
  count: 8,
  until,
  decisions: {},
});

/** Whether the date is had as it stands unless somebody says otherwise. */
export const isAsPlanned = ({ status }: Pick<PlannedDate, 'status'>): boolean =>
  status === 'WORKS' || status === 'BEYOND_HORIZON';

/** A date as decided: kept at a start and price, left out, or still open. */
export interface SettledDate<D extends PlannedDate = PlannedDate> {
  readonly date: D;
  readonly decision: DateDecision | undefined;
  readonly kept: { readonly start: string; readonly amount: number } | undefined;
}

/** What is decided about each date. A start that is no longer offered decides nothing. */
export function settleDates<D extends PlannedDate>(
  dates: readonly D[],
  decisions: Readonly<Record<string, DateDecision>>,
): SettledDate<D>[] {
  return dates.map((date) => {
    const asItIs = { start: date.start, amount: date.price.amount };
    const decision = decisions[date.date];
    if (decision === 'LEAVE_OUT') return { date, decision, kept: undefined };
    if (typeof decision === 'object') {
      const offered = date.alternatives.find(({ start }) => start === decision.start);
      if (offered) return { date, decision, kept: { start: offered.start, amount: offered.price.amount } };
    }
    if (isAsPlanned(date)) return { date, decision: undefined, kept: asItIs };
    if (decision === 'KEEP' && date.status === 'HOLIDAY') return { date, decision, kept: asItIs };
    return { date, decision: undefined, kept: undefined };
  });
}

/** Dates that somebody has to decide about before the series can be booked. */
export const openQuestions = <D extends PlannedDate>(settled: readonly SettledDate<D>[]): SettledDate<D>[] =>
  settled.filter(({ decision, kept }) => decision === undefined && kept === undefined);

export const totalOf = (settled: readonly SettledDate[]): number =>
  settled.reduce((sum, { kept }) => sum + (kept?.amount ?? 0), 0);

/** The dates that are not to be as the rule says, in the words of the API. */
export function toChoices(settled: readonly SettledDate[]): { date: string; start: string | null }[] {
  return settled.flatMap(({ date, kept }): { date: string; start: string | null }[] => {
    if (!kept) return [{ date: date.date, start: null }];
    return kept.start === date.start ? [] : [{ date: date.date, start: kept.start }];
  });
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Reads what was stored; whatever cannot be read is as if nothing had been chosen. */
export function readRepeat(value: unknown): RepeatDraft | undefined {
  if (!isRecord(value)) return undefined;
  const { everyWeeks, moreWeekdays, endBy, count, until, decisions } = value;
  const isSound =
    [1, 2, 4].includes(everyWeeks as number) &&
    Array.isArray(moreWeekdays) &&
    moreWeekdays.every((day) => Number.isInteger(day)) &&
    Number.isInteger(count) &&
    typeof until === 'string';
  if (!isSound) return undefined;
  return {
    everyWeeks: everyWeeks as number,
    moreWeekdays: moreWeekdays as number[],
    endBy: endBy === 'until' ? 'until' : 'count',
    count: count as number,
    until,
    decisions: isRecord(decisions) ? (decisions as Record<string, DateDecision>) : {},
  };
}
