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
