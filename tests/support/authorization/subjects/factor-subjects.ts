import { buildAccount } from '../../builders/account.builder.ts';
import { buildApp } from '../../builders/authenticator-app.builder.ts';
import { ACCOUNTS } from '../callers.ts';
import type { Subject } from '../subjects.ts';

export const factorSubjects = {
  authenticatorApp: {
    owners: ACCOUNTS,
    stranger: 'household',
    make: async ({ api }, { account }) => (await buildApp(api.em, { account: account.id })).id,
  },
  begunApp: {
    owners: ACCOUNTS,
    stranger: 'household',
    make: async ({ api }, { account }) => (await buildApp(api.em, { account: account.id, confirmedAt: null })).id,
  },
  /** Somebody whom nobody knows, so that taking their factors away disturbs no other case. */
  accountWithApp: {
    owners: [],
    stranger: 'household',
    make: async ({ api }) => {
      const { id } = await buildAccount(api.em);
      await buildApp(api.em, { account: id });
      return id;
    },
  },
} as const satisfies Record<string, Subject>;
