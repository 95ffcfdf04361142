import 'reflect-metadata';
import { generateKeyPairSync } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { openDoorstepDatabase } from '../../../api/app/application.ts';
import { headFileOf } from '../../../api/platform/audit/audit-head.ts';
import { AuditSealer } from '../../../api/platform/audit/audit-sealer.ts';
import { verifyChain } from '../../../api/platform/audit/verify-chain.ts';
import { migrateDatabase } from '../../../api/platform/database.ts';
import type { Database } from '../../../api/platform/database.ts';
import { startEmbeddedPostgres } from '../../../api/platform/embedded-postgres.ts';
import { formatTable } from '../support/table.ts';
import { runTraffic, seedBookings } from './booking-traffic.ts';
import type { Round, Way } from './booking-traffic.ts';

const CLIENTS = [1, 8, 32];
const ROUNDS = 15;
const SECONDS = 1;
const BOOKINGS = 256;
const SEALED = 50_000;
/** A booking with its entry may take so much longer than without. */
const GOAL_WITH_ENTRY = 1.4;
/** With the sealer at work, writers keep at least this share of their throughput. */
const GOAL_WITH_SEALER = 0.8;

const clock = { now: () => new Date() };
const signing = { id: 'bench', privateKey: generateKeyPairSync('ed25519').privateKey };
const write = (text: string): void => void process.stdout.write(`${text}\n`);

interface Case {
  readonly name: string;
  readonly way: Way;
  readonly sealing: boolean;
}

const CASES: readonly Case[] = [
  { name: 'no entry', way: 'none', sealing: false },
  { name: 'entry', way: 'entry', sealing: false },
  { name: 'entry, sealer at work', way: 'entry', sealing: true },
  { name: 'each writer links its own', way: 'chain', sealing: false },
];

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

/** Of the rounds taken next to each other, so that a slow second of the machine counts on both sides. */
function medianRatio(above: readonly Round[], below: readonly Round[]): number {
  return median(above.map(({ perSecond }, round) => perSecond / below[round]!.perSecond));
}

function quantile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * share)]!;
}

async function measure(
  database: Database,
  bookings: readonly string[],
  clients: number,
  folder: string,
): Promise<string[]> {
  const rounds = new Map<string, Round[]>(CASES.map(({ name }) => [name, []]));
  for (const { way } of CASES) await runTraffic(database, bookings, { clients, seconds: 0.5, way });
  // Taken in turns, so that whatever else the machine does meets all alike.
  for (let round = 0; round < ROUNDS; round++) {
    for (const { name, way, sealing } of CASES) {
      const sealer = buildSealer(database, folder);
      if (sealing) sealer.start();
      rounds.get(name)!.push(await runTraffic(database, bookings, { clients, seconds: SECONDS, way }));
      if (sealing) await sealer.stop();
    }
  }
  const perSecond = new Map([...rounds].map(([name, taken]) => [name, median(taken.map((round) => round.perSecond))]));
  write(`\n${clients} clients, ${ROUNDS} rounds of ${SECONDS} s each, taken in turns`);
  write(
    formatTable(
      ['a booking’s change with', 'per second', 'p50 ms', 'p99 ms', 'to none'],
      [...rounds].map(([name, taken]) => {
        const times = taken.flatMap((round) => round.times);
        return [
          name,
          perSecond.get(name)!.toFixed(0),
          quantile(times, 0.5).toFixed(1),
          quantile(times, 0.99).toFixed(1),
          `${medianRatio(rounds.get('no entry')!, taken).toFixed(2)} ×`,
        ];
      }),
    ),
  );
  const ratio = medianRatio(rounds.get('no entry')!, rounds.get('entry')!);
  const kept = medianRatio(rounds.get('entry, sealer at work')!, rounds.get('entry')!);
  write(`With the sealer at work writers keep ${(kept * 100).toFixed(0)} % of their throughput.`);
  const misses: string[] = [];
  if (ratio > GOAL_WITH_ENTRY)
    misses.push(`${clients} clients: an entry costs ${ratio.toFixed(2)} ×, goal ≤ ${GOAL_WITH_ENTRY}`);
  if (kept < GOAL_WITH_SEALER) misses.push(`${clients} clients: the sealer takes ${((1 - kept) * 100).toFixed(0)} %`);
  return misses;
}

function buildSealer(database: Database, folder: string): AuditSealer {
  return new AuditSealer({ database, clock, logger: pino({ level: 'silent' }), signing, headFile: headFileOf(folder) });
}

async function measureSealer(database: Database, folder: string): Promise<string[]> {
  await buildSealer(database, folder).seal();
  await database.em.fork().execute(
    `insert into audit_entry (id, at, actor_kind, actor_roles, action, subject_type, subject_id)
     select gen_random_uuid(), now(), 'ACCOUNT', '{HOUSEHOLD}', 'booking.confirmed', 'booking', gen_random_uuid() from generate_series(1, ?)`,
    [SEALED],
  );
  const begin = performance.now();
  const linked = await buildSealer(database, folder).seal();
  const sealed = performance.now();
  const verdict = await database.em
    .fork()
    .transactional(async (em) => verifyChain({ em, clock, signing, head: null }), { readOnly: true });
  const verified = performance.now();
  write(
    `\nThe sealer links ${((linked / (sealed - begin)) * 1000).toFixed(0)} entries a second (${linked} in ${((sealed - begin) / 1000).toFixed(1)} s).`,
  );
  write(
    `Verifying reads ${((verdict.links / (verified - sealed)) * 1000).toFixed(0)} links a second (${verdict.links} in ${((verified - sealed) / 1000).toFixed(1)} s): ${verdict.finding === null ? 'sound' : verdict.finding.explanation}.`,
  );
  return verdict.finding === null ? [] : ['the chain is not sound'];
}

const folder = await mkdtemp(join(tmpdir(), 'doorstep-bench-'));
await chmod(folder, 0o755);
// With the disk waited for at each commit, as in production.
const server = await startEmbeddedPostgres({ dataDir: folder });
try {
  const database = openDoorstepDatabase(server.url('bench'), Math.max(...CLIENTS) + 4);
  await database.schema.ensureDatabase();
  await migrateDatabase(database);
  await database.em.fork().execute('create table bench_chain (seq bigserial primary key, subject_id uuid, hash text)');
  const bookings = await seedBookings(database, BOOKINGS);
  const misses: string[] = [];
  for (const clients of CLIENTS) misses.push(...(await measure(database, bookings, clients, folder)));
  misses.push(...(await measureSealer(database, folder)));
  await database.close(true);
  for (const miss of misses) write(`Missed: ${miss}`);
  if (misses.length > 0 && process.argv.includes('--assert')) process.exitCode = 1;
} finally {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}
