import { z } from 'zod';
import type { EntityManager } from '../../../platform/database.ts';
import { defineHandler } from '../../../platform/module.ts';
import type { JobContext, MessageHandler } from '../../../platform/module.ts';
import { inUnitOfWork } from '../../../platform/unit-of-work.ts';
import { publish } from '../../../platform/outbox.ts';
import { AccountErasure } from '../account-erasure.entity.ts';
import { eraseAccount } from '../erase-account.ts';
import { listObstacles } from '../erasure-preview.ts';
import { ERASE_ACCOUNT } from '../job-topics.ts';
import { noteErased } from '../reapply-erasures.ts';

const DAY_MS = 86_400_000;

/** Erases the account, unless it was taken back; what came in the way meanwhile puts it off by a day. */
async function eraseWhatIsDue(
  { em, clock, files }: JobContext,
  { erasureId }: { readonly erasureId: string },
): Promise<void> {
  const erasure = await em.findOne(AccountErasure, { id: erasureId }, { disableIdentityMap: true });
  if (erasure?.cancelledAt !== null || erasure.erasedAt !== null) return;
  const { accountId } = erasure;
  if (erasure.begunAt === null) {
    const now = clock.now();
    if ((await listObstacles(em, clock, accountId)).length > 0) {
      await putOff(em, clock, erasure);
      return;
    }
    const begun = await em.nativeUpdate(
      AccountErasure,
      { id: erasureId, cancelledAt: null, begunAt: null },
      { begunAt: now },
    );
    if (begun === 0) return;
  }
  // From here on there is no way back, so whoever restores an older database must learn of it whatever happens next.
  const erasedAt = clock.now();
  await noteErased(em, files, accountId, erasedAt);
  await inUnitOfWork(em, async (transaction) => {
    await eraseAccount({ em: transaction, clock }, accountId);
    await transaction.nativeUpdate(AccountErasure, { id: erasureId }, { erasedAt, hidden: {} });
  });
}

async function putOff(em: EntityManager, clock: JobContext['clock'], { id, dueAt }: AccountErasure): Promise<void> {
  const later = new Date(Math.max(dueAt.getTime(), clock.now().getTime()) + DAY_MS);
  await em.transactional(async (transaction) => {
    const changed = await transaction.nativeUpdate(AccountErasure, { id, dueAt, cancelledAt: null }, { dueAt: later });
    if (changed > 0)
      await publish(transaction, clock, [{ topic: ERASE_ACCOUNT, payload: { erasureId: id }, dueAt: later }]);
  });
}

export const erasureJobs: readonly MessageHandler[] = [
  defineHandler({
    topic: ERASE_ACCOUNT,
    payload: z.object({ erasureId: z.uuid() }),
    external: true,
    handle: eraseWhatIsDue,
  }),
];
