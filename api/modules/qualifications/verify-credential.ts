import { localize } from '../../kernel/localized-text.ts';
import { localDateAt } from '../../kernel/zoned-time.ts';
import { asSystem } from '../../platform/database-identity.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { Region } from '../catalog/index.ts';
import { Provider, ProviderStatus } from '../providers/index.ts';
import { CredentialType } from './credential-type.entity.ts';
import { Credential, CredentialState } from './credential.entity.ts';
import { lightOf } from './domain/verification-light.ts';
import type { Light, LitCredential } from './domain/verification-light.ts';
import type { CredentialVerification } from './qualifications.type.ts';

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
  // What is not handed in yet, or is nobody else's business, has no page.
  if (credential.state === CredentialState.DRAFT || !type.publicBadge) return null;
  return {
    typeName: localize(type.name, context.locale),
    holderName: localize(provider.displayName, context.locale),
    validUntil: credential.validUntil,
    light: (await loadLights(context, provider.id)).get(credential.id) ?? 'AMBER',
  };
}

async function verifyElsewhere(context: RequestContext, code: string): Promise<CredentialVerification | null> {
  for (const source of furtherSources) {
    const found = await source(context, code);
    if (found) return found;
  }
  return null;
}

/** What the public page shows today of each credential of a provider, by its id. */
export async function loadLights(context: RequestContext, providerId: string): Promise<ReadonlyMap<string, Light>> {
  const provider = await context.loaders.get(Provider, providerId);
  const region = await context.loaders.get(Region, provider.region);
  const held = await context.loaders
    .batch<readonly (LitCredential & { readonly id: string })[]>('lit-credentials', (ids) => listLit(context, ids))
    .load(providerId);
  const holder = { isSuspended: provider.status === ProviderStatus.SUSPENDED, credentials: held };
  const today = localDateAt(context.clock.now(), region.timeZone);
  return new Map(held.map((credential) => [credential.id, lightOf(credential, holder, today)]));
}

/** A credential's light depends on others of its holder, which whoever asks need not be allowed to read. */
async function listLit(
  { em }: RequestContext,
  providerIds: readonly string[],
): Promise<(LitCredential & { readonly id: string })[][]> {
  const plain = { disableIdentityMap: true } as const;
  const [credentials, types] = await asSystem(() =>
    Promise.all([
      em.find(Credential, { provider: { $in: [...providerIds] } }, plain),
      em.find(CredentialType, {}, plain),
    ]),
  );
  const codes = new Map(types.map(({ id, code }) => [id, code]));
  const byProvider = Map.groupBy(credentials, ({ provider }) => provider);
  return providerIds.map((providerId) =>
    (byProvider.get(providerId) ?? []).map(({ id, type, state, validFrom, validUntil }) => ({
      id,
      typeCode: codes.get(type) ?? '',
      state,
      validFrom,
      validUntil,
    })),
  );
}
