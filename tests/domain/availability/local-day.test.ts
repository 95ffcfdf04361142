import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { localDayBounds, toLocalDate, wallClockInterval } from '../../../api/modules/availability/domain/local-day.ts';
import { ZONES, at } from './clock-changes.ts';

describe('localDayBounds', () => {
  it.each([
    ['America/New_York', '2027-03-14', 23],
    ['America/New_York', '2027-11-07', 25],
    ['America/New_York', '2027-06-01', 24],
    ['Australia/Lord_Howe', '2027-10-03', 23.5],
    ['Australia/Lord_Howe', '2027-04-04', 24.5],
    ['Africa/Cairo', '2027-04-30', 23],
    ['Asia/Kathmandu', '2027-03-14', 24],
  ])('gives %s on %s %d hours', (zone, date, hours) => {
    const { start, end } = localDayBounds(date, zone);

    expect((end - start) / 60).toBe(hours);
  });

  it('begins a date whose midnight is skipped with the first instant it has', () => {
    expect(localDayBounds('2027-04-30', 'Africa/Cairo').start).toBe(at('2027-04-30T01:00+03:00'));
  });

  it('gives a date that a zone never had no time at all', () => {
    const { start, end } = localDayBounds('2011-12-30', 'Pacific/Apia');

    expect(start).toBe(end);
  });
});

describe('toLocalDate', () => {
  it('agrees with the calendar on the wall at any instant', () => {
    const instants = fc.integer({ min: at('2024-01-01T00:00Z'), max: at('2036-01-01T00:00Z') });
    const zones = fc.constantFrom(...ZONES, 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'America/Havana');
    fc.assert(
      fc.property(instants, zones, (instant, zone) => {
        const wall = Temporal.Instant.fromEpochMilliseconds(instant * 60_000).toZonedDateTimeISO(zone);
        expect(toLocalDate(instant, zone)).toBe(wall.toPlainDate().toString());
      }),
      { numRuns: 2_000, seed: 42 },
    );
  });

  it('changes at the first instant of a date', () => {
    const { start } = localDayBounds('2027-06-15', 'Asia/Shanghai');

    expect(toLocalDate(start - 1, 'Asia/Shanghai')).toBe('2027-06-14');
    expect(toLocalDate(start, 'Asia/Shanghai')).toBe('2027-06-15');
  });
});

describe('wallClockInterval', () => {
  it('gives the instants between two times of a date', () => {
    expect(wallClockInterval('2027-06-15', 'Asia/Kathmandu', '14:00', '24:00')).toEqual({
      start: at('2027-06-15T14:00+05:45'),
      end: at('2027-06-16T00:00+05:45'),
    });
  });

  it('loses nothing of an hour that is shown twice', () => {
    expect(wallClockInterval('2027-10-31', 'Europe/London', '01:00', '01:30')).toEqual({
      start: at('2027-10-31T01:00+01:00'),
      end: at('2027-10-31T01:30+00:00'),
    });
  });
});
