import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import pg from 'pg';
import { z } from 'zod';
import { Channel } from './channel.ts';
import type { EntityManager } from './database.ts';
import type { Logger } from './logger.ts';

/** Ids of what an event is about, and nothing else: every process and whoever reads the database's traffic sees them. */
export type EventIds = Readonly<Record<string, string>>;

/** Name of the notifications of PostgreSQL that carry our events; a trigger may send them too. */
const CHANNEL = 'doorstep_event';
/** PostgreSQL takes less than 8 000 bytes. */
const LONGEST_PAYLOAD = 7_900;
const MOST_UNREAD = 200;
const FIRST_WAIT_MS = 200;
const LONGEST_WAIT_MS = 5_000;
/** How often the listening connection is tried, and how long it may take to answer. */
const PROBE_INTERVAL_MS = 15_000;
const PROBE_LIMIT_MS = 5_000;

const notification = z.object({ topic: z.string(), ids: z.record(z.string(), z.string()) });

interface Listening {
  readonly client: pg.Client;
  /** Resolves when the connection has ended. */
  readonly lost: Promise<void>;
}

/** Tells other processes of something, exactly when the transaction of `em` commits. */
export async function emitEvent(em: EntityManager, topic: string, ids: EventIds): Promise<void> {
  const payload = JSON.stringify({ topic, ids });
  if (Buffer.byteLength(payload) > LONGEST_PAYLOAD) throw new Error(`An event of ${topic} carries more than ids`);
  await sql`select pg_notify(${CHANNEL}, ${payload})`.execute(em.getKysely());
}

/**
 * Events between processes over PostgreSQL's LISTEN and NOTIFY. They reach whoever listens at that moment and nobody else:
 * good for "look again", never for what must happen; that goes through the outbox.
 */
export class PubSub {
  readonly #url: string;
  readonly #logger: Logger;
  readonly #topics = new Map<string, Set<Channel<EventIds>>>();
  readonly #interrupted = new Set<() => void>();
  readonly #stopping = new AbortController();
  #client: pg.Client | null = null;
  #running: Promise<void> = Promise.resolve();

  constructor(databaseUrl: string, logger: Logger) {
    this.#url = databaseUrl;
    this.#logger = logger;
  }

  /** Resolves once it listens. From then on it reconnects by itself. */
  async start(): Promise<void> {
    this.#running = this.#keepListening(await this.#connect());
  }

  /** Events of the topic from now on. Ends when the reader ends it, is far behind, or when events may have been missed. */
  subscribe(topic: string): AsyncIterableIterator<EventIds> {
    const channels = this.#topics.get(topic) ?? new Set();
    this.#topics.set(topic, channels);
    const channel = new Channel<EventIds>(MOST_UNREAD, () => {
      channels.delete(channel);
      if (channels.size === 0) this.#topics.delete(topic);
    });
    channels.add(channel);
    return channel;
  }

  /** Tells the listeners of this process only; everybody is told by `emitEvent`. */
  publish(topic: string, ids: EventIds): void {
    for (const channel of this.#topics.get(topic) ?? []) channel.push(ids);
  }

  /** Calls `listener` whenever the connection was lost, so that events may have been missed. */
  onInterrupted(listener: () => void): void {
    this.#interrupted.add(listener);
  }

  /** How many readers there are now. */
  get readers(): number {
    return [...this.#topics.values()].reduce((sum, channels) => sum + channels.size, 0);
  }

  async close(): Promise<void> {
    this.#stopping.abort();
    this.#endAll();
    await this.#client?.end().catch(() => undefined);
    await this.#running;
  }

  async #connect(): Promise<Listening> {
    const client = new pg.Client({ connectionString: this.#url, keepAlive: true, query_timeout: PROBE_LIMIT_MS });
    const lost = new Promise<void>((resolve) => {
      client.on('error', () => resolve());
      client.on('end', () => resolve());
    });
    client.on('notification', ({ payload }) => this.#receive(payload ?? ''));
    await client.connect();
    await client.query(`listen ${CHANNEL}`);
    this.#client = client;
    return { client, lost };
  }

  async #keepListening(first: Listening): Promise<void> {
    const { signal } = this.#stopping;
    let listening: Listening | null = first;
    let wait = FIRST_WAIT_MS;
    while (!this.#isStopping()) {
      if (listening) {
        await Promise.race([listening.lost, this.#untilSilent(listening.client)]);
        if (this.#isStopping()) return;
        this.#logger.warn('the connection for events was lost');
        void listening.client.end().catch(() => undefined);
        this.#endAll();
        for (const listener of this.#interrupted) listener();
        wait = FIRST_WAIT_MS;
      }
      await sleep(wait, undefined, { signal }).catch(() => undefined);
      wait = Math.min(wait * 2, LONGEST_WAIT_MS);
      listening = this.#isStopping() ? null : await this.#connect().catch(() => null);
    }
    await this.#client?.end().catch(() => undefined);
  }

  /** A connection can be dead without either side knowing, so it is asked now and then. */
  async #untilSilent(client: pg.Client): Promise<void> {
    const { signal } = this.#stopping;
    while (!this.#isStopping()) {
      await sleep(PROBE_INTERVAL_MS, undefined, { signal, ref: false }).catch(() => undefined);
      if (this.#isStopping()) return;
      const answered = await client.query('select 1').then(
        () => true,
        () => false,
      );
      if (!answered) return;
    }
  }

  #receive(payload: string): void {
    try {
      const { topic, ids } = notification.parse(JSON.parse(payload));
      this.publish(topic, ids);
    } catch {
      this.#logger.warn('an event that cannot be read');
    }
  }

  #isStopping(): boolean {
    return this.#stopping.signal.aborted;
  }

  #endAll(): void {
    for (const channels of [...this.#topics.values()]) for (const channel of [...channels]) channel.end();
  }
}
