import type { GeoPoint } from '../../kernel/geo-point.ts';
import type { EntityManager } from '../../platform/database.ts';
import { publish } from '../../platform/outbox.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { greatCircleEstimator } from '../availability/index.ts';
import type { Provider } from '../providers/index.ts';
import { tellWatchers } from './booking-changes.ts';
import { Booking } from './booking.entity.ts';
import { VISIT_DELAYED } from './bookings.events.ts';
import { NEAR_MS, isVisitNear } from './domain/transition-guards.ts';
import { isLive } from './domain/transitions.ts';
import { BookingState } from './booking.enums.ts';
import { commandVisit } from './visit-command.ts';
import type { VisitAtHand } from './visit-command.ts';
import { changeVisit } from './visit-record.ts';
import { isAwaited, refuseVisit } from './visit-refusals.ts';
import { stepVisit } from './visit-steps.ts';
import type { VisitRefusedError } from './visit.errors.ts';
import type { AnnounceDelayInput, StartTravelInput } from './visit.inputs.ts';
import type { VisitUpdated } from './visit.type.ts';

type Outcome = VisitUpdated | VisitRefusedError;

const MINUTE_MS = 60_000;
/** A visit that ended so long before is where the provider comes from. */
const SAME_DAY_MS = 12 * 60 * MINUTE_MS;

/** The provider sets off: the household sees when they will be there (B6). */
export async function startTravel(context: RequestContext, input: StartTravelInput): Promise<Outcome> {
  return commandVisit<VisitRefusedError>(context, input, {
    operation: 'startTravel',
    act: async (em, visit) => {
      const moved = await stepVisit(em, context, visit, { to: BookingState.EN_ROUTE });
      if (!('booking' in moved)) return moved;
      const from = toPoint(input) ?? (await findOrigin(em, visit));
      const minutes = greatCircleEstimator.minutes(from, visit.booking, visit.provider.travelMode);
      const eta = new Date(context.clock.now().getTime() + minutes * MINUTE_MS);
      await changeVisit(em, visit.booking.id, { eta });
      return moved;
    },
  });
}

/** The provider says in how many minutes they will be there; the household is told (B6). */
export async function announceDelay(context: RequestContext, input: AnnounceDelayInput): Promise<Outcome> {
  return commandVisit<VisitRefusedError>(context, input, {
    operation: 'announceDelay',
    act: async (em, { booking, side }) => {
      const now = context.clock.now();
      if (side !== 'PROVIDER') return refuseVisit(context, booking, 'NOT_YOURS');
      if (!isAwaited(booking)) return refuseVisit(context, booking, 'NOT_NOW');
      if (!isVisitNear({ now, start: booking.startsAt }))
        return refuseVisit(context, booking, 'TOO_EARLY', new Date(booking.startsAt.getTime() - NEAR_MS));
      const eta = new Date(now.getTime() + input.minutes * MINUTE_MS);
      await changeVisit(em, booking.id, { eta, delayedAt: now });
      await publish(em, context.clock, [
        { topic: VISIT_DELAYED, payload: { bookingId: booking.id, eta: eta.getTime() } },
      ]);
      await tellWatchers(em, booking);
      return { booking };
    },
  });
}

function toPoint({ latitude, longitude }: StartTravelInput): GeoPoint | null {
  return latitude == null || longitude == null ? null : { latitude, longitude };
}

/** The last visit before this one on the day, or where the provider's day starts. */
async function findOrigin(em: EntityManager, { booking, provider }: VisitAtHand): Promise<GeoPoint | Provider> {
  const { startsAt } = booking;
  const [previous] = await em.find(
    Booking,
    {
      provider: provider.id,
      state: { $in: Object.values(BookingState).filter((state) => isLive(state)) },
      startsAt: { $lt: startsAt, $gte: new Date(startsAt.getTime() - SAME_DAY_MS) },
    },
    { orderBy: { startsAt: 'desc' }, limit: 1, disableIdentityMap: true },
  );
  return previous ?? provider;
}
