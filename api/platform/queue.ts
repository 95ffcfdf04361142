import { Queue, Worker, createPostgresBackend, runMigrations } from 'bullmq';
import type { QueueOptions, WorkerOptions } from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';
import type { Logger } from './logger.ts';

const QUEUE_NAME = 'doorstep';
const SCHEMA = 'bullmq';

export interface QueueSettings {
  readonly databaseUrl: string;
  /** Null: the queue lives in PostgreSQL, in a schema of its own. */
  readonly redisUrl: string | null;
}

/** A job carries the id of an outbox message and nothing else; the message is read again when it runs. */
export type OutboxQueue = Queue<Record<string, never>>;

export interface QueueConnection {
  readonly queue: OutboxQueue;
  /** Runs `work` for each job; several processes may do so at once. */
  work(concurrency: number, work: (messageId: string) => Promise<void>): Worker;
  close(): Promise<void>;
}

/** Opens the queue on Redis or PostgreSQL. The settings keep jobs through crashes: see `maxStalledCount`. */
export async function openQueue(settings: QueueSettings, logger: Logger): Promise<QueueConnection> {
  const backend =
    settings.redisUrl === null ? await postgresBackend(settings.databaseUrl) : redisBackend(settings.redisUrl);
  const onError = (error: Error): void => logger.warn({ err: error }, 'queue connection');
  const queue: OutboxQueue = backend.queue();
  queue.on('error', onError);
  const workers: Worker[] = [];
  return {
    queue,
    work: (concurrency, work) => {
      const worker = backend.worker((messageId) => work(messageId), {
        concurrency,
        lockDuration: 10_000,
        stalledInterval: 5_000,
        // The default of 1 gives a job up after its second crash; a job of ours is safe to repeat.
        maxStalledCount: 50,
      });
      worker.on('error', onError);
      worker.on('failed', (job, error) =>
        logger.error({ messageId: job?.id, topic: job?.name, err: error }, 'job failed'),
      );
      workers.push(worker);
      return worker;
    },
    close: async () => {
      await Promise.all(workers.map((worker) => worker.close()));
      await queue.close();
      await backend.close();
    },
  };
}

interface Backend {
  queue(): OutboxQueue;
  worker(run: (messageId: string) => Promise<void>, options: Omit<WorkerOptions, 'connection'>): Worker;
  close(): Promise<void>;
}

const defaultJobOptions: QueueOptions['defaultJobOptions'] = {
  attempts: 10,
  backoff: { type: 'exponential', delay: 1_000 },
  removeOnComplete: true,
};

function redisBackend(url: string): Backend {
  const connections: Redis[] = [];
  const connect = (forWorker: boolean): Redis => {
    const connection = new Redis(url, forWorker ? { maxRetriesPerRequest: null } : { maxRetriesPerRequest: 3 });
    connection.on('error', () => undefined);
    connections.push(connection);
    return connection;
  };
  return {
    queue: () => new Queue(QUEUE_NAME, { connection: connect(false), defaultJobOptions }),
    worker: (run, options) =>
      new Worker(QUEUE_NAME, (job) => run(job.id ?? ''), { ...options, connection: connect(true) }),
    close: async () => {
      await Promise.all(connections.map((connection) => connection.quit().catch(() => undefined)));
    },
  };
}

/** Creates or updates the tables that BullMQ keeps in PostgreSQL; safe to call from several processes at once. */
export async function createQueueSchema(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await runMigrations(client, SCHEMA);
  } finally {
    await client.end();
  }
}

async function postgresBackend(url: string): Promise<Backend> {
  await createQueueSchema(url);
  const pool = new pg.Pool({ connectionString: url, max: 6, options: `-c search_path=${SCHEMA}` });
  pool.on('error', () => undefined);
  return {
    queue: () =>
      new Queue(QUEUE_NAME, { connection: pool, defaultJobOptions }, createPostgresBackend as never) as OutboxQueue,
    worker: (run, options) =>
      new Worker(
        QUEUE_NAME,
        (job) => run(job.id ?? ''),
        { ...options, connection: pool },
        createPostgresBackend as never,
      ),
    close: () => pool.end(),
  };
}
