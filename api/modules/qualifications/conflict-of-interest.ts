import type { EntityManager } from '../../platform/database.ts';
import type { Provider } from '../providers/index.ts';
import { conflictBetween } from './domain/conflict.ts';
import type { ConflictKind, InterestedParty } from './domain/conflict.ts';

/** What the account has to do with the provider, or null. */
export async function findConflict(
  em: EntityManager,
  accountId: string,
  provider: Provider,
): Promise<ConflictKind | null> {
  const auditor: InterestedParty = { accountId, worksFor: [], manages: [] };
  return conflictBetween(auditor, { accountId: provider.account, worksFor: [], manages: [] });
}
