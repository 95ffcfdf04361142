import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  compareLocalDates,
  daysBetween,
  isLocalDate,
  parseLocalDate,
  weekdayOf,
} from '../../../api/kernel/local-date.ts';

const aDate = fc
  .integer({ min: Date.UTC(1900, 0, 1) / 86_400_000, max: Date.UTC(2199, 11, 31) / 86_400_000 })
  .map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10));

describe('isLocalDate', () => {
  it.each(['2026-01-01', '2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])('accepts %s', (text) => {
    expect(isLocalDate(text)).toBe(true);
  });

  it.each([
    '2026-02-30',
    '2025-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-1-1',
    '0000-01-01',
  ])('refuses %s', (text) => {
    expect(isLocalDate(text)).toBe(false);
  });

  it.each(['2026-01-01T00:00', ' 2026-01-01', '2026-01-01\n', '', 20260101, null])('refuses %j', (value) => {
    expect(isLocalDate(value)).toBe(false);
  });
});

describe('date arithmetic', () => {
  it('throws for a date that does not exist', () => {
    expect(() => parseLocalDate('2026-02-30')).toThrow(RangeError);
    expect(() => addDays('2026-02-30', 1)).toThrow(RangeError);
    expect(() => daysBetween('2026-01-01', 'tomorrow')).toThrow(RangeError);
    expect(() => weekdayOf('2026-02-30')).toThrow(RangeError);
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError);
  });

  it('crosses months, years and leap days', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2025-12-31', 1)).toBe('2026-01-01');
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
  });

  it.each([
    ['1970-01-01', 4],
    ['2026-03-29', 7],
    ['2026-03-30', 1],
    ['1969-12-28', 7],
  ])('knows the weekday of %s', (date, weekday) => {
    expect(weekdayOf(date)).toBe(weekday);
  });

  it('undoes addDays with daysBetween and orders accordingly', () => {
    fc.assert(
      fc.property(aDate, fc.integer({ min: -40_000, max: 40_000 }), (date, days) => {
        const moved = addDays(date, days);

        expect(daysBetween(date, moved)).toBe(days);
        expect(Math.sign(compareLocalDates(moved, date))).toBe(Math.sign(days));
      }),
    );
  });
});
