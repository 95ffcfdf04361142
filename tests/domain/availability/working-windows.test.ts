import { describe, expect, it } from 'vitest';
import { workingWindows } from '../../../api/modules/availability/domain/working-windows.ts';
import type { WorkingHours } from '../../../api/modules/availability/domain/working-windows.ts';
import { at } from './clock-changes.ts';
import { daily } from './slot-question.builder.ts';

function windowsOf(overrides: Partial<WorkingHours>): { date: string; start: number; end: number }[] {
  const hours = {
    weekly: [],
    exceptions: [],
    zone: 'Europe/London',
    from: '2027-06-14',
    to: '2027-06-14',
    ...overrides,
  };
  return workingWindows(hours).map(({ day, start, end }) => ({ date: day.date, start, end }));
}

describe('workingWindows', () => {
  it('includes both the first and the last date and keeps to each weekday', () => {
    const weekly = [
      { weekday: 1, start: '09:00', end: '12:00' },
      { weekday: 3, start: '10:00', end: '11:00' },
    ];

    expect(windowsOf({ weekly, from: '2027-06-14', to: '2027-06-16' })).toEqual([
      { date: '2027-06-14', start: at('2027-06-14T09:00+01:00'), end: at('2027-06-14T12:00+01:00') },
      { date: '2027-06-16', start: at('2027-06-16T10:00+01:00'), end: at('2027-06-16T11:00+01:00') },
    ]);
    expect(windowsOf({ weekly, from: '2027-06-16', to: '2027-06-14' })).toEqual([]);
  });

  it('sorts the spans of a day and merges those that touch or overlap', () => {
    const weekly = daily(
      { start: '14:00', end: '16:00' },
      { start: '09:00', end: '11:00' },
      { start: '11:00', end: '12:00' },
      { start: '15:00', end: '15:30' },
      { start: '13:00', end: '13:00' },
      { start: '20:00', end: '19:00' },
    );

    expect(windowsOf({ weekly })).toEqual([
      { date: '2027-06-14', start: at('2027-06-14T09:00+01:00'), end: at('2027-06-14T12:00+01:00') },
      { date: '2027-06-14', start: at('2027-06-14T14:00+01:00'), end: at('2027-06-14T16:00+01:00') },
    ]);
  });

  it('makes one window of two spans that only touch', () => {
    const weekly = daily({ start: '09:00', end: '11:00' }, { start: '11:00', end: '12:00' });

    expect(windowsOf({ weekly })).toHaveLength(1);
  });

  it('keeps the windows of two days apart at midnight, where they touch', () => {
    const windows = windowsOf({ weekly: daily({ start: '00:00', end: '24:00' }), to: '2027-06-15' });

    expect(windows.map(({ date }) => date)).toEqual(['2027-06-14', '2027-06-15']);
    expect(windows[0]!.end).toBe(windows[1]!.start);
  });

  it('alternates by the parity of the ISO week', () => {
    const weekly = [
      { weekday: 1, start: '08:00', end: '09:00', weeks: 'ODD' },
      { weekday: 1, start: '10:00', end: '11:00', weeks: 'EVEN' },
      { weekday: 1, start: '12:00', end: '13:00', weeks: 'EVERY' },
    ] as const;
    const hoursOn = (date: string) =>
      windowsOf({ weekly, zone: 'UTC', from: date, to: date }).map(({ start }) => (start / 60) % 24);

    expect(hoursOn('2027-06-14')).toEqual([10, 12]);
    expect(hoursOn('2027-06-21')).toEqual([8, 12]);
    // Week 53 of 2026 is followed by week 1 of 2027: two odd weeks in a row.
    expect(hoursOn('2026-12-28')).toEqual([8, 12]);
    expect(hoursOn('2027-01-04')).toEqual([8, 12]);
  });

  it('replaces the weekly hours of a date by its exception, closes it when there are no spans, and leaves other dates alone', () => {
    const weekly = daily({ start: '09:00', end: '17:00' });
    const exceptions = [
      { date: '2027-06-15', spans: [] },
      { date: '2027-06-16', spans: [{ start: '12:00', end: '13:00' }] },
      { date: '2027-06-16', spans: [{ start: '10:00', end: '11:00' }] },
    ];

    expect(windowsOf({ weekly, exceptions, to: '2027-06-16' })).toEqual([
      { date: '2027-06-14', start: at('2027-06-14T09:00+01:00'), end: at('2027-06-14T17:00+01:00') },
      { date: '2027-06-16', start: at('2027-06-16T10:00+01:00'), end: at('2027-06-16T11:00+01:00') },
      { date: '2027-06-16', start: at('2027-06-16T12:00+01:00'), end: at('2027-06-16T13:00+01:00') },
    ]);
  });

  it.each([
    ['time', { weekly: daily({ start: '9:00', end: '10:00' }) }],
    ['hour', { weekly: daily({ start: '09:00', end: '25:00' }) }],
    ['time after the end of the day', { weekly: daily({ start: '09:00', end: '24:01' }) }],
    ['minute', { weekly: daily({ start: '09:60', end: '10:00' }) }],
    ['separator', { weekly: daily({ start: '09.30', end: '10:00' }) }],
    ['time of letters', { weekly: daily({ start: 'ab:cd', end: '10:00' }) }],
    ['time with seconds', { weekly: daily({ start: '09:00:00', end: '10:00' }) }],
    ['date', { from: '2027-6-14' }],
    ['date that the calendar has not', { to: '2027-02-29' }],
    ['word for a date', { to: 'tomorrow' }],
    ['zone', { zone: 'Europe/Atlantis' }],
  ])('refuses a malformed %s', (_, overrides) => {
    expect(() => windowsOf(overrides)).toThrow(RangeError);
  });
});

describe('workingWindows at a clock change', () => {
  const newYork = { zone: 'America/New_York', from: '2027-03-14', to: '2027-03-14' };
  const back = { zone: 'America/New_York', from: '2027-11-07', to: '2027-11-07' };

  it('moves a skipped time on by the length of the gap', () => {
    expect(windowsOf({ ...newYork, weekly: daily({ start: '02:30', end: '05:00' }) })).toEqual([
      { date: '2027-03-14', start: at('2027-03-14T03:30-04:00'), end: at('2027-03-14T05:00-04:00') },
    ]);
    expect(windowsOf({ ...newYork, weekly: daily({ start: '01:00', end: '02:30' }) })).toEqual([
      { date: '2027-03-14', start: at('2027-03-14T01:00-05:00'), end: at('2027-03-14T03:30-04:00') },
    ]);
  });

  it('drops a window that the gap leaves nothing of', () => {
    expect(windowsOf({ ...newYork, weekly: daily({ start: '02:00', end: '03:00' }) })).toEqual([]);
    expect(windowsOf({ ...newYork, weekly: daily({ start: '02:30', end: '03:15' }) })).toEqual([]);
  });

  it('begins a repeated time at its first and ends it at its second showing', () => {
    expect(windowsOf({ ...back, weekly: daily({ start: '01:30', end: '05:00' }) })).toEqual([
      { date: '2027-11-07', start: at('2027-11-07T01:30-04:00'), end: at('2027-11-07T05:00-05:00') },
    ]);
    expect(windowsOf({ ...back, weekly: daily({ start: '00:00', end: '01:30' }) })).toEqual([
      { date: '2027-11-07', start: at('2027-11-07T00:00-04:00'), end: at('2027-11-07T01:30-05:00') },
    ]);
  });

  it('begins at the only showing of the time that follows the repeated hour', () => {
    expect(windowsOf({ ...back, weekly: daily({ start: '02:00', end: '05:00' }) })).toEqual([
      { date: '2027-11-07', start: at('2027-11-07T02:00-05:00'), end: at('2027-11-07T05:00-05:00') },
    ]);
    expect(windowsOf({ ...back, weekly: daily({ start: '00:00', end: '01:00' }) })).toEqual([
      { date: '2027-11-07', start: at('2027-11-07T00:00-04:00'), end: at('2027-11-07T01:00-05:00') },
    ]);
  });

  it('merges windows that a repeated hour makes overlap', () => {
    const weekly = daily({ start: '00:00', end: '01:30' }, { start: '01:45', end: '03:00' });

    expect(windowsOf({ ...back, weekly })).toEqual([
      { date: '2027-11-07', start: at('2027-11-07T00:00-04:00'), end: at('2027-11-07T03:00-05:00') },
    ]);
  });

  it('never reaches into a neighbouring date where the clock changes at midnight', () => {
    const weekly = daily(
      { start: '23:30', end: '24:00' },
      { start: '00:00', end: '00:30' },
      { start: '22:00', end: '23:15' },
    );

    // Cairo skips 00:00–01:00 of Friday the 30th.
    expect(windowsOf({ weekly, zone: 'Africa/Cairo', from: '2027-04-29', to: '2027-04-30' })).toEqual([
      { date: '2027-04-29', start: at('2027-04-29T00:00+02:00'), end: at('2027-04-29T00:30+02:00') },
      { date: '2027-04-29', start: at('2027-04-29T22:00+02:00'), end: at('2027-04-29T23:15+02:00') },
      { date: '2027-04-29', start: at('2027-04-29T23:30+02:00'), end: at('2027-04-30T01:00+03:00') },
      { date: '2027-04-30', start: at('2027-04-30T01:00+03:00'), end: at('2027-04-30T01:30+03:00') },
      { date: '2027-04-30', start: at('2027-04-30T22:00+03:00'), end: at('2027-04-30T23:15+03:00') },
      { date: '2027-04-30', start: at('2027-04-30T23:30+03:00'), end: at('2027-05-01T00:00+03:00') },
    ]);
    // Havana shows 00:00–01:00 of Sunday the 7th twice; Saturday still ends at the first.
    expect(windowsOf({ weekly, zone: 'America/Havana', from: '2027-11-06', to: '2027-11-07' }).slice(1, 4)).toEqual([
      { date: '2027-11-06', start: at('2027-11-06T22:00-04:00'), end: at('2027-11-06T23:15-04:00') },
      { date: '2027-11-06', start: at('2027-11-06T23:30-04:00'), end: at('2027-11-07T00:00-04:00') },
      { date: '2027-11-07', start: at('2027-11-07T00:00-04:00'), end: at('2027-11-07T00:30-05:00') },
    ]);
    // Scoresbysund skips 23:00–24:00 of Saturday the 27th.
    expect(windowsOf({ weekly, zone: 'America/Scoresbysund', from: '2027-03-27', to: '2027-03-27' })).toEqual([
      { date: '2027-03-27', start: at('2027-03-27T00:00-02:00'), end: at('2027-03-27T00:30-02:00') },
      { date: '2027-03-27', start: at('2027-03-27T22:00-02:00'), end: at('2027-03-28T00:00-01:00') },
    ]);
  });
});
