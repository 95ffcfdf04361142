import { localize } from '../../kernel/localized-text.ts';
import { localDateAt } from '../../kernel/zoned-time.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { Region } from '../catalog/index.ts';
import { Provider, ProviderStatus } from '../providers/index.ts';
import type { CredentialVerification } from '../qualifications/index.ts';
import { Certificate } from './certificate.entity.ts';
import { Course } from './course.entity.ts';

/** What the public page says of the code of a certificate; null when none has it (Q7). A course is never a red matter by itself. */
export async function verifyCertificate(context: RequestContext, code: string): Promise<CredentialVerification | null> {
  const certificate = await context.em.findOne(Certificate, { verificationCode: code }, { disableIdentityMap: true });
  if (certificate === null) return null;
  const [course, provider] = await Promise.all([
    context.loaders.get(Course, certificate.course),
    context.loaders.get(Provider, certificate.provider),
  ]);
  const { timeZone } = await context.loaders.get(Region, provider.region);
  const today = localDateAt(context.clock.now(), timeZone);
  const counts = certificate.validFrom <= today && (certificate.validUntil === null || certificate.validUntil >= today);
  return {
    typeName: localize(course.name, context.locale),
    holderName: localize(provider.displayName, context.locale),
    validUntil: certificate.validUntil,
    light: provider.status === ProviderStatus.SUSPENDED ? 'RED' : counts ? 'GREEN' : 'AMBER',
  };
}
