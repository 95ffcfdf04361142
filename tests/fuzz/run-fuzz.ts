import { fork } from 'node:child_process';
import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { openDoorstepDatabase } from '../../api/app/application.ts';
import { buildGraphQLSchema } from '../../api/app/graphql-schema.ts';
import { seedDemo } from '../../api/app/seed-demo.ts';
import { migrateDatabase } from '../../api/platform/database.ts';
import { DEMO_NOW } from '../support/demo-clock.ts';
import { startTestPostgres } from '../support/postgres.ts';
import { TEST_KEYS, TEST_VAULT } from '../support/test-keys.ts';
import { fuzz } from './fuzz.ts';
import type { FuzzReport, Memory } from './fuzz.ts';
import { prepareScene } from './scene.ts';

const MEGABYTE = 1_048_576;
/** What the heap may grow by from the first tenth of the run to its end. */
const MOST_GROWTH = 24 * MEGABYTE;

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '20000' },
    minutes: { type: 'string', default: '20' },
  },
});
const postgres = await startTestPostgres();
const databaseUrl = postgres.url('doorstep_fuzz');
const database = openDoorstepDatabase(databaseUrl, 4);
await database.schema.ensureDatabase();
await migrateDatabase(database);
const clock = { now: () => DEMO_NOW };
await seedDemo(database, { clock, vault: TEST_VAULT, files: null }, () => undefined);
const scene = await prepareScene(() => database.em.fork(), clock);

const child = fork(new URL('serving.ts', import.meta.url).pathname, {
  execArgv: ['--expose-gc', '--import', 'tsx'],
  env: {
    PATH: process.env['PATH'],
    NODE_ENV: 'production',
    PORT: '0',
    DATABASE_URL: databaseUrl,
    KEYS: TEST_KEYS,
    LOG_LEVEL: 'error',
    RATE_LIMIT_SCALE: '10000',
    CLOCK_AHEAD_MS: String(DEMO_NOW.getTime() - Date.now()),
  },
});
const [{ port }] = (await once(child, 'message')) as [{ port: number }];
let tokens: readonly string[] = [];
const report = await fuzz(
  {
    url: `http://127.0.0.1:${port}`,
    source: { schema: buildGraphQLSchema(), seed: Number(values.seed), ids: scene.ids, tokens: () => tokens },
    canaries: scene.canaries,
    renewSessions: async () => {
      tokens = await scene.openSessions();
    },
    measure: async () => {
      child.send('measure');
      return ((await once(child, 'message')) as [Memory])[0];
    },
  },
  { count: Number(values.count), limitMs: Number(values.minutes) * 60_000 },
);
child.disconnect();
await database.close(true);
await postgres.stop();
process.stdout.write(describe(report, values.seed));
process.exitCode = isGood(report) ? 0 : 1;

function growthOf({ memory }: FuzzReport): number {
  return (memory.at(-1)?.heap ?? 0) - (memory[0]?.heap ?? 0);
}

function isGood(one: FuzzReport): boolean {
  return (
    one.violations.length === 0 && one.stillServes && one.sent >= Number(values.count) && growthOf(one) < MOST_GROWTH
  );
}

function describe(one: FuzzReport, seed: string): string {
  const megabytes = (bytes: number): string => (bytes / MEGABYTE).toFixed(1);
  const lines = [
    `seed ${seed}: ${one.sent} cases in ${(one.elapsedMs / 1000).toFixed(0)} s, slowest ${one.slowestMs.toFixed(0)} ms`,
    `kinds: ${JSON.stringify(one.kinds)}`,
    `answers by status: ${JSON.stringify(one.statuses)}`,
    `heap after collection, after a tenth, in the middle, at the end: ${one.memory.map(({ heap }) => megabytes(heap)).join(' → ')} MB; resident ${one.memory.map(({ resident }) => megabytes(resident)).join(' → ')} MB`,
    `still serves: ${one.stillServes ? 'yes' : 'NO'}`,
    `violations: ${one.violations.length}`,
  ];
  for (const { case: from, found, smallest, answer } of one.violations) {
    lines.push(
      '',
      `case ${from.index} (${from.what}): ${found.join('; ')}`,
      JSON.stringify(smallest).slice(0, 1_200),
      `→ ${answer}`,
    );
  }
  return `${lines.join('\n')}\n`;
}
