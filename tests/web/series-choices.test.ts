import { describe, expect, it } from 'vitest';
import {
  newRepeat,
  openQuestions,
  readRepeat,
  settleDates,
  toChoices,
  totalOf,
} from '../../web/src/features/booking/series-choices';
import type { PlannedDate } from '../../web/src/features/booking/series-choices';

const pounds = (amount: number) => ({ amount, currency: 'GBP' });

function buildDate(date: string, status = 'WORKS'): PlannedDate {
  return {
    date,
    start: `${date}T10:00:00.000Z`,
    status,
    price: pounds(6_000),
    alternatives:
      status === 'WORKS' || status === 'BEYOND_HORIZON'
        ? []
        : [
            { start: `${date}T09:00:00.000Z`, price: pounds(6_000) },
            { start: `${date}T21:00:00.000Z`, price: pounds(7_500) },
          ],
  };
}

const dates = [
  buildDate('2027-03-11'),
  buildDate('2027-03-18', 'TAKEN'),
  buildDate('2027-03-25', 'HOLIDAY'),
  buildDate('2027-06-10', 'BEYOND_HORIZON'),
];

describe('the dates of a series as they are decided', () => {
  it('keeps what is free or not open yet, and asks about everything else', () => {
    const settled = settleDates(dates, {});

    expect(openQuestions(settled).map(({ date }) => date.date)).toEqual(['2027-03-18', '2027-03-25']);
    expect(totalOf(settled)).toBe(12_000);
  });

  it('sends only what is not as the rule says, each at its own price', () => {
    const settled = settleDates(dates, {
      '2027-03-11': 'LEAVE_OUT',
      '2027-03-18': { start: '2027-03-18T21:00:00.000Z' },
      '2027-03-25': 'KEEP',
    });

    expect(openQuestions(settled)).toEqual([]);
    expect(totalOf(settled)).toBe(7_500 + 6_000 + 6_000);
    expect(toChoices(settled)).toEqual([
      { date: '2027-03-11', start: null },
      { date: '2027-03-18', start: '2027-03-18T21:00:00.000Z' },
    ]);
  });

  it('asks again where a start is no longer offered, and never keeps what cannot be had', () => {
    const settled = settleDates(dates, {
      '2027-03-18': 'KEEP',
      '2027-03-25': { start: '2027-03-25T13:00:00.000Z' },
    });

    expect(openQuestions(settled).map(({ date }) => date.date)).toEqual(['2027-03-18', '2027-03-25']);
  });

  it('reads back what was stored, and nothing from anything else', () => {
    const repeat = { ...newRepeat(2, '2027-06-01'), decisions: { '2027-03-18': 'LEAVE_OUT' as const } };

    expect(readRepeat(JSON.parse(JSON.stringify(repeat)))).toEqual(repeat);
    for (const value of [null, 'weekly', {}, { ...repeat, everyWeeks: 3 }, { ...repeat, count: 'many' }])
      expect(readRepeat(value)).toBeUndefined();
  });
});
