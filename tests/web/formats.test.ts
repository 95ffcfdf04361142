import { describe, expect, it } from 'vitest';
import {
  formatCountdown,
  formatDateRange,
  formatDuration,
  formatLongMoment,
  formatMoney,
  formatShortDay,
  formatTime,
  formatUnit,
  localDateOf,
} from '../../web/src/ui/formats';

describe('dates and times', () => {
  it.each([
    ['2026-11-26', '2026-11-28', 'en', '26–28 Nov'],
    ['2026-11-30', '2026-12-02', 'en', '30 Nov – 2 Dec'],
    ['2026-11-26', '2026-11-26', 'en', 'Thu 26 Nov'],
    ['2026-11-26', '2026-11-28', 'zh-CN', '11月26日至28日'],
    ['2026-11-30', '2026-12-02', 'zh-CN', '11月30日至12月2日'],
    ['2026-11-26', '2026-11-26', 'zh-CN', '11月26日周四'],
  ])('write %s to %s in %s as %s', (from, to, locale, expected) => {
    expect(
      formatDateRange(from, to, locale)
        .replaceAll(/[\u2009\u202f]/g, ' ')
        .replace(/ – (?=28)/, '–'),
    ).toBe(expected);
  });

  it('show the wall clock of the place, on both sides of a change to summer time', () => {
    expect(formatTime('2027-03-28T00:30:00Z', 'Europe/London', 'en')).toBe('00:30');
    expect(formatTime('2027-03-28T01:30:00Z', 'Europe/London', 'en')).toBe('02:30');
    expect(formatTime('2026-11-25T16:00:00Z', 'Asia/Shanghai', 'zh-CN')).toBe('00:00');
  });

  it('belong to the calendar day of the place', () => {
    expect(localDateOf('2026-11-25T16:00:00Z', 'Asia/Shanghai')).toBe('2026-11-26');
    expect(localDateOf('2026-11-25T16:00:00Z', 'Europe/London')).toBe('2026-11-25');
    expect(formatLongMoment('2026-11-26T01:30:00Z', 'Asia/Shanghai', 'en')).toBe('Thursday 26 November, 09:30');
    expect(formatShortDay('2026-11-26', 'zh-CN')).toBe('26日 周四');
  });
});

describe('amounts', () => {
  it.each([
    [{ amount: 26_800, currency: 'CNY' }, 'en', '¥268'],
    [{ amount: 21_735, currency: 'CNY' }, 'zh-CN', '¥217.35'],
    [{ amount: 4_150, currency: 'GBP' }, 'en', '£41.50'],
    [{ amount: -2_700, currency: 'CNY' }, 'en', '−¥27'],
    [{ amount: 123_456_700, currency: 'GBP' }, 'en', '£1,234,567'],
    [{ amount: 500, currency: 'JPY' }, 'en', '¥500'],
  ])('%j reads %s: %s', (money, locale, expected) => {
    expect(formatMoney(money, locale)).toBe(expected);
  });

  it('count units in words', () => {
    expect([
      formatUnit(1, 'room', 'en'),
      formatUnit(3, 'room', 'en'),
      formatUnit(2, null, 'en'),
      formatUnit(2, 'box', 'en'),
    ]).toEqual(['room', 'rooms', 'hours', 'boxes']);
    expect([formatUnit(3, '间', 'zh-CN'), formatUnit(2, null, 'zh-CN')]).toEqual(['间', '小时']);
    expect([formatDuration(210, 'en'), formatDuration(45, 'zh-CN'), formatDuration(120, 'zh-CN')]).toEqual([
      '3 h 30 min',
      '45 分钟',
      '2 小时',
    ]);
  });
});

describe('the countdown of a hold', () => {
  it.each([
    [600_000, '10:00'],
    [461_001, '7:42'],
    [59_000, '0:59'],
    [1, '0:01'],
    [0, '0:00'],
    [-5_000, '0:00'],
  ])('shows %i ms as %s', (left, expected) => {
    expect(formatCountdown(left)).toBe(expected);
  });
});
