import { localize } from '../../kernel/localized-text.ts';
import type { Locale } from '../../kernel/locale.ts';
import type { EntityManager } from '../../platform/database.ts';
import { Provider } from '../providers/index.ts';
import { Certificate } from './certificate.entity.ts';
import { drawCertificate } from './certificate-pdf.ts';
import { CourseVersion } from './course-version.entity.ts';
import { Course } from './course.entity.ts';

/** Codes are made of these; anything else cannot be one. */
const CODE = /^[\w-]{1,100}$/;
const plain = { disableIdentityMap: true } as const;

/** The PDF of the certificate with that code; null when none has it. The course bears the name it had when it was passed. */
export async function findCertificatePdf(
  em: EntityManager,
  code: string,
  locale: Locale,
  publicUrl: string,
): Promise<Buffer | null> {
  if (!CODE.test(code)) return null;
  const certificate = await em.findOne(Certificate, { verificationCode: code }, plain);
  if (certificate === null) return null;
  const { provider, course, version, validFrom, validUntil } = certificate;
  const holder = await em.findOneOrFail(Provider, { id: provider }, plain);
  const passed =
    version === null
      ? await em.findOneOrFail(Course, { id: course }, plain)
      : await em.findOneOrFail(CourseVersion, { id: version }, { ...plain, fields: ['name'] });
  return drawCertificate({
    locale,
    code,
    validFrom,
    validUntil,
    holder: localize(holder.displayName, locale),
    course: localize(passed.name, locale),
    verifyUrl: `${publicUrl}/verify/${encodeURIComponent(code)}`,
  });
}
