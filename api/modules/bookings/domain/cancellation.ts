import { money, percentOf, subtract, type Money } from '../../../kernel/money.ts';
import type { BookingActor } from './transitions.ts';

/** One step of a policy: what cancelling costs up to and including so many hours before the start. */
export interface CancellationPolicyStep {
  /** Elapsed hours, not hours on the wall clock; null for the last step, which has no end. */
  readonly hoursBefore: number | null;
  /** Share of the booking's total, 0–100. */
  readonly percent: number;
}

/** What cancelling costs (B5), as plain data: a snapshot of it is stored on the booking. */
export interface CancellationPolicy {
  /** Earliest first: `hoursBefore` falls, `percent` does not, and the last one's `hoursBefore` is null. */
  readonly steps: readonly CancellationPolicyStep[];
  /** For so long after confirmation cancelling is free, but never beyond the start. */
  readonly graceMinutes: number;
}

/** A stretch of time in which cancelling costs the same. */
export interface CancellationStep {
  /** Where the one before ends. The instant itself belongs to the one before, except for the first. */
  readonly from: Date;
  /** The last instant at this cost; null for the last step. */
  readonly until: Date | null;
  readonly percent: number;
  readonly fee: Money;
}

/** A confirmed booking, as far as cancelling goes. */
export interface CancellationTerms {
  readonly policy: CancellationPolicy;
  readonly start: Date;
  /** When the booking was confirmed; for one not confirmed yet, the present, to show what would be agreed to. */
  readonly confirmedAt: Date;
  readonly total: Money;
  /** The share that was reached when the visit was last moved: no later step costs less. 0 when left out. */
  readonly floorPercent?: number;
}

/** What cancelling at one instant costs and gives back; the two add up to the total. */
export interface CancellationFee {
  readonly fee: Money;
  readonly refund: Money;
  /** The last instant of the grace period while it lasts, else null. */
  readonly graceUntil: Date | null;
}

/** Free until 24 hours before, half until 2 hours before, then the whole; ten minutes' grace (B5). */
export const DEFAULT_CANCELLATION_POLICY: CancellationPolicy = {
  steps: [
    { hoursBefore: 24, percent: 0 },
    { hoursBefore: 2, percent: 50 },
    { hoursBefore: null, percent: 100 },
  ],
  graceMinutes: 10,
};

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

/**
 * The fee for cancelling now, rounded to a whole minor unit, halves away from zero. Only a household pays one, and only
 * for a confirmed booking (`confirmedAt` not null). Boundaries belong to the cheaper side: exactly 24 hours before is
 * still free. Throws `RangeError` for a policy whose steps are out of order.
 */
export function cancellationFee(
  question: Omit<CancellationTerms, 'confirmedAt'> & {
    readonly confirmedAt: Date | null;
    readonly now: Date;
    readonly actor: BookingActor;
  },
): CancellationFee {
  const { confirmedAt, now, actor, total } = question;
  if (confirmedAt === null || actor !== 'HOUSEHOLD') {
    return { fee: money(0, total.currency), refund: total, graceUntil: null };
  }
  const terms = { ...question, confirmedAt };
  const fee = percentOf(total, percentNow(terms, now));
  const graceEnd = graceEndOf(terms);
  return { fee, refund: subtract(total, fee), graceUntil: graceEnd !== null && now <= graceEnd ? graceEnd : null };
}

/** The share of the total that cancelling costs a household at that instant, 0 to 100. */
export function percentNow(terms: CancellationTerms, now: Date): number {
  // The last step has no end, so there is always one.
  return cancellationSteps(terms).find(({ until }) => until === null || now <= until)?.percent ?? 100;
}

/**
 * What cancelling costs from confirmation on, and when that changes: contiguous, the first from `confirmedAt`, the last
 * without end, neighbours of equal cost joined. `cancellationFee` charges what these steps say.
 * Throws `RangeError` for a policy whose steps are out of order.
 */
export function cancellationSteps(terms: CancellationTerms): CancellationStep[] {
  assertInOrder(terms.policy);
  const grace = graceEndOf(terms);
  const ends = terms.policy.steps.map(({ hoursBefore, percent }) => ({
    until: hoursBefore === null ? null : new Date(terms.start.getTime() - hoursBefore * HOUR_MS),
    percent,
  }));
  // Without grace, a step which ends as the booking is confirmed still covers that one instant.
  const ahead = ends.filter(({ until }) => {
    if (until === null) return true;
    return grace === null ? until >= terms.confirmedAt : until > grace;
  });
  const stretches = grace === null ? ahead : [{ until: grace, percent: 0 }, ...ahead];
  const steps: CancellationStep[] = [];
  for (const { until, percent: ofPolicy } of stretches) {
    const percent = Math.max(ofPolicy, terms.floorPercent ?? 0);
    const previous = steps.at(-1);
    if (previous?.percent === percent) steps[steps.length - 1] = { ...previous, until };
    else {
      const from = previous?.until ?? terms.confirmedAt;
      steps.push({ from, until, percent, fee: percentOf(terms.total, percent) });
    }
  }
  return steps;
}

function graceEndOf({ policy, start, confirmedAt }: CancellationTerms): Date | null {
  const end = Math.min(confirmedAt.getTime() + policy.graceMinutes * MINUTE_MS, start.getTime());
  return end > confirmedAt.getTime() ? new Date(end) : null;
}

function assertInOrder({ steps, graceMinutes }: CancellationPolicy): void {
  const inOrder = steps.every(({ hoursBefore, percent }, index) => {
    const previous = steps[index - 1];
    const isLast = index === steps.length - 1;
    const falls = isLast
      ? hoursBefore === null
      : hoursBefore !== null && hoursBefore < (previous?.hoursBefore ?? Infinity);
    return falls && percent >= (previous?.percent ?? 0) && percent <= 100;
  });
  if (steps.length === 0 || !inOrder || !(graceMinutes >= 0)) {
    throw new RangeError('the steps of a cancellation policy are out of order');
  }
}
