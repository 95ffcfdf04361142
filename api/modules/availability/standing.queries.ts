import { sql } from 'kysely';
import type { EntityManager } from '../../platform/database.ts';
import type { Provider } from '../providers/index.ts';
import { listCredentialValidities } from '../qualifications/index.ts';
import { listCertificateValidities } from '../training/index.ts';
import type { ProviderStanding } from './domain/bookability.ts';

type Person = Pick<Provider, 'id' | 'status' | 'level'>;

/** What the caller knows already or does not need, so that it is not read. */
export interface StandingScope {
  /** Of other types the credentials are not read. All when left out. */
  readonly credentialCodes?: readonly string[];
  /** Of other courses the certificates are not read. All when left out. */
  readonly courseCodes?: readonly string[];
  /** What every one of the providers was just found to offer. */
  readonly enabledItemIds?: readonly string[];
}

/** What each provider has to show for those items, in at most three statements however many providers there are. */
export async function listStandings(
  em: EntityManager,
  providers: readonly Person[],
  itemIds: readonly string[],
  scope: StandingScope = {},
): Promise<Map<string, ProviderStanding>> {
  const ids = providers.map(({ id }) => id);
  const [credentials, certificates, offerings] = await Promise.all([
    listCredentialValidities(em, ids, scope.credentialCodes ?? null),
    listCertificateValidities(em, ids, scope.courseCodes ?? null),
    scope.enabledItemIds ? [] : listEnabledOfferings(em, ids, itemIds),
  ]);
  const credentialsOf = Map.groupBy(credentials, ({ providerId }) => providerId);
  const certificatesOf = Map.groupBy(certificates, ({ providerId }) => providerId);
  const offeringsOf = Map.groupBy(offerings, ({ providerId }) => providerId);
  return new Map(
    providers.map(({ id, status, level }) => [
      id,
      {
        status,
        level,
        enabledItemIds: new Set(scope.enabledItemIds ?? (offeringsOf.get(id) ?? []).map(({ itemId }) => itemId)),
        credentials: (credentialsOf.get(id) ?? []).map(({ typeCode, validFrom, validUntil }) => ({
          typeCode,
          state: 'APPROVED',
          validFrom,
          validUntil,
        })),
        // Items name their course by its code, so certificates are known by it too.
        certificates: (certificatesOf.get(id) ?? []).map((held) => ({
          courseId: held.courseCode,
          validFrom: held.validFrom,
          validUntil: held.validUntil,
        })),
      },
    ]),
  );
}

async function listEnabledOfferings(
  em: EntityManager,
  providerIds: readonly string[],
  itemIds: readonly string[],
): Promise<{ providerId: string; itemId: string }[]> {
  const { rows } = await sql<{ providerId: string; itemId: string }>`
    select provider_id as "providerId", item_id as "itemId" from offering
    where provider_id = any(${providerIds}) and item_id = any(${itemIds}) and enabled`.execute(em.getKysely());
  return rows;
}
