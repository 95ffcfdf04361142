import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import { newId } from '../../kernel/ids.ts';
import type { EntityManager } from '../../platform/database.ts';
import type { ViewerIdentity } from '../../platform/request-context.ts';
import type { MessageSide } from './message-side.ts';

/** Gives the next message of a booking its number and holds the conversation until the transaction ends. */
export async function nextSequence(em: EntityManager, bookingId: string, now: Date): Promise<number> {
  const { rows } = await sql<{ sequence: number }>`
    insert into message_thread (id, booking_id, last_sequence, last_message_at) values (${newId()}, ${bookingId}, 1, ${now})
    on conflict (booking_id) do update
      set last_sequence = message_thread.last_sequence + 1, last_message_at = excluded.last_message_at
    returning last_sequence as sequence`.execute(em.getKysely());
  return rows[0]?.sequence ?? 1;
}

/** Numbers of messages of a conversation, the newest first, with their ids; `before` is the number of the last one seen. */
export async function listMessages(
  em: EntityManager,
  question: { readonly bookingId: string; readonly before: number | null; readonly limit: number },
): Promise<{ rows: { id: string; sequence: number }[]; total: number }> {
  const { bookingId, before, limit } = question;
  const { rows } = await sql<{ id: string; sequence: number; total: number }>`
    select id, sequence, (select count(*)::int from message where booking_id = ${bookingId}) as total
    from message where booking_id = ${bookingId} and ${before === null ? sql`true` : sql`sequence < ${before}`}
    order by sequence desc limit ${limit}`.execute(em.getKysely());
  return { rows, total: rows[0]?.total ?? 0 };
}

/** Booking → id of its newest message. */
export async function listNewest(em: EntityManager, bookingIds: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ bookingId: string; id: string }>`
    select m.booking_id as "bookingId", m.id from message_thread t
      join message m on m.booking_id = t.booking_id and m.sequence = t.last_sequence
    where t.booking_id = any(${bookingIds})`.execute(em.getKysely());
  return new Map(rows.map(({ bookingId, id }) => [bookingId, id]));
}

/** The messages around one, in order: up to ten before it and five after. */
export async function listAround(em: EntityManager, bookingId: string, sequence: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from message where booking_id = ${bookingId} and sequence between ${sequence - 10} and ${sequence + 5}
    order by sequence`.execute(em.getKysely());
  return rows.map(({ id }) => id);
}

/** Conversations in which the viewer is a side, the one with the newest message first. */
export async function listConversations(
  em: EntityManager,
  viewer: ViewerIdentity,
  page: { readonly limit: number; readonly after: readonly [number, string] | null },
): Promise<{ rows: { bookingId: string; at: number }[]; total: number }> {
  const mine = sql`select t.booking_id, t.last_message_at from message_thread t join booking b on b.id = t.booking_id
    where ${isOf(viewer)}`;
  const beyond =
    page.after === null
      ? sql`true`
      : sql`(last_message_at, booking_id) < (to_timestamp(${page.after[0]}::float8 / 1000), ${page.after[1]}::uuid)`;
  const { rows } = await sql<{ bookingId: string; at: number; total: number }>`
    with mine as (${mine})
    select booking_id as "bookingId", (extract(epoch from last_message_at) * 1000)::float8 as at,
      (select count(*)::int from mine) as total
    from mine where ${beyond} order by last_message_at desc, booking_id desc limit ${page.limit}`.execute(
    em.getKysely(),
  );
  return { rows, total: rows[0]?.total ?? 0 };
}

/** SQL: whether the viewer is one of the sides of booking `b`. */
function isOf({ accountId, householdId }: ViewerIdentity): RawBuilder<unknown> {
  return sql`(b.household_id in (${accountId}, ${householdId})
    or b.provider_id in (select p.id from provider p where p.account_id = ${accountId}))`;
}

/** Whether the viewer is one of the sides of that booking, read afresh. */
export async function isParty(em: EntityManager, viewer: ViewerIdentity, bookingId: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from booking b where b.id = ${bookingId} and ${isOf(viewer)}`.execute(em.getKysely());
  return rows.length > 0;
}

/**
 * SQL: the number up to which the viewer has read the conversation of booking `b` on that side. Who has not opened it yet
 * begins where their side is, so that nobody inherits what others of the household have read long ago.
 */
function readTo(accountId: string, side: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`coalesce(
    (select r.read_to from message_read r where r.booking_id = b.id and r.account_id = ${accountId}),
    (select max(r.read_to) from message_read r where r.booking_id = b.id and r.side = ${side}), 0)`;
}

export interface ReadingStand {
  readonly bookingId: string;
  /** Number of the last message that the viewer has read. */
  readonly readTo: number;
  /** How many of the other side's messages lie beyond it. */
  readonly unread: number;
  /** How far the other side has read. */
  readonly readByOther: number;
}

/** Where the viewer and the other side stand in each conversation. */
export async function listReadingStands(
  em: EntityManager,
  viewer: ViewerIdentity,
  bookingIds: readonly string[],
): Promise<ReadingStand[]> {
  const side = sql`case when b.household_id in (${viewer.accountId}, ${viewer.householdId}) then 'HOUSEHOLD' else 'PROVIDER' end`;
  const { rows } = await sql<ReadingStand>`
    select s.id as "bookingId", s.read_to as "readTo",
      (select count(*)::int from message m where m.booking_id = s.id and m.side <> s.side and m.sequence > s.read_to) as unread,
      coalesce((select max(r.read_to) from message_read r where r.booking_id = s.id and r.side <> s.side), 0) as "readByOther"
    from (select b.id, ${side} as side, ${readTo(viewer.accountId, side)} as read_to
      from booking b where b.id = any(${bookingIds}) and ${isOf(viewer)}) s`.execute(em.getKysely());
  return rows;
}

/** How many messages of the other sides the viewer has not read, over all conversations. */
export async function countUnread(em: EntityManager, viewer: ViewerIdentity): Promise<number> {
  const side = sql`case when b.household_id in (${viewer.accountId}, ${viewer.householdId}) then 'HOUSEHOLD' else 'PROVIDER' end`;
  const { rows } = await sql<{ unread: number }>`
    select coalesce(sum(u.unread), 0)::int as unread from (
      select (select count(*) from message m where m.booking_id = s.id and m.side <> s.side and m.sequence > s.read_to) as unread
      from (select b.id, t.last_sequence, ${side} as side, ${readTo(viewer.accountId, side)} as read_to
        from message_thread t join booking b on b.id = t.booking_id where ${isOf(viewer)}) s
      where s.last_sequence > s.read_to) u`.execute(em.getKysely());
  return rows[0]?.unread ?? 0;
}

/** Moves somebody's mark forward, never back and never beyond the last message. False when it stands there already. */
export async function moveReadMark(
  em: EntityManager,
  mark: {
    readonly bookingId: string;
    readonly accountId: string;
    readonly side: MessageSide;
    readonly sequence: number;
  },
  now: Date,
): Promise<boolean> {
  const { rows } = await sql`
    insert into message_read (id, booking_id, account_id, side, read_to, read_at)
    select ${newId()}, t.booking_id, ${mark.accountId}, ${mark.side}, least(${mark.sequence}::int, t.last_sequence), ${now}
      from message_thread t where t.booking_id = ${mark.bookingId}
    on conflict (booking_id, account_id) do update
      set read_to = excluded.read_to, read_at = excluded.read_at, side = excluded.side
      where message_read.read_to < excluded.read_to
    returning id`.execute(em.getKysely());
  return rows.length === 1;
}

/**
 * Number of the first message of that side which the other side has not read, looking from that message back; null where
 * they have read it. Messages that wait together have the same first one, so whoever is told once for it is told once.
 */
export async function findUnreadSince(
  em: EntityManager,
  message: { readonly booking: string; readonly side: MessageSide; readonly sequence: number },
): Promise<number | null> {
  const { rows } = await sql<{ first: number | null }>`
    select min(m.sequence) as first from message m
    where m.booking_id = ${message.booking} and m.side = ${message.side} and m.sequence <= ${message.sequence}
      and m.sequence > coalesce((select max(r.read_to) from message_read r
        where r.booking_id = m.booking_id and r.side <> m.side), 0)`.execute(em.getKysely());
  return rows[0]?.first ?? null;
}
