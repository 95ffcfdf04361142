import type { RequestContext } from '../../platform/request-context.ts';
import { say } from '../../platform/say.ts';
import { checkStart, greatCircleEstimator } from '../availability/index.ts';
import type { NeighbouringVisit } from '../availability/index.ts';
import { Venue } from '../catalog/index.ts';
import type { Provider } from '../providers/index.ts';
import { Booking } from './booking.entity.ts';
import { BookingState } from './booking.enums.ts';
import { BookabilityCode } from './bookings.errors.ts';
import { placeReasons, toReason } from './hold-check.ts';
import { MoveObjectionKind } from './move-check.type.ts';
import type { MoveCheck, MoveObjection, MoveTravel } from './move-check.type.ts';
import { objectionMessage, toObjection } from './move-objections.ts';
import type { FoundObjection } from './move-objections.ts';
import { readMoveWish } from './move-wish.ts';
import { IN_DIARY } from './my-schedule.service.ts';

const MINUTE_MS = 60_000;

/**
 * Why an agreed visit cannot begin at an instant, and the ways before and after it there. By the engine that offers times: none is
 * against a start exactly when `rescheduleSlots` has it, as long as the visit may be moved at all. Nothing is reserved.
 */
export async function checkMove(context: RequestContext, booking: Booking, start: Date): Promise<MoveCheck> {
  const length = booking.endsAt.getTime() - booking.startsAt.getTime();
  const end = new Date(start.getTime() + length);
  const { provider, checked, wish } = await readMoveWish(context, booking, { start, end });
  // A start within a minute is judged as the minute, and refused for not being one.
  const startMinutes = Math.floor(start.getTime() / MINUTE_MS);
  const check = checkStart(wish, startMinutes);
  const visits = await findDiaryVisits(context, provider, [
    ...check.obstacles.flatMap((obstacle) => ('entry' in obstacle ? [obstacle.entry.visitStart] : [])),
    ...[check.before, check.after].flatMap((neighbour) => (neighbour ? [neighbour.entry.visitStart] : [])),
  ]);
  const wayFrom = ({ place }: NeighbouringVisit['entry']): number =>
    place === null ? 0 : greatCircleEstimator.minutes(place, wish.plan.place, provider.travelMode);
  const objections = [
    ...objectionsToMoving(context, booking, start),
    ...[
      ...placeReasons(context, { provider, checked }),
      ...check.reasons.map(({ code, subject }) => toReason(context, BookabilityCode[code], subject)),
    ].map(({ message }): MoveObjection => ({
      kind: MoveObjectionKind.NOT_QUALIFIED,
      message,
      visit: null,
      missingMinutes: null,
    })),
    ...check.obstacles.map((obstacle) => inWords(context, toObjection(obstacle, startMinutes, visits, wayFrom))),
  ];
  const toTravel = ({ entry, travelMinutes }: NeighbouringVisit): MoveTravel => ({
    minutes: travelMinutes,
    visit: visits.get(entry.visitStart) ?? null,
  });
  return {
    bookingId: booking.id,
    start,
    end,
    objections,
    travelBefore: check.before ? toTravel(check.before) : wayFromHome(provider, booking),
    travelAfter: check.after ? toTravel(check.after) : null,
  };
}

function inWords(context: RequestContext, found: FoundObjection<Booking>): MoveObjection {
  return { ...found, message: say(context, objectionMessage(found)) };
}

/** What is against it whatever the diary says. */
function objectionsToMoving(context: RequestContext, booking: Booking, start: Date): MoveObjection[] {
  const kinds: (MoveObjectionKind.NOT_MOVABLE | MoveObjectionKind.UNCHANGED | MoveObjectionKind.OFF_GRID)[] = [];
  if (booking.state !== BookingState.CONFIRMED || booking.startsAt <= context.clock.now())
    kinds.push(MoveObjectionKind.NOT_MOVABLE);
  if (start.getTime() === booking.startsAt.getTime()) kinds.push(MoveObjectionKind.UNCHANGED);
  if (start.getTime() % MINUTE_MS !== 0) kinds.push(MoveObjectionKind.OFF_GRID);
  return kinds.map((kind) => inWords(context, { kind, visit: null, missingMinutes: null }));
}

function wayFromHome(provider: Provider, booking: Booking): MoveTravel | null {
  if (booking.venue === Venue.AT_STUDIO) return null;
  return { minutes: greatCircleEstimator.minutes(provider, booking, provider.travelMode), visit: null };
}

/** Requests and visits of the provider by their starts, in epoch minutes; what is only held is nobody's to see. */
async function findDiaryVisits(
  context: RequestContext,
  provider: Provider,
  starts: readonly number[],
): Promise<Map<number, Booking>> {
  if (starts.length === 0) return new Map();
  const bookings = await context.em.find(
    Booking,
    {
      provider: provider.id,
      state: { $in: IN_DIARY },
      startsAt: { $in: [...new Set(starts)].map((minutes) => new Date(minutes * MINUTE_MS)) },
    },
    { disableIdentityMap: true },
  );
  return new Map(bookings.map((booking) => [booking.startsAt.getTime() / MINUTE_MS, booking]));
}
