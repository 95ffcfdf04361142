import { LockMode } from '@mikro-orm/core';
import { isId } from '../../kernel/ids.ts';
import { badUserInput } from '../../platform/connection.ts';
import type { EntityManager } from '../../platform/database.ts';
import type { RequestContext, ViewerIdentity } from '../../platform/request-context.ts';
import { say } from '../../platform/say.ts';
import { inUnitOfWork } from '../../platform/unit-of-work.ts';
import { lockHouseholds, requireViewer } from '../accounts/index.ts';
import { lockDiaries } from '../availability/index.ts';
import { Provider } from '../providers/index.ts';
import { Booking } from './booking.entity.ts';
import { actorOn } from './bookings.policy.ts';
import { findAnswer, keepAnswer, toKeyedCall } from './idempotency.ts';
import { fromStoredStep, toStoredStep } from './visit-outcome.ts';
import type { VisitFailure } from './visit-outcome.ts';
import type { VisitUpdated } from './visit.type.ts';

/** A booking under its lock, and who does something about it. */
export interface VisitAtHand {
  readonly booking: Booking;
  readonly provider: Provider;
  readonly side: NonNullable<ReturnType<typeof actorOn>>;
  readonly viewer: ViewerIdentity;
}

interface VisitCall {
  readonly bookingId: string;
  readonly idempotencyKey: string;
}

interface VisitCommand<F extends VisitFailure> {
  readonly operation: string;
  /** Whether it looks into or takes time of the provider's diary. */
  readonly usesDiary?: boolean;
  readonly act: (em: EntityManager, visit: VisitAtHand) => Promise<VisitUpdated | F>;
}

/**
 * Does one step of a visit in one unit of work, once for each idempotency key: repeated, it is answered as before and does
 * nothing. Locks are taken in the order of everywhere: household of the caller, diary, booking.
 */
export async function commandVisit<F extends VisitFailure>(
  context: RequestContext,
  input: VisitCall,
  { operation, usesDiary = false, act }: VisitCommand<F>,
): Promise<VisitUpdated | F> {
  const viewer = requireViewer(context);
  const call = toKeyedCall(context, operation, viewer.accountId, input);
  return inUnitOfWork(context.em, async (em) => {
    await lockHouseholds(em, viewer.householdId);
    const known = await findAnswer(em, context, call);
    if (known) return (await fromStoredStep(em, known)) as VisitUpdated | F;
    const visit = await lockVisit(em, context, viewer, { bookingId: input.bookingId, usesDiary });
    const outcome = await act(em, visit);
    await keepAnswer(em, context, call, toStoredStep(outcome));
    return outcome;
  });
}

/** The booking under its lock. @throws BAD_USER_INPUT for one that is none of the viewer's business, as for one that does not exist */
export async function lockVisit(
  em: EntityManager,
  context: RequestContext,
  viewer: ViewerIdentity,
  { bookingId, usesDiary }: { readonly bookingId: string; readonly usesDiary: boolean },
): Promise<VisitAtHand> {
  const plain = { disableIdentityMap: true } as const;
  if (usesDiary && isId(bookingId)) {
    const seen = await em.findOne(Booking, { id: bookingId }, plain);
    if (seen !== null) await lockDiaries(em, [seen.provider]);
  }
  const booking = isId(bookingId)
    ? await em.findOne(Booking, { id: bookingId }, { ...plain, lockMode: LockMode.PESSIMISTIC_WRITE })
    : null;
  const provider = booking === null ? null : await em.findOneOrFail(Provider, { id: booking.provider }, plain);
  const side = booking === null || provider === null ? null : actorOn(viewer, booking, provider);
  if (booking === null || provider === null || side === null)
    throw badUserInput('input.bookingId', say(context, { en: 'There is no such booking.', 'zh-CN': '没有这个预约。' }));
  return { booking, provider, side, viewer };
}
