import { sql } from 'kysely';
import type { Clock } from '../../kernel/clock.ts';
import { newId } from '../../kernel/ids.ts';
import type { Database, EntityManager } from '../../platform/database.ts';
import type { Files } from '../../platform/files/index.ts';
import { Account } from '../accounts/index.ts';
import { AccountErasure } from './account-erasure.entity.ts';
import { eraseAccount } from './erase-account.ts';

/**
 * Erases again whoever was erased and is back, because an older database was restored: the list of the erased lies outside of
 * it. Returns how many accounts that were. Safe to call at every start.
 */
export async function reapplyErasures(
  database: Database,
  { files, clock }: { readonly files: Files; readonly clock: Clock },
): Promise<number> {
  let again = 0;
  for (const [accountId, erasedAt] of await files.listErased()) {
    const isBack = await database.em.fork().transactional(async (em) => {
      const account = await em.findOne(Account, { id: accountId }, { disableIdentityMap: true });
      if (account === null || account.emailHash === `erased:${accountId}`) return false;
      await eraseAccount({ em, clock }, accountId);
      await markErased(em, accountId, new Date(erasedAt));
      return true;
    });
    if (isBack) again += 1;
  }
  return again;
}

async function markErased(em: Database['em'], accountId: string, erasedAt: Date): Promise<void> {
  const changed = await em.nativeUpdate(
    AccountErasure,
    { accountId, cancelledAt: null },
    { begunAt: erasedAt, erasedAt },
  );
  if (changed > 0) return;
  await em.insert(AccountErasure, {
    id: newId(),
    accountId,
    requestedAt: erasedAt,
    dueAt: erasedAt,
    cancelledAt: null,
    begunAt: erasedAt,
    erasedAt,
    hidden: {},
  });
}

/** Notes outside the database that the account was erased, one process after the other. */
export async function noteErased(em: EntityManager, files: Files, accountId: string, erasedAt: Date): Promise<void> {
  // Nothing but this lock is held while the file is written, and nobody who serves a request waits for it.
  await em.fork().transactional(async (transaction) => {
    await sql`select pg_advisory_xact_lock(hashtextextended('erased', 3))`.execute(transaction.getKysely());
    await files.noteErased(new Map([[accountId, erasedAt.toISOString()]]));
  });
}
