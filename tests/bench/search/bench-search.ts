import 'reflect-metadata';
import { createRequire } from 'node:module';
import pg from 'pg';
import { pino } from 'pino';
import { openDoorstepDatabase } from '../../../api/app/application.ts';
import { Region, ServiceItem } from '../../../api/modules/catalog/index.ts';
import { listFreeProviders } from '../../../api/modules/search/free-providers.ts';
import { searchProviders } from '../../../api/modules/search/search-providers.service.ts';
import { migrateDatabase } from '../../../api/platform/database.ts';
import type { Database } from '../../../api/platform/database.ts';
import { Loaders } from '../../../api/platform/loaders.ts';
import { RateLimits } from '../../../api/platform/rate-limits.ts';
import type { RequestContext } from '../../../api/platform/request-context.ts';
import { TEST_VAULT } from '../../support/test-keys.ts';
import { buildInspector } from '../../support/test-inspector.ts';
import { startTestPostgres } from '../../support/postgres.ts';
import { formatTable } from '../support/table.ts';
import { startsByQueryPerProvider, visitsByQueryPerProvider } from './query-per-provider.ts';
import { NOW, drawRequest, growWorkload, seedWorkload, seededRandom } from './workload-b.ts';
import type { SearchRequest, Workload } from './workload-b.ts';

/** Of this state; `performance.md` has those of the end. */
const GOAL_P50_MS = 20;
const GOAL_GROWTH = 1.3;
const PAGE = 20;
const WARM_UP = 40;
const REQUESTS = 300;
const SLOW_REQUESTS = 12;
const SEED = 42;

const write = (text: string): void => void process.stdout.write(`${text}\n`);

/** Statements that the ORM's connections have sent since this process began; the ORM brings a driver of its own. */
let statements = 0;
const driver = createRequire(import.meta.resolve('@mikro-orm/postgresql'))('pg') as typeof pg;
const send = driver.Client.prototype.query;
driver.Client.prototype.query = function countingQuery(this: pg.Client, ...args: unknown[]) {
  statements += 1;
  return Reflect.apply(send, this, args) as unknown;
} as typeof send;

function buildContext(database: Database): RequestContext {
  const em = database.em.fork();
  return {
    viewer: null,
    site: { publicUrl: 'http://127.0.0.1:4000', demo: false, emailVerification: false },
    em,
    clock: { now: () => NOW },
    vault: TEST_VAULT,
    locale: 'en',
    loaders: new Loaders(em),
    files: null as never,
    limits: new RateLimits(new pg.Pool()),
    phones: null as never,
    stripe: null,
    logger: pino({ level: 'silent' }),
    auditInspector: buildInspector(database, { now: () => NOW }),
    reference: 'bench',
    ip: '127.0.0.1',
    userAgent: null,
    sessionCookie: { set: () => undefined, clear: () => undefined },
  };
}

interface Measured {
  readonly times: readonly number[];
  /** Each number of statements that a request needed. */
  readonly statements: ReadonlySet<number>;
}

async function measure(
  count: number,
  work: (request: SearchRequest) => Promise<unknown>,
  workload: Workload,
): Promise<Measured> {
  const random = seededRandom(SEED);
  const times: number[] = [];
  const needed = new Set<number>();
  for (let done = 0; done < count; done++) {
    const request = drawRequest(workload, random);
    const before = statements;
    const begin = performance.now();
    await work(request);
    times.push(performance.now() - begin);
    needed.add(statements - before);
  }
  return { times, statements: needed };
}

function quantile(times: readonly number[], share: number): number {
  return times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))]!;
}

/** The whole of a search below GraphQL: checks, candidates, starts, prices, ranking, a page of 20. */
const search =
  (database: Database, { regionId }: Workload) =>
  ({ itemId, date, place }: SearchRequest): Promise<unknown> =>
    searchProviders(buildContext(database), { regionId, items: [{ itemId }], place, from: date, to: date }, PAGE, null);

/** How much there is to search through, and whether both ways find the same. */
async function describe(
  database: Database,
  workload: Workload,
  region: Region,
  items: ReadonlyMap<string, ServiceItem>,
): Promise<{ candidates: number; starts: number; agrees: boolean }> {
  const random = seededRandom(SEED);
  let candidates = 0;
  let starts = 0;
  let agrees = true;
  for (let done = 0; done < SLOW_REQUESTS; done++) {
    const request = drawRequest(workload, random);
    const item = items.get(request.itemId)!;
    const em = database.em.fork();
    const found = await listFreeProviders(em, {
      region,
      items: [item],
      minutes: item.durationMinutes,
      place: request.place,
      from: request.date,
      to: request.date,
      earliest: null,
      latest: null,
      now: NOW,
    });
    const other = new Map(
      (await startsByQueryPerProvider(em, region, item, request)).map((one) => [one.providerId, one.starts.join()]),
    );
    candidates += found.length;
    starts += found.reduce((sum, one) => sum + one.starts.length, 0);
    agrees &&= other.size === found.length && found.every((one) => other.get(one.candidate.id) === one.starts.join());
  }
  return { candidates: Math.round(candidates / SLOW_REQUESTS), starts: Math.round(starts / SLOW_REQUESTS), agrees };
}

async function run(database: Database, url: string): Promise<string[]> {
  const seeding = performance.now();
  const workload = await seedWorkload(url);
  write(
    `Search, workload B: 10,000 providers, 420,000 visits; seeded in ${((performance.now() - seeding) / 1000).toFixed(1)} s`,
  );
  const em = database.em.fork();
  const region = await em.findOneOrFail(Region, { id: workload.regionId });
  const items = new Map((await em.find(ServiceItem, {})).map((item) => [item.id, item]));
  const size = await describe(database, workload, region, items);
  write(
    `A request, on average: ${size.candidates} candidates, ${size.starts.toLocaleString('en')} free starts; a statement for each provider finds ${size.agrees ? 'the same' : 'SOMETHING ELSE'}.`,
  );
  write(
    'Travel is what the estimator gives (by car, on top of the 30 min after a visit), not the fixed gap of 30 min of the workload: fewer starts.\n',
  );

  await measure(WARM_UP, search(database, workload), workload);
  const ours = await measure(REQUESTS, search(database, workload), workload);
  const minimal = await measure(
    SLOW_REQUESTS,
    ({ itemId, ...rest }) =>
      visitsByQueryPerProvider(database.em.fork(), region, items.get(itemId)!, { itemId, ...rest }),
    workload,
  );
  const full = await measure(
    SLOW_REQUESTS,
    ({ itemId, ...rest }) =>
      startsByQueryPerProvider(database.em.fork(), region, items.get(itemId)!, { itemId, ...rest }),
    workload,
  );
  const p50 = quantile(ours.times, 0.5);
  const row = (name: string, measured: Measured): string[] => [
    name,
    String(measured.times.length),
    quantile(measured.times, 0.5).toFixed(1),
    quantile(measured.times, 0.99).toFixed(1),
    [...measured.statements]
      .sort((a, b) => a - b)
      .slice(0, 3)
      .join(', ') + (measured.statements.size > 3 ? ' …' : ''),
    `${(quantile(measured.times, 0.5) / p50).toFixed(1)} ×`,
  ];
  write(
    formatTable(
      ['way', 'requests', 'p50 ms', 'p99 ms', 'statements', 'to ours'],
      [
        row('whole search, page of 20', ours),
        row('visits alone, a statement for each provider', minimal),
        row('diaries, four statements for each provider', full),
      ],
    ),
  );

  const misses: string[] = [];
  if (p50 > GOAL_P50_MS) misses.push(`p50 ${p50.toFixed(1)} ms, goal ${GOAL_P50_MS} ms`);
  if (ours.statements.size !== 1) misses.push('the number of statements is not fixed');
  if (!size.agrees) misses.push('the two ways find different starts');
  if (process.argv.includes('--grow')) misses.push(...(await runGrown(database, url, workload, p50)));
  return misses;
}

async function runGrown(database: Database, url: string, workload: Workload, p50: number): Promise<string[]> {
  const seeding = performance.now();
  await growWorkload(url, workload);
  write(
    `\nGrown by 100,000 providers out of reach and a year of past visits (one a day) in ${((performance.now() - seeding) / 1000).toFixed(0)} s.`,
  );
  await measure(WARM_UP, search(database, workload), workload);
  const grown = await measure(REQUESTS, search(database, workload), workload);
  const growth = quantile(grown.times, 0.5) / p50;
  write(
    `p50 ${quantile(grown.times, 0.5).toFixed(1)} ms, p99 ${quantile(grown.times, 0.99).toFixed(1)} ms: ${growth.toFixed(2)} × (goal ≤ ${GOAL_GROWTH})`,
  );
  return growth > GOAL_GROWTH ? [`p50 grows ${growth.toFixed(2)} ×`] : [];
}

const server = await startTestPostgres();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void server.stop().finally(() => process.exit(130)));
}
try {
  const url = server.url('bench');
  const database = openDoorstepDatabase(url, 10);
  await database.schema.ensureDatabase();
  await migrateDatabase(database);
  const misses = await run(database, url);
  await database.close(true);
  for (const miss of misses) write(`Missed: ${miss}`);
  if (misses.length > 0 && process.argv.includes('--assert')) process.exitCode = 1;
} finally {
  await server.stop();
}
