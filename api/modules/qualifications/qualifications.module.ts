import type { ModuleDefinition } from '../../platform/module.ts';
import { AuditQueueResolver } from './audit-queue.resolver.ts';
import { CredentialDecisionRecord } from './credential-decision.entity.ts';
import { CredentialTransition } from './credential-transition.entity.ts';
import { CredentialType } from './credential-type.entity.ts';
import { Credential, SEALED_CREDENTIAL } from './credential.entity.ts';
import { CredentialProofResolver } from './credential-proof.resolver.ts';
import {
  CredentialDecisionResolver,
  CredentialResolver,
  CredentialTransitionResolver,
  CredentialTypeResolver,
} from './credential.resolver.ts';
import { evidenceSource } from './evidence-source.ts';
import { EvidenceUpload, SEALED_EVIDENCE_UPLOAD } from './evidence-upload.entity.ts';
import { Evidence, SEALED_EVIDENCE } from './evidence.entity.ts';
import { CredentialEvidenceResolver, EvidenceKindsResolver, EvidenceResolver } from './evidence.resolver.ts';
import { evidenceJobs } from './jobs/evidence.jobs.ts';
import { CREDENTIAL_DECIDED, CREDENTIAL_EXPIRED, CREDENTIAL_REVOKED } from './qualifications.events.ts';
import { ItemCredentialsResolver, QualificationsResolver } from './qualifications.resolver.ts';

export const qualificationsModule: ModuleDefinition = {
  name: 'qualifications',
  sealed: [SEALED_CREDENTIAL, SEALED_EVIDENCE, SEALED_EVIDENCE_UPLOAD],
  entities: [CredentialType, Credential, CredentialDecisionRecord, CredentialTransition, Evidence, EvidenceUpload],
  resolvers: [
    QualificationsResolver,
    AuditQueueResolver,
    ItemCredentialsResolver,
    CredentialResolver,
    CredentialDecisionResolver,
    CredentialTransitionResolver,
    CredentialTypeResolver,
    CredentialProofResolver,
    EvidenceResolver,
    CredentialEvidenceResolver,
    EvidenceKindsResolver,
  ],
  jobs: evidenceJobs,
  files: [evidenceSource],
  facts: [CREDENTIAL_DECIDED, CREDENTIAL_EXPIRED, CREDENTIAL_REVOKED],
};
