import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { createApplication } from '../../api/app/application.ts';
import { openSession } from '../../api/modules/accounts/session-token.ts';
import type { SessionDraft } from '../../api/modules/accounts/session-token.ts';
import { readConfig } from '../../api/platform/config.ts';
import type { EntityManager } from '../../api/platform/database.ts';
import type { Files } from '../../api/platform/files/index.ts';
import { FakeClock } from './fakes/clock.ts';
import { GraphQLClient } from './graphql-client.ts';
import { TEST_KEYS } from './test-keys.ts';
import type { TestDatabase } from './test-database.ts';

export interface TestApi {
  readonly url: string;
  readonly databaseUrl: string;
  /** Its folder of data, its own. */
  readonly dataDir: string;
  readonly clock: FakeClock;
  /** Uploads and documents as the API keeps them. */
  readonly files: Files;
  /** Every route of the HTTP host as a tree, in Fastify's own drawing. */
  readonly routes: string;
  /** A fresh entity manager at each access. */
  readonly em: EntityManager;
  visitor(headers?: Readonly<Record<string, string>>): GraphQLClient;
  /** A client with a session of the account. */
  as(account: { readonly id: string }, headers?: Readonly<Record<string, string>>): Promise<GraphQLClient>;
  /** Token of a new session of the account, for requests that are not GraphQL. */
  openSession(account: { readonly id: string }): Promise<string>;
  /** Rows by plain SQL as the driver gives them, `$1` for the first parameter; it passes by the ORM. */
  sql<T extends object>(statement: string, parameters?: readonly unknown[]): Promise<T[]>;
  /** How many rows each table has. */
  countRows<N extends string>(...tables: readonly N[]): Promise<Record<N, number>>;
  close(): Promise<void>;
}

export interface ServeOptions {
  readonly clock?: FakeClock;
  /** Further environment, e.g. `{ NODE_ENV: 'production' }`. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** What a session that may do everything its account may is opened with. */
const trusted = ({ id }: { readonly id: string }): SessionDraft => ({
  accountId: id,
  userAgent: 'test',
  secondFactor: true,
});

/** The whole API on a port, on that database, which is closed with it; no worker runs beside it. */
export async function serveApi(
  test: TestDatabase,
  { clock = new FakeClock(), environment = {} }: ServeOptions = {},
): Promise<TestApi> {
  const dataDir = await mkdtemp(join(tmpdir(), 'doorstep-api-'));
  const config = readConfig({
    NODE_ENV: 'test',
    PORT: '0',
    LOG_LEVEL: 'silent',
    DATA_DIR: dataDir,
    DATABASE_URL: test.url,
    KEYS: TEST_KEYS,
    ...environment,
  });
  const app = createApplication({ config, databaseUrl: test.url, clock });
  const host = await app.serve(null);
  const { port } = host.server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  const fork = (): EntityManager => test.database.em.fork();
  const plain = new pg.Client({ connectionString: test.url });
  await plain.connect();
  return {
    url,
    databaseUrl: test.url,
    dataDir,
    clock,
    files: app.files,
    routes: host.printRoutes(),
    get em() {
      return fork();
    },
    visitor: (headers) => new GraphQLClient(url, headers),
    as: async (account, headers) => {
      const { token } = await openSession(fork(), clock, trusted(account));
      return new GraphQLClient(url, { authorization: `Bearer ${token}`, ...headers });
    },
    openSession: async (account) => (await openSession(fork(), clock, trusted(account))).token,
    sql: async <T extends object>(statement: string, parameters: readonly unknown[] = []) =>
      (await plain.query<T>(statement, [...parameters])).rows,
    countRows: async <N extends string>(...tables: readonly N[]) => {
      const columns = tables.map((table) => `(select count(*)::int from ${table}) as ${table}`).join(', ');
      const { rows } = await plain.query<Record<N, number>>(`select ${columns}`);
      return rows[0]!;
    },
    close: async () => {
      await app.close();
      await rm(dataDir, { recursive: true, force: true });
      await plain.end();
      await test.close();
    },
  };
}
