import type { EntityManager } from '../../platform/database.ts';
import { listStandings, reasonsAgainst } from '../availability/index.ts';
import { ServiceItem } from '../catalog/index.ts';
import { Provider } from '../providers/index.ts';
import type { Booking } from './booking.entity.ts';

type Reason = ReturnType<typeof reasonsAgainst>[number];

const MINUTE_MS = 60_000;
const ABOUT_QUALIFICATIONS: readonly Reason['code'][] = [
  'CREDENTIAL_MISSING',
  'CREDENTIAL_NOT_VALID',
  'COURSE_MISSING',
  'COURSE_NOT_VALID',
];

/**
 * The credentials and courses that the visit needs and its provider does not have on the days of the visit, as the
 * database knows it now. What was true when the time was held need not be true when it is confirmed (P3).
 */
export async function listLackingQualifications(em: EntityManager, booking: Booking): Promise<Reason[]> {
  const plain = { disableIdentityMap: true } as const;
  const itemIds = booking.items.map(({ itemId }) => itemId);
  const provider = await em.findOneOrFail(Provider, { id: booking.provider }, plain);
  const items = await em.find(ServiceItem, { id: { $in: itemIds } }, plain);
  const standing = (await listStandings(em, [provider], itemIds)).get(provider.id);
  if (standing === undefined) throw new Error(`Provider ${provider.id} has no standing`);
  const plan = {
    items,
    minutes: (booking.endsAt.getTime() - booking.startsAt.getTime()) / MINUTE_MS,
    place: { latitude: booking.latitude, longitude: booking.longitude },
  };
  return reasonsAgainst(standing, plan, booking.timeZone, booking.startsAt.getTime() / MINUTE_MS).filter(({ code }) =>
    ABOUT_QUALIFICATIONS.includes(code),
  );
}
