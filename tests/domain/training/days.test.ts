import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween } from '../../../api/kernel/local-date.ts';
import { instantAt, localDateAt, localTimeAt } from '../../../api/kernel/zoned-time.ts';
import { certificateTerm } from '../../../api/modules/training/domain/certificate-validity.ts';
import { countTriesToday } from '../../../api/modules/training/domain/daily-tries.ts';
import { NOTICE_DAYS, dueNotice, politeInstant } from '../../../api/kernel/expiry-notices.ts';

const ZONES = ['Europe/London', 'Asia/Shanghai', 'America/New_York', 'Australia/Lord_Howe', 'America/Santiago'];
const aZone = fc.constantFrom(...ZONES);
const anInstant = fc
  .integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2036, 0, 1) })
  .map((milliseconds) => new Date(milliseconds));
const aDay = anInstant.map((instant) => instant.toISOString().slice(0, 10));

describe('countTriesToday', () => {
  it.each([
    ['the short day on which clocks go forward', '2027-03-28', 23],
    ['the long day on which they go back', '2027-10-31', 25],
  ])('counts all tries of %s, and none of its neighbours', (_what, day, hours) => {
    const midnight = instantAt(day, '00:00', 'Europe/London').getTime();
    const length = instantAt(addDays(day, 1), '00:00', 'Europe/London').getTime() - midnight;
    expect(length / 3_600_000).toBe(hours);
    const starts = [midnight - 1, midnight, midnight + length - 1, midnight + length].map((at) => new Date(at));

    expect(countTriesToday(starts, 3, new Date(midnight + 1), 'Europe/London')).toEqual({ left: 1, nextOn: day });
  });

  it('begins anew at local midnight, not 24 hours later', () => {
    const start = new Date('2027-03-10T15:59:00Z');

    expect(countTriesToday([start], 1, start, 'Asia/Shanghai')).toEqual({ left: 0, nextOn: '2027-03-11' });
    expect(countTriesToday([start], 1, new Date('2027-03-10T16:00:00Z'), 'Asia/Shanghai').left).toBe(1);
  });

  it('never gives more than are allowed, and the next day is one on which a try is left', () => {
    fc.assert(
      fc.property(
        fc.array(anInstant, { maxLength: 8 }),
        fc.integer({ min: 1, max: 5 }),
        anInstant,
        aZone,
        (others, perDay, now, zone) => {
          const starts = [...others, now];
          const { left, nextOn } = countTriesToday(starts, perDay, now, zone);
          const today = localDateAt(now, zone);
          const used = starts.filter((start) => localDateAt(start, zone) === today).length;

          expect(left).toBe(Math.max(0, perDay - used));
          expect(daysBetween(today, nextOn)).toBe(left === 0 ? 1 : 0);
        },
      ),
    );
  });
});

describe('certificateTerm', () => {
  it.each([
    ['2027-03-10', 12, '2028-03-10'],
    ['2027-08-31', 6, '2028-02-29'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2027-12-01', 1, '2028-01-01'],
  ])('from %s for %i months is %s', (from, months, until) => {
    expect(certificateTerm(from, months)).toEqual({ from, until });
  });

  it('has no end where the course says so', () => {
    expect(certificateTerm('2027-03-10', null)).toEqual({ from: '2027-03-10', until: null });
  });
});

describe('dueNotice', () => {
  const term = { from: '2026-01-01', until: '2027-06-30' };

  it.each([
    [61, null],
    [60, 60],
    [59, 60],
    [30, 30],
    [14, 14],
    [8, 14],
    [7, 7],
    [2, 7],
    [1, 1],
    [0, 1],
    [-1, null],
  ])('%i days ahead it is %s', (daysAhead, notice) => {
    expect(dueNotice(term, addDays(term.until, -daysAhead))).toBe(notice);
  });

  it('says nothing of a certificate without end', () => {
    expect(dueNotice({ from: '2026-01-01', until: null }, '2090-01-01')).toBeNull();
  });

  it('does not tell whoever has just passed that it soon ends', () => {
    const month = certificateTerm('2027-03-10', 1);

    expect(dueNotice(month, '2027-03-10')).toBeNull();
    expect(dueNotice(month, '2027-03-11')).toBe(30);
  });

  it('gives every step once, on its day, to whoever looks each day', () => {
    fc.assert(
      fc.property(aDay, fc.integer({ min: 1, max: 400 }), (from, length) => {
        const until = addDays(from, length);
        const seen = new Map<number, string>();
        for (let day = 0; day <= length; day += 1) {
          const today = addDays(from, day);
          const notice = dueNotice({ from, until }, today);
          if (notice !== null && !seen.has(notice)) seen.set(notice, today);
        }

        expect([...seen]).toEqual(
          NOTICE_DAYS.filter((days) => days < length).map((days) => [days, addDays(until, -days)]),
        );
      }),
      { numRuns: 60 },
    );
  });
});

describe('politeInstant', () => {
  it('is by day, never in the past and at most a night away', () => {
    fc.assert(
      fc.property(anInstant, aZone, (now, zone) => {
        const instant = politeInstant(now, zone);
        const time = localTimeAt(instant, zone);

        expect(time >= '09:00' && time < '20:00').toBe(true);
        expect(instant.getTime()).toBeGreaterThanOrEqual(now.getTime());
        expect(instant.getTime() - now.getTime()).toBeLessThanOrEqual(14 * 3_600_000);
      }),
    );
  });

  it.each([
    ['2027-03-10T09:00:00Z', '2027-03-10T09:00:00Z'],
    ['2027-03-10T20:00:00Z', '2027-03-11T09:00:00Z'],
    ['2027-03-10T08:59:00Z', '2027-03-10T09:00:00Z'],
    ['2027-03-27T21:00:00Z', '2027-03-28T08:00:00Z'],
  ])('makes %s in London %s', (now, then) => {
    expect(politeInstant(new Date(now), 'Europe/London')).toEqual(new Date(then));
  });
});
