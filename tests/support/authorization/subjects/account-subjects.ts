import { buildAddress } from '../../builders/address.builder.ts';
import { ACCOUNTS } from '../callers.ts';
import type { Subject } from '../subjects.ts';

export const accountSubjects = {
  address: {
    owners: ACCOUNTS,
    stranger: 'household',
    make: async ({ api, item }, { account }) =>
      (await buildAddress(api.em, { account: account.id, regionId: item.region })).id,
  },
} as const satisfies Record<string, Subject>;
