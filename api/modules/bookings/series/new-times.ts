import { required } from '../../../kernel/required.ts';
import type { EntityManager } from '../../../platform/database.ts';
import type { RequestContext } from '../../../platform/request-context.ts';
import { requireViewer } from '../../accounts/index.ts';
import { bookReservation, buffersOf, reserveTime } from '../../availability/index.ts';
import type { Booking } from '../booking.entity.ts';
import { BookingState } from '../booking.enums.ts';
import { moveBooking } from '../move-booking.ts';
import { feeForMoving } from '../reschedule-quote.ts';
import { bookVisit, payWhenNear, reserveWhenOpen } from './book-visit.ts';
import { isAtHand, listAlternatives, withVisit } from './judge-dates.ts';
import type { DatesQuestion, DateVerdict, WantedStart } from './judge-dates.ts';
import { termsOf } from './planned-visit.ts';
import type { SeriesAtHand } from './planned-visit.ts';
import { SeriesVisitStatus } from './series.enums.ts';
import type { OpenVisit } from './series-scope.ts';
import { SeriesVisit } from './series-visit.entity.ts';
import type { SeriesDate } from './series.type.ts';

const MINUTE_MS = 60_000;
/** Only until the same transaction books it. */
const HELD_FOR_MS = MINUTE_MS;

/** A date of a series with the time that it is to have. */
export interface NewTime extends WantedStart {
  readonly open: OpenVisit;
}

/** Gives one date its new time in the transaction of `em`; false when PostgreSQL or the table of transitions refuses it. */
export async function giveNewTime(
  em: EntityManager,
  context: RequestContext,
  atHand: SeriesAtHand,
  { open, start }: NewTime,
  { isReserved, inSeries }: { readonly isReserved: boolean; readonly inSeries: boolean },
): Promise<boolean> {
  const { visit, booking } = open;
  if (booking) {
    if (!(await exchange(em, context, atHand, booking, { start, inSeries }))) return false;
    await em.nativeUpdate(SeriesVisit, { id: visit.id }, { startsAt: start });
    return true;
  }
  if (!isReserved) {
    await em.nativeUpdate(SeriesVisit, { id: visit.id }, { startsAt: start });
    await reserveWhenOpen(em, context.clock, atHand.region, { id: visit.id, startsAt: start });
    return true;
  }
  const quote = visit.storedQuote;
  const reserved = await bookVisit(em, context, termsOf(atHand), { start, quote });
  if (reserved === null) return false;
  await em.nativeUpdate(
    SeriesVisit,
    { id: visit.id },
    { startsAt: start, status: SeriesVisitStatus.RESERVED, reason: null, booking: reserved.id },
  );
  await payWhenNear(em, context.clock, reserved);
  return true;
}

/** Books the new time of a visit whose old one was given back, and moves it there by the table of transitions. */
async function exchange(
  em: EntityManager,
  context: RequestContext,
  { items }: SeriesAtHand,
  booking: Booking,
  { start, inSeries }: { readonly start: Date; readonly inSeries: boolean },
): Promise<boolean> {
  const now = context.clock.now();
  const endsAt = new Date(start.getTime() + booking.endsAt.getTime() - booking.startsAt.getTime());
  const { bufferBefore, bufferAfter } = buffersOf({ items });
  const reservation = await reserveTime(em, {
    providerId: booking.provider,
    start,
    end: endsAt,
    bufferBeforeMinutes: bufferBefore,
    bufferAfterMinutes: bufferAfter,
    place: booking,
    expiresAt: new Date(now.getTime() + HELD_FOR_MS),
  });
  if (reservation === null || !(await bookReservation(em, reservation))) return false;
  const cost = feeForMoving(booking, 'HOUSEHOLD', now);
  const moved = await moveBooking(em, context.clock, booking, {
    to: BookingState.CONFIRMED,
    actor: 'HOUSEHOLD',
    actorAccount: requireViewer(context).accountId,
    inSeries,
    exchange: {
      reservation,
      startsAt: start,
      endsAt,
      feeFloorPercent: cost.floorPercent,
      lateMoveUsed: (booking.lateMoveUsed ?? false) || cost.term === 'FREE_ONCE',
    },
  });
  return !('refusal' in moved);
}

/** Those of the dates that cannot move, each with the nearest times that no other of them has. */
export function presentMoves(
  { series }: SeriesAtHand,
  question: DatesQuestion,
  times: readonly NewTime[],
  verdicts: readonly DateVerdict[],
  failed: readonly NewTime[],
): SeriesDate[] {
  const others = times.reduce(
    (sofar, { start }, index) =>
      isAtHand(required(verdicts[index], 'a verdict').status) ? withVisit(sofar, start) : sofar,
    question,
  );
  const endOf = (start: Date): Date => new Date(start.getTime() + series.minutes * MINUTE_MS);
  return failed.map((time) => {
    const { open, start } = time;
    const { total, currency } = open.visit.storedQuote;
    const price = { amount: total, currency };
    const { status, foreseen } = required(verdicts[times.indexOf(time)], 'a verdict');
    return {
      date: open.visit.date,
      start,
      end: endOf(start),
      status,
      foreseen,
      isShownTwice: false,
      price,
      alternatives: listAlternatives(others, start).map((alternative) => ({
        start: alternative,
        end: endOf(alternative),
        price,
      })),
    };
  });
}
