import { newId } from '../../../api/kernel/ids.ts';
import { Place } from '../../../api/modules/catalog/index.ts';
import type { EntityManager } from '../../../api/platform/database.ts';

/** A neighbourhood near the middle of London. */
export async function buildPlace(
  em: EntityManager,
  overrides: Partial<Place> & { readonly region: string },
): Promise<Place> {
  const place: Place = {
    id: newId(),
    name: { en: 'Camden Town', 'zh-CN': '卡姆登镇' },
    latitude: 51.539,
    longitude: -0.1426,
    ...overrides,
  };
  await em.insert(Place, place);
  return place;
}
