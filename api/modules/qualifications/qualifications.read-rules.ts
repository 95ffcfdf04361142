import type { ReadRules } from '../../platform/read-rules.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { mayNameActor, mayReadCredential, mayReadEvidence, maySeeTransition, maySeeVote } from './credential-access.ts';
import type { OverseenCredential } from './credential-oversight.type.ts';
import type { CredentialTransition } from './credential-transition.entity.ts';
import { CredentialType } from './credential-type.entity.ts';
import { canAudit, canOverseeCredentials, canReadAgreement, canSeeClaims } from './qualifications.policy.ts';

const forAuditors = { read: ({ viewer }: RequestContext): boolean => canAudit(viewer) };
const forOperators = { read: ({ viewer }: RequestContext): boolean => canOverseeCredentials(viewer) };
const onAgreement = { read: ({ viewer }: RequestContext): boolean => canReadAgreement(viewer) };

const ofClaims = async ({ loaders }: RequestContext, { credential }: OverseenCredential): Promise<boolean> =>
  canSeeClaims(await loaders.get(CredentialType, credential.type));

export const qualificationsReadRules: ReadRules = {
  Credential: { read: mayReadCredential },
  CredentialDecisionRecord: { read: maySeeVote },
  CredentialTransition: {
    read: maySeeTransition,
    fields: {
      actorName: async (context: RequestContext, { credential, actor, actorRole }: CredentialTransition) =>
        mayNameActor(context, credential, { account: actor, role: actorRole }),
    },
  },
  Evidence: { read: mayReadEvidence },
  CredentialReaudit: forAuditors,
  AuditQueueChange: forAuditors,
  AuditAgreement: onAgreement,
  AuditorAgreement: { partOf: ['AuditAgreement'] },
  TypeAgreement: { partOf: ['AuditAgreement'] },
  AgreementFigure: { partOf: ['AuditAgreement', 'AuditorAgreement', 'TypeAgreement'] },
  ReauditDraw: onAgreement,
  OverseenCredential: { ...forOperators, fields: { issuedBy: ofClaims, validFrom: ofClaims } },
  CredentialTypeRevision: forOperators,
  RevocationReasonCode: forOperators,
  CredentialType: 'public',
  CredentialTypeTexts: 'public',
  EvidenceKind: 'public',
  AskedEvidenceContent: 'public',
  ReasonCode: 'public',
  CredentialVerification: 'public',
  Badge: 'public',
  CredentialStarted: 'carries',
  CredentialSubmitted: 'carries',
  CredentialClaimed: 'carries',
  CredentialDecided: 'carries',
  CredentialRevoked: 'carries',
  CredentialTypeSaved: 'carries',
  ReauditClaimed: 'carries',
  ReauditDecided: 'carries',
  EvidenceAdded: 'carries',
  EvidenceRemoved: 'carries',
  EvidenceUploadCreated: 'carries',
  UploadHeader: { partOf: ['EvidenceUploadCreated'] },
};
