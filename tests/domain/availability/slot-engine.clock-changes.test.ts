import { describe, expect, it } from 'vitest';
import { freeStarts } from '../../../api/modules/availability/domain/slot-engine.ts';
import { ZONES, addDays, at, clockChangeDates } from './clock-changes.ts';
import { buildOracleQuestion, buildSlotQuestion, daily, toSlotQuestion } from './slot-question.builder.ts';
import { oracleStarts } from './slot-oracle.ts';

const FIRST_YEAR = 2024;
const LAST_YEAR = 2035;

/** Plans that a change of the clock hits in different ways: not at all, in the middle, at a start, at an end. */
const PLANS = [
  daily({ start: '07:00', end: '12:00' }, { start: '13:00', end: '19:00' }),
  daily({ start: '00:00', end: '24:00' }),
  daily({ start: '00:30', end: '01:45' }, { start: '02:15', end: '02:45' }, { start: '03:10', end: '05:00' }),
];

describe.each(ZONES)('clock changes in %s', { timeout: 30_000 }, (zone) => {
  const changes = clockChangeDates(zone, FIRST_YEAR, LAST_YEAR);

  it(`agree with the oracle at every change from ${FIRST_YEAR} to ${LAST_YEAR}`, () => {
    for (const date of changes.length > 0 ? changes : ['2024-03-10', '2035-10-28']) {
      for (const weekly of PLANS) {
        const hours = { weekly, exceptions: [], zone, from: addDays(date, -1), to: date };
        const booked = at(`${date}T02:00Z`);
        const question = buildOracleQuestion({
          hours,
          visit: { minutes: 45, bufferBefore: 0, bufferAfter: 15, place: null },
          occupied: [{ start: booked, end: booked + 75, visitStart: booked, place: null }],
        });

        const starts = freeStarts(toSlotQuestion(question));

        expect(starts, `${zone} ${date}`).toEqual(oracleStarts(question));
        expect(starts.length, `${zone} ${date}`).toBeGreaterThan(0);
      }
    }
  });
});

describe('zones with and without summer time', () => {
  it('are known to the tests as they are in the world', () => {
    const counts = Object.fromEntries(
      ZONES.map((zone) => [zone, clockChangeDates(zone, FIRST_YEAR, LAST_YEAR).length]),
    );

    expect(counts).toMatchObject({
      'America/New_York': 24,
      'Europe/London': 24,
      'Australia/Lord_Howe': 24,
      'America/St_Johns': 24,
      'Pacific/Auckland': 24,
      'Asia/Kathmandu': 0,
      'Asia/Shanghai': 0,
    });
    // Morocco announces its changes year by year: at least those of 2024 and 2025 are settled.
    expect(counts['Africa/Casablanca']).toBeGreaterThanOrEqual(4);
  });
});

describe('starts around a clock change', () => {
  it('skip the hour that New York skips', () => {
    const hours = { weekly: daily({ start: '01:00', end: '04:00' }), exceptions: [], zone: 'America/New_York' };
    const question = buildSlotQuestion({ hours: { ...hours, from: '2027-03-14', to: '2027-03-14' }, grid: 30 });

    expect(freeStarts(question)).toEqual([
      at('2027-03-14T01:00-05:00'),
      at('2027-03-14T01:30-05:00'),
      at('2027-03-14T03:00-04:00'),
    ]);
  });

  it('come twice in the hour that London has twice', () => {
    const hours = { weekly: daily({ start: '00:30', end: '02:30' }), exceptions: [], zone: 'Europe/London' };
    const question = buildSlotQuestion({ hours: { ...hours, from: '2027-10-31', to: '2027-10-31' }, grid: 30 });

    expect(freeStarts(question)).toEqual([
      at('2027-10-31T00:30+01:00'),
      at('2027-10-31T01:00+01:00'),
      at('2027-10-31T01:30+01:00'),
      at('2027-10-31T01:00+00:00'),
      at('2027-10-31T01:30+00:00'),
    ]);
  });

  it('stay on whole hours of the clock when Lord Howe shifts it by half an hour', () => {
    const hours = { weekly: daily({ start: '00:00', end: '05:00' }), exceptions: [], zone: 'Australia/Lord_Howe' };
    const question = buildSlotQuestion({ hours: { ...hours, from: '2027-10-03', to: '2027-10-03' }, grid: 60 });

    expect(freeStarts(question)).toEqual([
      at('2027-10-03T00:00+10:30'),
      at('2027-10-03T01:00+10:30'),
      at('2027-10-03T03:00+11:00'),
      at('2027-10-03T04:00+11:00'),
    ]);
  });

  it('are counted from local midnight in Kathmandu, 5 hours and 45 minutes ahead', () => {
    const hours = { weekly: daily({ start: '09:10', end: '12:00' }), exceptions: [], zone: 'Asia/Kathmandu' };
    const question = buildSlotQuestion({ hours: { ...hours, from: '2027-06-15', to: '2027-06-15' }, grid: 30 });

    expect(freeStarts(question)).toEqual([
      at('2027-06-15T09:30+05:45'),
      at('2027-06-15T10:00+05:45'),
      at('2027-06-15T10:30+05:45'),
      at('2027-06-15T11:00+05:45'),
    ]);
  });
});
