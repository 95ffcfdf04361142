import type { PersonalDataOfModule } from '../../platform/personal-data.ts';

const TWO_YEARS = 730 * 24;

export const messagesPersonalData: PersonalDataOfModule = {
  tables: [
    {
      table: 'message',
      person: 'author',
      whose: { account: 'author_id' },
      exported: 'messages',
      columns: { body: { erased: 'WIPED' } },
      alongside: ['booking_id', 'sequence', 'side', 'masked', 'sent_at'],
      retention: [{ name: 'words', since: 'sent_at', hours: TWO_YEARS, then: { wipe: ['body'] } }],
    },
    {
      table: 'message_photo',
      person: 'author',
      whose: { account: 'author_id' },
      exported: 'messagePhotos',
      columns: { document_key: { notExported: 'the photo itself is there', erased: 'WIPED' } },
      alongside: ['booking_id', 'message_id', 'content_type', 'bytes', 'created_at'],
      document: { fileKey: 'file_key', documentKey: 'document_key', name: 'name', contentType: 'content_type' },
      retention: [{ name: 'photos', since: 'created_at', hours: TWO_YEARS, then: { wipe: ['document_key'] } }],
    },
    {
      table: 'message_photo_upload',
      person: 'author',
      whose: { account: 'account_id' },
      exported: { not: 'what is being uploaded at this moment: it is sent or swept away within two hours' },
      columns: {},
      deletedWhole: true,
    },
    {
      table: 'message_read',
      person: 'reader',
      whose: { account: 'account_id' },
      exported: 'messagesRead',
      columns: {},
      alongside: ['booking_id', 'side', 'read_to', 'read_at'],
      deletedWhole: true,
    },
    {
      table: 'message_report',
      person: 'reporter',
      whose: { account: 'reporter_id' },
      exported: 'messageReports',
      columns: { note: { erased: 'WIPED' } },
      alongside: ['message_id', 'side', 'reason', 'state', 'reported_at', 'closed_at'],
    },
  ],
  impersonal: [
    { table: 'message_photo', columns: ['file_key', 'name'], because: 'numbers and names of ours' },
    { table: 'message_photo_upload', columns: ['file_key'], because: 'a number of ours' },
  ],
};
