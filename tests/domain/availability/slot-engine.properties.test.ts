import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freeStarts, isFree, nearestFreeStarts } from '../../../api/modules/availability/domain/slot-engine.ts';
import { whyNotFree } from '../../../api/modules/availability/domain/slot-refusal.ts';
import { occupiedTime, oracleQuestion } from './slot-question.arbitrary.ts';
import { toSlotQuestion } from './slot-question.builder.ts';
import { oracleStarts, workedMinutes } from './slot-oracle.ts';

const RUNS = { numRuns: 400, seed: 42 };

describe('free starts of any question', { timeout: 30_000 }, () => {
  let startsSeen = 0;

  beforeAll(() => {
    startsSeen = 0;
  });
  afterAll(() => {
    // Properties of slots say nothing about questions that have none.
    expect(startsSeen).toBeGreaterThan(20_000);
  });

  function startsOf(question: Parameters<typeof freeStarts>[0]): number[] {
    const starts = freeStarts(question);
    startsSeen += starts.length;
    return starts;
  }

  it('are those that trying every minute finds', () => {
    fc.assert(
      fc.property(oracleQuestion, (question) => {
        expect(startsOf(toSlotQuestion(question))).toEqual(oracleStarts(question));
      }),
      { numRuns: 400, seed: 2027 },
    );
  });

  it('never overlap anything occupied or blocked', () => {
    fc.assert(
      fc.property(oracleQuestion, (oracle) => {
        const { visit, occupied, blocked } = oracle;
        for (const start of startsOf(toSlotQuestion(oracle))) {
          const from = start - visit.bufferBefore;
          const until = start + visit.minutes + visit.bufferAfter;
          expect(occupied.filter((entry) => entry.start < until && from < entry.end)).toEqual([]);
          expect(
            blocked.filter((block) => Math.max(block.start, start) < Math.min(block.end, start + visit.minutes)),
          ).toEqual([]);
        }
      }),
      RUNS,
    );
  });

  it('keep the whole visit in working time', () => {
    fc.assert(
      fc.property(oracleQuestion, (oracle) => {
        const worked = workedMinutes(oracle.hours);
        for (const start of startsOf(toSlotQuestion(oracle))) {
          const minutes = Array.from({ length: oracle.visit.minutes }, (_, i) => start + i);
          expect(minutes.every((minute) => worked.has(minute))).toBe(true);
        }
      }),
      RUNS,
    );
  });

  it('leave the way there before every later visit and the way back after every earlier one', () => {
    fc.assert(
      fc.property(oracleQuestion, (oracle) => {
        const { visit, occupied, estimator, travelMode } = oracle;
        for (const start of startsOf(toSlotQuestion(oracle))) {
          for (const entry of occupied) {
            if (!visit.place || !entry.place) continue;
            const isLater = entry.start > start;
            const gap = isLater
              ? entry.start - (start + visit.minutes + visit.bufferAfter)
              : start - visit.bufferBefore - entry.end;
            const way = isLater
              ? estimator.minutes(visit.place, entry.place, travelMode)
              : estimator.minutes(entry.place, visit.place, travelMode);
            expect(gap).toBeGreaterThanOrEqual(way);
          }
        }
      }),
      RUNS,
    );
  });

  it('do not depend on the order of windows, blocks and reservations', () => {
    const shuffled = oracleQuestion.chain((oracle) => {
      const question = toSlotQuestion(oracle);
      return fc.record({
        question: fc.constant(question),
        windows: shuffle(question.windows),
        blocked: shuffle(question.blocked),
        occupied: shuffle(question.occupied),
      });
    });
    fc.assert(
      fc.property(shuffled, ({ question, ...reordered }) => {
        expect(freeStarts({ ...question, ...reordered })).toEqual(startsOf(question));
      }),
      RUNS,
    );
  });

  it('do not change the question', () => {
    fc.assert(
      fc.property(oracleQuestion, (oracle) => {
        const question = toSlotQuestion(oracle);
        const before = structuredClone({ ...question, estimator: null });
        const { estimator, ...rest } = question;
        deepFreeze(rest);

        nearestFreeStarts({ ...rest, estimator }, question.windows[0]?.start ?? 0, 3);
        whyNotFree({ ...rest, estimator }, question.windows[0]?.start ?? 0);

        expect({ ...rest, estimator: null }).toEqual(before);
      }),
      RUNS,
    );
  });

  it('never become more by one more reservation or block', () => {
    const withOneMore = oracleQuestion.chain((oracle) => {
      const question = toSlotQuestion(oracle);
      const first = question.windows[0]?.start ?? 0;
      const instant = fc.integer({ min: first - 300, max: first + 2_000 });
      return fc.record({ question: fc.constant(question), reservation: occupiedTime(instant) });
    });
    fc.assert(
      fc.property(withOneMore, ({ question, reservation }) => {
        const before = new Set(startsOf(question));
        const { start, end } = reservation;
        const afterReservation = freeStarts({ ...question, occupied: [...question.occupied, reservation] });
        const afterBlock = freeStarts({ ...question, blocked: [{ start, end }, ...question.blocked] });
        expect(afterReservation.filter((free) => !before.has(free))).toEqual([]);
        expect(afterBlock.filter((free) => !before.has(free))).toEqual([]);
      }),
      RUNS,
    );
  });

  it('are exactly the starts that the check at booking allows and finds no reason against', () => {
    fc.assert(
      fc.property(oracleQuestion, (oracle) => {
        const question = toSlotQuestion(oracle);
        const starts = new Set(startsOf(question));
        const first = question.windows[0]?.start ?? 0;
        for (let instant = first - 30; instant < first + 1_500; instant += 5) {
          expect(isFree(question, instant)).toBe(starts.has(instant));
          expect(whyNotFree(question, instant) === null).toBe(starts.has(instant));
        }
      }),
      { ...RUNS, numRuns: 60 },
    );
  });

  it('offer the nearest ones first, and of two as near the earlier', () => {
    fc.assert(
      fc.property(oracleQuestion, fc.integer({ min: 0, max: 2_000 }), (oracle, minutes) => {
        const question = toSlotQuestion(oracle);
        const wanted = (question.windows[0]?.start ?? 0) + minutes;
        const ranked = startsOf(question).map((start) => ({ start, distance: Math.abs(start - wanted) }));
        ranked.sort((a, b) => (a.distance === b.distance ? a.start - b.start : a.distance - b.distance));
        expect(nearestFreeStarts(question, wanted, 3)).toEqual(ranked.slice(0, 3).map(({ start }) => start));
      }),
      RUNS,
    );
  });
});

function shuffle<T>(items: readonly T[]): fc.Arbitrary<T[]> {
  return fc.shuffledSubarray([...items], { minLength: items.length, maxLength: items.length });
}

function deepFreeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  Object.values(value).forEach(deepFreeze);
}
