import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { money, percentOf } from '../../../api/kernel/money.ts';
import { cancellationFee, DEFAULT_CANCELLATION_POLICY } from '../../../api/modules/bookings/domain/cancellation.ts';
import {
  DEFAULT_RESCHEDULING_POLICY,
  keptFloor,
  moveFee,
  type MoveQuestion,
} from '../../../api/modules/bookings/domain/rescheduling.ts';

const HOUR = 3_600_000;
const SECOND = 1_000;
/** Ten in the morning in London, eight hours after its clocks went forward. */
const start = new Date('2027-03-28T09:00:00Z');
const total = money(10_001, 'GBP');
const before = (hours: number, offsetMs = 0): Date => new Date(start.getTime() - hours * HOUR + offsetMs);

function buildQuestion(overrides: Partial<MoveQuestion> = {}): MoveQuestion {
  return {
    policy: DEFAULT_CANCELLATION_POLICY,
    rescheduling: DEFAULT_RESCHEDULING_POLICY,
    start,
    confirmedAt: before(100),
    total,
    lateMoveUsed: false,
    now: before(48),
    actor: 'HOUSEHOLD',
    ...overrides,
  };
}

describe('what moving a visit costs its household', () => {
  it.each([
    ['a second before 24 h', before(24, -SECOND), false, 'FREE', 0, 0],
    ['exactly 24 h before', before(24), false, 'FREE', 0, 0],
    ['a second after that', before(24, SECOND), false, 'FREE_ONCE', 0, 50],
    ['a second after that, for the second time', before(24, SECOND), true, 'AS_CANCELLATION', 5_001, 0],
    ['a second before 4 h', before(4, -SECOND), false, 'FREE_ONCE', 0, 50],
    ['exactly 4 h before', before(4), false, 'FREE_ONCE', 0, 50],
    ['a second after that', before(4, SECOND), false, 'AS_CANCELLATION', 5_001, 0],
    ['exactly 2 h before', before(2), false, 'AS_CANCELLATION', 5_001, 0],
    ['a second after that', before(2, SECOND), false, 'AS_CANCELLATION', 10_001, 0],
  ] as const)('%s', (_case, now, lateMoveUsed, term, fee, floorPercent) => {
    expect(moveFee(buildQuestion({ now, lateMoveUsed }))).toEqual({ term, fee: money(fee, 'GBP'), floorPercent });
  });

  it.each([
    ['a second before the grace ends', 600_000 - SECOND, 'FREE'],
    ['as it ends', 600_000, 'FREE'],
    ['a second after', 600_000 + SECOND, 'AS_CANCELLATION'],
  ] as const)('within the ten minutes after booking nothing: %s', (_case, elapsed, term) => {
    const confirmedAt = before(3);

    expect(moveFee(buildQuestion({ confirmedAt, now: new Date(confirmedAt.getTime() + elapsed) })).term).toBe(term);
  });

  it('counts elapsed hours across a change of the clocks', () => {
    // 24 elapsed hours before ten o'clock summer time is nine o'clock winter time of the day before.
    expect(moveFee(buildQuestion({ now: new Date('2027-03-27T09:00:00Z') })).term).toBe('FREE');
    expect(moveFee(buildQuestion({ now: new Date('2027-03-27T09:00:01Z') })).term).toBe('FREE_ONCE');
  });

  it('is nothing for whoever else moves it, and leaves the floor where it is', () => {
    for (const actor of ['OPERATOR', 'PROVIDER', 'SYSTEM'] as const)
      expect(moveFee(buildQuestion({ actor, now: before(1), floorPercent: 50 }))).toEqual({
        term: 'FREE',
        fee: money(0, 'GBP'),
        floorPercent: 50,
      });
  });
});

describe('the share that cancelling costs at least with somebody cheaper', () => {
  it('is the least that is no less money than before; none where the whole would be less', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 }), fc.nat(100_000), fc.nat(100_000), (percent, before, after) => {
        const [was, is] = [money(before, 'GBP'), money(after, 'GBP')];
        const fee = percentOf(was, percent).amount;

        const kept = keptFloor(percent, was, is);

        expect(kept === null).toBe(fee > after);
        if (kept === null) return;
        expect(kept).toBeLessThanOrEqual(100);
        expect(percentOf(is, kept).amount).toBeGreaterThanOrEqual(fee);
        if (kept > 0) expect(percentOf(is, kept - 1).amount).toBeLessThan(fee);
      }),
    );
  });
});

describe('a free move', () => {
  it('never makes cancelling cheaper than it was, whenever and wherever to', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 72 * 60 }),
        fc.integer({ min: -20, max: 60 * 24 * 60 }),
        fc.constantFrom(0, 50, 100),
        (minutesBefore, movedByMinutes, floorPercent) => {
          const now = new Date(start.getTime() - minutesBefore * 60_000);
          const question = buildQuestion({ now, floorPercent });
          const cancelNow = cancellationFee({ ...question, now, actor: 'HOUSEHOLD' }).fee.amount;
          const move = moveFee(question);
          const moved = { ...question, start: new Date(start.getTime() + movedByMinutes * 60_000) };

          const after = cancellationFee({ ...moved, floorPercent: move.floorPercent, now, actor: 'HOUSEHOLD' }).fee
            .amount;

          // Whoever moves and then cancels pays at least what cancelling would have cost at once.
          expect(move.fee.amount + after).toBeGreaterThanOrEqual(cancelNow);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
