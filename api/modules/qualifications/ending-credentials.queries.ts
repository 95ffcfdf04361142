import { sql } from 'kysely';
import { newId } from '../../kernel/ids.ts';
import type { EntityManager } from '../../platform/database.ts';

/** An approved credential that ends soon, with the zone its days are counted in. */
export interface EndingCredential {
  readonly id: string;
  /** Local day of the approval. */
  readonly approvedOn: string;
  readonly validUntil: string;
  readonly timeZone: string;
}

/**
 * Approved credentials that end from the day before `from` up to the day after `to`, so that no zone misses one, of
 * providers who are not gone, each the last to end of its type and provider: a renewed one ends unnoticed.
 */
export async function listEndingCredentials(em: EntityManager, from: string, to: string): Promise<EndingCredential[]> {
  const { rows } = await sql<EndingCredential>`
    select c.id, (coalesce(c.decided_at, c.created_at) at time zone r.time_zone)::date::text as "approvedOn", c.valid_until::text as "validUntil", r.time_zone as "timeZone"
    from credential c join provider p on p.id = c.provider_id join region r on r.id = p.region_id
    where c.state = 'APPROVED' and c.valid_until between ${from}::date - 1 and ${to}::date + 1 and p.status <> 'LEFT'
      and not exists (
        select from credential later where later.provider_id = c.provider_id and later.type_id = c.type_id and later.id <> c.id
          and later.state = 'APPROVED' and (later.valid_until is null or (later.valid_until, later.id) > (c.valid_until, c.id)))
    order by c.id`.execute(em.getKysely());
  return rows;
}

/** Notes that a notice of that step is announced. False when it was before. */
export async function markNotice(em: EntityManager, credentialId: string, days: number, now: Date): Promise<boolean> {
  const { rows } = await sql`
    insert into credential_notice (id, credential_id, days, announced_at) values (${newId()}, ${credentialId}, ${days}, ${now})
    on conflict (credential_id, days) do nothing returning id`.execute(em.getKysely());
  return rows.length === 1;
}

/** Zones of the regions, each once. */
export async function listTimeZones(em: EntityManager): Promise<string[]> {
  const { rows } = await sql<{ timeZone: string }>`select distinct time_zone as "timeZone" from region`.execute(
    em.getKysely(),
  );
  return rows.map(({ timeZone }) => timeZone);
}

/** Locks and lists ids of approved credentials whose last valid day is before `today`, of providers of that zone. */
export async function lockEndedCredentials(
  em: EntityManager,
  timeZone: string,
  today: string,
  limit: number,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select c.id from credential c join provider p on p.id = c.provider_id join region r on r.id = p.region_id
    where c.state = 'APPROVED' and c.valid_until < ${today}::date and r.time_zone = ${timeZone}
    order by c.id limit ${limit} for update of c skip locked`.execute(em.getKysely());
  return rows.map(({ id }) => id);
}
