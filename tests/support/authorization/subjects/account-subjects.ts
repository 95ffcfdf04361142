import { buildAddress } from '../../builders/address.builder.ts';
import { ACCOUNTS, secretOf } from '../callers.ts';
import type { Subject } from '../subjects.ts';

/** Where addresses of the scene lie, to be told from the middle of its cell. */
export const SECRET_PLACE = { latitude: 51.536277, longitude: -0.103391 };

export const accountSubjects = {
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
} as const satisfies Record<string, Subject>;
