import { describe, expect, it } from 'vitest';
import { leaveAt, minutesUntil, openRequests, toAgenda } from '../../web/src/features/provider-diary/day-agenda';
import { fromInstants, fromWallRange, isWholeDays, wholeDay } from '../../web/src/features/provider-diary/off-range';
import { instantOf, timeOfMinutes, wallTimeOf } from '../../web/src/features/provider-diary/wall-time';
import {
  closedSpans,
  hoursShown,
  mondayOf,
  toWeekDays,
  visitsWithin,
} from '../../web/src/features/provider-diary/week-agenda';

const shanghai = 'Asia/Shanghai';
const london = 'Europe/London';
const visit = (start: string, end: string, state = 'CONFIRMED', amount = 100) => ({
  booking: { id: start, start, end, state },
  earnings: { amount, currency: 'CNY' },
});

describe('wall time of the provider', () => {
  it('is read and written in the zone, whatever the zone of the machine', () => {
    expect(wallTimeOf('2026-11-23T00:30:00Z', shanghai)).toBe('2026-11-23T08:30');
    expect(instantOf('2026-11-23', '08:30', shanghai)).toBe('2026-11-23T00:30:00.000Z');
    expect(instantOf('2026-11-23', '24:00', shanghai)).toBe('2026-11-23T16:00:00.000Z');
  });

  it('moves a time that spring skips forward, and takes the first of two in autumn', () => {
    expect(instantOf('2026-03-29', '01:30', london)).toBe('2026-03-29T01:30:00.000Z');
    expect(wallTimeOf('2026-03-29T01:30:00Z', london)).toBe('2026-03-29T02:30');
    expect(instantOf('2026-10-25', '01:30', london)).toBe('2026-10-25T00:30:00.000Z');
    expect(instantOf('2026-10-25', '03:00', london)).toBe('2026-10-25T03:00:00.000Z');
    expect(instantOf('2026-07-01', '09:00', london)).toBe('2026-07-01T08:00:00.000Z');
  });

  it('counts a day of 1440 minutes', () => {
    expect([0, 75, 1440].map(timeOfMinutes)).toEqual(['00:00', '01:15', '24:00']);
  });
});

describe('the day', () => {
  const now = Date.parse('2026-11-23T03:00:00Z');
  const visits = [
    visit('2026-11-24T00:00:00Z', '2026-11-24T02:00:00Z'),
    visit('2026-11-23T05:00:00Z', '2026-11-23T07:00:00Z', 'CONFIRMED', 250),
    visit('2026-11-23T00:00:00Z', '2026-11-23T02:00:00Z', 'COMPLETED', 180),
    visit('2026-11-23T02:30:00Z', '2026-11-23T03:30:00Z', 'IN_PROGRESS', 70),
    visit('2026-11-23T08:00:00Z', '2026-11-23T09:00:00Z', 'REQUESTED', 999),
    visit('2026-11-23T10:00:00Z', '2026-11-23T11:00:00Z', 'CANCELLED', 999),
  ];

  it('puts what runs or comes next first, and neither requests nor cancelled visits among the visits', () => {
    const agenda = toAgenda(visits, now, shanghai);

    expect(agenda.next?.booking.state).toBe('IN_PROGRESS');
    expect(agenda.later.map(({ booking }) => booking.start)).toEqual(['2026-11-23T05:00:00Z']);
    expect(agenda.done.map(({ booking }) => booking.state)).toEqual(['COMPLETED']);
    expect(agenda.tomorrow).toHaveLength(1);
  });

  it('earns the sum of the agreed visits of the local day', () => {
    expect(toAgenda(visits, now, shanghai).earnings).toEqual({ amount: 500, currency: 'CNY' });
    expect(toAgenda([], now, shanghai).earnings).toBeUndefined();
  });

  it('counts a late evening in the east as today there, not in UTC', () => {
    const late = visit('2026-11-22T16:30:00Z', '2026-11-22T17:30:00Z');

    expect(toAgenda([late], Date.parse('2026-11-22T16:05:00Z'), shanghai).next).toBe(late);
  });

  it('shows open requests by the time left to answer and drops those that ran out', () => {
    const request = (id: string, requestExpiresAt: string | null, state = 'REQUESTED') => ({
      booking: { id, state, start: '2026-11-25T00:00:00Z', requestExpiresAt },
    });
    const open = openRequests(
      [
        request('late', '2026-11-23T06:00:00Z'),
        request('soon', '2026-11-23T03:20:00Z'),
        request('gone', '2026-11-23T02:59:00Z'),
        request('agreed', null, 'CONFIRMED'),
      ],
      now,
    );

    expect(open.map(({ booking }) => booking.id)).toEqual(['soon', 'late']);
  });

  it('says when to leave and how many minutes are left, never fewer than none', () => {
    expect(leaveAt('2026-11-23T05:00:00.000Z', 25)).toBe('2026-11-23T04:35:00.000Z');
    expect(minutesUntil('2026-11-23T03:47:10Z', now)).toBe(48);
    expect(minutesUntil('2026-11-23T02:00:00Z', now)).toBe(0);
  });
});

describe('the week', () => {
  const schedule = {
    timeZone: shanghai,
    workingHours: [
      { weekday: 1, start: '13:00:00', end: '18:00:00' },
      { weekday: 1, start: '08:00', end: '12:00' },
    ],
    exceptions: [{ date: '2026-11-25', spans: [{ start: '10:00', end: '14:00' }] }],
    timeOff: [{ id: 'off', start: '2026-11-24T06:00:00Z', end: '2026-11-26T01:00:00Z', reason: 'Dentist' }],
    visits: [
      visit('2026-11-23T00:00:00Z', '2026-11-23T02:00:00Z'),
      visit('2026-11-22T15:00:00Z', '2026-11-22T15:30:00Z'),
    ],
  };

  it('begins on Monday', () => {
    expect(mondayOf('2026-11-29')).toBe('2026-11-23');
    expect(mondayOf('2026-11-23')).toBe('2026-11-23');
  });

  it('takes the hours of each day from the plan, or from the exception in its place', () => {
    const days = toWeekDays(schedule, '2026-11-23');

    expect(days.map(({ hours }) => hours.map(({ start, end }) => `${start}-${end}`).join())).toEqual([
      '08:00-12:00,13:00-18:00',
      '',
      '10:00-14:00',
      '',
      '',
      '',
      '',
    ]);
    expect(days[2]?.isException).toBe(true);
  });

  it('cuts time off at midnight and keeps visits of other local days out', () => {
    const days = toWeekDays(schedule, '2026-11-23');

    expect(days.flatMap(({ date, timeOff }) => timeOff.map(({ start, end }) => `${date} ${start}-${end}`))).toEqual([
      '2026-11-24 14:00-24:00',
      '2026-11-25 00:00-24:00',
      '2026-11-26 00:00-09:00',
    ]);
    expect(days[0]?.visits).toHaveLength(1);
  });

  it('shows every hour worked and the way before an early visit', () => {
    expect(
      hoursShown(
        toWeekDays({ ...schedule, visits: [visit('2026-11-23T22:30:00Z', '2026-11-24T00:00:00Z')] }, '2026-11-23'),
        shanghai,
      ),
    ).toEqual({ from: 5, to: 19 });
    expect(
      hoursShown(
        toWeekDays({ ...schedule, visits: [visit('2026-11-23T15:00:00Z', '2026-11-23T16:30:00Z')] }, '2026-11-23'),
        shanghai,
      ).to,
    ).toBe(24);
  });

  it('leaves the rest of the day closed, also around overlapping hours', () => {
    expect(
      closedSpans([
        { start: '13:00', end: '18:00' },
        { start: '08:00', end: '14:00' },
      ]),
    ).toEqual([
      { start: '00:00', end: '08:00' },
      { start: '18:00', end: '24:00' },
    ]);
    expect(closedSpans([])).toEqual([{ start: '00:00', end: '24:00' }]);
    expect(closedSpans([{ start: '00:00', end: '24:00' }])).toEqual([]);
  });

  it('finds the visits that time off would cut, not those that only touch it', () => {
    const inside = visitsWithin(schedule.visits, '2026-11-23T01:59:00Z', '2026-11-23T05:00:00Z');

    expect(inside).toHaveLength(1);
    expect(visitsWithin(schedule.visits, '2026-11-23T02:00:00Z', '2026-11-23T05:00:00Z')).toEqual([]);
  });
});

describe('a stretch of time off', () => {
  it('that ends at midnight ends with the day before', () => {
    expect(fromWallRange('2026-11-23T10:00', '2026-11-24T00:00')).toEqual({
      from: '2026-11-23',
      startTime: '10:00',
      to: '2026-11-23',
      endTime: '24:00',
    });
    expect(fromWallRange('2026-11-23T10:00', '2026-11-23T12:15')).toEqual({
      from: '2026-11-23',
      startTime: '10:00',
      to: '2026-11-23',
      endTime: '12:15',
    });
  });

  it('of whole days is known as such after it was stored', () => {
    const { from, startTime, to, endTime } = wholeDay('2026-11-23');

    expect(
      isWholeDays(fromInstants(instantOf(from, startTime, shanghai), instantOf(to, endTime, shanghai), shanghai)),
    ).toBe(true);
    expect(isWholeDays(fromInstants('2026-11-23T01:00:00Z', '2026-11-23T05:00:00Z', shanghai))).toBe(false);
  });
});
