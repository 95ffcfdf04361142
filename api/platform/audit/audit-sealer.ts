import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Clock } from '../../kernel/clock.ts';
import type { Database, EntityManager } from '../database.ts';
import type { Logger } from '../logger.ts';
import { keepHead, readHead } from './audit-head.ts';
import {
  ENTRY_COLUMNS,
  NO_HASH,
  hashEntry,
  hashLink,
  isHeadGenuine,
  signHead,
  signRoot,
  toEpochText,
  toUtcDay,
} from './chain-hash.ts';
import type { AuditSigning, ChainPoint, EntryColumns } from './chain-hash.ts';

/** Advisory lock of the one sealer that may extend the chain. */
const SEALER_LOCK = 4_711_002;
const MOST_PER_BATCH = 1_000;
const SEAL_INTERVAL_MS = 1_000;
const DAY_MS = 86_400_000;

export interface AuditSealerOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly signing: AuditSigning;
  /** Where the newest signed head is kept outside the database. */
  readonly headFile: string;
}

interface WaitingRow {
  readonly position: string;
  readonly entry: EntryColumns;
  readonly linked: boolean;
}

interface ChainEnd extends ChainPoint {
  readonly linkedAt: string;
}

/**
 * Puts what the audit log recorded into its hash chain, in the order in which entries were inserted; one that commits late
 * comes later in the chain. Any number of processes may run it, one at a time extends the chain. Writers never wait for it:
 * it reads what is committed and touches none of their rows. Polling costs less than NOTIFY, which makes all commits queue.
 */
export class AuditSealer {
  readonly #options: AuditSealerOptions;
  readonly #stopping = new AbortController();
  #running: Promise<void> = Promise.resolve();

  constructor(options: AuditSealerOptions) {
    this.#options = options;
  }

  start(): void {
    this.#running = this.#repeat();
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#running;
  }

  /** Links all that waits. Returns how many entries it linked; 0 as well while another process is at it. */
  async seal(): Promise<number> {
    let total = 0;
    for (;;) {
      const { linked, end } = await this.#sealBatch();
      if (linked > 0 && end !== null) await this.#keepHead(end).catch((error: unknown) => this.#reportUnkept(error));
      total += linked;
      if (linked < MOST_PER_BATCH || this.#stopping.signal.aborted) return total;
    }
  }

  async #sealBatch(): Promise<{ linked: number; end: ChainEnd | null }> {
    const { database, clock, signing } = this.#options;
    return database.em.fork().transactional(async (em) => {
      const { rows } = await sql<{ mine: boolean }>`select pg_try_advisory_xact_lock(${SEALER_LOCK}) as mine`.execute(
        em.getKysely(),
      );
      if (!rows[0]?.mine) return { linked: 0, end: null };
      const end = await readEnd(em);
      const lastRoot = await readLastRoot(em);
      const linkedAt = toEpochText(latest(clock.now(), end, lastRoot));
      if (end !== null && toUtcDay(end.linkedAt) < toUtcDay(linkedAt) && end.seq > (lastRoot?.seq ?? 0)) {
        await writeRoots(em, signing, lastRoot?.seq ?? 0);
      }
      return linkBatch(em, end, linkedAt);
    });
  }

  /**
   * A head that the chain does not contain proves that the chain's tail was cut off or rewritten, or that an older backup was
   * restored: it stays where it is until a person has looked and removed it.
   */
  async #keepHead(end: ChainEnd): Promise<void> {
    const { database, headFile, signing, logger } = this.#options;
    const at = new Date(Number(end.linkedAt) * 1000).toISOString();
    const head = signHead(signing, { seq: end.seq, hash: end.hash, at });
    logger.info({ auditHead: head }, 'audit chain extended');
    const kept = await readHead(headFile);
    if (kept !== null) {
      const believable = kept !== 'unreadable' && isHeadGenuine(signing, kept);
      if (!believable || (await hashAt(database.em.fork(), kept.seq)) !== kept.hash) {
        logger.error({ headFile, kept, chain: head }, 'the audit chain does not contain its kept head');
        return;
      }
      if (kept.seq >= head.seq) return;
    }
    await keepHead(headFile, head);
  }

  /** The chain goes on without: a full disk must not leave entries unlinked. */
  #reportUnkept(error: unknown): void {
    const { logger, headFile } = this.#options;
    logger.error({ err: error, headFile }, 'the head of the audit chain could not be kept outside the database');
  }

  async #repeat(): Promise<void> {
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      await this.seal().catch((error: unknown) => {
        if (!signal.aborted) this.#options.logger.error({ err: error }, 'the audit log could not be sealed');
      });
      await sleep(SEAL_INTERVAL_MS, undefined, { signal }).catch(() => undefined);
    }
  }
}

/** Never before the link before, nor within a day whose root is signed, even if the clocks of two workers differ. */
function latest(now: Date, end: ChainEnd | null, lastRoot: { day: string } | null): Date {
  const rootEnds = lastRoot === null ? 0 : Date.parse(lastRoot.day) + DAY_MS;
  return new Date(Math.max(now.getTime(), end === null ? 0 : Math.round(Number(end.linkedAt) * 1000), rootEnds));
}

async function readEnd(em: EntityManager): Promise<ChainEnd | null> {
  const { rows } = await sql<{ seq: string; hash: string; linkedAt: string }>`
    select seq::text, hash, extract(epoch from linked_at)::text as "linkedAt" from audit_link order by audit_link.seq desc limit 1`.execute(
    em.getKysely(),
  );
  return rows[0] ? { ...rows[0], seq: Number(rows[0].seq) } : null;
}

async function readLastRoot(em: EntityManager): Promise<{ day: string; seq: number } | null> {
  const { rows } = await sql<{ day: string; seq: string }>`
    select day::text, last_seq::text as seq from audit_root order by audit_root.day desc limit 1`.execute(
    em.getKysely(),
  );
  return rows[0] ? { day: rows[0].day, seq: Number(rows[0].seq) } : null;
}

async function hashAt(em: EntityManager, seq: number): Promise<string | null> {
  const { rows } = await sql<{ hash: string }>`select hash from audit_link where seq = ${seq}`.execute(em.getKysely());
  return rows[0]?.hash ?? null;
}

/** Signs the end of each day that links were made on since the last root. */
async function writeRoots(em: EntityManager, signing: AuditSigning, after: number): Promise<void> {
  const { rows } = await sql<{ day: string; seq: string; hash: string }>`
    select distinct on (day) (linked_at at time zone 'UTC')::date::text as day, seq::text, hash from audit_link
    where audit_link.seq > ${after} order by day, audit_link.seq desc`.execute(em.getKysely());
  for (const { day, seq, hash } of rows) {
    const root = signRoot(signing, { day, seq: Number(seq), hash });
    await sql`insert into audit_root (day, last_seq, hash, key_id, signature)
      values (${root.day}, ${root.seq}, ${root.hash}, ${root.keyId}, ${root.signature})`.execute(em.getKysely());
  }
}

/**
 * The first entries that wait, in the order of their insertion. By their keys, in statements of their own: in one join
 * PostgreSQL may choose to read all entries and links there are, because it cannot know how few wait.
 */
async function readWaiting(em: EntityManager): Promise<WaitingRow[]> {
  let after = '0';
  for (;;) {
    const { rows: places } = await sql<{ position: string; entryId: string }>`
      select position::text, entry_id::text as "entryId" from audit_waiting where audit_waiting.position > ${after}
      order by audit_waiting.position limit ${MOST_PER_BATCH}`.execute(em.getKysely());
    const entries = await findEntries(em, places);
    const last = places.at(-1);
    // Places whose entries somebody removed stay as evidence; they must not hold up those behind them.
    if (entries.length > 0 || last === undefined) return entries;
    after = last.position;
  }
}

async function findEntries(
  em: EntityManager,
  places: readonly { readonly position: string; readonly entryId: string }[],
): Promise<WaitingRow[]> {
  const ids = places.map(({ entryId }) => entryId);
  const { rows: entries } = await sql<{ entry: EntryColumns }>`
    select ${ENTRY_COLUMNS} from audit_entry e where e.id = any(${ids}::uuid[])`.execute(em.getKysely());
  const { rows: links } = await sql<{ entryId: string }>`
    select entry_id::text as "entryId" from audit_link where entry_id = any(${ids}::uuid[])`.execute(em.getKysely());
  const byId = new Map(entries.map(({ entry }) => [entry.id, entry]));
  const linked = new Set(links.map(({ entryId }) => entryId));
  return places.flatMap(({ position, entryId }) => {
    const entry = byId.get(entryId);
    return entry ? [{ position, entry, linked: linked.has(entryId) }] : [];
  });
}

async function linkBatch(
  em: EntityManager,
  from: ChainEnd | null,
  linkedAt: string,
): Promise<{ linked: number; end: ChainEnd | null }> {
  const waiting = await readWaiting(em);
  if (waiting.length === 0) return { linked: 0, end: from };
  let end = from ?? { seq: 0, hash: NO_HASH, linkedAt };
  const links = [];
  const seen = new Set<string>();
  for (const { entry, linked } of waiting) {
    if (linked || seen.has(entry.id)) continue;
    seen.add(entry.id);
    const link = { entryId: entry.id, entryHash: hashEntry(entry), previousHash: end.hash, linkedAt };
    end = { seq: end.seq + 1, hash: hashLink(link), linkedAt };
    links.push({ ...link, seq: end.seq, hash: end.hash });
  }
  await sql`
    insert into audit_link (seq, entry_id, entry_hash, previous_hash, linked_at, hash)
    select seq, entry_id, entry_hash, previous_hash, to_timestamp(${linkedAt}::numeric), hash from unnest(
      ${links.map(({ seq }) => seq)}::bigint[], ${links.map(({ entryId }) => entryId)}::uuid[],
      ${links.map(({ entryHash }) => entryHash)}::text[], ${links.map(({ previousHash }) => previousHash)}::text[],
      ${links.map(({ hash }) => hash)}::text[]) as link (seq, entry_id, entry_hash, previous_hash, hash)`.execute(
    em.getKysely(),
  );
  await sql`delete from audit_waiting where position = any(${waiting.map(({ position }) => position)}::bigint[])`.execute(
    em.getKysely(),
  );
  return { linked: links.length, end };
}
