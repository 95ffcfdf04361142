import type { Names, Rows } from '../matrix-rows.ts';

const aWaitingOne: Names = { a: 'waitingCredential', everybodysFor: ['auditor'] };
const words = (text: string): object => ({ en: text, zhCN: text });

export const qualificationRows = {
  credential: { for: 'accounts', ids: { id: { a: 'credential', everybodysFor: ['auditor'] } } },
  myCredentials: { for: ['provider'] },
  verifyCredential: { for: 'everybody', variables: () => ({ code: 'no-such-code' }) },
  startCredential: {
    for: ['provider'],
    ids: { 'input.typeId': 'public' },
    variables: ({ credentialType }) => ({ input: { typeId: credentialType.id } }),
  },
  submitCredential: {
    for: ['provider'],
    ids: { 'input.typeId': 'public', 'input.credentialId': { a: 'typedDraft' } },
    variables: ({ credentialType }) => ({
      input: {
        typeId: credentialType.id,
        number: 'AB 123456',
        issuedBy: 'City of London',
        issuedOn: '2027-01-01',
        validUntil: '2027-12-31',
      },
    }),
  },
  createEvidenceUpload: {
    for: ['provider'],
    ids: { 'input.credentialId': { a: 'draftCredential' } },
    variables: () => ({
      input: { kind: 'DOCUMENT', name: 'licence.jpg', contentType: 'image/jpeg', bytes: 1_000 },
    }),
  },
  finishEvidenceUpload: { for: ['provider'], ids: { uploadId: { a: 'evidenceUpload' } } },
  removeEvidence: { for: ['provider'], ids: { evidenceId: { a: 'evidence' } } },
  auditQueue: { for: ['auditor'], ids: { 'filter.typeId': 'public' } },
  auditQueueChanged: { for: ['auditor'] },
  claimCredential: { for: ['auditor'], ids: { credentialId: aWaitingOne } },
  decideCredential: {
    for: ['auditor'],
    ids: { 'input.credentialId': aWaitingOne },
    variables: () => ({ input: { decision: 'APPROVE', reasonCode: 'MATCHES', version: 1 } }),
  },
  reauditQueue: { for: ['auditor'] },
  claimReaudit: { for: ['auditor'], ids: { reauditId: { a: 'reaudit', everybodysFor: ['auditor'] } } },
  decideReaudit: {
    for: ['auditor'],
    ids: { 'input.reauditId': { a: 'reaudit', everybodysFor: ['auditor'] } },
    variables: () => ({ input: { decision: 'APPROVE', reasonCode: 'MATCHES', version: 1 } }),
  },
  auditAgreement: {
    for: ['auditor', 'operator'],
    variables: () => ({ from: '2027-01-01', to: '2027-03-01' }),
  },
  reauditDraws: { for: ['auditor', 'operator'] },
  credentialReasonCodes: { for: 'everybody' },
  credentialTypes: { for: 'everybody' },
  credentialTypeHistory: {
    for: ['operator'],
    ids: { typeId: 'public' },
    variables: ({ credentialType }) => ({ typeId: credentialType.id }),
  },
  saveCredentialType: {
    for: ['operator'],
    ids: { 'input.id': 'public' },
    variables: () => ({
      input: {
        code: 'FIRST_AID',
        name: words('First aid'),
        description: words('What it proves.'),
        evidenceKinds: [{ code: 'DOCUMENT', name: words('The document'), required: true }],
        highRisk: false,
        numberFormats: [],
        operatorsSeeClaims: false,
        publicBadge: true,
      },
    }),
  },
  overseenCredentials: { for: ['operator'], ids: { 'filter.typeId': 'public' } },
  credentialRevocationReasons: { for: ['operator'] },
  revokeCredential: {
    for: ['operator'],
    ids: { 'input.credentialId': { a: 'credential', everybodysFor: ['operator'] } },
    variables: () => ({ input: { reasonCode: 'NOT_GENUINE', version: 1 } }),
  },
} as const satisfies Rows;
