import { createHash } from 'node:crypto';
import { newId } from '../../../api/kernel/ids.ts';
import {
  Credential,
  CredentialState,
  CredentialType,
  SEALED_CREDENTIAL,
} from '../../../api/modules/qualifications/index.ts';
import type { UnsealedCredential } from '../../../api/modules/qualifications/index.ts';
import { Evidence } from '../../../api/modules/qualifications/evidence.entity.ts';
import { TEST_VAULT } from '../test-keys.ts';
import { Certificate, Course } from '../../../api/modules/training/index.ts';
import type { EntityManager } from '../../../api/platform/database.ts';
import { TEST_NOW } from '../fakes/clock.ts';
import { buildCourse } from './course.builder.ts';

/** The type with that code, made when there is none yet. */
export async function buildCredentialType(
  em: EntityManager,
  overrides: Partial<CredentialType> = {},
): Promise<CredentialType> {
  const code = overrides.code ?? `TYPE_${newId()}`;
  const known = await em.findOne(CredentialType, { code }, { disableIdentityMap: true });
  if (known) return known;
  const type: CredentialType = {
    id: newId(),
    name: { en: code, 'zh-CN': code },
    description: { en: 'A document.', 'zh-CN': '一份证件。' },
    highRisk: false,
    validityMonths: 12,
    numberFormats: [],
    evidenceKinds: [{ code: 'DOCUMENT', name: { en: 'The document', 'zh-CN': '证件' }, required: false }],
    publicBadge: true,
    operatorsSeeClaims: false,
    version: 1,
    position: 1,
    ...overrides,
    code,
  };
  await em.insert(CredentialType, type);
  return type;
}

/** Approved and valid through 2027. */
export async function buildCredential(
  em: EntityManager,
  overrides: Partial<UnsealedCredential> & { readonly provider: string },
): Promise<UnsealedCredential> {
  const id = newId();
  const credential: UnsealedCredential = {
    id,
    type: overrides.type ?? (await buildCredentialType(em)).id,
    state: CredentialState.APPROVED,
    number: 'AB 123456',
    issuedBy: 'City of London',
    issuedOn: '2026-01-01',
    validFrom: '2026-01-01',
    validUntil: '2027-12-31',
    createdAt: TEST_NOW,
    submittedAt: TEST_NOW,
    dueAt: new Date(TEST_NOW.getTime() + 48 * 3_600_000),
    decidedAt: null,
    round: 1,
    claimedBy: null,
    claimExpiresAt: null,
    verificationCode: id,
    version: 1,
    ...overrides,
  };
  await em.insert(Credential, TEST_VAULT.sealRow(SEALED_CREDENTIAL, credential));
  return credential;
}

/** A certificate of the course with that code, valid through 2027. */
export async function buildCertificate(
  em: EntityManager,
  { courseCode, ...overrides }: Partial<Certificate> & { readonly provider: string; readonly courseCode: string },
): Promise<Certificate> {
  const id = newId();
  const known = await em.findOne(Course, { code: courseCode }, { disableIdentityMap: true });
  const course = known?.id ?? (await buildCourse(em, { code: courseCode })).course.id;
  const certificate: Certificate = {
    id,
    course,
    version: null,
    validFrom: '2026-01-01',
    validUntil: '2027-12-31',
    verificationCode: id,
    ...overrides,
  };
  await em.insert(Certificate, certificate);
  return certificate;
}

/** A file of the credential, as far as the database knows; the file store has none. */
export async function buildEvidence(
  em: EntityManager,
  overrides: Partial<Evidence> & { readonly credential: string },
): Promise<Evidence> {
  const id = newId();
  const evidence: Evidence = {
    id,
    kind: 'DOCUMENT',
    name: TEST_VAULT.seal('evidence.name', id, 'document.jpg'),
    contentType: 'image/jpeg',
    bytes: 1_000,
    sha256: createHash('sha256').update(id).digest('hex'),
    fileKey: id,
    documentKey: TEST_VAULT.seal('evidence.document_key', id, 'key'),
    createdAt: TEST_NOW,
    ...overrides,
  };
  await em.insert(Evidence, evidence);
  return evidence;
}
