import { localize } from '../../kernel/localized-text.ts';
import { localDateAt } from '../../kernel/zoned-time.ts';
import { asSystem } from '../../platform/database-identity.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { Region } from '../catalog/index.ts';
import { Provider, ProviderStatus } from '../providers/index.ts';
import { CredentialType } from './credential-type.entity.ts';
import { Credential, CredentialState } from './credential.entity.ts';
import type { CredentialVerification } from './qualifications.type.ts';

const MAIN_CODES = ['IDENTITY', 'BACKGROUND_CHECK'];

/** Looks a code up among further things that can be checked, such as certificates of courses; null when it is none of them. */
export type VerificationSource = (context: RequestContext, code: string) => Promise<CredentialVerification | null>;

const furtherSources: VerificationSource[] = [];

/** Called once by a module that stands on this one and whose documents have codes too. */
export function provideVerification(source: VerificationSource): void {
  furtherSources.push(source);
}

/** What the public page says of a code; null when nothing that can be checked has it (Q7). */
export async function verifyCredential(context: RequestContext, code: string): Promise<CredentialVerification | null> {
  const credential = await asSystem(() =>
    context.em.findOne(Credential, { verificationCode: code }, { disableIdentityMap: true }),
  );
  if (credential === null) return verifyElsewhere(context, code);
  const [type, provider] = await Promise.all([
    context.loaders.get(CredentialType, credential.type),
    context.loaders.get(Provider, credential.provider),
  ]);
  const region = await context.loaders.get(Region, provider.region);
  return {
    typeName: localize(type.name, context.locale),
    holderName: localize(provider.displayName, context.locale),
    validUntil: credential.validUntil,
    light: lightOf(credential, type.code, provider.status, localDateAt(context.clock.now(), region.timeZone)),
  };
}

async function verifyElsewhere(context: RequestContext, code: string): Promise<CredentialVerification | null> {
  for (const source of furtherSources) {
    const found = await source(context, code);
    if (found) return found;
  }
  return null;
}

/** What the public page shows of it on that day (Q7). */
export function lightOf(
  credential: Credential,
  typeCode: string,
  status: ProviderStatus,
  today: string,
): 'GREEN' | 'AMBER' | 'RED' {
  const failed = credential.state === CredentialState.REJECTED || credential.state === CredentialState.REVOKED;
  if (status === ProviderStatus.SUSPENDED || (failed && MAIN_CODES.includes(typeCode))) return 'RED';
  const counts =
    credential.state === CredentialState.APPROVED &&
    credential.validFrom !== null &&
    credential.validFrom <= today &&
    (credential.validUntil === null || credential.validUntil >= today);
  return counts ? 'GREEN' : 'AMBER';
}
