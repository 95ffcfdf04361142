import { buildAccount } from '../../builders/account.builder.ts';
import { buildAddress } from '../../builders/address.builder.ts';
import { buildHouseholdMember, buildInvitation } from '../../builders/household.builder.ts';
import { ACCOUNTS, secretOf } from '../callers.ts';
import type { Subject } from '../subjects.ts';

/** Where addresses of the scene lie, to be told from the middle of its cell. */
export const SECRET_PLACE = { latitude: 51.536277, longitude: -0.103391 };

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
    make: async ({ api, item }, person) =>
      (
        await buildAddress(api.em, {
          account: person.account.id,
          regionId: item.region,
          label: secretOf(person, 'label'),
          line: secretOf(person, 'line'),
          district: secretOf(person, 'district'),
          doorNote: secretOf(person, 'door'),
          point: `${SECRET_PLACE.latitude},${SECRET_PLACE.longitude}`,
        })
      ).id,
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
