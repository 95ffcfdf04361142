import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  claimUntil,
  dueAfter,
  dueAfterPause,
  lastValidDay,
} from '../../../api/modules/qualifications/domain/review-clock.ts';

const NOW = new Date('2027-03-10T09:00:00Z');
const hoursLater = (hours: number): Date => new Date(NOW.getTime() + hours * 3_600_000);

describe('the clock of a review', () => {
  it('gives 48 hours for a decision and 30 minutes for a claim', () => {
    expect(dueAfter(NOW)).toEqual(hoursLater(48));
    expect(claimUntil(NOW)).toEqual(hoursLater(0.5));
  });

  it('stands still while the provider adds something: what was left is left, what was late is as late', () => {
    fc.assert(
      fc.property(fc.integer({ min: -200, max: 48 }), fc.integer({ min: 0, max: 2_000 }), (left, waited) => {
        const back = hoursLater(waited);
        const due = dueAfterPause(hoursLater(left), NOW, back);

        expect(due.getTime() - back.getTime()).toBe(left * 3_600_000);
      }),
    );
  });
});

describe('the last valid day', () => {
  it.each([
    ['2027-01-15', 12, '2028-01-14'],
    ['2027-01-31', 1, '2027-02-27'],
    ['2028-01-31', 1, '2028-02-28'],
    ['2028-02-29', 12, '2029-02-27'],
    ['2027-01-01', 36, '2029-12-31'],
  ])('of one of %s for %i months is %s', (issuedOn, months, last) => {
    expect(lastValidDay(issuedOn, months)).toBe(last);
  });
});
