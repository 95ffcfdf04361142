import { buildPhoneCode } from '../../builders/phone-code.builder.ts';
import { ACCOUNTS } from '../callers.ts';
import type { Subject } from '../subjects.ts';

export const phoneSubjects = {
  phoneCode: {
    owners: ACCOUNTS,
    stranger: 'household',
    make: async ({ api }, { account }) => (await buildPhoneCode(api.em, { account: account.id })).id,
  },
} as const satisfies Record<string, Subject>;
