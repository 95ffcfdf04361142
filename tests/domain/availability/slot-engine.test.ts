import { describe, expect, it } from 'vitest';
import { freeStarts, isFree, nearestFreeStarts } from '../../../api/modules/availability/domain/slot-engine.ts';
import { whyNotFree } from '../../../api/modules/availability/domain/slot-refusal.ts';
import type { OccupiedTime } from '../../../api/modules/availability/domain/slot-question.ts';
import type { TravelEstimator } from '../../../api/modules/availability/domain/travel.ts';
import { workingWindows } from '../../../api/modules/availability/domain/working-windows.ts';
import { at } from './clock-changes.ts';
import { buildOracleQuestion, buildSlotQuestion, daily } from './slot-question.builder.ts';

const HERE = { latitude: 51.5, longitude: -0.12 };
const THERE = { latitude: 51.52, longitude: -0.1 };
const twentyMinutes: TravelEstimator = { symmetric: true, minutes: (from, to) => (from === to ? 0 : 20) };

/** London on the Tuesday of the builder, in summer time. */
function t(clock: string): number {
  return at(`2027-06-15T${clock}+01:00`);
}

function clocks(starts: readonly number[]): string[] {
  return starts.map((start) => new Date((start + 60) * 60_000).toISOString().slice(11, 16));
}

function booked(start: string, end: string, overrides: Partial<OccupiedTime> = {}): OccupiedTime {
  return { start: t(start), end: t(end), visitStart: t(start), place: null, ...overrides };
}

describe('freeStarts', () => {
  it('offers the first and the last start that fit the working day', () => {
    const starts = clocks(freeStarts(buildSlotQuestion()));

    expect(starts[0]).toBe('09:00');
    expect(starts.at(-1)).toBe('16:00');
    expect(starts).toHaveLength(29);
  });

  it('lets visits touch at both ends', () => {
    const question = buildSlotQuestion({ occupied: [booked('11:00', '12:00')], grid: 60 });

    expect(clocks(freeStarts(question))).toEqual(['09:00', '10:00', '12:00', '13:00', '14:00', '15:00', '16:00']);
  });

  it('keeps the buffers of the visit clear of reservations, but lets them reach out of working time and into time off', () => {
    const visit = { minutes: 60, bufferBefore: 10, bufferAfter: 15, place: null };
    const hours = { ...buildOracleQuestion().hours, weekly: daily({ start: '09:00', end: '14:00' }) };

    const beside = buildSlotQuestion({ hours, visit, grid: 60, occupied: [booked('11:00', '12:00')] });
    const besideTimeOff = buildSlotQuestion({
      hours,
      visit,
      grid: 60,
      blocked: [{ start: t('11:00'), end: t('12:00') }],
    });

    expect(clocks(freeStarts(beside))).toEqual(['09:00', '13:00']);
    expect(clocks(freeStarts(besideTimeOff))).toEqual(['09:00', '10:00', '12:00', '13:00']);
  });

  it('lets visits touch time off at both ends, to the minute, and takes no notice of an empty block', () => {
    const blocked = [
      { start: t('10:00'), end: t('15:58') },
      { start: t('09:30'), end: t('09:30') },
    ];
    const question = buildSlotQuestion({ blocked, grid: 1 });

    expect(clocks(freeStarts(question))).toEqual(['09:00', '15:58', '15:59', '16:00']);
  });

  it('leaves the way to and from a visit elsewhere, and none at the same place', () => {
    const visit = { minutes: 60, bufferBefore: 0, bufferAfter: 0, place: HERE };
    const question = { visit, estimator: twentyMinutes, grid: 5, earliest: t('10:00'), latest: t('13:00') };

    const elsewhere = freeStarts(
      buildSlotQuestion({ ...question, occupied: [booked('11:30', '12:00', { place: THERE })] }),
    );
    const samePlace = freeStarts(
      buildSlotQuestion({ ...question, occupied: [booked('11:30', '12:00', { place: HERE })] }),
    );
    const unknown = freeStarts(buildSlotQuestion({ ...question, occupied: [booked('11:30', '12:00')] }));

    expect(clocks(elsewhere)).toEqual([
      '10:00',
      '10:05',
      '10:10',
      '12:20',
      '12:25',
      '12:30',
      '12:35',
      '12:40',
      '12:45',
      '12:50',
      '12:55',
    ]);
    expect(clocks(samePlace).filter((clock) => clock < '12:05')).toEqual([
      '10:00',
      '10:05',
      '10:10',
      '10:15',
      '10:20',
      '10:25',
      '10:30',
      '12:00',
    ]);
    expect(unknown).toEqual(samePlace);
  });

  it('asks the way there and the way back apart when they differ', () => {
    const uphill: TravelEstimator = { minutes: (from) => (from === HERE ? 40 : 10) };
    const question = buildSlotQuestion({
      visit: { minutes: 60, bufferBefore: 0, bufferAfter: 0, place: HERE },
      estimator: uphill,
      grid: 10,
      occupied: [booked('12:00', '13:00', { place: THERE })],
    });

    const starts = clocks(freeStarts(question));

    expect(starts.filter((clock) => clock < '12:00').at(-1)).toBe('10:20');
    expect(starts.find((clock) => clock > '12:00')).toBe('13:10');
  });

  it('reaches over a neighbour to a far visit behind it', () => {
    const far = { latitude: 52.5, longitude: -0.12 };
    const estimator: TravelEstimator = { symmetric: true, minutes: (_, to) => (to === far || _ === far ? 240 : 0) };
    const question = buildSlotQuestion({
      visit: { minutes: 60, bufferBefore: 0, bufferAfter: 0, place: HERE },
      estimator,
      grid: 60,
      occupied: [booked('13:00', '14:00', { place: HERE }), booked('15:00', '16:00', { place: far })],
    });

    expect(clocks(freeStarts(question))).toEqual(['09:00', '10:00']);
  });

  it('lets a visit lie across midnight where work does', () => {
    const hours = {
      weekly: daily({ start: '22:00', end: '24:00' }, { start: '00:00', end: '02:00' }),
      exceptions: [],
      zone: 'Europe/London',
      from: '2027-06-15',
      to: '2027-06-16',
    };
    const question = buildSlotQuestion({
      hours,
      grid: 60,
      visit: { minutes: 120, bufferBefore: 0, bufferAfter: 0, place: null },
    });

    expect(clocks(freeStarts(question))).toEqual(['00:00', '22:00', '23:00', '00:00', '22:00']);
  });

  it('takes the notice as the first and the horizon as no longer allowed', () => {
    const question = buildSlotQuestion({ earliest: t('10:00'), latest: t('11:00'), grid: 30 });

    expect(clocks(freeStarts(question))).toEqual(['10:00', '10:30']);
    expect(clocks(freeStarts({ ...question, earliest: t('10:00') + 0.5, latest: t('11:00') + 0.5 }))).toEqual([
      '10:30',
      '11:00',
    ]);
  });

  it('closes a day that has its visits or its minutes, and only that day', () => {
    const hours = { ...buildOracleQuestion().hours, to: '2027-06-16' };
    const occupied = [booked('09:00', '10:00'), booked('10:00', '11:30')];
    const startsUnder = (visits: number | null, minutes: number | null) =>
      new Set(
        freeStarts(buildSlotQuestion({ hours, occupied, dailyCap: { visits, minutes } })).map((s) =>
          s < t('23:59') ? 15 : 16,
        ),
      );

    expect(startsUnder(2, null)).toEqual(new Set([16]));
    expect(startsUnder(3, null)).toEqual(new Set([15, 16]));
    expect(startsUnder(null, 209)).toEqual(new Set([16]));
    expect(startsUnder(null, 210)).toEqual(new Set([15, 16]));
    expect(startsUnder(0, null)).toEqual(new Set());
  });

  it('counts a reservation for the day on which its visit begins, not its buffer', () => {
    const hours = { ...buildOracleQuestion().hours, weekly: daily({ start: '00:00', end: '24:00' }) };
    const overMidnight = booked('00:00', '01:00', { start: t('00:00') - 10 });
    const question = buildSlotQuestion({ hours, occupied: [overMidnight], dailyCap: { visits: 1, minutes: null } });

    expect(freeStarts(question)).toEqual([]);
    expect(freeStarts({ ...question, occupied: [{ ...overMidnight, visitStart: t('00:00') - 10 }] })).not.toEqual([]);
    expect(freeStarts({ ...question, occupied: [{ ...overMidnight, visitStart: t('23:59') + 1 }] })).not.toEqual([]);
  });

  it('answers a diary of a year in reverse order as it answers one in order', () => {
    const hours = {
      ...buildOracleQuestion().hours,
      weekly: daily({ start: '00:00', end: '24:00' }),
      to: '2028-06-15',
      zone: 'Asia/Shanghai',
    };
    const windows = workingWindows(hours);
    const descending = windows.flatMap(({ start }) => Array.from({ length: 24 }, (_, i) => start + i * 60)).reverse();
    const occupied = descending.map((start) => ({ start, end: start + 10, visitStart: start, place: null }));
    const question = {
      ...buildSlotQuestion({ visit: { minutes: 15, bufferBefore: 0, bufferAfter: 0, place: null } }),
      windows,
      occupied,
    };

    expect(freeStarts(question)).toEqual(freeStarts({ ...question, occupied: occupied.toReversed() }));
    expect(freeStarts(question)).toHaveLength(windows.length * 24 * 3);
  });

  it('finds nothing without working time', () => {
    expect(freeStarts({ ...buildSlotQuestion(), windows: [] })).toEqual([]);
  });

  it.each([
    { grid: 0, minutes: 60 },
    { grid: NaN, minutes: 60 },
    { grid: 15, minutes: 0 },
  ])('refuses a grid of $grid and a visit of $minutes minutes', ({ grid, minutes }) => {
    const question = buildSlotQuestion({ grid, visit: { minutes, bufferBefore: 0, bufferAfter: 0, place: null } });

    expect(() => freeStarts(question)).toThrow(RangeError);
  });
});

describe('isFree', () => {
  it('is no for an instant between two whole minutes', () => {
    const question = buildSlotQuestion({ grid: 1 });

    expect(isFree(question, t('10:00'))).toBe(true);
    expect(isFree(question, t('10:00') + 0.5)).toBe(false);
  });
});

describe('nearestFreeStarts', () => {
  it('offers the three nearest, of two as near the earlier first', () => {
    const question = buildSlotQuestion({ occupied: [booked('12:00', '13:00')], grid: 30 });

    expect(clocks(nearestFreeStarts(question, t('12:00'), 3))).toEqual(['11:00', '13:00', '10:30']);
  });

  it('offers what there is when there is less', () => {
    const question = buildSlotQuestion({ earliest: t('16:00') });

    expect(clocks(nearestFreeStarts(question, t('12:00'), 3))).toEqual(['16:00']);
  });
});

describe('whyNotFree', () => {
  const base = {
    estimator: twentyMinutes,
    visit: { minutes: 60, bufferBefore: 0, bufferAfter: 0, place: HERE },
    occupied: [booked('11:00', '12:00', { place: THERE })],
    blocked: [{ start: t('14:00'), end: t('15:00') }],
    earliest: t('09:00'),
    latest: t('16:30'),
  };

  it.each([
    ['08:45', 'TOO_SOON'],
    ['16:30', 'BEYOND_HORIZON'],
    ['16:15', 'OUTSIDE_WORKING_HOURS'],
    ['09:10', 'OFF_GRID'],
    ['13:30', 'TIME_OFF'],
    ['11:30', 'OCCUPIED'],
    ['09:45', 'NO_TIME_TO_TRAVEL'],
    ['12:15', 'NO_TIME_TO_TRAVEL'],
    ['09:30', null],
  ] as const)('says of %s: %s', (clock, refusal) => {
    expect(whyNotFree(buildSlotQuestion(base), t(clock))).toBe(refusal);
  });

  it('says that the day is full when nothing else is in the way', () => {
    const question = buildSlotQuestion({ ...base, dailyCap: { visits: 1, minutes: null } });

    expect(whyNotFree(question, t('09:30'))).toBe('DAY_FULL');
  });
});
