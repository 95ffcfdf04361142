/** `weekdays start–end start–end`, weekdays as digits (1 is Monday); a leading o or e means odd or even ISO weeks only. */
const WEEK_PLANS = {
  /** Office days with a lunch break, and a Saturday morning. */
  DAYS: ['12345 08:00-12:00 13:00-18:00', '6 09:00-13:00'],
  /** Begins before most people get up. */
  EARLY: ['123456 07:00-11:30 12:00-16:00'],
  /** A salon's week: closed on Mondays, open late. */
  SALON: ['23456 10:00-13:30 14:30-20:00', '7 11:00-17:00'],
  /** When parents go out. */
  EVENINGS: ['12345 15:30-22:00', '67 10:00-14:00 15:00-22:00'],
  WEEKEND: ['45 13:00-19:00', '67 09:00-13:00 14:00-19:00'],
  /** Fridays in odd weeks, Saturdays in even ones. */
  ALTERNATING: ['1234 09:00-13:00 14:00-18:00', 'o5 09:00-13:00 14:00-18:00', 'e6 09:00-14:00'],
  FULL: ['123456 08:00-12:00 13:00-18:30'],
  /** A trade with one long evening for those who work. */
  TRADE: ['1245 07:30-12:00 12:30-16:30', '3 11:00-14:00 15:00-20:30', '6 08:00-12:00'],
} as const;

export type WeekPlan = keyof typeof WEEK_PLANS;

export interface PlannedSpan {
  readonly weekday: number;
  readonly start: string;
  readonly end: string;
  readonly weeks: 'EVERY' | 'ODD' | 'EVEN';
}

/** The spans of a plan, in wall time. */
export function plannedSpans(plan: WeekPlan): PlannedSpan[] {
  return WEEK_PLANS[plan].flatMap((line) => {
    const [days = '', ...spans] = line.split(' ');
    const weeks = days.startsWith('o') ? 'ODD' : days.startsWith('e') ? 'EVEN' : 'EVERY';
    return [...days.replace(/^[oe]/, '')].flatMap((weekday) =>
      spans.map((span) => {
        const [start = '', end = ''] = span.split('-');
        return { weekday: Number(weekday), start, end, weeks } as const;
      }),
    );
  });
}
