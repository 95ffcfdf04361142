import { sql } from 'kysely';
import type { EntityManager } from '../../platform/database.ts';

/** Ids of those who wait for that provider or for anybody of their region, in the order in which they joined. */
export async function listWaiting(em: EntityManager, providerId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select e.id from waitlist_entry e join provider p on p.id = ${providerId} and p.region_id = e.region_id
    where e.status = 'WAITING' and (e.provider_id is null or e.provider_id = p.id)
    order by e.joined_at, e.id`.execute(em.getKysely());
  return rows.map(({ id }) => id);
}

/** Whether anybody waits for a time of that provider. */
export async function isAwaited(em: EntityManager, providerId: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from waitlist_entry e join provider p on p.id = ${providerId} and p.region_id = e.region_id
    where e.status = 'WAITING' and (e.provider_id is null or e.provider_id = p.id) limit 1`.execute(em.getKysely());
  return rows.length > 0;
}

/** Starts (epoch minutes) of that provider that were offered to the entry before. */
export async function listOfferedStarts(em: EntityManager, entryId: string, providerId: string): Promise<number[]> {
  const { rows } = await sql<{ start: number }>`
    select (extract(epoch from starts_at) / 60)::float8 as start from waitlist_offer
    where entry_id = ${entryId} and provider_id = ${providerId}`.execute(em.getKysely());
  return rows.map(({ start }) => start);
}

/** Locks an entry of the waitlist if it still waits; false when somebody else dealt with it. */
export async function lockIfWaiting(em: EntityManager, entryId: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from waitlist_entry where id = ${entryId} and status = 'WAITING' for update`.execute(em.getKysely());
  return rows.length > 0;
}
