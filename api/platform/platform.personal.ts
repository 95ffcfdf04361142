import { KEPT } from './kept-data.ts';
import type { PersonalDataOfModule } from './personal-data.ts';

/** The tables that belong to no module. */
export const platformPersonalData: PersonalDataOfModule = {
  tables: [
    {
      table: 'audit_entry',
      person: 'actor',
      whose: { account: 'actor_id' },
      exported: 'acts',
      columns: {
        ip_class: {
          plain: 'the network only, without the part that names a household; the hash chain covers it',
          erased: { kept: KEPT.log },
        },
        reason: { plain: 'a code or a sentence without personal data', erased: { kept: KEPT.log } },
      },
      alongside: ['at', 'action', 'subject_type', 'subject_id'],
    },
  ],
  impersonal: [
    {
      table: 'audit_entry',
      columns: ['actor_kind', 'actor_roles', 'before_hash', 'after_hash', 'request_reference'],
      because: 'kinds, roles, numbers, and hashes of states without personal data',
    },
    { table: 'audit_link', columns: ['entry_hash', 'previous_hash', 'hash'], because: 'hashes' },
    { table: 'audit_root', columns: ['day', 'hash', 'key_id', 'signature'], because: 'hashes and signatures of days' },
    { table: 'outbox_message', columns: ['topic', 'payload'], because: 'ids and plain values only' },
  ],
};
