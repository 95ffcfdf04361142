import type { ModuleDefinition } from '../../platform/module.ts';
import { CredentialDecisionRecord } from './credential-decision.entity.ts';
import { CredentialTransition } from './credential-transition.entity.ts';
import { CredentialType } from './credential-type.entity.ts';
import { Credential } from './credential.entity.ts';
import { CredentialProofResolver } from './credential-proof.resolver.ts';
import {
  CredentialDecisionResolver,
  CredentialResolver,
  CredentialTransitionResolver,
  CredentialTypeResolver,
} from './credential.resolver.ts';
import { evidenceSource } from './evidence-source.ts';
import { EvidenceUpload } from './evidence-upload.entity.ts';
import { Evidence } from './evidence.entity.ts';
import { CredentialEvidenceResolver, EvidenceKindsResolver, EvidenceResolver } from './evidence.resolver.ts';
import { evidenceJobs } from './jobs/evidence.jobs.ts';
import { CREDENTIAL_DECIDED, CREDENTIAL_EXPIRED, CREDENTIAL_REVOKED } from './qualifications.events.ts';
import { ItemCredentialsResolver, QualificationsResolver } from './qualifications.resolver.ts';

export const qualificationsModule: ModuleDefinition = {
  name: 'qualifications',
  entities: [CredentialType, Credential, CredentialDecisionRecord, CredentialTransition, Evidence, EvidenceUpload],
  resolvers: [
    QualificationsResolver,
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
