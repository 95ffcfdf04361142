import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localDays } from '../../../api/modules/availability/domain/local-day.ts';
import { isFree } from '../../../api/modules/availability/domain/slot-engine.ts';
import { listObstacles } from '../../../api/modules/availability/domain/slot-obstacles.ts';
import type { SlotObstacle } from '../../../api/modules/availability/domain/slot-obstacles.ts';
import { addDays } from './clock-changes.ts';
import { oracleQuestion } from './slot-question.arbitrary.ts';
import { buildOracleQuestion, daily, toSlotQuestion } from './slot-question.builder.ts';
import type { OracleQuestion } from './slot-oracle.ts';

function obstaclesOf(oracle: OracleQuestion, start: number): SlotObstacle[] {
  const { from, to, zone } = oracle.hours;
  return listObstacles(toSlotQuestion(oracle), localDays(addDays(from, -1), addDays(to, 1), zone), start);
}

describe('what is against a start', () => {
  it('is nothing exactly when the engine finds it free, in any diary, on any day', { timeout: 30_000 }, () => {
    let [free, refused] = [0, 0];
    fc.assert(
      fc.property(oracleQuestion, fc.array(fc.nat(3 * 96), { minLength: 12, maxLength: 12 }), (oracle, quarters) => {
        const question = toSlotQuestion(oracle);
        const first = localDays(oracle.hours.from, oracle.hours.from, oracle.hours.zone)[0]!.start;
        for (const quarter of quarters) {
          const start = first + (quarter % (96 * (1 + daysOf(oracle)))) * 15;
          const found = obstaclesOf(oracle, start);
          expect(found.length === 0).toBe(isFree(question, start));
          if (found.length === 0) free += 1;
          else refused += 1;
          for (const one of found) if ('missingMinutes' in one) expect(one.missingMinutes).toBeGreaterThan(0);
        }
      }),
      { numRuns: 500, seed: 68 },
    );
    // The equivalence says little where one of the answers is rare.
    expect(Math.min(free, refused)).toBeGreaterThan(400);
  });

  const TEN = Date.UTC(2027, 5, 15, 9) / 60_000;
  const far = { latitude: 51.46, longitude: -0.2 };
  const near = { latitude: 51.53, longitude: -0.12 };
  const at = (start: number, minutes: number, place = far) => ({
    start,
    visitStart: start,
    end: start + minutes,
    place,
  });
  const estimator = { minutes: () => 25 };

  it('names every one of several, not the first', () => {
    const blocked = [{ start: TEN, end: TEN + 30 }];
    const occupied = [at(TEN + 30, 60)];
    const oracle = buildOracleQuestion({ blocked, occupied, latest: TEN - 60 });

    expect(obstaclesOf(oracle, TEN).map(({ kind }) => kind)).toEqual(['BEYOND_HORIZON', 'TIME_OFF', 'OVERLAP']);
  });

  it('counts the minutes that are missing for the way there and the way on, buffers among them', () => {
    const visit = { minutes: 60, bufferBefore: 0, bufferAfter: 10, place: near };
    const before = buildOracleQuestion({ visit, estimator, occupied: [at(TEN - 70, 60)] });
    const after = buildOracleQuestion({ visit, estimator, occupied: [at(TEN + 80, 60)] });

    expect(obstaclesOf(before, TEN)).toMatchObject([{ kind: 'TOO_CLOSE_BEFORE', missingMinutes: 15 }]);
    expect(obstaclesOf(before, TEN + 15)).toEqual([]);
    expect(obstaclesOf(after, TEN)).toMatchObject([{ kind: 'TOO_CLOSE_AFTER', missingMinutes: 15 }]);
    expect(obstaclesOf(after, TEN - 15)).toEqual([]);
  });

  it('says that a start is off the grid also where nobody works', () => {
    const closed = buildOracleQuestion({
      hours: {
        weekly: daily({ start: '14:00', end: '17:00' }),
        exceptions: [],
        zone: 'Europe/London',
        from: '2027-06-15',
        to: '2027-06-15',
      },
    });

    expect(obstaclesOf(closed, TEN + 5).map(({ kind }) => kind)).toEqual(['OUTSIDE_WORKING_HOURS', 'OFF_GRID']);
  });

  it('finds a day full, and only that day', () => {
    const full = buildOracleQuestion({
      hours: {
        weekly: daily({ start: '09:00', end: '17:00' }),
        exceptions: [],
        zone: 'Europe/London',
        from: '2027-06-15',
        to: '2027-06-16',
      },
      dailyCap: { visits: 1, minutes: null },
      occupied: [at(TEN + 240, 60)],
    });

    expect(obstaclesOf(full, TEN).map(({ kind }) => kind)).toEqual(['DAY_FULL']);
    expect(obstaclesOf(full, TEN + 1440)).toEqual([]);
  });
});

const daysOf = ({ hours: { from, to } }: OracleQuestion): number =>
  (Date.parse(`${to}T00:00Z`) - Date.parse(`${from}T00:00Z`)) / 86_400_000;
