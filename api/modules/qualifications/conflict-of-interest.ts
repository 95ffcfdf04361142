import { registerEnumType } from 'type-graphql';
import type { EntityManager } from '../../platform/database.ts';
import type { Provider } from '../providers/index.ts';
import { conflictBetween } from './domain/conflict.ts';
import type { ConflictKind, InterestedParty } from './domain/conflict.ts';

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
  const auditor: InterestedParty = { accountId, worksFor: [], manages: [] };
  return conflictBetween(auditor, { accountId: provider.account, worksFor: [], manages: [] });
}
