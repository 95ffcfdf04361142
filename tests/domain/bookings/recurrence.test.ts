import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, weekdayOf } from '../../../api/kernel/local-date.ts';
import { localDateAt, localTimeAt } from '../../../api/kernel/zoned-time.ts';
import {
  MOST_SERIES_VISITS,
  expandRecurrence,
  occurrenceOn,
  recurrenceProblem,
  type RecurrenceRule,
} from '../../../api/modules/bookings/domain/recurrence.ts';

const LONDON = 'Europe/London';
const ZONES = [
  LONDON,
  'America/New_York',
  'America/Sao_Paulo',
  'Australia/Lord_Howe',
  'Asia/Shanghai',
  'Africa/Cairo',
  'America/St_Johns',
  'Pacific/Auckland',
];

function buildRule(overrides: Partial<RecurrenceRule> = {}): RecurrenceRule {
  return {
    firstStart: new Date('2027-03-11T10:00:00Z'),
    everyWeeks: 1,
    weekdays: [4],
    until: null,
    count: 4,
    ...overrides,
  };
}

const dates = (rule: RecurrenceRule, zone = LONDON): string[] => expandRecurrence(rule, zone).map(({ date }) => date);

describe('the dates of a series', () => {
  it('keeps the wall time across both changes of the clock', () => {
    const occurrences = expandRecurrence(buildRule({ count: 52 }), LONDON);

    expect(occurrences).toHaveLength(52);
    expect(new Set(occurrences.map(({ start }) => localTimeAt(start, LONDON)))).toEqual(new Set(['10:00']));
    expect(new Set(occurrences.map(({ start }) => start.getUTCHours()))).toEqual(new Set([9, 10]));
  });

  it.each([
    [1, ['2027-03-11', '2027-03-18', '2027-03-25', '2027-04-01']],
    [2, ['2027-03-11', '2027-03-25', '2027-04-08', '2027-04-22']],
    [4, ['2027-03-11', '2027-04-08', '2027-05-06', '2027-06-03']],
  ] as const)('comes every %i weeks', (everyWeeks, expected) => {
    expect(dates(buildRule({ everyWeeks }))).toEqual(expected);
  });

  it('counts weeks from the Monday of the first visit, and begins with it', () => {
    expect(dates(buildRule({ everyWeeks: 2, weekdays: [5, 1, 4], count: 5 }))).toEqual([
      '2027-03-11',
      '2027-03-12',
      '2027-03-22',
      '2027-03-25',
      '2027-03-26',
    ]);
  });

  it('ends with the last day, itself included', () => {
    expect(dates(buildRule({ count: null, until: '2027-03-25' }))).toEqual(['2027-03-11', '2027-03-18', '2027-03-25']);
    expect(dates(buildRule({ count: null, until: '2027-03-24' }))).toEqual(['2027-03-11', '2027-03-18']);
  });

  it('says which times the clock skips and which it shows twice', () => {
    expect(occurrenceOn('2027-03-28', '01:30', LONDON)).toEqual({
      date: '2027-03-28',
      start: new Date('2027-03-28T01:30:00Z'),
      clock: 'SKIPPED',
    });
    expect(occurrenceOn('2027-10-31', '01:30', LONDON)).toEqual({
      date: '2027-10-31',
      start: new Date('2027-10-31T00:30:00Z'),
      clock: 'TWICE',
    });
    expect(occurrenceOn('2027-10-31', '02:00', LONDON).clock).toBe('ONCE');
  });

  it('begins at the very instant that was chosen where the clock shows its time twice', () => {
    const later = new Date('2027-10-31T01:30:00Z');

    expect(expandRecurrence(buildRule({ firstStart: later, weekdays: [7] }), LONDON)[0]?.start).toEqual(later);
  });

  it.each([
    ['another interval', { everyWeeks: 3 }, 'BAD_INTERVAL'],
    ['no weekday', { weekdays: [] }, 'BAD_WEEKDAYS'],
    ['a weekday twice', { weekdays: [4, 4] }, 'BAD_WEEKDAYS'],
    ['a day that no week has', { weekdays: [4, 8] }, 'BAD_WEEKDAYS'],
    ['not the weekday of the first visit', { weekdays: [5] }, 'FIRST_DAY_MISSING'],
    ['no end', { count: null }, 'BAD_END'],
    ['two ends', { until: '2027-05-01' }, 'BAD_END'],
    ['one visit', { count: 1 }, 'BAD_COUNT'],
    ['53 visits', { count: 53 }, 'BAD_COUNT'],
    ['half a visit', { count: 2.5 }, 'BAD_COUNT'],
    ['an end before the second visit', { count: null, until: '2027-03-17' }, 'TOO_FEW_VISITS'],
    ['an end before the first', { count: null, until: '2020-01-01' }, 'TOO_FEW_VISITS'],
    ['an end behind the 52nd visit', { count: null, until: '2028-03-09' }, 'TOO_MANY_VISITS'],
    ['an end in the farthest future', { count: null, until: '9999-12-31' }, 'TOO_MANY_VISITS'],
  ] as const)('refuses %s', (_case, change, code) => {
    expect(recurrenceProblem(buildRule(change), LONDON)?.code).toBe(code);
    expect(() => expandRecurrence(buildRule(change), LONDON)).toThrow(RangeError);
  });

  it('takes 2 and 52 visits, and an end on the day of the 52nd', () => {
    for (const change of [{ count: 2 }, { count: 52 }, { count: null, until: '2028-03-02' }])
      expect(recurrenceProblem(buildRule(change), LONDON)).toBeNull();
  });

  it('holds in every zone: ascending, on the chosen days and weeks, at the same wall time', () => {
    const rules = fc.record({
      zone: fc.constantFrom(...ZONES),
      quarters: fc.integer({ min: 1_900_000, max: 2_200_000 }),
      everyWeeks: fc.constantFrom(1, 2, 4),
      others: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 7 }),
      count: fc.integer({ min: 2, max: MOST_SERIES_VISITS }),
    });
    fc.assert(
      fc.property(rules, ({ zone, quarters, everyWeeks, others, count }) => {
        const firstStart = new Date(quarters * 15 * 60_000);
        const firstDate = localDateAt(firstStart, zone);
        const weekdays = [...new Set([...others, weekdayOf(firstDate)])];
        const time = localTimeAt(firstStart, zone);

        const occurrences = expandRecurrence({ firstStart, everyWeeks, weekdays, until: null, count }, zone);

        expect(occurrences).toHaveLength(count);
        expect(occurrences[0]).toMatchObject({ date: firstDate, start: firstStart });
        const monday = addDays(firstDate, 1 - weekdayOf(firstDate));
        for (const [index, { date, start, clock }] of occurrences.entries()) {
          expect(weekdays).toContain(weekdayOf(date));
          expect(Math.floor(daysBetween(monday, date) / 7) % everyWeeks).toBe(0);
          if (index > 0) expect(start.getTime()).toBeGreaterThan(occurrences[index - 1]!.start.getTime());
          expect(localTimeAt(start, zone) === time).toBe(clock !== 'SKIPPED');
          if (clock !== 'SKIPPED') expect(localDateAt(start, zone)).toBe(date);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('is the same whether it is ended by the number of visits or by the day of the last', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(1, 2, 4),
        fc.integer({ min: 2, max: MOST_SERIES_VISITS }),
        fc.constantFrom(...ZONES),
        (everyWeeks, count, zone) => {
          const firstStart = new Date('2027-03-11T10:00:00Z');
          const weekdays = [weekdayOf(localDateAt(firstStart, zone))];
          const counted = expandRecurrence({ firstStart, everyWeeks, weekdays, until: null, count }, zone);
          const until = counted.at(-1)!.date;

          expect(expandRecurrence({ firstStart, everyWeeks, weekdays, until, count: null }, zone)).toEqual(counted);
        },
      ),
    );
  });
});
