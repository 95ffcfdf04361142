import { KEPT } from '../../platform/kept-data.ts';
import type { PersonalDataOfModule } from '../../platform/personal-data.ts';

const OF_HOLDER = { through: 'credential', by: 'credential_id' } as const;

export const qualificationsPersonalData: PersonalDataOfModule = {
  tables: [
    {
      table: 'credential',
      person: 'holder',
      whose: { through: 'provider', by: 'provider_id' },
      exported: 'credentials',
      columns: {
        number: { erased: 'WIPED' },
        issued_by: { plain: 'an authority; auditors compare it', erased: 'WIPED' },
        issued_on: { plain: 'auditors compare it', erased: 'WIPED' },
        valid_from: { plain: 'who can be booked goes by it', erased: { kept: KEPT.decisions } },
        valid_until: { plain: 'who can be booked goes by it', erased: { kept: KEPT.decisions } },
        verification_code: {
          plain: 'whoever has it may ask about the credential',
          erased: { kept: KEPT.verification },
        },
      },
      alongside: ['id', 'state', 'created_at', 'submitted_at', 'decided_at'],
      shown: { type: { by: 'type_id', table: 'credential_type', column: 'code' } },
    },
    {
      table: 'evidence',
      person: 'holder',
      whose: OF_HOLDER,
      exported: 'evidence',
      columns: {
        name: { erased: 'WIPED' },
        document_key: { notExported: 'the document itself is there', erased: 'WIPED' },
        sha256: { plain: 'what was decided on can be proved by it', erased: { kept: KEPT.decisions } },
      },
      alongside: ['credential_id', 'kind', 'content_type', 'bytes', 'created_at'],
      document: { fileKey: 'file_key', documentKey: 'document_key', name: 'name', contentType: 'content_type' },
    },
    {
      table: 'evidence_upload',
      person: 'holder',
      whose: { account: 'account_id' },
      exported: { not: 'what is being uploaded at this moment: it becomes evidence or is swept away within the hour' },
      columns: { name: {} },
      deletedWhole: true,
    },
    {
      table: 'credential_decision',
      person: 'holder',
      whose: OF_HOLDER,
      exported: 'credentialDecisions',
      exportedOnly: 'revealed_at is not null',
      columns: { note: { plain: 'auditors read it beside the queue', erased: 'WIPED' } },
      alongside: ['credential_id', 'decision', 'reason_code', 'at'],
    },
    {
      table: 'credential_decision',
      person: 'auditor',
      whose: { account: 'auditor_id' },
      exported: 'decisionsAsAuditor',
      columns: {
        note: { plain: 'auditors read it beside the queue', erased: { kept: KEPT.decisions } },
      },
      alongside: ['credential_id', 'decision', 'reason_code', 'at'],
    },
    {
      table: 'credential_transition',
      person: 'actor',
      whose: { account: 'actor_id' },
      exported: 'credentialSteps',
      columns: { reason: { plain: 'a code of ours', erased: { kept: KEPT.decisions } } },
      alongside: ['credential_id', 'from', 'to', 'actor_role', 'at'],
    },
    {
      table: 'credential_reaudit',
      person: 'auditor',
      whose: { account: 'auditor_id' },
      exported: 'reauditsAsAuditor',
      columns: { note: { plain: 'operators compare auditors by it', erased: { kept: KEPT.decisions } } },
      alongside: ['credential_id', 'decision', 'reason_code', 'decided_at'],
    },
    {
      table: 'credential_reaudit',
      person: 'holder',
      whose: OF_HOLDER,
      exported: { not: 'a check of the auditors, not of the holder; what comes of it is a decision' },
      columns: { note: { plain: 'operators compare auditors by it', erased: 'WIPED' } },
    },
  ],
  impersonal: [
    {
      table: 'evidence',
      columns: ['file_key'],
      because: 'a number of ours',
    },
    { table: 'evidence_upload', columns: ['kind', 'file_key'], because: 'codes and numbers of ours' },
    {
      table: 'credential_decision',
      columns: ['evidence_sha256'],
      because: 'hashes of the files that were decided on',
    },
    { table: 'credential_reaudit', columns: ['period', 'ticket'], because: 'the draw' },
    {
      table: 'credential_type',
      columns: ['code', 'name', 'description', 'evidence_kinds', 'number_formats'],
      because: 'kinds of credentials, the same for everybody',
    },
    { table: 'credential_type_revision', columns: ['content'], because: 'kinds of credentials as they were' },
    { table: 'reaudit_seed', columns: ['period', 'seed', 'share'], because: 'the draw' },
  ],
};
