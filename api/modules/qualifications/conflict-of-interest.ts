import { registerEnumType } from 'type-graphql';
import type { EntityManager } from '../../platform/database.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { listBusinessTies } from '../providers/index.ts';
import type { BusinessTies, Provider } from '../providers/index.ts';
import { conflictBetween } from './domain/conflict.ts';
import type { ConflictKind } from './domain/conflict.ts';

export enum ConflictOfInterest {
  OWN = 'OWN',
  EMPLOYER = 'EMPLOYER',
  EMPLOYEE = 'EMPLOYEE',
  COLLEAGUE = 'COLLEAGUE',
}
registerEnumType(ConflictOfInterest, {
  name: 'ConflictOfInterest',
  description: 'What an auditor has to do with the holder of a credential.',
  valuesConfig: {
    OWN: { description: 'It is their own.' },
    EMPLOYER: { description: "They manage the holder's business." },
    EMPLOYEE: { description: 'The holder manages their business.' },
    COLLEAGUE: { description: 'Both belong to one business.' },
  },
});

/** What the account has to do with the provider, or null. */
export async function findConflict(
  em: EntityManager,
  accountId: string,
  provider: Provider,
): Promise<ConflictKind | null> {
  const accounts = [accountId, ...(provider.account === null ? [] : [provider.account])];
  const ties = await listBusinessTies(em, accounts);
  return conflictOf(accountId, provider, (account) => ties.get(account));
}

/** The same for a list: however many credentials ask, the ties of all their holders are read at once. */
export async function loadConflict(
  { em, loaders }: Pick<RequestContext, 'em' | 'loaders'>,
  accountId: string,
  provider: Provider,
): Promise<ConflictKind | null> {
  const loader = loaders.batch<BusinessTies>('business-ties', async (ids) => {
    const ties = await listBusinessTies(em, ids);
    return ids.map((id) => ties.get(id) ?? NONE);
  });
  const [own, holders] = await Promise.all([
    loader.load(accountId),
    provider.account === null ? NONE : loader.load(provider.account),
  ]);
  return conflictOf(accountId, provider, (account) => (account === accountId ? own : holders));
}

const NONE: BusinessTies = { worksFor: [], manages: [] };

function conflictOf(
  accountId: string,
  provider: Provider,
  tiesOf: (accountId: string) => BusinessTies | undefined,
): ConflictKind | null {
  const holder = provider.account === null ? NONE : (tiesOf(provider.account) ?? NONE);
  return conflictBetween(
    { accountId, ...(tiesOf(accountId) ?? NONE) },
    // A provider without an account of their own still works for somebody.
    { accountId: provider.account, manages: holder.manages, worksFor: provider.business ? [provider.business] : [] },
  );
}
