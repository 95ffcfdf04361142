import { sql } from 'kysely';
import type { EntityManager } from '../../platform/database.ts';

/** A credential that is approved, as far as bookability and badges need it. */
export interface HeldCredential {
  readonly providerId: string;
  readonly typeId: string;
  readonly typeCode: string;
  readonly state: string;
  readonly validFrom: string;
  readonly validUntil: string | null;
  readonly verificationCode: string;
}

/** Approved credentials of the providers, in one statement, whatever their validity. */
export async function listHeldCredentials(
  em: EntityManager,
  providerIds: readonly string[],
): Promise<HeldCredential[]> {
  const { rows } = await sql<HeldCredential>`
    select c.provider_id as "providerId", c.type_id as "typeId", t.code as "typeCode", c.state, c.valid_from::text as "validFrom",
      c.valid_until::text as "validUntil", c.verification_code as "verificationCode"
    from credential c join credential_type t on t.id = c.type_id
    where c.provider_id = any(${providerIds}) and c.state = 'APPROVED'
    order by t.position, c.valid_until desc nulls first`.execute(em.getKysely());
  return rows;
}

/** From when until when the providers' approved credentials hold: the part of them that a search reads for hundreds. */
export type CredentialValidity = Pick<HeldCredential, 'providerId' | 'typeCode' | 'validFrom' | 'validUntil'>;

/** Validities of the providers' approved credentials of those types, or of all where no codes are given; in no order. */
export async function listCredentialValidities(
  em: EntityManager,
  providerIds: readonly string[],
  typeCodes: readonly string[] | null,
): Promise<CredentialValidity[]> {
  if (typeCodes?.length === 0) return [];
  const { rows } = await sql<CredentialValidity>`
    select c.provider_id as "providerId", t.code as "typeCode", c.valid_from::text as "validFrom", c.valid_until::text as "validUntil"
    from credential c join credential_type t on t.id = c.type_id
    where c.provider_id = any(${providerIds}) and c.state = 'APPROVED' ${typeCodes ? sql`and t.code = any(${typeCodes})` : sql``}`.execute(
    em.getKysely(),
  );
  return rows;
}

export interface QueuePage {
  readonly limit: number;
  /** Due hour since 1970, risk and id of the last row seen. */
  readonly after: readonly [number, number, string] | null;
}

/** Ids of the open credentials: high risk first within a due hour, then by the time left (Q3). */
export async function listAuditQueue(
  em: EntityManager,
  page: QueuePage,
): Promise<{ rows: { id: string; dueHour: number; risk: number }[]; total: number }> {
  const open = sql`
    select c.id, floor(extract(epoch from c.due_at) / 3600)::int as "dueHour", case when t.high_risk then 0 else 1 end as risk
    from credential c join credential_type t on t.id = c.type_id where c.state in ('SUBMITTED', 'IN_REVIEW', 'SECOND_REVIEW', 'THIRD_REVIEW')`;
  const beyond =
    page.after === null
      ? sql`true`
      : sql`("dueHour", risk, id) > (${page.after[0]}::int, ${page.after[1]}::int, ${page.after[2]}::uuid)`;
  const { rows } = await sql<{ id: string; dueHour: number; risk: number; total: string }>`
    with open as (${open})
    select o.*, (select count(*) from open) as total from open o where ${beyond} order by "dueHour", risk, id limit ${page.limit}`.execute(
    em.getKysely(),
  );
  return { rows, total: Number(rows[0]?.total ?? 0) };
}
