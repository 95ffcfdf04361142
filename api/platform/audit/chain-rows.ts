import { sql } from 'kysely';
import type { EntityManager } from '../database.ts';
import { ENTRY_COLUMNS } from './chain-hash.ts';
import type { EntryColumns, LinkColumns, SignedRoot } from './chain-hash.ts';

export interface LinkRow extends LinkColumns {
  readonly seq: number;
  readonly hash: string;
  /** Null when there is no such entry any more. */
  readonly entry: EntryColumns | null;
}

/** An entry that no link holds. */
export interface LooseEntry {
  readonly entryId: string;
  /** Seconds since 1970 in decimal; null when the entry is gone. */
  readonly at: string | null;
}

type StoredLink = Omit<LinkRow, 'seq'> & { readonly seq: string };

export async function listLinks(em: EntityManager, after: number, limit: number): Promise<LinkRow[]> {
  const { rows } = await sql<StoredLink>`
    select l.seq::text, l.entry_id::text as "entryId", l.entry_hash as "entryHash", l.previous_hash as "previousHash",
      extract(epoch from l.linked_at)::text as "linkedAt", l.hash, ${ENTRY_COLUMNS}
    from audit_link l left join audit_entry e on e.id = l.entry_id
    where l.seq > ${after} order by l.seq limit ${limit}`.execute(em.getKysely());
  return rows.map((row) => ({ ...row, seq: Number(row.seq) }));
}

export async function listRoots(em: EntityManager): Promise<SignedRoot[]> {
  const { rows } = await sql<Omit<SignedRoot, 'seq'> & { seq: string }>`
    select day::text, last_seq::text as seq, hash, key_id as "keyId", signature from audit_root
    order by audit_root.day`.execute(em.getKysely());
  return rows.map((row) => ({ ...row, seq: Number(row.seq) }));
}

/** Where a link with this value stands; null when none has it. */
export async function findLinkBy(
  em: EntityManager,
  column: 'hash' | 'previous_hash',
  value: string,
): Promise<number | null> {
  const { rows } = await sql<{ seq: string }>`
    select seq::text from audit_link where ${sql.ref(column)} = ${value} order by audit_link.seq limit 1`.execute(
    em.getKysely(),
  );
  return rows[0] ? Number(rows[0].seq) : null;
}

/** The first entry that neither a link holds nor the sealer knows of; with `since`, among those the day and later. */
export async function findUnknownEntry(em: EntityManager, since: string | null): Promise<LooseEntry | null> {
  const { rows } = await sql<LooseEntry>`
    select e.id::text as "entryId", extract(epoch from e.at)::text as at from audit_entry e
    where (${since}::timestamptz is null or e.at >= ${since}::timestamptz)
      and not exists (select from audit_link l where l.entry_id = e.id)
      and not exists (select from audit_waiting w where w.entry_id = e.id)
    order by e.at, e.id limit 1`.execute(em.getKysely());
  return rows[0] ?? null;
}

/** How many entries wait, and the first that is gone or has waited for longer than a minute by the database's clock. */
export async function readWaiting(em: EntityManager): Promise<{ count: number; stuck: LooseEntry | null }> {
  const { rows } = await sql<LooseEntry & { count: string; found: boolean }>`
    with waiting as (select w.entry_id, w.position, extract(epoch from e.at)::text as at,
      e.id is null or w.since < clock_timestamp() - interval '1 minute' as stuck
      from audit_waiting w left join audit_entry e on e.id = w.entry_id)
    select (select count(*) from waiting)::text as count, entry_id::text as "entryId", at, entry_id is not null as found
    from (select 1) one left join lateral (select * from waiting where stuck order by position limit 1) first on true`.execute(
    em.getKysely(),
  );
  const row = rows[0];
  return { count: Number(row?.count ?? 0), stuck: row?.found ? { entryId: row.entryId, at: row.at } : null };
}

/** The first link that no walk from 1 onwards meets exactly once. */
export async function findStrayLink(em: EntityManager, walked: number): Promise<number | null> {
  const { rows } = await sql<{ count: string }>`select count(*)::text as count from audit_link`.execute(em.getKysely());
  if (Number(rows[0]?.count) === walked) return null;
  const { rows: strays } = await sql<{ seq: string }>`
    select seq::text from audit_link group by audit_link.seq having audit_link.seq < 1 or count(*) > 1
    order by audit_link.seq limit 1`.execute(em.getKysely());
  return strays[0] ? Number(strays[0].seq) : null;
}
