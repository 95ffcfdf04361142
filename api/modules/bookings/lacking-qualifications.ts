import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '../../platform/database.ts';
import { listStandings, reasonsAgainst } from '../availability/index.ts';
import { ServiceItem } from '../catalog/index.ts';
import { Provider, ProviderStatus } from '../providers/index.ts';
import type { Booking } from './booking.entity.ts';
import { BookingState } from './booking.enums.ts';

type Reason = ReturnType<typeof reasonsAgainst>[number];

const MINUTE_MS = 60_000;

/**
 * Everything that speaks against the provider for this visit on its days, as the database knows it now: what was true when
 * the time was held need not be true when it is confirmed (P3). Whoever changes the provider's status meanwhile waits until
 * the transaction of `em` ends.
 */
export async function listLackingQualifications(em: EntityManager, booking: Booking): Promise<Reason[]> {
  const plain = { disableIdentityMap: true } as const;
  const itemIds = booking.items.map(({ itemId }) => itemId);
  const provider = await em.findOneOrFail(
    Provider,
    { id: booking.provider },
    { ...plain, lockMode: LockMode.PESSIMISTIC_READ },
  );
  const items = await em.find(ServiceItem, { id: { $in: itemIds } }, plain);
  const standing = (await listStandings(em, [provider], itemIds)).get(provider.id);
  if (standing === undefined) throw new Error(`Provider ${provider.id} has no standing`);
  const plan = {
    items,
    minutes: (booking.endsAt.getTime() - booking.startsAt.getTime()) / MINUTE_MS,
    place: { latitude: booking.latitude, longitude: booking.longitude },
  };
  return reasonsAgainst(standing, plan, booking.timeZone, booking.startsAt.getTime() / MINUTE_MS).filter(
    ({ code }) => booking.state !== BookingState.REQUESTED || !isOwnChoice(code, provider.status),
  );
}

/** Whoever answers a request themselves may take it although they are on a break or have stopped offering it since. */
function isOwnChoice(code: Reason['code'], status: ProviderStatus): boolean {
  return code === 'OFFERING_OFF' || (code === 'PROVIDER_NOT_ACTIVE' && status === ProviderStatus.PAUSED);
}
