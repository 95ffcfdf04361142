import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { headFileOf } from '../platform/audit/audit-head.ts';
import { AuditInspector } from '../platform/audit/audit-inspector.ts';
import type { SignedRoot } from '../platform/audit/chain-hash.ts';
import type { AuditVerdict } from '../platform/audit/chain-verdict.ts';
import { readConfig } from '../platform/config.ts';
import { requireCurrentSchema } from '../platform/database.ts';
import { readKeyRing } from '../platform/key-ring.ts';
import { StartupError } from '../platform/startup-error.ts';
import { openDoorstepDatabase } from './application.ts';
import { findDatabaseUrl } from './command-database.ts';

const savedRoot = z.object({
  day: z.iso.date(),
  seq: z.number().int().positive(),
  hash: z.string(),
  keyId: z.string(),
  signature: z.string(),
});

/** Reads the whole chain; the exit code is 1 when a row does not fit. */
export async function runAuditVerify(rootsFile: string | null): Promise<void> {
  const savedRoots = rootsFile === null ? [] : await readSavedRoots(rootsFile);
  await withInspector(async (inspector) => {
    const verdict = await inspector.inspect({ savedRoots, onProgress: showProgress });
    process.stdout.write(`${describeVerdict(verdict, savedRoots.length).join('\n')}\n`);
    if (verdict.finding !== null) process.exitCode = 1;
  });
}

/** Prints one root a line, as `verify --roots` reads them. */
export async function runAuditRoots(): Promise<void> {
  await withInspector(async (inspector) => {
    for (const root of await inspector.listRoots()) process.stdout.write(`${JSON.stringify(root)}\n`);
  });
}

async function withInspector(work: (inspector: AuditInspector) => Promise<void>): Promise<void> {
  const config = readConfig();
  const { signing } = readKeyRing(config);
  const database = openDoorstepDatabase(await findDatabaseUrl(config), 2);
  try {
    await requireCurrentSchema(database);
    const clock = { now: () => new Date() };
    await work(new AuditInspector({ database, clock, signing, headFile: headFileOf(config.dataDir) }));
  } finally {
    await database.close(true);
  }
}

/** @throws StartupError when the file cannot be read or a line of it is no root. */
async function readSavedRoots(file: string): Promise<SignedRoot[]> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new StartupError(`The roots in ${file} cannot be read.`);
  });
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line, index) => {
      try {
        return savedRoot.parse(JSON.parse(line));
      } catch {
        throw new StartupError(
          `Line ${index + 1} of ${file} is no root: it should be one that \`doorstep audit roots\` printed.`,
        );
      }
    });
}

const PROGRESS_EVERY = 100_000;

function showProgress(links: number): void {
  if (links % PROGRESS_EVERY === 0) process.stderr.write(`${links} links read\n`);
}

function describeVerdict(verdict: AuditVerdict, savedRoots: number): string[] {
  const { finding, links, roots, lastSeq, lastHash, soundUntil, waiting, headCompared } = verdict;
  const last = lastSeq === null ? null : `link ${lastSeq}, ${soundUntil}, ${lastHash}`;
  if (finding !== null) {
    return [
      `NOT SOUND: ${finding.fault}`,
      finding.explanation,
      `first bad row: ${finding.seq === null ? 'no link' : `link ${finding.seq}`}${finding.entryId === null ? '' : `, entry ${finding.entryId}`}${finding.at === null ? '' : `, ${finding.at}`}`,
      last === null ? 'no link before it is sound' : `sound until ${last}`,
    ];
  }
  return [
    last === null ? 'sound: the log is empty' : `sound until ${last}`,
    `${links} links, ${roots} roots and ${savedRoots} saved roots checked; ${waiting} entries wait for their link`,
    headCompared
      ? 'the head kept outside the database agrees'
      : 'no head is kept in this DATA_DIR: a tail cut off today would not be noticed here',
  ];
}
