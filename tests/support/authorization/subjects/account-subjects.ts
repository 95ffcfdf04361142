import { buildAccount } from '../../builders/account.builder.ts';
import { buildAddress } from '../../builders/address.builder.ts';
import { buildHouseholdMember, buildInvitation } from '../../builders/household.builder.ts';
import { ACCOUNTS } from '../callers.ts';
import type { Subject } from '../subjects.ts';

export const accountSubjects = {
  session: {
    owners: ACCOUNTS,
    stranger: 'household',
    make: async ({ api }, { account }) => {
      await api.openSession(account);
      const [row] = await api.sql<{ id: string }>(
        'select id from session where account_id = $1 order by id desc limit 1',
        [account.id],
      );
      return row!.id;
    },
  },
  managedAccount: {
    owners: [],
    stranger: 'household',
    make: async ({ api }) => (await buildAccount(api.em)).id,
  },
  address: {
    owners: ACCOUNTS,
    stranger: 'household',
    make: async ({ api, item }, { account }) =>
      (await buildAddress(api.em, { account: account.id, regionId: item.region })).id,
  },
  member: {
    owners: ACCOUNTS,
    stranger: 'household',
    make: async ({ api }, { account }) => (await buildHouseholdMember(api.em, { household: account.id })).account,
  },
  invitation: {
    owners: ACCOUNTS,
    stranger: 'household',
    make: async ({ api }, { account }) => (await buildInvitation(api.em, { household: account.id })).id,
  },
} as const satisfies Record<string, Subject>;
