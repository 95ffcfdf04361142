import { sql } from 'kysely';
import { newId } from '../../kernel/ids.ts';
import type { EntityManager } from '../../platform/database.ts';

/** A certificate that ends soon, with the zone its days are counted in. */
export interface EndingCertificate {
  readonly id: string;
  readonly validFrom: string;
  readonly validUntil: string;
  readonly timeZone: string;
}

/**
 * Certificates that end from the day before `from` up to the day after `to`, so that no zone misses one, of providers who
 * are not gone, each the last to end of its course and provider: a renewed one ends unnoticed.
 */
export async function listEndingCertificates(
  em: EntityManager,
  from: string,
  to: string,
): Promise<EndingCertificate[]> {
  const { rows } = await sql<EndingCertificate>`
    select c.id, c.valid_from::text as "validFrom", c.valid_until::text as "validUntil", r.time_zone as "timeZone"
    from certificate c join provider p on p.id = c.provider_id join region r on r.id = p.region_id
    where c.valid_until between ${from}::date - 1 and ${to}::date + 1 and p.status <> 'LEFT'
      and not exists (
        select from certificate later where later.provider_id = c.provider_id and later.course_id = c.course_id
          and later.id <> c.id and (later.valid_until is null or (later.valid_until, later.id) > (c.valid_until, c.id)))
    order by c.id`.execute(em.getKysely());
  return rows;
}

/** Notes that a notice of that step is announced. False when it was before. */
export async function markNotice(em: EntityManager, certificateId: string, days: number, now: Date): Promise<boolean> {
  const { rows } = await sql`
    insert into certificate_notice (id, certificate_id, days, announced_at) values (${newId()}, ${certificateId}, ${days}, ${now})
    on conflict (certificate_id, days) do nothing returning id`.execute(em.getKysely());
  return rows.length === 1;
}
