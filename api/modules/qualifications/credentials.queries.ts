import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
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

/** Approved credentials of the providers that everybody may see, in one statement, whatever their validity. */
export async function listHeldCredentials(
  em: EntityManager,
  providerIds: readonly string[],
): Promise<HeldCredential[]> {
  const { rows } = await sql<HeldCredential>`
    select c.provider_id as "providerId", c.type_id as "typeId", t.code as "typeCode", c.state, c.valid_from::text as "validFrom",
      c.valid_until::text as "validUntil", c.verification_code as "verificationCode"
    from credential c join credential_type t on t.id = c.type_id
    where c.provider_id = any(${providerIds}) and c.state = 'APPROVED' and t.public_badge
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

export interface OverseenQuestion {
  readonly typeId: string | null;
  readonly states: readonly string[] | null;
  /** Only what a re-audit would have rejected. */
  readonly disputedOnly: boolean;
  /** Part of the holder's name, in any language. */
  readonly name: string | null;
  readonly limit: number;
  /** Epoch milliseconds of the last decision or hand-in, and id, of the last row seen. */
  readonly after: readonly [number, string] | null;
}

/** Ids of credentials that were handed in, latest decision or hand-in first. */
export async function listOverseen(
  em: EntityManager,
  question: OverseenQuestion,
): Promise<{ rows: { id: string; atMs: number }[]; total: number }> {
  const conditions: RawBuilder<unknown>[] = [sql`c.state <> 'DRAFT'`];
  if (question.typeId !== null) conditions.push(sql`c.type_id = ${question.typeId}`);
  if (question.states?.length) conditions.push(sql`c.state = any(${question.states})`);
  if (question.disputedOnly)
    conditions.push(
      sql`exists (select from credential_reaudit r where r.credential_id = c.id and r.decision = 'REJECT')`,
    );
  if (question.name !== null)
    conditions.push(sql`exists (select from provider p, jsonb_each_text(p.display_name) n
      where p.id = c.provider_id and position(lower(${question.name}) in lower(n.value)) > 0)`);
  const beyond =
    question.after === null
      ? sql`true`
      : sql`("atMs", id) < (${question.after[0]}::float8, ${question.after[1]}::uuid)`;
  const { rows } = await sql<{ id: string; atMs: number; total: string }>`
    with listed as (
      select c.id, (extract(epoch from coalesce(c.decided_at, c.submitted_at)) * 1000)::float8 as "atMs"
      from credential c where ${sql.join(conditions, sql` and `)})
    select l.*, (select count(*) from listed) as total from listed l where ${beyond}
    order by "atMs" desc, id desc limit ${question.limit}`.execute(em.getKysely());
  return { rows, total: Number(rows[0]?.total ?? 0) };
}
