import { greatCircleEstimator } from '../../api/modules/availability/index.ts';
import { canTransition, isLive } from '../../api/modules/bookings/domain/transitions.ts';
import type { BookingActor, BookingState } from '../../api/modules/bookings/domain/transitions.ts';
import type { TestApi } from '../support/test-api.ts';
import type { WalkWorld } from './world.ts';

interface BookingRow {
  readonly id: string;
  readonly state: BookingState;
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly hold_expires_at: Date | null;
  readonly reservation_state: 'HELD' | 'BOOKED' | 'RELEASED';
  readonly reserved_from: Date;
  readonly reserved_until: Date;
  readonly steps: readonly {
    readonly from: BookingState | null;
    readonly to: BookingState;
    readonly by: BookingActor;
  }[];
}

interface TakenTime {
  readonly id: string;
  readonly provider_id: string;
  readonly from: number;
  readonly until: number;
  readonly latitude: number;
  readonly longitude: number;
  readonly mode: 'WALK' | 'BICYCLE' | 'TRANSIT' | 'CAR';
  readonly booking: string | null;
}

/** Everything that is not as the transition table and the diary promise; empty when all is well. */
export async function findFaults(api: TestApi, world: WalkWorld): Promise<string[]> {
  const bookings = await api.sql<BookingRow>(
    `select b.id, b.state, b.starts_at, b.ends_at, b.hold_expires_at, r.state as reservation_state,
       r.starts_at as reserved_from, r.ends_at as reserved_until,
       (select coalesce(json_agg(json_build_object('from', t."from", 'to', t."to", 'by', t.actor_role) order by t.id), '[]')
         from booking_transition t where t.booking_id = b.id) as steps
     from booking b join reservation r on r.id = b.reservation_id where b.provider_id = any($1)`,
    [world.providerIds],
  );
  return [
    ...bookings.flatMap((row) => faultsOf(row, api.clock.now())),
    ...(await diaryFaults(api, world)),
    ...(await faultsOfWhatWaits(api, world)),
  ];
}

/** What waits for an answer about a visit that has ended, and vouchers that took more off than there was. */
async function faultsOfWhatWaits(api: TestApi, world: WalkWorld): Promise<string[]> {
  const rows = await api.sql<{ fault: string }>(
    `select b.id || ': ' || b.state || ', and a proposal still waits' as fault
       from move_proposal m join booking b on b.id = m.booking_id
       where b.provider_id = any($1) and m.status = 'PENDING' and b.state <> 'CONFIRMED'
     union all
     select b.id || ': ' || b.state || ', and a substitute is still sought'
       from substitute_search s join booking b on b.id = s.booking_id
       where b.provider_id = any($1) and s.status in ('UNCOVERED', 'OFFERED') and b.state <> 'CONFIRMED'
     union all
     select b.id || ': costs less than nothing'
       from booking b where b.provider_id = any($1) and (b.stored_quote->>'total')::int < 0`,
    [world.providerIds],
  );
  return rows.map(({ fault }) => fault);
}

function faultsOf(booking: BookingRow, now: Date): string[] {
  const { id, state, steps } = booking;
  const faults: string[] = [];
  let before: BookingState | null = null;
  for (const { from, to, by } of steps) {
    if (from !== before) faults.push(`${id}: the history jumps from ${before} to ${from}`);
    if (!canTransition(from, to, by)) faults.push(`${id}: ${by} made ${from} → ${to}, which the table forbids`);
    before = to;
  }
  if (before !== state) faults.push(`${id}: the history ends at ${before}, the booking is ${state}`);
  const lapsed = state === 'HELD' && booking.hold_expires_at !== null && booking.hold_expires_at <= now;
  const reserved = booking.reservation_state;
  if (!isLive(state) && reserved !== 'RELEASED') faults.push(`${id}: ${state}, and its time is still ${reserved}`);
  if (isLive(state) && !lapsed && reserved === 'RELEASED') faults.push(`${id}: ${state} without time`);
  if (isLive(state) && state !== 'HELD' && reserved !== 'BOOKED') faults.push(`${id}: ${state} with time ${reserved}`);
  const isSameTime =
    booking.starts_at.getTime() === booking.reserved_from.getTime() &&
    booking.ends_at.getTime() === booking.reserved_until.getTime();
  if (!isSameTime) faults.push(`${id}: its time and the reserved time differ`);
  return faults;
}

/** Live time that overlaps, that cannot be reached from what is before it, or that belongs to no booking. */
async function diaryFaults(api: TestApi, world: WalkWorld): Promise<string[]> {
  const taken = await api.sql<TakenTime>(
    `select r.id, r.provider_id, extract(epoch from lower(r.occupied))::float8 / 60 as from,
       extract(epoch from upper(r.occupied))::float8 / 60 as until, r.latitude, r.longitude, p.travel_mode as mode, b.id as booking
     from reservation r join provider p on p.id = r.provider_id left join booking b on b.reservation_id = r.id
     where r.provider_id = any($1) and r.state in ('HELD', 'BOOKED') and (r.expires_at is null or r.expires_at > $2)
     order by r.provider_id, lower(r.occupied)`,
    [world.providerIds, api.clock.now()],
  );
  const faults = taken.filter(({ booking }) => booking === null).map(({ id }) => `${id}: time of no booking`);
  for (const [index, next] of taken.entries()) {
    const previous = taken[index - 1];
    if (previous?.provider_id !== next.provider_id) continue;
    const way = greatCircleEstimator.minutes(previous, next, next.mode);
    if (previous.until + way > next.from)
      faults.push(
        `${previous.booking} and ${next.booking}: ${next.from - previous.until} min apart, ${way} min of way`,
      );
  }
  return faults;
}
