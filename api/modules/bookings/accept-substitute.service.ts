import { LockMode } from '@mikro-orm/core';
import { isId } from '../../kernel/ids.ts';
import { asSystem } from '../../platform/database-identity.ts';
import type { EntityManager } from '../../platform/database.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { say } from '../../platform/say.ts';
import { inUnitOfWork } from '../../platform/unit-of-work.ts';
import { lockHouseholds, requireViewer } from '../accounts/index.ts';
import { lockDiaries, releaseReservation, sweepLapsedHolds } from '../availability/index.ts';
import { Provider, levelSuffices } from '../providers/index.ts';
import { toCheckedVisit } from './booked-visit.ts';
import { Booking } from './booking.entity.ts';
import { BookingState } from './booking.enums.ts';
import { SUBSTITUTION_REASONS } from './domain/substitution.ts';
import { takeTime } from './exchange-time.ts';
import { findObstacle } from './hold-check.ts';
import type { WantedTime } from './hold-check.ts';
import { findAnswer, keepAnswer, toKeyedCall } from './idempotency.ts';
import type { StoredAnswer } from './idempotency.ts';
import { moveBooking } from './move-booking.ts';
import { MoveRefused } from './reschedule-outcome.ts';
import type { SubstituteSearch } from './substitute-search.entity.ts';
import { SubstituteUnavailableError, SubstitutionOverError } from './substitutes.errors.ts';
import type { AcceptSubstituteInput } from './substitutes.inputs.ts';
import type { SubstituteAccepted } from './substitutes.type.ts';
import { requireOwnVisit, substitutionOver } from './substituted-visit.ts';
import { findOpenSearch, tendSubstitution } from './tend-substitution.ts';

type Outcome = SubstituteAccepted | SubstituteUnavailableError | SubstitutionOverError;

/**
 * One tap: the visit goes to the substitute with its time, place and price, or stays exactly as it was (B8). What was proposed is
 * checked again under the locks of both diaries; where it no longer holds, the proposals are made anew.
 */
export async function acceptSubstitute(context: RequestContext, input: AcceptSubstituteInput): Promise<Outcome> {
  const viewer = requireViewer(context);
  const call = toKeyedCall(context, 'acceptSubstitute', viewer.accountId, input);
  const known = await requireOwnVisit(context, input.bookingId);
  // Before the transaction, since the loaders would wait for a second connection inside it.
  const substitute = isId(input.providerId) ? await context.loaders.find(Provider, input.providerId) : null;
  const former = await context.loaders.get(Provider, known.provider);
  const { checked } = await toCheckedVisit(context, known);
  const outcome = await inUnitOfWork(context.em, async (em): Promise<Outcome> => {
    await lockHouseholds(em, viewer.householdId);
    const answered = await findAnswer(em, context, call);
    if (answered) return recall(em, answered);
    const fresh = await attempt(em, context, { known, former, substitute, checked, call: input });
    await keepAnswer(em, context, call, toStored(fresh));
    return fresh;
  });
  if (outcome instanceof SubstituteUnavailableError)
    await asSystem(() => inUnitOfWork(context.em, (em) => tendSubstitution(em, context.clock, known.id)));
  return outcome;
}

interface Attempt {
  readonly known: Booking;
  readonly former: Provider;
  readonly substitute: Provider | null;
  readonly checked: WantedTime['checked'];
  readonly call: AcceptSubstituteInput;
}

async function attempt(em: EntityManager, context: RequestContext, wish: Attempt): Promise<Outcome> {
  const search = await findOpenSearch(em, wish.known.id);
  if (search === null || search.deadlineAt <= context.clock.now()) return substitutionOver(context);
  const { substitute, former } = wish;
  const isProposed = search.proposed.some(({ providerId }) => providerId === substitute?.id);
  if (substitute === null || !isProposed || !levelSuffices(substitute.level, former.level)) return unavailable(context);
  try {
    return {
      substituted: await em.transactional((inner) => handOver(inner, context, { ...wish, substitute }, search)),
    };
  } catch (error) {
    if (error instanceof MoveRefused) return unavailable(context);
    if (error instanceof Settled) return substitutionOver(context);
    throw error;
  }
}

/** Undoes the attempt: the search ended while the locks were waited for. */
class Settled extends Error {}

async function handOver(
  em: EntityManager,
  context: RequestContext,
  { known, substitute, checked }: Attempt & { readonly substitute: Provider },
  search: SubstituteSearch,
): Promise<Booking> {
  const now = context.clock.now();
  await lockDiaries(em, [substitute.id, known.provider]);
  const booking = await em.findOneOrFail(
    Booking,
    { id: known.id },
    { lockMode: LockMode.PESSIMISTIC_WRITE, disableIdentityMap: true },
  );
  const still = await findOpenSearch(em, booking.id);
  // Who was looked at before the locks must be who is looked at under them.
  if (still?.id !== search.id || booking.version !== known.version || booking.state !== BookingState.CONFIRMED)
    throw new Settled();
  const wanted = { provider: substitute, checked, start: booking.startsAt };
  await sweepLapsedHolds(em, substitute.id, now);
  const obstacle = await findObstacle(em, context, wanted);
  if (obstacle) throw new MoveRefused(obstacle);
  await releaseReservation(em, booking.reservation);
  const { reservation, endsAt } = await takeTime(em, context, wanted, now);
  const moved = await moveBooking(em, context.clock, booking, {
    to: BookingState.CONFIRMED,
    actor: 'HOUSEHOLD',
    actorAccount: requireViewer(context).accountId,
    reason: SUBSTITUTION_REASONS.accepted,
    exchange: {
      provider: substitute.id,
      reservation,
      startsAt: booking.startsAt,
      endsAt,
      feeFloorPercent: booking.feeFloorPercent ?? 0,
      lateMoveUsed: booking.lateMoveUsed ?? false,
    },
  });
  if ('refusal' in moved) throw new Settled();
  return moved.booking;
}

function unavailable(context: RequestContext): SubstituteUnavailableError {
  return new SubstituteUnavailableError(
    'SUBSTITUTE_UNAVAILABLE',
    say(context, {
      en: 'This person cannot come any more. Nothing changed; choose somebody else.',
      'zh-CN': '这位服务者已无法上门，预约未变，请另选一位。',
    }),
  );
}

function toStored(outcome: Outcome): StoredAnswer {
  if (!('substituted' in outcome)) return { type: outcome.constructor.name, ...outcome };
  return { type: 'SubstituteAccepted', bookingId: outcome.substituted.id };
}

async function recall(em: EntityManager, answer: StoredAnswer): Promise<Outcome> {
  const { code, message } = answer as unknown as { code: string; message: string };
  if (answer.type === SubstituteUnavailableError.name) return new SubstituteUnavailableError(code, message);
  if (answer.type === SubstitutionOverError.name) return new SubstitutionOverError(code, message);
  const id = answer['bookingId'] as string;
  return { substituted: await em.findOneOrFail(Booking, { id }, { disableIdentityMap: true }) };
}
