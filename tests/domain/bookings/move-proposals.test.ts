import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { proposalExpiry } from '../../../api/modules/bookings/domain/move-proposals.ts';

const HOUR = 3_600_000;
const SECOND = 1_000;
/** Ten in the morning in London, eight hours after its clocks went forward. */
const start = new Date('2027-03-28T09:00:00Z');
const later = new Date('2027-03-29T09:00:00Z');
const before = (instant: Date, hours: number, offsetMs = 0): Date =>
  new Date(instant.getTime() - hours * HOUR + offsetMs);

describe('until when a proposed time can be answered', () => {
  it.each([
    ['a second before 6 h before the old start: four hours', before(start, 6, -SECOND), before(start, 2, -SECOND)],
    ['exactly 6 h before: four hours are 2 h before', before(start, 6), before(start, 2)],
    ['a second after: 2 h before the old start', before(start, 6, SECOND), before(start, 2)],
    ['a second before 2 h before the old start: one second', before(start, 2, -SECOND), before(start, 2)],
    ['exactly 2 h before the old start: too late', before(start, 2), null],
    ['a second after: too late', before(start, 2, SECOND), null],
  ] as const)('%s', (_case, askedAt, expected) => {
    expect(proposalExpiry({ askedAt, start, newStart: later })).toEqual(expected);
  });

  it.each([
    ['a second before 6 h before the new start: four hours', before(start, 6, -SECOND), before(start, 2, -SECOND)],
    ['exactly 6 h before: four hours are 2 h before', before(start, 6), before(start, 2)],
    ['a second after: 2 h before the new start', before(start, 6, SECOND), before(start, 2)],
    ['a second before 2 h before the new start: one second', before(start, 2, -SECOND), before(start, 2)],
    ['exactly 2 h before the new start: too late', before(start, 2), null],
    ['a second after: too late', before(start, 2, SECOND), null],
  ] as const)('where it would be earlier, %s', (_case, askedAt, expected) => {
    expect(proposalExpiry({ askedAt, start: later, newStart: start })).toEqual(expected);
  });

  it('counts elapsed hours across a change of the clocks', () => {
    // At 00:30 winter time; four elapsed hours later it is 05:30 summer time.
    const askedAt = new Date('2027-03-28T00:30:00Z');

    expect(proposalExpiry({ askedAt, start, newStart: later })).toEqual(new Date('2027-03-28T04:30:00Z'));
    // Two elapsed hours before 02:30 summer time is 23:30 winter time of the day before.
    const early = new Date('2027-03-28T01:30:00Z');
    expect(proposalExpiry({ askedAt: before(early, 3), start: early, newStart: later })).toEqual(
      new Date('2027-03-27T23:30:00Z'),
    );
  });

  it('ends after it was made, within four hours, two hours before both starts; or there is none to make', () => {
    const offset = fc.integer({ min: -10 * 3_600, max: 100 * 3_600 });
    fc.assert(
      fc.property(offset, offset, (toOld, toNew) => {
        const askedAt = start;
        const old = new Date(askedAt.getTime() + toOld * SECOND);
        const proposed = new Date(askedAt.getTime() + toNew * SECOND);

        const expiry = proposalExpiry({ askedAt, start: old, newStart: proposed });

        const isTooLate = Math.min(toOld, toNew) <= 2 * 3_600;
        expect(expiry === null).toBe(isTooLate);
        if (expiry === null) return;
        expect(expiry > askedAt).toBe(true);
        expect(expiry <= before(askedAt, -4)).toBe(true);
        expect(expiry <= before(old, 2) && expiry <= before(proposed, 2)).toBe(true);
        // Nobody is hurried more than they must be.
        expect([before(askedAt, -4), before(old, 2), before(proposed, 2)].map(Number)).toContain(Number(expiry));
      }),
    );
  });
});
