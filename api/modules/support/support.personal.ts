import type { PersonalDataOfModule } from '../../platform/personal-data.ts';

export const supportPersonalData: PersonalDataOfModule = {
  tables: [
    {
      table: 'support_case',
      person: 'provider',
      whose: { through: 'booking', person: 'provider', by: 'booking_id' },
      exported: 'supportCases',
      columns: {
        outcome: { notExported: 'words of operators that tell of the household as well', erased: 'WIPED' },
      },
      alongside: ['booking_id', 'kind', 'opened_at', 'closed_at'],
    },
  ],
  impersonal: [],
};
