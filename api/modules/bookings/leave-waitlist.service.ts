import { LockMode } from '@mikro-orm/core';
import { isId } from '../../kernel/ids.ts';
import type { EntityManager } from '../../platform/database.ts';
import { publish } from '../../platform/outbox.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { inUnitOfWork } from '../../platform/unit-of-work.ts';
import { lockHouseholds, requireViewer } from '../accounts/index.ts';
import { lockDiaries } from '../availability/index.ts';
import { PASS_OFFER_ON } from './jobs/job-topics.ts';
import { OPEN_ENTRIES, WaitlistEntry, WaitlistStatus } from './waitlist-entry.entity.ts';
import { WaitlistOffer, WaitlistOfferStatus } from './waitlist-offer.entity.ts';

const plain = { disableIdentityMap: true } as const;
const locked = { ...plain, lockMode: LockMode.PESSIMISTIC_WRITE } as const;

/** Waits no longer; a time that was kept goes to the next. False when there was no such entry of the household. */
export async function leaveWaitlist(context: RequestContext, entryId: string): Promise<boolean> {
  return answer(context, entryId, async (em, entry, offer) => {
    if (offer) await pass(em, context, offer);
    const changes = { status: WaitlistStatus.LEFT, closedAt: context.clock.now() };
    await em.nativeUpdate(WaitlistEntry, { id: entry.id }, changes);
    return true;
  });
}

/** Lets a time go to the next and stays on the list. False when there was no such open offer to the household. */
export async function declineWaitlistOffer(context: RequestContext, offerId: string): Promise<boolean> {
  const offered = isId(offerId) ? await context.em.findOne(WaitlistOffer, { id: offerId }, plain) : null;
  if (offered === null) {
    requireViewer(context);
    return false;
  }
  return answer(context, offered.entry, async (em, entry, offer) => {
    if (offer?.id !== offerId) return false;
    await pass(em, context, offer);
    await em.nativeUpdate(WaitlistEntry, { id: entry.id }, { status: WaitlistStatus.WAITING, unanswered: 0 });
    return true;
  });
}

/** The diary is locked first, as by those who make offers; then the entry, then its offer. */
async function answer(
  context: RequestContext,
  entryId: string,
  act: (em: EntityManager, entry: WaitlistEntry, offer: WaitlistOffer | null) => Promise<boolean>,
): Promise<boolean> {
  const { householdId } = requireViewer(context);
  if (!isId(entryId)) return false;
  return inUnitOfWork(context.em, async (em) => {
    await lockHouseholds(em, householdId);
    const open = { entry: entryId, status: WaitlistOfferStatus.OPEN };
    const known = await em.findOne(WaitlistOffer, open, plain);
    if (known) await lockDiaries(em, [known.provider]);
    const entry = await em.findOne(WaitlistEntry, { id: entryId, household: householdId }, locked);
    if (entry === null || !OPEN_ENTRIES.includes(entry.status)) return false;
    return act(em, entry, await em.findOne(WaitlistOffer, open, locked));
  });
}

/** The time stays kept until a worker gives it to the next in line, so that nobody else can come between. */
async function pass(em: EntityManager, context: RequestContext, offer: WaitlistOffer): Promise<void> {
  await em.nativeUpdate(WaitlistOffer, { id: offer.id }, { status: WaitlistOfferStatus.DECLINED });
  await publish(em, context.clock, [{ topic: PASS_OFFER_ON, payload: { offerId: offer.id } }]);
}
