import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '../../platform/database.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { inUnitOfWork } from '../../platform/unit-of-work.ts';
import { lockHouseholds, requireViewer } from '../accounts/index.ts';
import { Booking } from './booking.entity.ts';
import { BookingState } from './booking.enums.ts';
import { SUBSTITUTION_REASONS } from './domain/substitution.ts';
import { findAnswer, keepAnswer, toKeyedCall } from './idempotency.ts';
import type { StoredAnswer } from './idempotency.ts';
import { moveBooking } from './move-booking.ts';
import { SubstituteCause } from './substitute-search.entity.ts';
import { SubstitutionOverError } from './substitutes.errors.ts';
import type { DeclineSubstituteInput } from './substitutes.inputs.ts';
import type { SubstituteDeclined } from './substitutes.type.ts';
import { requireOwnVisit, substitutionOver } from './substituted-visit.ts';
import { findOpenSearch } from './tend-substitution.ts';

type Outcome = SubstituteDeclined | SubstitutionOverError;

/** The household wants nobody else: the visit is called off and paid back in full, on account of who dropped out (B5, B8). */
export async function declineSubstitute(context: RequestContext, input: DeclineSubstituteInput): Promise<Outcome> {
  const viewer = requireViewer(context);
  const call = toKeyedCall(context, 'declineSubstitute', viewer.accountId, input);
  const known = await requireOwnVisit(context, input.bookingId);
  return inUnitOfWork(context.em, async (em): Promise<Outcome> => {
    await lockHouseholds(em, viewer.householdId);
    const answered = await findAnswer(em, context, call);
    if (answered) return recall(em, answered);
    const outcome = await attempt(em, context, known.id);
    await keepAnswer(em, context, call, toStored(outcome));
    return outcome;
  });
}

async function attempt(em: EntityManager, context: RequestContext, bookingId: string): Promise<Outcome> {
  const booking = await em.findOneOrFail(
    Booking,
    { id: bookingId },
    { lockMode: LockMode.PESSIMISTIC_WRITE, disableIdentityMap: true },
  );
  const search = await findOpenSearch(em, bookingId);
  if (search === null) return substitutionOver(context);
  const moved = await moveBooking(em, context.clock, booking, {
    to: BookingState.CANCELLED,
    actor: 'HOUSEHOLD',
    actorAccount: requireViewer(context).accountId,
    onAccountOf: search.cause === SubstituteCause.PROVIDER_CANCELLED ? 'PROVIDER' : 'SYSTEM',
    reason: SUBSTITUTION_REASONS.unwanted,
    fee: 0,
  });
  return 'refusal' in moved ? substitutionOver(context) : toDeclined(moved.booking);
}

function toDeclined(booking: Booking): SubstituteDeclined {
  const { total, currency } = booking.storedQuote;
  return { declined: booking, refund: { amount: total, currency } };
}

function toStored(outcome: Outcome): StoredAnswer {
  if (!('declined' in outcome)) return { type: SubstitutionOverError.name, ...outcome };
  return { type: 'SubstituteDeclined', bookingId: outcome.declined.id };
}

async function recall(em: EntityManager, answer: StoredAnswer): Promise<Outcome> {
  if (answer.type === SubstitutionOverError.name)
    return new SubstitutionOverError(answer['code'] as string, answer['message'] as string);
  const id = answer['bookingId'] as string;
  return toDeclined(await em.findOneOrFail(Booking, { id }, { disableIdentityMap: true }));
}
