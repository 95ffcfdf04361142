import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { scheduleDailyJobs } from './daily-jobs.ts';
import type { Database } from './database.ts';
import type { JobContext, MessageHandler, ModuleDefinition } from './module.ts';
import type { OutboxQueue, QueueConnection } from './queue.ts';

/** Messages due later than this stay in the table; the queue holds only what is near. */
const HAND_OVER_AHEAD_MS = 10 * 60_000;
const MESSAGES_PER_ROUND = 200;
const RELAY_INTERVAL_MS = 200;
const SWEEP_INTERVAL_MS = 30_000;
const DAILY_INTERVAL_MS = 60_000;
/** How late a message must be before the sweep asks the queue about it. */
const LATE_MS = 15_000;

export interface OutboxWorkerOptions {
  readonly database: Database;
  readonly queue: QueueConnection;
  readonly modules: readonly ModuleDefinition[];
  readonly context: Omit<JobContext, 'em'>;
  readonly concurrency?: number;
}

const DUE_MS = sql`(extract(epoch from due_at) * 1000)::float8 as "dueMs"`;

interface MessageRow {
  readonly id: string;
  readonly topic: string;
  readonly payload: unknown;
  /** Epoch milliseconds. */
  readonly dueMs: number;
}

/**
 * Hands outbox messages to the queue and runs their handlers. Any number of processes may do so: a message is handed over
 * under a row lock, its job id is its own id, and its handlers run under a lock of its row until it is marked done.
 */
export class OutboxWorker {
  readonly #options: OutboxWorkerOptions;
  readonly #handlers: ReadonlyMap<string, readonly MessageHandler[]>;
  #running: Promise<void>[] = [];
  readonly #stopping = new AbortController();

  constructor(options: OutboxWorkerOptions) {
    this.#options = options;
    this.#handlers = collectHandlers(options.modules);
  }

  start(): void {
    this.#options.queue.work(this.#options.concurrency ?? 8, (messageId) => this.handle(messageId));
    this.#running = [
      this.#repeat('relay', RELAY_INTERVAL_MS, async () => {
        while ((await this.relay()) === MESSAGES_PER_ROUND) continue;
      }),
      this.#repeat('sweep', SWEEP_INTERVAL_MS, async () => {
        await this.sweep();
      }),
      this.#repeat('daily', DAILY_INTERVAL_MS, () => this.scheduleDaily()),
    ];
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await Promise.all(this.#running);
  }

  /** Hands over what is due soon. Returns how many messages the queue took. */
  async relay(): Promise<number> {
    const { database, queue, context } = this.#options;
    return database.em.fork().transactional(async (em) => {
      const now = context.clock.now();
      const horizon = new Date(now.getTime() + HAND_OVER_AHEAD_MS);
      const { rows } = await sql<MessageRow>`
        select id, topic, ${DUE_MS} from outbox_message
        where done_at is null and handed_at is null and due_at <= ${horizon}
        order by due_at limit ${MESSAGES_PER_ROUND} for update skip locked`.execute(em.getKysely());
      if (rows.length === 0) return 0;
      await queue.queue.addBulk(rows.map((row) => toJob(row, now)));
      await sql`update outbox_message set handed_at = ${now} where id = any(${rows.map((row) => row.id)})`.execute(
        em.getKysely(),
      );
      return rows.length;
    });
  }

  /** Finds messages whose time has passed although the queue had them, and brings them back. Returns how many. */
  async sweep(): Promise<number> {
    const { database, queue, context } = this.#options;
    const now = context.clock.now();
    const { rows } = await sql<MessageRow>`
      select id, topic, ${DUE_MS} from outbox_message
      where done_at is null and handed_at is not null and due_at <= ${new Date(now.getTime() - LATE_MS)}
      order by due_at limit 1000`.execute(database.em.fork().getKysely());
    for (const row of rows) {
      // The worker may take, finish or remove the very job meanwhile; whatever is then still late, the next sweep finds.
      await bringBack(queue.queue, row, now).catch((error: unknown) =>
        context.logger.debug({ err: error, messageId: row.id }, 'left to the next sweep'),
      );
    }
    return rows.length;
  }

  /** Sees to it that the jobs of the present day are in the outbox. */
  async scheduleDaily(): Promise<void> {
    const { database, modules, context } = this.#options;
    const topics = modules.flatMap((module) => module.daily ?? []);
    await scheduleDailyJobs(database.em.fork(), context.clock, topics);
  }

  /** Runs the handlers of one message, once: a repeated call finds it done and does nothing. */
  async handle(messageId: string): Promise<void> {
    const { database, context } = this.#options;
    const external = await database.em.fork().transactional(async (em) => {
      const { rows } = await sql<MessageRow>`
        select id, topic, payload, ${DUE_MS} from outbox_message where id = ${messageId} and done_at is null for update`.execute(
        em.getKysely(),
      );
      const message = rows[0];
      if (!message) return null;
      const handlers = this.#handlersOf(message, context.clock.now());
      if (handlers.some((handler) => handler.external)) return message;
      for (const handler of handlers) await handler.handle({ ...context, em }, handler.payload.parse(message.payload));
      await markDone(em.getKysely(), messageId, context.clock.now());
      return null;
    });
    if (external === null) return;
    for (const handler of this.#handlersOf(external, context.clock.now())) {
      await handler.handle({ ...context, em: database.em.fork() }, handler.payload.parse(external.payload));
    }
    await markDone(database.em.fork().getKysely(), messageId, context.clock.now());
  }

  /** @throws so that the queue tries again later: too early by this process's clock, or written by a newer version. */
  #handlersOf({ topic, dueMs }: MessageRow, now: Date): readonly MessageHandler[] {
    const handlers = this.#handlers.get(topic);
    if (!handlers) throw new Error(`No module of this version knows the topic ${topic}`);
    if (dueMs > now.getTime())
      throw new Error(`The message of ${topic} is not due before ${new Date(dueMs).toISOString()}`);
    return handlers;
  }

  async #repeat(name: string, intervalMs: number, step: () => Promise<void>): Promise<void> {
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      await step().catch((error: unknown) => {
        this.#report(name, error);
      });
      await sleep(intervalMs, undefined, { signal, ref: true }).catch(() => undefined);
    }
  }

  /** While it stops, connections close under the loops: nothing to report. */
  #report(loop: string, error: unknown): void {
    if (!this.#stopping.signal.aborted) this.#options.context.logger.warn({ err: error, loop }, 'outbox loop');
  }
}

/** @throws when a job has two handlers or nobody announces what is listened to, so that a slip shows at start and not when a reminder is due. */
function collectHandlers(modules: readonly ModuleDefinition[]): ReadonlyMap<string, readonly MessageHandler[]> {
  const handlers = new Map<string, MessageHandler[]>();
  for (const module of modules) {
    for (const job of module.jobs ?? []) {
      if (handlers.has(job.topic)) throw new Error(`The job ${job.topic} has two handlers`);
      handlers.set(job.topic, [job]);
    }
  }
  for (const fact of modules.flatMap((module) => module.facts ?? [])) handlers.set(fact, []);
  for (const module of modules) {
    for (const subscriber of module.subscribers ?? []) {
      const others = handlers.get(subscriber.topic);
      if (!others) throw new Error(`${module.name} listens to ${subscriber.topic}, which no module announces`);
      handlers.set(subscriber.topic, [...others, subscriber]);
    }
  }
  return handlers;
}

function toJob(
  row: MessageRow,
  now: Date,
): { name: string; data: Record<string, never>; opts: { jobId: string; delay: number } } {
  return { name: row.topic, data: {}, opts: { jobId: row.id, delay: Math.max(0, row.dueMs - now.getTime()) } };
}

async function bringBack(queue: OutboxQueue, row: MessageRow, now: Date): Promise<void> {
  const job = await queue.getJob(row.id);
  const state = await job?.getState();
  if (!job || state === 'completed') {
    await job?.remove();
    await queue.addBulk([toJob(row, now)]);
  } else if (state === 'delayed' && job.attemptsMade === 0) {
    await job.promote();
  } else if (state === 'failed') {
    await job.retry();
  }
}

type Executor = Parameters<ReturnType<typeof sql>['execute']>[0];

async function markDone(executor: Executor, messageId: string, at: Date): Promise<void> {
  await sql`update outbox_message set done_at = ${at} where id = ${messageId}`.execute(executor);
}
