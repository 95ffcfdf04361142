import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cancellationSteps, DEFAULT_CANCELLATION_POLICY } from '../../../api/modules/bookings/domain/cancellation.ts';
import { policyProblem } from '../../../api/modules/bookings/domain/policy-problem.ts';
import type { RegionPolicyTerms } from '../../../api/modules/bookings/domain/policy-problem.ts';
import { DEFAULT_RESCHEDULING_POLICY } from '../../../api/modules/bookings/domain/rescheduling.ts';

const usual: RegionPolicyTerms = { ...DEFAULT_CANCELLATION_POLICY, rescheduling: DEFAULT_RESCHEDULING_POLICY };
const step = (hoursBefore: number | null, percent: number): { hoursBefore: number | null; percent: number } => ({
  hoursBefore,
  percent,
});

describe('what an operator may set', () => {
  it.each<[string, Partial<RegionPolicyTerms>, string]>([
    ['no step', { steps: [] }, 'BAD_STEP_COUNT'],
    ['seven steps', { steps: [6, 5, 4, 3, 2, 1, null].map((hours) => step(hours, 0)) }, 'BAD_STEP_COUNT'],
    ['a last step with hours', { steps: [step(24, 0)] }, 'BAD_LAST_STEP'],
    ['a first step without', { steps: [step(null, 0), step(null, 100)] }, 'BAD_LAST_STEP'],
    ['hours that rise', { steps: [step(2, 0), step(24, 50), step(null, 100)] }, 'BAD_HOURS'],
    ['hours twice', { steps: [step(24, 0), step(24, 50), step(null, 100)] }, 'BAD_HOURS'],
    ['half an hour', { steps: [step(0.5, 0), step(null, 100)] }, 'BAD_HOURS'],
    ['no hours', { steps: [step(0, 0), step(null, 100)] }, 'BAD_HOURS'],
    ['more than 30 days', { steps: [step(721, 0), step(null, 100)] }, 'BAD_HOURS'],
    ['percents that fall', { steps: [step(24, 50), step(null, 0)] }, 'BAD_PERCENT'],
    ['more than all', { steps: [step(null, 101)] }, 'BAD_PERCENT'],
    ['less than nothing', { steps: [step(null, -1)] }, 'BAD_PERCENT'],
    ['a long grace', { graceMinutes: 121 }, 'BAD_GRACE'],
    ['a negative grace', { graceMinutes: -1 }, 'BAD_GRACE'],
    [
      'a late move before the early ones',
      { rescheduling: { freeHoursBefore: 4, onceFreeHoursBefore: 24 } },
      'BAD_MOVING_HOURS',
    ],
    ['moving without a number', { rescheduling: { freeHoursBefore: NaN, onceFreeHoursBefore: 4 } }, 'BAD_MOVING_HOURS'],
  ])('is not %s', (_what, change, code) => {
    expect(policyProblem({ ...usual, ...change })?.code).toBe(code);
  });

  it('is what every region begins with', () => {
    expect(policyProblem(usual)).toBeNull();
  });

  it('is nothing that the fees could not be counted with', () => {
    const anyStep = fc.record({
      hoursBefore: fc.option(fc.integer({ min: -2, max: 800 })),
      percent: fc.integer({ min: -5, max: 105 }),
    });
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 7 }), fc.integer({ min: -3, max: 130 }), (steps, graceMinutes) => {
        if (policyProblem({ ...usual, steps, graceMinutes }) !== null) return;
        expect(() =>
          cancellationSteps({
            policy: { steps, graceMinutes },
            start: new Date('2027-03-22T10:00:00Z'),
            confirmedAt: new Date('2027-03-01T10:00:00Z'),
            total: { amount: 6_000, currency: 'GBP' },
          }),
        ).not.toThrow();
      }),
      { numRuns: 2_000 },
    );
  });
});
