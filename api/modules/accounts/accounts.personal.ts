import type { PersonalDataOfModule } from '../../platform/personal-data.ts';

export const accountsPersonalData: PersonalDataOfModule = {
  tables: [
    {
      table: 'account',
      person: 'holder',
      whose: { account: 'id' },
      exported: 'account',
      columns: {
        email: { erased: 'WIPED' },
        email_hash: {
          plain: 'a keyed hash, by which the address is found',
          notExported: 'made of the address, which is there',
          erased: { becomes: `'erased:' || id::text` },
        },
        phone: { erased: 'WIPED' },
        phone_hash: {
          plain: 'a keyed hash, by which the number is found',
          notExported: 'made of the number, which is there',
          erased: 'WIPED',
        },
        password_hash: {
          plain: 'argon2id: it cannot be turned back',
          notExported: 'a secret of use to a thief alone',
          erased: 'WIPED',
        },
        display_name: { plain: 'shown to whoever they meet', erased: { becomes: `'Former household'` } },
      },
      alongside: ['id', 'locale', 'roles', 'created_at'],
    },
    {
      table: 'session',
      person: 'holder',
      whose: { account: 'account_id' },
      exported: 'sessions',
      columns: {
        token_hash: { plain: 'a hash, by which the session is found', notExported: 'a secret' },
        user_agent: { plain: 'what the browser calls itself; names no person' },
        ip_class: { plain: 'the network only, without the part that names a household' },
      },
      alongside: ['method', 'created_at', 'expires_at'],
      deletedWhole: true,
      retention: [{ name: 'ended', since: 'expires_at', hours: 0, then: 'DELETE_ROW' }],
    },
    {
      table: 'address',
      person: 'household',
      whose: { account: 'account_id' },
      exported: 'addresses',
      columns: {
        label: { plain: 'a word such as Home' },
        line: {},
        district: { plain: 'shown to providers before a visit is agreed' },
        point: {},
        door_note: {},
      },
      alongside: ['created_at'],
      deletedWhole: true,
    },
    {
      table: 'account_token',
      person: 'holder',
      whose: { account: 'account_id' },
      exported: { not: 'what a link in a message can do once; it lasts minutes or hours' },
      columns: { subject: {} },
      alongside: ['purpose'],
      deletedWhole: true,
      retention: [{ name: 'over', since: 'expires_at', hours: 24, then: 'DELETE_ROW' }],
    },
    {
      table: 'account_message',
      person: 'holder',
      whose: { account: 'account_id' },
      exported: { not: 'each becomes a message, which is there' },
      columns: { recipient: {} },
      alongside: ['kind'],
      deletedWhole: true,
      retention: [{ name: 'written', since: 'created_at', hours: 30 * 24, then: 'DELETE_ROW' }],
    },
  ],
  impersonal: [],
};
