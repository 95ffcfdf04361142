import { describe, expect, it } from 'vitest';
import { monthRanges } from '../../web/src/features/provider-profile/month-ranges';
import { mergeResults } from '../../web/src/features/search/merge-results';
import { priceSteps } from '../../web/src/features/search/price-steps';
import { daysBetween } from '../../web/src/ui/formats';
import { addMonths, weeksOf } from '../../web/src/ui/month-grid';
import { groupByDay, nextSlotStart } from '../../web/src/ui/slot-days';

const slot = (start: string) => ({ start, end: start });

describe('free times', () => {
  const days = groupByDay(
    [slot('2026-11-26T01:30:00Z'), slot('2026-11-25T16:30:00Z'), slot('2026-11-25T15:00:00Z')],
    'Asia/Shanghai',
  );

  it('stand under the calendar day of their place, earliest first', () => {
    expect(days.map(({ date, slots }) => [date, slots.map(({ start }) => start)])).toEqual([
      ['2026-11-25', ['2026-11-25T15:00:00Z']],
      ['2026-11-26', ['2026-11-25T16:30:00Z', '2026-11-26T01:30:00Z']],
    ]);
  });

  it('are walked with the arrows around the list, and by day with the Page keys', () => {
    expect(nextSlotStart(days, '2026-11-25T15:00:00Z', 'ArrowRight')).toBe('2026-11-25T16:30:00Z');
    expect(nextSlotStart(days, '2026-11-25T15:00:00Z', 'ArrowLeft')).toBe('2026-11-26T01:30:00Z');
    expect(nextSlotStart(days, '2026-11-25T15:00:00Z', 'PageDown')).toBe('2026-11-25T16:30:00Z');
    expect(nextSlotStart(days, '2026-11-26T01:30:00Z', 'PageUp')).toBe('2026-11-25T15:00:00Z');
    expect(nextSlotStart(days, '2026-11-26T01:30:00Z', 'a')).toBeUndefined();
  });
});

describe('a month of free times', () => {
  it('is asked for in consecutive ranges of at most fourteen days that cover it once', () => {
    const ranges = monthRanges('2026-12-01', '2026-11-22', '2027-01-21');

    expect(ranges).toEqual([
      { from: '2026-12-01', to: '2026-12-14' },
      { from: '2026-12-15', to: '2026-12-28' },
      { from: '2026-12-29', to: '2026-12-31' },
    ]);
    expect(ranges.every(({ from, to }) => daysBetween(from, to) < 14)).toBe(true);
  });

  it('begins today and ends at the horizon', () => {
    expect(monthRanges('2026-11-01', '2026-11-22', '2027-01-21')).toEqual([{ from: '2026-11-22', to: '2026-11-30' }]);
    expect(monthRanges('2027-01-01', '2026-11-22', '2027-01-05')).toEqual([{ from: '2027-01-01', to: '2027-01-05' }]);
    expect(monthRanges('2027-02-01', '2026-11-22', '2027-01-21')).toEqual([]);
  });

  it('is drawn in weeks from Monday to Sunday, over the end of a year', () => {
    expect(weeksOf('2026-11-01')[0]?.[6]).toBe('2026-11-01');
    expect(weeksOf('2027-02-01').flat().filter(Boolean)).toHaveLength(28);
    expect(addMonths('2026-12-31', 1)).toBe('2027-01-01');
    expect(addMonths('2027-01-15', -1)).toBe('2026-12-01');
  });
});

describe('results', () => {
  const result = (id: string) => ({ provider: { id } });

  it('show somebody once who moved between two pages', () => {
    expect(
      mergeResults([result('a'), result('b')], [result('b'), result('c')]).map(({ provider }) => provider.id),
    ).toEqual(['a', 'b', 'c']);
  });

  it('offer price ceilings that let at least somebody through and leave at least somebody out', () => {
    const totals = [20_700, 21_735, 19_320, 16_905, 24_150];
    const steps = priceSteps(totals);

    expect(steps.length).toBeGreaterThan(0);
    for (const step of steps) {
      expect(totals.some((total) => total <= step)).toBe(true);
      expect(totals.some((total) => total > step)).toBe(true);
    }
    expect(priceSteps([100, 200])).toEqual([]);
  });
});
