import type { Clock } from '../../kernel/clock.ts';
import { newId } from '../../kernel/ids.ts';
import type { EntityManager } from '../../platform/database.ts';
import { publish } from '../../platform/outbox.ts';
import { Booking } from './booking.entity.ts';
import { SUBSTITUTE_SOUGHT } from './bookings.events.ts';
import { endProposals } from './close-move-proposal.ts';
import { substitutionDeadline, substitutionReminder } from './domain/substitution.ts';
import { END_SUBSTITUTION, REMIND_SUBSTITUTE } from './jobs/job-topics.ts';
import { SubstituteSearch, SubstituteStatus } from './substitute-search.entity.ts';
import type { ProposedSubstitute, SubstituteCause } from './substitute-search.entity.ts';

/**
 * Puts an agreed visit up for substitution: it stays agreed, its time stays reserved, and the household has until the deadline to
 * choose. The booking must have been read under its lock, be confirmed, lie ahead and have no search open.
 */
export async function openSubstitution(
  em: EntityManager,
  clock: Clock,
  booking: Booking,
  { cause, proposed }: { readonly cause: SubstituteCause; readonly proposed: readonly ProposedSubstitute[] },
): Promise<SubstituteSearch> {
  const now = clock.now();
  const deadlineAt = substitutionDeadline(cause, now, booking.startsAt);
  const search: SubstituteSearch = {
    id: newId(),
    booking: booking.id,
    household: booking.household,
    formerProvider: booking.provider,
    cause,
    status: statusOf(proposed),
    proposed: [...proposed],
    substitute: null,
    platformShareAmount: null,
    openedAt: now,
    deadlineAt,
    closedAt: null,
    closedBy: null,
  };
  await em.insert(SubstituteSearch, search);
  const changes = { substituteSoughtUntil: deadlineAt, version: booking.version + 1 };
  const changed = await em.nativeUpdate(Booking, { id: booking.id, version: booking.version }, changes);
  if (changed !== 1) throw new Error(`Booking ${booking.id} changed under its lock`);
  Object.assign(booking, changes);
  await endProposals(em, clock, booking);
  const payload = { searchId: search.id };
  await publish(em, clock, [
    { topic: SUBSTITUTE_SOUGHT, payload },
    { topic: REMIND_SUBSTITUTE, payload, dueAt: substitutionReminder(now, deadlineAt) },
    { topic: END_SUBSTITUTION, payload, dueAt: deadlineAt },
  ]);
  return search;
}

/** Proposes other people in place of those before; for a search that is open, under the lock of its booking. */
export async function proposeAgain(
  em: EntityManager,
  search: SubstituteSearch,
  proposed: readonly ProposedSubstitute[],
): Promise<void> {
  const changes = { proposed: [...proposed], status: statusOf(proposed) };
  await em.nativeUpdate(SubstituteSearch, { id: search.id, closedAt: null }, changes);
  Object.assign(search, changes);
}

function statusOf(proposed: readonly ProposedSubstitute[]): SubstituteStatus {
  return proposed.length > 0 ? SubstituteStatus.OFFERED : SubstituteStatus.UNCOVERED;
}
