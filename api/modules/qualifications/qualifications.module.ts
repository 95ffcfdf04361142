import type { ModuleDefinition } from '../../platform/module.ts';
import { AuditQueueResolver } from './audit-queue.resolver.ts';
import { CredentialDecisionRecord } from './credential-decision.entity.ts';
import { CredentialTransition } from './credential-transition.entity.ts';
import { CredentialType } from './credential-type.entity.ts';
import { Credential, SEALED_CREDENTIAL } from './credential.entity.ts';
import {
  CredentialDecisionResolver,
  CredentialResolver,
  CredentialTransitionResolver,
  CredentialTypeResolver,
} from './credential.resolver.ts';
import { CREDENTIAL_DECIDED, CREDENTIAL_EXPIRED, CREDENTIAL_REVOKED } from './qualifications.events.ts';
import { ItemCredentialsResolver, QualificationsResolver } from './qualifications.resolver.ts';

export const qualificationsModule: ModuleDefinition = {
  name: 'qualifications',
  sealed: [SEALED_CREDENTIAL],
  entities: [CredentialType, Credential, CredentialDecisionRecord, CredentialTransition],
  resolvers: [
    QualificationsResolver,
    AuditQueueResolver,
    ItemCredentialsResolver,
    CredentialResolver,
    CredentialDecisionResolver,
    CredentialTransitionResolver,
    CredentialTypeResolver,
  ],
  facts: [CREDENTIAL_DECIDED, CREDENTIAL_EXPIRED, CREDENTIAL_REVOKED],
};
