import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ScannerDownError, createClamdScanner } from '../../../api/platform/files/virus-scanner.ts';
import { TEST_VIRUS, startFakeClamd } from '../../support/fakes/clamd.ts';
import type { FakeClamd } from '../../support/fakes/clamd.ts';

let clamd: FakeClamd;
beforeEach(async () => {
  clamd = await startFakeClamd();
});
afterEach(() => clamd.stop());

describe('the virus scanner', () => {
  it('is sent the whole content and says that it is clean', async () => {
    const content = randomBytes(300_001);

    expect(await createClamdScanner(clamd).isInfected(content)).toBe(false);

    expect(clamd.scanned).toEqual([content]);
  });

  it('says that a virus was found', async () => {
    const content = Buffer.concat([randomBytes(100_000), Buffer.from(TEST_VIRUS)]);

    expect(await createClamdScanner(clamd).isInfected(content)).toBe(true);
  });

  it('says nothing about a file when it came to no result, is silent or away', async () => {
    const scanner = createClamdScanner(clamd, 100);

    clamd.behave('full');
    await expect(scanner.isInfected(Buffer.from('a'))).rejects.toBeInstanceOf(ScannerDownError);
    clamd.behave('silent');
    await expect(scanner.isInfected(Buffer.from('a'))).rejects.toBeInstanceOf(ScannerDownError);
    await clamd.stop();
    await expect(scanner.isInfected(Buffer.from('a'))).rejects.toBeInstanceOf(ScannerDownError);
  });
});
