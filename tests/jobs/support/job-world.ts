import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { pino } from 'pino';
import type { Clock } from '../../../api/kernel/clock.ts';
import { modules as allModules } from '../../../api/app/modules.ts';
import type { Database } from '../../../api/platform/database.ts';
import type { ModuleDefinition } from '../../../api/platform/module.ts';
import { OutboxWorker } from '../../../api/platform/outbox-worker.ts';
import { openQueue } from '../../../api/platform/queue.ts';
import type { Files } from '../../../api/platform/files/index.ts';
import type { QueueConnection } from '../../../api/platform/queue.ts';
import { createMailTransport } from '../../../api/platform/mail.ts';
import type { MailTransport } from '../../../api/platform/mail.ts';
import { createPhoneVerification } from '../../../api/platform/phone-verification.ts';
import type { PhoneVerification } from '../../../api/platform/phone-verification.ts';
import { createSmsTransport } from '../../../api/platform/sms.ts';
import type { SmsTransport } from '../../../api/platform/sms.ts';
import { TEST_VAULT } from '../../support/test-keys.ts';
import { createTestFiles } from '../../support/test-files.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import type { RedisUrl } from './backends.ts';

export interface JobWorldOptions {
  readonly redisUrl: RedisUrl;
  readonly clock: Clock;
  readonly modules?: readonly ModuleDefinition[];
  readonly sms?: SmsTransport;
  readonly mail?: MailTransport;
  readonly phoneVerification?: PhoneVerification;
}

/** One of the processes that run jobs: its own connection to the queue, and the worker of the outbox on it. */
export interface JobRunner {
  readonly outbox: OutboxWorker;
  readonly queue: QueueConnection;
  close(): Promise<void>;
}

export interface JobWorld extends JobRunner {
  readonly database: Database;
  readonly databaseUrl: string;
  readonly files: Files;
  /** Lines of the log, as written. */
  readonly log: readonly string[];
  /** A second process on the same database and queue. */
  addRunner(): Promise<JobRunner>;
  /** Relays and sweeps until every message that is due by the clock is done. @throws when some are not, after a while. */
  settle(): Promise<void>;
  /** What the queue remembers is lost: a flushed Redis, or the emptied tables of the queue in PostgreSQL. */
  loseQueue(): Promise<void>;
  countWaiting(): Promise<number>;
}

export const PUBLIC_URL = 'https://doorstep.test';
const PATIENCE_MS = 20_000;

/** A database of its own and a queue of its own, with a real BullMQ worker running on them. */
export async function openJobWorld(options: JobWorldOptions): Promise<JobWorld> {
  const test = await createTestDatabase();
  const { database, url } = test;
  if (options.redisUrl !== null) await flush(options.redisUrl);
  const log: string[] = [];
  const logger = pino({ level: 'debug' }, { write: (line: string) => void log.push(line) });
  const { clock } = options;
  const { files, removeFiles } = await createTestFiles();
  const addRunner = async (): Promise<JobRunner> => {
    const queue = await openQueue({ databaseUrl: url, redisUrl: options.redisUrl }, logger);
    const outbox = new OutboxWorker({
      database,
      queue,
      modules: options.modules ?? allModules,
      context: {
        clock,
        files,
        logger,
        vault: TEST_VAULT,
        sms: options.sms ?? createSmsTransport(null),
        mail: options.mail ?? createMailTransport(null),
        phoneVerification: options.phoneVerification ?? createPhoneVerification(null, TEST_VAULT),
        stripe: null,
        publicUrl: PUBLIC_URL,
      },
    });
    queue.work(8, (messageId) => outbox.handle(messageId));
    return {
      outbox,
      queue,
      close: async () => {
        await outbox.stop();
        await queue.close();
      },
    };
  };
  const runners = [await addRunner()];
  const [first] = runners as [JobRunner];
  const countWaiting = (): Promise<number> => countDue(database, clock);
  return {
    ...first,
    database,
    databaseUrl: url,
    files,
    log,
    countWaiting,
    addRunner: async () => {
      const added = await addRunner();
      runners.push(added);
      return added;
    },
    settle: () => settle(first.outbox, countWaiting, database),
    loseQueue: () =>
      options.redisUrl === null ? first.queue.queue.obliterate({ force: true }) : flush(options.redisUrl),
    close: async () => {
      await Promise.all(runners.map((runner) => runner.close()));
      if (options.redisUrl !== null) await flush(options.redisUrl);
      await removeFiles();
      await test.close();
    },
  };
}

async function settle(outbox: OutboxWorker, countWaiting: () => Promise<number>, database: Database): Promise<void> {
  const giveUp = performance.now() + PATIENCE_MS;
  while (performance.now() < giveUp) {
    await outbox.relay();
    await outbox.sweep();
    if ((await countWaiting()) === 0) return;
    await sleep(20);
  }
  const left = await database.em
    .fork()
    .execute('select topic, payload, due_at, handed_at from outbox_message where done_at is null');
  throw new Error(`messages that are due were not handled: ${JSON.stringify(left)}`);
}

async function countDue(database: Database, clock: Clock): Promise<number> {
  const [row] = await database.em
    .fork()
    .execute<{ due: number }[]>(
      'select count(*)::int as due from outbox_message where done_at is null and due_at <= ?',
      [clock.now()],
    );
  return row!.due;
}

async function flush(redisUrl: string): Promise<void> {
  const redis = new Redis(redisUrl);
  await redis.flushdb();
  await redis.quit();
}

/** Waits until `condition` holds. @throws when it does not within `ms`. */
export async function eventually(condition: () => Promise<boolean> | boolean, ms = 10_000): Promise<void> {
  const giveUp = performance.now() + ms;
  while (!(await condition())) {
    if (performance.now() > giveUp) throw new Error(`did not come true within ${ms} ms: ${condition.toString()}`);
    await sleep(20);
  }
}
