import { daysBetween } from '../../kernel/local-date.ts';
import { badUserInput } from '../../platform/connection.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import {
  HoursException,
  TimeOff,
  WorkingSpan,
  greatCircleEstimator,
  localDay,
  toLocalDate,
} from '../availability/index.ts';
import { Region, Venue } from '../catalog/index.ts';
import type { Provider } from '../providers/index.ts';
import { Booking } from './booking.entity.ts';
import { BookingState } from './booking.enums.ts';
import { listProposedMoves } from './move-proposals.queries.ts';
import { expectedEarnings } from './expected-earnings.ts';
import type { Schedule, ScheduledVisit } from './bookings.type.ts';

const MOST_DAYS = 62;
/** States of what stands in a diary: requests and visits, not what is only held. */
export const IN_DIARY = [
  BookingState.REQUESTED,
  BookingState.CONFIRMED,
  BookingState.EN_ROUTE,
  BookingState.IN_PROGRESS,
  BookingState.COMPLETED,
  BookingState.CLOSED,
];

/** The diary of the provider who asks, from one local day to another, both included. */
export async function mySchedule(
  context: RequestContext,
  provider: Provider,
  from: string,
  to: string,
): Promise<Schedule> {
  if (to < from || daysBetween(from, to) >= MOST_DAYS)
    throw badUserInput('to', `Ask for 1 to ${MOST_DAYS} days, the first day first.`);
  const { timeZone } = await context.loaders.get(Region, provider.region);
  const start = new Date(localDay(from, timeZone).start * 60_000);
  const end = new Date(localDay(to, timeZone).end * 60_000);
  const plain = { disableIdentityMap: true } as const;
  const [workingHours, exceptions, timeOff, bookings, proposedIds] = await Promise.all([
    context.em.find(WorkingSpan, { provider: provider.id }, { orderBy: { weekday: 'asc', start: 'asc' }, ...plain }),
    context.em.find(
      HoursException,
      { provider: provider.id, date: { $gte: from } },
      { orderBy: { date: 'asc' }, ...plain },
    ),
    context.em.find(
      TimeOff,
      { provider: provider.id, endsAt: { $gt: start } },
      { orderBy: { startsAt: 'asc' }, ...plain },
    ),
    context.em.find(
      Booking,
      { provider: provider.id, state: { $in: IN_DIARY }, startsAt: { $gte: start, $lt: end } },
      { orderBy: { startsAt: 'asc' }, ...plain },
    ),
    listProposedMoves(context.em, provider.id, { start, end, now: context.clock.now() }),
  ]);
  const proposedMoves = await Promise.all(proposedIds.map(async (id) => context.loaders.get(Booking, id)));
  return { timeZone, workingHours, exceptions, timeOff, visits: toVisits(provider, bookings, timeZone), proposedMoves };
}

function toVisits(provider: Provider, bookings: readonly Booking[], timeZone: string): ScheduledVisit[] {
  const dayOf = (booking: Booking): string => toLocalDate(Math.floor(booking.startsAt.getTime() / 60_000), timeZone);
  return bookings.map((booking, index) => {
    const before = bookings[index - 1];
    const previous = before && dayOf(before) === dayOf(booking) ? before : null;
    const startsAtStudio = previous === null && booking.venue === Venue.AT_STUDIO;
    const travel = startsAtStudio
      ? null
      : greatCircleEstimator.minutes(previous ?? provider, booking, provider.travelMode);
    const gap = previous === null ? null : (booking.startsAt.getTime() - previous.endsAt.getTime()) / 60_000;
    return {
      booking,
      travelMinutesBefore: travel,
      travelMinutesMissing: travel === null || gap === null ? 0 : Math.max(0, Math.ceil(travel - gap)),
      earnings: expectedEarnings(booking),
    };
  });
}
