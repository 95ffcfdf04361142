import { sql } from 'kysely';
import type { EntityManager } from '../../platform/database.ts';

/** A certificate as far as bookability and badges need it. */
export interface HeldCertificate {
  readonly providerId: string;
  readonly courseId: string;
  readonly courseCode: string;
  readonly validFrom: string;
  readonly validUntil: string | null;
  readonly verificationCode: string;
}

/** Certificates of the providers, in one statement, whatever their validity. */
export async function listHeldCertificates(
  em: EntityManager,
  providerIds: readonly string[],
): Promise<HeldCertificate[]> {
  const { rows } = await sql<HeldCertificate>`
    select c.provider_id as "providerId", c.course_id as "courseId", o.code as "courseCode", c.valid_from::text as "validFrom",
      c.valid_until::text as "validUntil", c.verification_code as "verificationCode"
    from certificate c join course o on o.id = c.course_id
    where c.provider_id = any(${providerIds}) order by c.valid_until desc nulls first`.execute(em.getKysely());
  return rows;
}

/** From when until when the providers' certificates hold: the part of them that a search reads for hundreds. */
export type CertificateValidity = Pick<HeldCertificate, 'providerId' | 'courseCode' | 'validFrom' | 'validUntil'>;

/** Validities of the providers' certificates of those courses, or of all where no codes are given; in no order. */
export async function listCertificateValidities(
  em: EntityManager,
  providerIds: readonly string[],
  courseCodes: readonly string[] | null,
): Promise<CertificateValidity[]> {
  if (courseCodes?.length === 0) return [];
  const { rows } = await sql<CertificateValidity>`
    select c.provider_id as "providerId", o.code as "courseCode", c.valid_from::text as "validFrom", c.valid_until::text as "validUntil"
    from certificate c join course o on o.id = c.course_id
    where c.provider_id = any(${providerIds}) ${courseCodes ? sql`and o.code = any(${courseCodes})` : sql``}`.execute(
    em.getKysely(),
  );
  return rows;
}
