import type { PersonalDataOfModule } from '../../platform/personal-data.ts';

export const loyaltyPersonalData: PersonalDataOfModule = {
  tables: [
    {
      table: 'voucher',
      person: 'household',
      whose: { account: 'household_id' },
      exported: 'vouchers',
      columns: {},
      alongside: ['amount_minor', 'currency', 'issued_for_id', 'issued_at', 'expires_at', 'used_for_id'],
    },
  ],
  impersonal: [],
};
