import { LockMode } from '@mikro-orm/core';
import type { Clock } from '../../kernel/clock.ts';
import type { EntityManager } from '../../platform/database.ts';
import { publish } from '../../platform/outbox.ts';
import { Booking } from './booking.entity.ts';
import { BookingState } from './booking.enums.ts';
import { SUBSTITUTION_WITHDRAWN } from './bookings.events.ts';
import { SUBSTITUTION_REASONS } from './domain/substitution.ts';
import { findSubstitutes } from './find-substitutes.ts';
import { moveBooking } from './move-booking.ts';
import { openSubstitution, proposeAgain } from './open-substitution.ts';
import { OPEN_SEARCHES, SubstituteCause, SubstituteSearch, SubstituteStatus } from './substitute-search.entity.ts';
import { listEndangeredVisits } from './substitutions.queries.ts';

const plain = { disableIdentityMap: true } as const;

/**
 * Brings the search for a substitute up to date with what is true now: opens one for a visit that its provider cannot do, proposes
 * who can come now where one is open, and ends it where the provider can come after all.
 */
export async function tendSubstitution(em: EntityManager, clock: Clock, bookingId: string): Promise<void> {
  const booking = await em.findOne(Booking, { id: bookingId }, { ...plain, lockMode: LockMode.PESSIMISTIC_WRITE });
  if (booking?.state !== BookingState.CONFIRMED || booking.startsAt <= clock.now()) return;
  const search = await findOpenSearch(em, bookingId);
  const cause =
    search?.cause === SubstituteCause.PROVIDER_CANCELLED ? search.cause : await findCause(em, clock, bookingId);
  if (cause === null) {
    if (search) await withdraw(em, clock, booking, search);
    return;
  }
  const proposed = await findSubstitutes(em, clock, booking);
  if (search) await proposeAgain(em, search, proposed);
  else await openSubstitution(em, clock, booking, { cause, proposed });
}

/** At the deadline: the money goes back in full, unless the provider can come after all. */
export async function settleSubstitution(em: EntityManager, clock: Clock, searchId: string): Promise<void> {
  const known = await em.findOne(SubstituteSearch, { id: searchId }, plain);
  if (known === null) return;
  const booking = await em.findOneOrFail(
    Booking,
    { id: known.booking },
    { ...plain, lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  const search = await findOpenSearch(em, booking.id);
  if (search?.id !== searchId) return;
  const isProvidersDoing = search.cause === SubstituteCause.PROVIDER_CANCELLED;
  if (!isProvidersDoing && (await findCause(em, clock, booking.id)) === null) {
    await withdraw(em, clock, booking, search);
    return;
  }
  await moveBooking(em, clock, booking, {
    to: BookingState.CANCELLED,
    actor: 'SYSTEM',
    actorAccount: null,
    ...(isProvidersDoing ? { onAccountOf: 'PROVIDER' as const } : {}),
    reason: SUBSTITUTION_REASONS.late,
    fee: 0,
  });
}

/** The open search of a booking; there is one at most. */
export async function findOpenSearch(em: EntityManager, bookingId: string): Promise<SubstituteSearch | null> {
  return em.findOne(SubstituteSearch, { booking: bookingId, status: { $in: [...OPEN_SEARCHES] } }, plain);
}

async function findCause(em: EntityManager, clock: Clock, bookingId: string): Promise<SubstituteCause | null> {
  const { rows } = await listEndangeredVisits(em, { now: clock.now(), limit: 10, after: null, bookingId });
  if (rows.length === 0) return null;
  return rows.some(({ typeId }) => typeId === null)
    ? SubstituteCause.PROVIDER_UNAVAILABLE
    : SubstituteCause.CREDENTIAL_ENDS;
}

async function withdraw(em: EntityManager, clock: Clock, booking: Booking, search: SubstituteSearch): Promise<void> {
  const closed = { status: SubstituteStatus.WITHDRAWN, closedAt: clock.now(), closedBy: 'SYSTEM' };
  await em.nativeUpdate(SubstituteSearch, { id: search.id }, closed);
  const changes = { substituteSoughtUntil: null, version: booking.version + 1 };
  await em.nativeUpdate(Booking, { id: booking.id, version: booking.version }, changes);
  await publish(em, clock, [{ topic: SUBSTITUTION_WITHDRAWN, payload: { searchId: search.id } }]);
}
