import { describe, expect, it } from 'vitest';
import { compareLocalTimes, isLocalTime, minutesOfDay, parseLocalTime } from '../../../api/kernel/local-time.ts';
import { instantAt, localDateAt, localTimeAt } from '../../../api/kernel/zoned-time.ts';

describe('local time', () => {
  it.each(['00:00', '09:05', '23:59'])('accepts %s', (text) => {
    expect(isLocalTime(text)).toBe(true);
  });

  it.each(['24:00', '9:05', '12:60', '12:00\n', '12:00:30', 900, null])('refuses %j', (value) => {
    expect(isLocalTime(value)).toBe(false);
  });

  it('reads the form PostgreSQL writes, and no seconds', () => {
    expect(parseLocalTime('21:30:00')).toBe('21:30');
    expect(() => parseLocalTime('21:30:15')).toThrow(RangeError);
    expect(() => parseLocalTime('25:00:00')).toThrow(RangeError);
  });

  it('counts minutes from midnight and compares', () => {
    expect(minutesOfDay('00:00')).toBe(0);
    expect(minutesOfDay('21:30')).toBe(1290);
    expect(() => minutesOfDay('24:00')).toThrow(RangeError);
    expect(compareLocalTimes('09:00', '10:00')).toBeLessThan(0);
    expect(compareLocalTimes('10:00', '09:00')).toBeGreaterThan(0);
    expect(compareLocalTimes('10:00', '10:00')).toBe(0);
  });
});

describe('wall clock and instant', () => {
  it('gives the date and time a zone shows at an instant', () => {
    const instant = new Date('2026-06-30T23:30:59Z');

    expect(localDateAt(instant, 'Europe/London')).toBe('2026-07-01');
    expect(localTimeAt(instant, 'Europe/London')).toBe('00:30');
    expect(localDateAt(instant, 'Asia/Shanghai')).toBe('2026-07-01');
    expect(localTimeAt(instant, 'Asia/Shanghai')).toBe('07:30');
  });

  it.each([
    ['winter', '2026-01-15', '09:00', '2026-01-15T09:00:00.000Z'],
    ['summer', '2026-07-15', '09:00', '2026-07-15T08:00:00.000Z'],
    ['a skipped time, moved on by the jump', '2026-03-29', '01:30', '2026-03-29T01:30:00.000Z'],
    ['a repeated time, the first of the two', '2026-10-25', '01:30', '2026-10-25T00:30:00.000Z'],
  ])('finds the London instant in %s', (_case, date, time, expected) => {
    expect(instantAt(date, time, 'Europe/London').toISOString()).toBe(expected);
  });

  it('throws for an unknown zone', () => {
    expect(() => localDateAt(new Date(0), 'Europe/Atlantis')).toThrow(RangeError);
  });
});
