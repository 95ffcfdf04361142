import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openDoorstepDatabase } from '../../../api/app/application.ts';
import { Role } from '../../../api/modules/accounts/index.ts';
import { openSession } from '../../../api/modules/accounts/session-token.ts';
import { migrateDatabase } from '../../../api/platform/database.ts';
import type { Database } from '../../../api/platform/database.ts';
import { startEmbeddedPostgres } from '../../../api/platform/embedded-postgres.ts';
import { buildAccount } from '../../support/builders/account.builder.ts';
import { buildBooking } from '../../support/builders/booking.builder.ts';
import { buildProvider } from '../../support/builders/provider.builder.ts';
import { GraphQLClient } from '../../support/graphql-client.ts';
import { startServeProcess } from '../../support/serve-process.ts';
import { subscribe } from '../../support/socket-client.ts';
import { formatTable } from '../support/table.ts';

const TALKS = 8;
const MESSAGES = 400;
const WARM_UP = 40;
/** One message after the other in each of these many conversations at once. */
const WRITERS = [1, 4, 8];
/** From the press of the button to the other side's screen, one writer. */
const GOAL_P50_MS = 100;
const GOAL_P99_MS = 500;

const clock = { now: () => new Date() };
const write = (text: string): void => void process.stdout.write(`${text}\n`);
const SEND =
  'mutation ($input: SendMessageInput!) { sendMessage(input: $input) { __typename ... on MessageSent { message { id } } } }';

interface Talk {
  readonly bookingId: string;
  readonly household: string;
  readonly provider: string;
}

/** How long each message took, in milliseconds. */
interface Times {
  /** Until it was heard on a socket of the other process. */
  readonly heard: number[];
  /** Until whoever sent it had the answer. */
  readonly answered: number[];
}

async function buildTalks(database: Database): Promise<Talk[]> {
  const em = database.em.fork();
  const tokenOf = async (accountId: string): Promise<string> =>
    (await openSession(em, clock, { accountId, userAgent: null })).token;
  const talks: Talk[] = [];
  for (let count = 0; count < TALKS; count += 1) {
    const household = await buildAccount(em);
    const account = await buildAccount(em, { roles: [Role.PROVIDER] });
    const provider = await buildProvider(em, { account: account.id });
    const { id } = await buildBooking(em, {
      household: household.id,
      provider,
      startsAt: new Date(Date.now() + 86_400_000),
    });
    talks.push({ bookingId: id, household: await tokenOf(household.id), provider: await tokenOf(account.id) });
  }
  return talks;
}

/** Sends through one process and listens on the other. @throws when a message is lost or comes out of order. */
async function converse(talk: Talk, sendUrl: string, listenUrl: string, messages: number): Promise<Times> {
  const query = `subscription { messageAdded(bookingId: "${talk.bookingId}") { id text } }`;
  const listening = await subscribe(listenUrl, query, { token: talk.provider });
  await sleep(200);
  const client = new GraphQLClient(sendUrl, { authorization: `Bearer ${talk.household}` });
  const times: Times = { heard: [], answered: [] };
  for (let count = 0; count < messages; count += 1) {
    const text = `Message ${count}`;
    const input = { bookingId: talk.bookingId, text, idempotencyKey: randomUUID() };
    const begin = performance.now();
    const answer = client.ask(SEND, { input }).then(() => times.answered.push(performance.now() - begin));
    while (listening.events.length <= count) {
      if (performance.now() - begin > 10_000) throw new Error(`${text} was not heard`);
      await sleep(1);
    }
    times.heard.push(performance.now() - begin);
    const { messageAdded } = listening.events[count]!.data as { messageAdded: { text: string } };
    if (messageAdded.text !== text) throw new Error(`${text} came as ${messageAdded.text}`);
    await answer;
  }
  await listening.stop();
  return times;
}

function quantile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? 0;
}

const folder = await mkdtemp(join(tmpdir(), 'doorstep-bench-'));
await chmod(folder, 0o755);
// With the disk waited for at each commit, as in production.
const server = await startEmbeddedPostgres({ dataDir: folder });
try {
  const url = server.url('bench');
  const database = openDoorstepDatabase(url, 4);
  await database.schema.ensureDatabase();
  await migrateDatabase(database);
  const talks = await buildTalks(database);
  const environment = { RATE_LIMIT_SCALE: '10000', DATA_DIR: join(folder, 'files') };
  const one = await startServeProcess(url, environment);
  const other = await startServeProcess(url, environment);
  const misses: string[] = [];
  try {
    await converse(talks[0]!, one.url, other.url, WARM_UP);
    const rows: string[][] = [];
    for (const writers of WRITERS) {
      const taken = await Promise.all(
        talks.slice(0, writers).map(async (talk) => converse(talk, one.url, other.url, Math.ceil(MESSAGES / writers))),
      );
      const heard = taken.flatMap((times) => times.heard);
      const answered = taken.flatMap((times) => times.answered);
      const [p50, p99] = [quantile(heard, 0.5), quantile(heard, 0.99)];
      rows.push([
        `${writers}`,
        `${heard.length}`,
        ...[p50, p99, Math.max(...heard), quantile(answered, 0.5), quantile(answered, 0.99)].map((ms) => ms.toFixed(1)),
      ]);
      if (writers === 1 && (p50 > GOAL_P50_MS || p99 > GOAL_P99_MS))
        misses.push(`heard after ${p50.toFixed(0)} ms (p50) and ${p99.toFixed(0)} ms (p99)`);
    }
    write('Sent to one process, heard on a socket of another; none lost, each in its place');
    write(
      formatTable(['writers', 'messages', 'heard p50 ms', 'p99 ms', 'longest ms', 'answered p50 ms', 'p99 ms'], rows),
    );
  } finally {
    await Promise.all([one.stop(), other.stop()]);
    await database.close(true);
  }
  for (const miss of misses) write(`Missed: ${miss}`);
  if (misses.length > 0 && process.argv.includes('--assert')) process.exitCode = 1;
} finally {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}
