import { money, percentOf, type Money } from '../../../kernel/money.ts';
import { percentNow, type CancellationTerms } from './cancellation.ts';
import type { BookingActor } from './transitions.ts';

/** What moving a visit costs (B5), as plain data: a snapshot of it is stored on the booking. */
export interface ReschedulingPolicy {
  /** Moving is free up to and including so many elapsed hours before the start. */
  readonly freeHoursBefore: number;
  /** Later than that it is free once for each booking, up to and including so many hours before. */
  readonly onceFreeHoursBefore: number;
}

/** Free until 24 hours before, once free until 4 hours before, then as a cancellation (B5). */
export const DEFAULT_RESCHEDULING_POLICY: ReschedulingPolicy = { freeHoursBefore: 24, onceFreeHoursBefore: 4 };

/** What stands in the history of a visit as the reason of a move to somebody whom the household chose; screens put it into words. */
export const CHOSEN_PROVIDER = 'provider-chosen';

/** Why a move costs what it does. */
export type MoveTerm = 'FREE' | 'FREE_ONCE' | 'AS_CANCELLATION';

/** What a move costs and what it leaves behind. */
export interface MoveFee {
  readonly term: MoveTerm;
  readonly fee: Money;
  /** Share of the total that cancelling costs at least from this move on: moving never sets the clock back. */
  readonly floorPercent: number;
}

/** A confirmed visit that is to move, as far as its cost goes; instants in UTC. */
export interface MoveQuestion extends CancellationTerms {
  readonly rescheduling: ReschedulingPolicy;
  /** Whether the one free late move was made before. */
  readonly lateMoveUsed: boolean;
  readonly now: Date;
  readonly actor: BookingActor;
}

const HOUR_MS = 3_600_000;

/**
 * The share of a lower price that is at least as much as that share of the price before, so that whoever moves to somebody cheaper
 * cannot cancel for less than before; rounded up to whole percents. Null where even the whole of the lower price is less.
 */
export function keptFloor(floorPercent: number, before: Money, after: Money): number | null {
  const fee = percentOf(before, floorPercent).amount;
  for (let kept = 0; kept <= 100; kept++) if (percentOf(after, kept).amount >= fee) return kept;
  return null;
}

/**
 * The fee for moving a confirmed visit now. Boundaries belong to the cheaper side. Only a household pays; whoever else moves a
 * visit costs it nothing and leaves the floor where it is. Elapsed hours count, not hours on the wall clock.
 */
export function moveFee(question: MoveQuestion): MoveFee {
  const { total, rescheduling, start, now, actor, lateMoveUsed } = question;
  const floor = question.floorPercent ?? 0;
  if (actor !== 'HOUSEHOLD') return { term: 'FREE', fee: money(0, total.currency), floorPercent: floor };
  const percent = percentNow(question, now);
  const hoursLeft = (start.getTime() - now.getTime()) / HOUR_MS;
  // What would cost nothing to cancel costs nothing to move, such as the minutes of grace.
  if (hoursLeft >= rescheduling.freeHoursBefore || percent === 0)
    return { term: 'FREE', fee: money(0, total.currency), floorPercent: percent };
  if (hoursLeft >= rescheduling.onceFreeHoursBefore && !lateMoveUsed)
    return { term: 'FREE_ONCE', fee: money(0, total.currency), floorPercent: percent };
  // The visit that is given up is paid for as if it were cancelled; the new one begins with a clock of its own.
  return { term: 'AS_CANCELLATION', fee: percentOf(total, percent), floorPercent: 0 };
}
