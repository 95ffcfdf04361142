import { sql } from 'kysely';
import type { EntityManager } from '../../platform/database.ts';
import type { Provider } from '../providers/index.ts';
import { listHeldCredentials } from '../qualifications/index.ts';
import { listHeldCertificates } from '../training/index.ts';
import type { ProviderStanding } from './domain/bookability.ts';

type Person = Pick<Provider, 'id' | 'status' | 'level'>;

/** What each provider has to show for those items, in three statements however many providers there are. */
export async function listStandings(
  em: EntityManager,
  providers: readonly Person[],
  itemIds: readonly string[],
): Promise<Map<string, ProviderStanding>> {
  const ids = providers.map(({ id }) => id);
  const [credentials, certificates, offerings] = await Promise.all([
    listHeldCredentials(em, ids),
    listHeldCertificates(em, ids),
    sql<{ providerId: string; itemId: string }>`
      select provider_id as "providerId", item_id as "itemId" from offering
      where provider_id = any(${ids}) and item_id = any(${itemIds}) and enabled`.execute(em.getKysely()),
  ]);
  const credentialsOf = Map.groupBy(credentials, ({ providerId }) => providerId);
  const certificatesOf = Map.groupBy(certificates, ({ providerId }) => providerId);
  const offeringsOf = Map.groupBy(offerings.rows, ({ providerId }) => providerId);
  return new Map(
    providers.map(({ id, status, level }) => [
      id,
      {
        status,
        level,
        enabledItemIds: new Set((offeringsOf.get(id) ?? []).map(({ itemId }) => itemId)),
        credentials: credentialsOf.get(id) ?? [],
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
