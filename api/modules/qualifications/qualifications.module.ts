import type { ModuleDefinition } from '../../platform/module.ts';
import { AuditDeskResolver, CredentialReauditResolver } from './audit-desk.resolver.ts';
import { AuditQueueResolver } from './audit-queue.resolver.ts';
import { CredentialDecisionRecord } from './credential-decision.entity.ts';
import {
  CredentialOversightResolver,
  CredentialRevokedResolver,
  OverseenCredentialResolver,
} from './credential-oversight.resolver.ts';
import { CredentialReaudit } from './credential-reaudit.entity.ts';
import { CredentialNotice } from './credential-notice.entity.ts';
import { CredentialTransition } from './credential-transition.entity.ts';
import { CredentialTypeRevision } from './credential-type-revision.entity.ts';
import { CredentialType } from './credential-type.entity.ts';
import { CredentialTypeRevisionResolver, CredentialTypesResolver } from './credential-types.resolver.ts';
import { Credential, SEALED_CREDENTIAL } from './credential.entity.ts';
import { CredentialDecisionResolver, CredentialResolver, CredentialTransitionResolver } from './credential.resolver.ts';
import { CredentialProofResolver } from './credential-proof.resolver.ts';
import { evidenceSource } from './evidence-source.ts';
import { EvidenceUpload, SEALED_EVIDENCE_UPLOAD } from './evidence-upload.entity.ts';
import { Evidence, SEALED_EVIDENCE } from './evidence.entity.ts';
import { CredentialEvidenceResolver, EvidenceKindsResolver, EvidenceResolver } from './evidence.resolver.ts';
import { ANNOUNCE_EXPIRING, PLAN_EXPIRIES, credentialEndJobs } from './jobs/credential-end.jobs.ts';
import { evidenceJobs } from './jobs/evidence.jobs.ts';
import {
  CREDENTIAL_DECIDED,
  CREDENTIAL_EXPIRED,
  CREDENTIAL_EXPIRING,
  CREDENTIAL_REVOKED,
} from './qualifications.events.ts';
import { ItemCredentialsResolver, QualificationsResolver } from './qualifications.resolver.ts';
import { ReauditSeed } from './reaudit-seed.entity.ts';
import { qualificationsReadRules } from './qualifications.read-rules.ts';
import { qualificationsPersonalData } from './qualifications.personal.ts';

export const qualificationsModule: ModuleDefinition = {
  name: 'qualifications',
  readRules: qualificationsReadRules,
  personal: qualificationsPersonalData,
  sealed: [SEALED_CREDENTIAL, SEALED_EVIDENCE, SEALED_EVIDENCE_UPLOAD],
  entities: [
    CredentialType,
    CredentialTypeRevision,
    Credential,
    CredentialDecisionRecord,
    CredentialTransition,
    CredentialReaudit,
    CredentialNotice,
    ReauditSeed,
    Evidence,
    EvidenceUpload,
  ],
  resolvers: [
    QualificationsResolver,
    AuditQueueResolver,
    ItemCredentialsResolver,
    AuditDeskResolver,
    CredentialOversightResolver,
    CredentialTypesResolver,
    CredentialTypeRevisionResolver,
    CredentialResolver,
    CredentialDecisionResolver,
    CredentialTransitionResolver,
    CredentialReauditResolver,
    OverseenCredentialResolver,
    CredentialRevokedResolver,
    CredentialProofResolver,
    EvidenceResolver,
    CredentialEvidenceResolver,
    EvidenceKindsResolver,
  ],
  jobs: [...evidenceJobs, ...credentialEndJobs],
  daily: [PLAN_EXPIRIES, ANNOUNCE_EXPIRING],
  files: [evidenceSource],
  facts: [CREDENTIAL_DECIDED, CREDENTIAL_EXPIRED, CREDENTIAL_EXPIRING, CREDENTIAL_REVOKED],
};
