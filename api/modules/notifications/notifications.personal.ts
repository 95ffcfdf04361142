import type { PersonalDataOfModule } from '../../platform/personal-data.ts';

const DAYS_TO_NO_WORDS = 90;

export const notificationsPersonalData: PersonalDataOfModule = {
  tables: [
    {
      table: 'delivery',
      person: 'reader',
      whose: { account: 'account_id' },
      exported: 'messages',
      columns: {
        recipient: { erased: 'WIPED' },
        subject: { erased: 'WIPED' },
        body: { erased: 'WIPED' },
        error: { plain: 'what a carrier answered, without addresses and numbers', erased: 'WIPED' },
      },
      alongside: ['channel', 'kind', 'status', 'booking_id', 'created_at', 'sent_at'],
      retention: [
        {
          name: 'words',
          since: 'created_at',
          hours: DAYS_TO_NO_WORDS * 24,
          then: { wipe: ['recipient', 'subject', 'body', 'error'] },
        },
      ],
    },
  ],
  impersonal: [{ table: 'delivery', columns: ['dedupe_key', 'transport'], because: 'ids and codes of ours' }],
};
