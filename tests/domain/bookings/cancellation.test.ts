import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { money } from '../../../api/kernel/money.ts';
import {
  cancellationFee,
  cancellationSteps,
  DEFAULT_CANCELLATION_POLICY,
  type CancellationPolicy,
  type CancellationTerms,
} from '../../../api/modules/bookings/domain/cancellation.ts';

const HOUR = 3_600_000;
const start = new Date('2026-06-10T10:00:00Z');
const total = money(10_001, 'GBP');
const hoursBefore = (hours: number, offsetMs = 0) => new Date(start.getTime() - hours * HOUR + offsetMs);

function buildTerms(overrides: Partial<CancellationTerms> = {}): CancellationTerms {
  return { policy: DEFAULT_CANCELLATION_POLICY, start, confirmedAt: hoursBefore(100), total, ...overrides };
}

const feeAt = (now: Date, overrides: Partial<CancellationTerms> = {}) =>
  cancellationFee({ ...buildTerms(overrides), now, actor: 'HOUSEHOLD' });

const readable = (terms: CancellationTerms) =>
  cancellationSteps(terms).map(
    ({ from, until, percent }) => `${from.toISOString()} – ${until?.toISOString() ?? 'ever'}: ${percent}`,
  );

describe('cancellationFee', () => {
  it.each([
    ['a second before 24 h', hoursBefore(24, -1_000), 0],
    ['exactly 24 h before', hoursBefore(24), 0],
    ['a millisecond after that', hoursBefore(24, 1), 5_001],
    ['a second after that', hoursBefore(24, 1_000), 5_001],
    ['a second before 2 h', hoursBefore(2, -1_000), 5_001],
    ['exactly 2 h before', hoursBefore(2), 5_001],
    ['a second after that', hoursBefore(2, 1_000), 10_001],
    ['at the start', start, 10_001],
    ['after the start', hoursBefore(-1), 10_001],
  ])('%s', (_case, now, fee) => {
    expect(feeAt(now)).toEqual({ fee: money(fee, 'GBP'), refund: money(10_001 - fee, 'GBP'), graceUntil: null });
  });

  it.each([
    ['a second before the end', 599_000, 0, true],
    ['at the end', 600_000, 0, true],
    ['a second after it', 601_000, 10_001, false],
  ])('gives ten minutes of grace after confirmation: %s', (_case, elapsed, fee, isGrace) => {
    const confirmedAt = hoursBefore(1);
    const outcome = feeAt(new Date(confirmedAt.getTime() + elapsed), { confirmedAt });

    expect(outcome.fee.amount).toBe(fee);
    expect(outcome.graceUntil).toEqual(isGrace ? new Date(confirmedAt.getTime() + 600_000) : null);
  });

  it('gives no grace beyond the start', () => {
    const confirmedAt = hoursBefore(0, -60_000);

    expect(feeAt(hoursBefore(0, -1), { confirmedAt })).toMatchObject({ fee: { amount: 0 }, graceUntil: start });
    expect(feeAt(hoursBefore(0, 1), { confirmedAt })).toMatchObject({ fee: { amount: 10_001 }, graceUntil: null });
    expect(feeAt(start, { confirmedAt: start })).toMatchObject({ fee: { amount: 10_001 }, graceUntil: null });
  });

  it.each(['PROVIDER', 'OPERATOR', 'SYSTEM'] as const)('costs nothing when the %s cancels', (actor) => {
    expect(cancellationFee({ ...buildTerms(), now: hoursBefore(1), actor })).toEqual({
      fee: money(0, 'GBP'),
      refund: total,
      graceUntil: null,
    });
  });

  it('costs nothing before confirmation', () => {
    const question = { ...buildTerms(), confirmedAt: null, now: hoursBefore(1), actor: 'HOUSEHOLD' } as const;

    expect(cancellationFee(question)).toEqual({ fee: money(0, 'GBP'), refund: total, graceUntil: null });
  });

  it.each([
    // London moves its clocks at 01:00 UTC on 29 March and on 25 October 2026.
    ['spring', '2026-03-29T09:00:00Z', '2026-03-28T09:00:00Z'],
    ['autumn', '2026-10-25T10:00:00Z', '2026-10-24T10:00:00Z'],
  ])('counts elapsed hours across the clock change in %s', (_season, visit, freeUntil) => {
    const overrides = { start: new Date(visit), confirmedAt: new Date('2026-01-01T00:00:00Z') };
    const boundary = new Date(freeUntil).getTime();

    expect(feeAt(new Date(boundary), overrides).fee.amount).toBe(0);
    expect(feeAt(new Date(boundary + 1), overrides).fee.amount).toBe(5_001);
  });

  it('allows the instant of a boundary at which the booking was made without grace', () => {
    const policy = { ...DEFAULT_CANCELLATION_POLICY, graceMinutes: 0 };

    expect(feeAt(hoursBefore(24), { policy, confirmedAt: hoursBefore(24) }).fee.amount).toBe(0);
  });
});

describe('cancellationSteps', () => {
  it('starts at confirmation, joins the grace with the free time, and has no end', () => {
    expect(readable(buildTerms())).toEqual([
      '2026-06-06T06:00:00.000Z – 2026-06-09T10:00:00.000Z: 0',
      '2026-06-09T10:00:00.000Z – 2026-06-10T08:00:00.000Z: 50',
      '2026-06-10T08:00:00.000Z – ever: 100',
    ]);
    expect(cancellationSteps(buildTerms()).map((step) => step.fee.amount)).toEqual([0, 5_001, 10_001]);
  });

  it('leaves out what was over at confirmation and begins with the grace', () => {
    expect(readable(buildTerms({ confirmedAt: hoursBefore(5) }))).toEqual([
      '2026-06-10T05:00:00.000Z – 2026-06-10T05:10:00.000Z: 0',
      '2026-06-10T05:10:00.000Z – 2026-06-10T08:00:00.000Z: 50',
      '2026-06-10T08:00:00.000Z – ever: 100',
    ]);
  });

  it('lets the grace reach over a boundary', () => {
    expect(readable(buildTerms({ confirmedAt: hoursBefore(2, -120_000) }))).toEqual([
      '2026-06-10T07:58:00.000Z – 2026-06-10T08:08:00.000Z: 0',
      '2026-06-10T08:08:00.000Z – ever: 100',
    ]);
  });

  it('has no empty step where the grace ends on a boundary', () => {
    expect(readable(buildTerms({ confirmedAt: hoursBefore(2, -600_000) }))).toEqual([
      '2026-06-10T07:50:00.000Z – 2026-06-10T08:00:00.000Z: 0',
      '2026-06-10T08:00:00.000Z – ever: 100',
    ]);
  });

  it('joins neighbours which cost the same', () => {
    const policy: CancellationPolicy = {
      steps: [
        { hoursBefore: 48, percent: 0 },
        { hoursBefore: 24, percent: 0 },
        { hoursBefore: null, percent: 30 },
      ],
      graceMinutes: 0,
    };

    expect(readable(buildTerms({ policy }))).toEqual([
      '2026-06-06T06:00:00.000Z – 2026-06-09T10:00:00.000Z: 0',
      '2026-06-09T10:00:00.000Z – ever: 30',
    ]);
  });

  const aPolicy = fc
    .record({
      hours: fc.uniqueArray(fc.integer({ min: 0, max: 120 }), { maxLength: 4 }),
      percents: fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 5, maxLength: 5 }),
      graceMinutes: fc.nat(60),
    })
    .map(({ hours, percents, graceMinutes }): CancellationPolicy => {
      const rising = [...percents].sort((a, b) => a - b);
      const ends = [...hours.sort((a, b) => b - a), null];
      return { steps: ends.map((hour, index) => ({ hoursBefore: hour, percent: rising[index]! })), graceMinutes };
    });

  it('are contiguous, differ from their neighbours, never get cheaper, and are what is charged', () => {
    const minutesBefore = fc.integer({ min: -60, max: 130 * 60 });
    fc.assert(
      fc.property(aPolicy, minutesBefore, fc.nat(140 * 60), (policy, before, elapsed) => {
        const confirmedAt = hoursBefore(before / 60);
        const now = new Date(confirmedAt.getTime() + elapsed * 60_000);
        const terms = buildTerms({ policy, confirmedAt });
        const steps = cancellationSteps(terms);

        expect(steps[0]!.from).toEqual(confirmedAt);
        expect(steps.at(-1)!.until).toBeNull();
        for (const [index, next] of steps.slice(1).entries()) {
          expect(next.from).toEqual(steps[index]!.until);
          expect(next.percent).toBeGreaterThan(steps[index]!.percent);
        }
        const inGrace = now.getTime() - confirmedAt.getTime() <= policy.graceMinutes * 60_000 && now <= start;
        const hoursLeft = (start.getTime() - now.getTime()) / HOUR;
        const percent = policy.steps.find(
          (step) => step.hoursBefore === null || hoursLeft >= step.hoursBefore,
        )!.percent;
        const isGraceLeft = policy.graceMinutes > 0 && confirmedAt < start;
        const { fee, refund } = feeAt(now, terms);
        expect(fee.amount).toBe(inGrace && isGraceLeft ? 0 : Math.round((10_001 * percent) / 100));
        expect(fee.amount + refund.amount).toBe(10_001);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['no steps', []],
    ['no last step', [{ hoursBefore: 24, percent: 0 }]],
    [
      'a step after the last',
      [
        { hoursBefore: null, percent: 0 },
        { hoursBefore: 24, percent: 50 },
      ],
    ],
    [
      'hours which rise',
      [
        { hoursBefore: 2, percent: 0 },
        { hoursBefore: 24, percent: 50 },
        { hoursBefore: null, percent: 100 },
      ],
    ],
    [
      'a cost which falls',
      [
        { hoursBefore: 24, percent: 50 },
        { hoursBefore: null, percent: 0 },
      ],
    ],
    ['more than everything', [{ hoursBefore: null, percent: 101 }]],
    ['less than nothing', [{ hoursBefore: null, percent: -1 }]],
  ])('refuses a policy with %s', (_case, steps) => {
    expect(() => cancellationSteps(buildTerms({ policy: { steps, graceMinutes: 10 } }))).toThrow(RangeError);
  });

  it('refuses a grace that is negative', () => {
    const policy = { ...DEFAULT_CANCELLATION_POLICY, graceMinutes: -1 };

    expect(() => cancellationSteps(buildTerms({ policy }))).toThrow(RangeError);
  });
});
