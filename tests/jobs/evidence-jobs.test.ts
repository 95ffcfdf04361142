import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { newId } from '../../api/kernel/ids.ts';
import { EvidenceUpload, SEALED_EVIDENCE_UPLOAD } from '../../api/modules/qualifications/evidence-upload.entity.ts';
import { Evidence, SEALED_EVIDENCE } from '../../api/modules/qualifications/evidence.entity.ts';
import { REMOVE_FILE, SWEEP_UPLOAD } from '../../api/modules/qualifications/jobs/job-topics.ts';
import { publish } from '../../api/platform/outbox.ts';
import { Role } from '../../api/modules/accounts/index.ts';
import { buildAccount } from '../support/builders/account.builder.ts';
import { buildCredential } from '../support/builders/credential.builder.ts';
import { buildProvider } from '../support/builders/provider.builder.ts';
import { TEST_VAULT } from '../support/test-keys.ts';
import { FakeClock } from './support/fake-clock.ts';
import { openJobWorld } from './support/job-world.ts';
import type { JobWorld } from './support/job-world.ts';

const NOW = new Date('2027-03-20T08:00:00Z');
const CONTENT = randomBytes(1_000);

describe('the jobs of evidence', () => {
  const clock = new FakeClock(NOW);
  let world: JobWorld;
  beforeEach(async () => {
    clock.set(NOW);
    world = await openJobWorld({ redisUrl: null, clock });
  });
  afterEach(() => world.close());

  async function announced(fileKey: string | null): Promise<EvidenceUpload> {
    const em = world.database.em.fork();
    const account = await buildAccount(em, { roles: [Role.PROVIDER] });
    const provider = await buildProvider(em, { account: account.id });
    const credential = await buildCredential(em, { provider: provider.id });
    const upload = TEST_VAULT.sealRow(SEALED_EVIDENCE_UPLOAD, {
      id: newId(),
      credential: credential.id,
      account: account.id,
      kind: 'DOCUMENT',
      name: 'licence.jpg',
      bytes: CONTENT.length,
      expiresAt: NOW,
      fileKey,
      claimedAt: null,
    });
    await em.insert(EvidenceUpload, upload);
    await receive(upload.id);
    return upload;
  }

  async function receive(uploadId: string): Promise<void> {
    const ticket = { bytes: CONTENT.length, contentType: 'image/jpeg', accountId: 'a', expiresAt: NOW };
    await world.files.receive({ ...ticket, key: world.files.stagedKey(uploadId) }, Readable.from([CONTENT]));
  }

  const staged = async (uploadId: string): Promise<string> =>
    (await world.files.inspect({ key: world.files.stagedKey(uploadId), bytes: CONTENT.length })) as string;
  const tell = async (topic: string, payload: Record<string, string>, dueAt = NOW): Promise<void> =>
    publish(world.database.em.fork(), clock, [{ topic, payload, dueAt }]);

  test('an upload that nobody finished is swept away with its file, at its time and not before', async () => {
    const kept = await world.files.keep(world.files.newKey(), CONTENT);
    const upload = await announced(kept.fileKey);
    await tell(SWEEP_UPLOAD, { uploadId: upload.id }, new Date(NOW.getTime() + 3_600_000));

    await world.settle();
    expect(await staged(upload.id)).toBe('UNSUPPORTED_TYPE');
    clock.advance(3_620_000);
    await world.settle();

    expect(await staged(upload.id)).toBe('NOT_UPLOADED');
    expect(await world.files.open(kept)).toBeNull();
    expect(await world.database.em.fork().count(EvidenceUpload)).toBe(0);
  });

  test('of an upload that became evidence only what waited is removed', async () => {
    const kept = await world.files.keep(world.files.newKey(), CONTENT);
    const upload = await announced(null);
    const em = world.database.em.fork();
    await em.nativeDelete(EvidenceUpload, { id: upload.id });
    await em.insert(Evidence, evidenceOf(upload, kept));
    await tell(SWEEP_UPLOAD, { uploadId: upload.id });
    await tell(REMOVE_FILE, { fileKey: kept.fileKey });

    await world.settle();

    expect(await staged(upload.id)).toBe('NOT_UPLOADED');
    expect(await world.files.open(kept)).toEqual(CONTENT);
  });

  test('the file of evidence that was taken back is removed', async () => {
    const kept = await world.files.keep(world.files.newKey(), CONTENT);
    await tell(REMOVE_FILE, { fileKey: kept.fileKey });

    await world.settle();

    expect(await world.files.open(kept)).toBeNull();
  });
});

function evidenceOf(upload: EvidenceUpload, kept: Awaited<ReturnType<JobWorld['files']['keep']>>): Evidence {
  const { fileKey, documentKey, sha256, bytes } = kept;
  return TEST_VAULT.sealRow(SEALED_EVIDENCE, {
    id: upload.id,
    credential: upload.credential,
    kind: upload.kind,
    name: 'licence.jpg',
    contentType: 'image/jpeg',
    bytes,
    sha256,
    fileKey,
    documentKey,
    createdAt: NOW,
  });
}
