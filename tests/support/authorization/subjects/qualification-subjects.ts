import { newId } from '../../../../api/kernel/ids.ts';
import { CredentialReaudit, CredentialState } from '../../../../api/modules/qualifications/index.ts';
import { EvidenceUpload } from '../../../../api/modules/qualifications/evidence-upload.entity.ts';
import { buildCredential, buildCredentialType, buildEvidence } from '../../builders/credential.builder.ts';
import { TEST_NOW } from '../../fakes/clock.ts';
import type { TestApi } from '../../test-api.ts';
import { TEST_VAULT } from '../../test-keys.ts';
import { secretOf } from '../callers.ts';
import type { Person } from '../callers.ts';
import type { MatrixScene } from '../matrix-scene.ts';
import type { Subject } from '../subjects.ts';

const HOUR_MS = 3_600_000;

async function makeEvidence(api: TestApi, credential: string, person: Person): Promise<string> {
  const id = newId();
  const name = TEST_VAULT.seal('evidence.name', id, secretOf(person, 'file'));
  return (await buildEvidence(api.em, { id, credential, name, sha256: secretOf(person, 'digest') })).id;
}

async function makeCredential(
  { api, strangers }: MatrixScene,
  person: Person,
  overrides: Omit<Parameters<typeof buildCredential>[1], 'provider'>,
): Promise<string> {
  // Of a type of its own: one of each type can wait at a time.
  const type = await buildCredentialType(api.em);
  const owner = (person.provider ?? strangers.provider.provider).id;
  const { id } = await buildCredential(api.em, {
    provider: owner,
    type: type.id,
    number: secretOf(person, 'number'),
    issuedBy: secretOf(person, 'issuer'),
    ...overrides,
  });
  await makeEvidence(api, id, person);
  return id;
}

const draft = { state: CredentialState.DRAFT, submittedAt: null };

export const qualificationSubjects = {
  credential: {
    owners: ['provider'],
    stranger: 'provider',
    make: (scene, person) => makeCredential(scene, person, {}),
  },
  draftCredential: {
    owners: ['provider'],
    stranger: 'provider',
    make: (scene, person) => makeCredential(scene, person, draft),
  },
  /** Of the one type that the scene shares. */
  typedDraft: {
    owners: ['provider'],
    stranger: 'provider',
    make: (scene, person) => makeCredential(scene, person, { ...draft, type: scene.credentialType.id }),
  },
  waitingCredential: {
    owners: [],
    stranger: 'provider',
    make: (scene, person) => makeCredential(scene, person, { state: CredentialState.SUBMITTED }),
  },
  evidenceUpload: {
    owners: ['provider'],
    stranger: 'provider',
    make: async (scene, person) => {
      const id = newId();
      await scene.api.em.insert(EvidenceUpload, {
        id,
        credential: await makeCredential(scene, person, draft),
        account: person.account.id,
        kind: 'DOCUMENT',
        name: TEST_VAULT.seal('evidence_upload.name', id, 'licence.jpg'),
        bytes: 1_000,
        expiresAt: new Date(TEST_NOW.getTime() + HOUR_MS),
        fileKey: null,
        claimedAt: null,
      });
      return id;
    },
  },
  evidence: {
    owners: ['provider'],
    stranger: 'provider',
    make: async (scene, person) => makeEvidence(scene.api, await makeCredential(scene, person, draft), person),
  },
  reaudit: {
    owners: [],
    stranger: 'provider',
    make: async (scene, person) => {
      const id = newId();
      await scene.api.em.insert(CredentialReaudit, {
        id,
        credential: await makeCredential(scene, person, {}),
        period: '2027-02',
        ticket: 0.01,
        drawnAt: TEST_NOW,
        dueAt: new Date(TEST_NOW.getTime() + 48 * HOUR_MS),
        claimedBy: null,
        claimExpiresAt: null,
        version: 1,
        auditor: null,
        decision: null,
        reasonCode: null,
        note: null,
        decidedAt: null,
      });
      return id;
    },
  },
} as const satisfies Record<string, Subject>;
