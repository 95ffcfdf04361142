import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keepDemoEvidence } from '../../api/app/demo/demo-evidence.ts';
import { Credential, CredentialType, Evidence, SEALED_EVIDENCE } from '../../api/modules/qualifications/index.ts';
import { createTestDatabase } from '../support/test-database.ts';
import type { TestDatabase } from '../support/test-database.ts';
import { createTestFiles } from '../support/test-files.ts';
import { TEST_VAULT } from '../support/test-keys.ts';

describe('the papers of the demo', () => {
  let test: TestDatabase;
  let kept: Awaited<ReturnType<typeof createTestFiles>>;
  beforeAll(async () => {
    [test, kept] = await Promise.all([createTestDatabase({ demo: true }), createTestFiles()]);
    await keepDemoEvidence(test.database.em.fork(), { files: kept.files, vault: TEST_VAULT });
  });
  afterAll(async () => {
    await kept.removeFiles();
    await test.close();
  });

  it('lie behind each credential that waits for an auditor, as its type asks for them', async () => {
    const em = test.database.em.fork();
    const [credentials, types, evidence] = await Promise.all([
      em.find(Credential, { submittedAt: { $ne: null }, decidedAt: null }),
      em.find(CredentialType, {}),
      em.find(Evidence, {}),
    ]);
    const open = credentials.filter(({ state }) => ['SUBMITTED', 'IN_REVIEW', 'SECOND_REVIEW'].includes(state));

    expect(open.length).toBeGreaterThan(10);
    for (const credential of open) {
      const kinds = evidence.filter((file) => file.credential === credential.id).map(({ kind }) => kind);
      const asked = types.find(({ id }) => id === credential.type)!.evidenceKinds.map(({ code }) => code);
      expect(kinds.sort()).toEqual(asked.sort());
    }
  });

  it('open with their keys to what their hashes say', async () => {
    for (const file of await test.database.em.fork().find(Evidence, {}, { limit: 3 })) {
      const { documentKey } = TEST_VAULT.openRow(SEALED_EVIDENCE, file);
      const content = await kept.files.open({ fileKey: file.fileKey, documentKey });

      expect(createHash('sha256').update(content!).digest('hex')).toBe(file.sha256);
      expect(content!.length).toBe(file.bytes);
    }
  });
});
