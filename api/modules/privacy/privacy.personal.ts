import type { PersonalDataOfModule } from '../../platform/personal-data.ts';

export const privacyPersonalData: PersonalDataOfModule = {
  tables: [
    {
      table: 'data_export',
      person: 'holder',
      whose: { account: 'account_id' },
      exported: 'exports',
      columns: {},
      alongside: ['state', 'requested_at', 'ready_at', 'expires_at'],
    },
    {
      table: 'data_export_part',
      person: 'holder',
      whose: { through: 'data_export', by: 'export_id' },
      exported: { not: 'an export within an export' },
      columns: { document_key: { erased: 'WIPED' } },
    },
  ],
  impersonal: [
    { table: 'data_export_part', columns: ['file_key'], because: 'a number of ours' },
    { table: 'account_erasure', columns: ['hidden'], because: 'states of ours, such as whether a provider was active' },
  ],
};
