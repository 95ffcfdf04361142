import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../api/kernel/local-date.ts';
import {
  DAYS_BELOW_TO_DEMOTE,
  LEVELS,
  LEVEL_RULES,
  earnedLevel,
  nextStanding,
  standingFor,
} from '../../../api/modules/quality/domain/levels.ts';
import type { LevelFigures, LevelName, LevelStandingState } from '../../../api/modules/quality/domain/levels.ts';

const MONDAY = '2027-03-01';
const rank = (level: LevelName): number => LEVELS.indexOf(level);

const figures: fc.Arbitrary<LevelFigures> = fc.record({
  completedVisits: fc.nat(150),
  ratingLower: fc.option(fc.double({ min: 1, max: 5, noNaN: true }), { freq: 8 }),
  onTimeShare: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { freq: 8 }),
  openCourses: fc.nat(2),
});
const levels = fc.constantFrom(...LEVELS);

/** Figures that earn just that level. */
function earning(level: LevelName): LevelFigures {
  const rule = LEVEL_RULES.find((one) => one.level === level);
  return rule ?? { completedVisits: 0, ratingLower: null, onTimeShare: null, openCourses: 0 };
}

/** The standings after each of the nights, one a day. */
function nights(start: LevelStandingState, all: readonly LevelFigures[]): LevelStandingState[] {
  const seen: LevelStandingState[] = [];
  let state = start;
  for (const [index, one] of all.entries()) {
    state = nextStanding(state, one, addDays(MONDAY, index));
    seen.push(state);
  }
  return seen;
}

describe('the level that figures earn', () => {
  it.each(LEVELS)('is %s for figures that meet just its rule', (level) => {
    expect(earnedLevel(earning(level))).toBe(level);
  });

  it.each([
    ['completedVisits', { completedVisits: 29 }],
    ['ratingLower', { ratingLower: 3.99 }],
    ['ratingLower', { ratingLower: null }],
    ['onTimeShare', { onTimeShare: 0.84 }],
  ])('is not SENIOR where %s is missed: %j', (_which, missed) => {
    expect(earnedLevel({ ...earning('SENIOR'), ...missed })).not.toBe('SENIOR');
  });

  it('is TRAINEE while a course is open, whatever else there is', () => {
    expect(earnedLevel({ ...earning('MASTER'), openCourses: 1 })).toBe('TRAINEE');
  });

  it('never goes down when any figure gets better', () => {
    fc.assert(
      fc.property(
        figures,
        fc.nat(50),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.nat(2),
        (known, visits, rating, onTime, passed) => {
          const better: LevelFigures = {
            completedVisits: known.completedVisits + visits,
            ratingLower: known.ratingLower === null ? null : Math.min(5, known.ratingLower + rating),
            onTimeShare: known.onTimeShare === null ? null : Math.min(1, known.onTimeShare + onTime),
            openCourses: Math.max(0, known.openCourses - passed),
          };

          expect(rank(earnedLevel(better))).toBeGreaterThanOrEqual(rank(earnedLevel(known)));
        },
      ),
    );
  });

  it('is not held down by punctuality that nobody measured', () => {
    fc.assert(
      fc.property(figures, (known) => {
        expect(rank(earnedLevel({ ...known, onTimeShare: null }))).toBeGreaterThanOrEqual(rank(earnedLevel(known)));
      }),
    );
  });

  it('has every criterion of it and of each level below met', () => {
    fc.assert(
      fc.property(figures, (known) => {
        for (const level of LEVELS.slice(0, rank(earnedLevel(known)) + 1))
          expect(standingFor(level, known).every(({ met }) => met)).toBe(true);
      }),
    );
  });
});

describe('a night', () => {
  it('promotes at once, to whatever was earned', () => {
    fc.assert(
      fc.property(levels, figures, fc.boolean(), (level, known, below) => {
        const next = nextStanding({ level, belowSince: below ? addDays(MONDAY, -10) : null }, known, MONDAY);
        if (rank(earnedLevel(known)) <= rank(level)) return;
        expect(next).toEqual({ level: earnedLevel(known), belowSince: null, change: 'PROMOTED' });
      }),
    );
  });

  it('demotes nobody before two windows of 30 days in a row below, and then by one level', () => {
    fc.assert(
      fc.property(levels, fc.array(figures, { minLength: 1, maxLength: DAYS_BELOW_TO_DEMOTE }), (level, all) => {
        for (const { level: seen } of nights({ level, belowSince: null }, all))
          expect(rank(seen)).toBeGreaterThanOrEqual(rank(level));
      }),
    );
    const below = Array.from({ length: DAYS_BELOW_TO_DEMOTE + 1 }, () => earning('TRAINEE'));
    const seen = nights({ level: 'MASTER', belowSince: null }, below);
    expect(seen.at(-2)).toMatchObject({ level: 'MASTER', belowSince: MONDAY });
    expect(seen.at(-1)).toMatchObject({ level: 'SENIOR', belowSince: addDays(MONDAY, DAYS_BELOW_TO_DEMOTE) });
  });

  it('heals: one day that meets the level again begins the count anew', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('CERTIFIED' as const, 'SENIOR' as const, 'MASTER' as const),
        fc.integer({ min: 1, max: DAYS_BELOW_TO_DEMOTE }),
        fc.integer({ min: 1, max: DAYS_BELOW_TO_DEMOTE }),
        (level, before, after) => {
          const low = earning('TRAINEE');
          const all = [
            ...Array.from({ length: before }, () => low),
            earning(level),
            ...Array.from({ length: after }, () => low),
          ];

          expect(nights({ level, belowSince: null }, all).at(-1)!.level).toBe(level);
        },
      ),
    );
  });

  it('done twice is as if done once', () => {
    fc.assert(
      fc.property(levels, figures, fc.option(fc.integer({ min: 0, max: 90 })), (level, known, daysBelow) => {
        const belowSince = daysBelow === null ? null : addDays(MONDAY, -daysBelow);
        const once = nextStanding({ level, belowSince }, known, MONDAY);
        const twice = nextStanding(once, known, MONDAY);

        expect(twice).toEqual({ ...once, change: null });
      }),
    );
  });

  it('keeps the level of whoever meets it, and forgets that they did not', () => {
    const next = nextStanding({ level: 'SENIOR', belowSince: '2027-01-01' }, earning('SENIOR'), MONDAY);

    expect(next).toEqual({ level: 'SENIOR', belowSince: null, change: null });
  });
});

describe('the published rules', () => {
  it('ask of each level no less than of the one below', () => {
    for (const [index, rule] of LEVEL_RULES.entries()) {
      const below = LEVEL_RULES[index - 1];
      if (below === undefined) continue;
      expect(rule.completedVisits).toBeGreaterThanOrEqual(below.completedVisits);
      expect(rule.ratingLower).toBeGreaterThanOrEqual(below.ratingLower);
      expect(rule.onTimeShare).toBeGreaterThanOrEqual(below.onTimeShare);
      expect(rule.openCourses).toBeLessThanOrEqual(below.openCourses);
    }
  });
});
