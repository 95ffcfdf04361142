import { sql } from 'kysely';
import { newId } from '../../kernel/ids.ts';
import type { LocalizedText } from '../../kernel/localized-text.ts';
import type { EntityManager } from '../../platform/database.ts';
import { ServiceItem } from '../catalog/index.ts';
import type { Booking } from './booking.entity.ts';
import type { BookingActor } from './domain/transitions.ts';
import { Visit } from './visit.entity.ts';
import type { StoredTask } from './visit.entity.ts';

/** What is done in any visit, for services of which the catalogue does not say what they include. */
const ANY_SERVICE: readonly LocalizedText[] = [
  { en: 'Look at the work together', 'zh-CN': '一起确认服务内容' },
  { en: 'Do the work as agreed', 'zh-CN': '按约定完成服务' },
  { en: 'Leave everything clean and safe', 'zh-CN': '收拾整洁，确保安全' },
];

/** The record of a visit, made when there is none yet. */
export async function openVisit(em: EntityManager, bookingId: string): Promise<Visit> {
  await sql`
    insert into visit (id, booking_id, code_tries) values (${newId()}, ${bookingId}, 0)
    on conflict (booking_id) do nothing`.execute(em.getKysely());
  return em.findOneOrFail(Visit, { booking: bookingId }, { disableIdentityMap: true });
}

export async function changeVisit(em: EntityManager, bookingId: string, changes: Partial<Visit>): Promise<void> {
  const visit = await openVisit(em, bookingId);
  await em.nativeUpdate(Visit, { id: visit.id }, changes);
}

/** Notes that the work has begun, and what there is to do: what the catalogue said of each service at this moment. */
export async function beginVisit(
  em: EntityManager,
  booking: Pick<Booking, 'id' | 'items'>,
  { now, actor }: { readonly now: Date; readonly actor: BookingActor },
): Promise<void> {
  await changeVisit(em, booking.id, {
    startedAt: now,
    startedBy: actor === 'HOUSEHOLD' ? 'HOUSEHOLD' : 'CODE',
    checklist: toTasks(await listServices(em, booking.items)),
  });
}

/** What there is to do for those services: what the catalogue says that each includes. */
export function toTasks(services: readonly Pick<ServiceItem, 'name' | 'included'>[]): StoredTask[] {
  return services.flatMap((service) => {
    const labels = service.included.length > 0 ? service.included : ANY_SERVICE;
    return labels.map((label) => ({ label, service: service.name, doneAt: null }));
  });
}

async function listServices(em: EntityManager, items: Booking['items']): Promise<ServiceItem[]> {
  const ids = items.map(({ itemId }) => itemId);
  const services = await em.find(ServiceItem, { id: { $in: ids } }, { disableIdentityMap: true });
  return ids.flatMap((id) => services.find((service) => service.id === id) ?? []);
}
