import type { LocalizedText } from '../../kernel/localized-text.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { ServiceItem } from '../catalog/index.ts';
import type { Booking } from './booking.entity.ts';

/** The item a visit is known by: the first of its items. */
export async function getFirstItem(
  context: RequestContext,
  booking: Booking,
): Promise<{ readonly id: string; readonly name: LocalizedText }> {
  const [first] = booking.items;
  if (!first) throw new Error(`Booking ${booking.id} has no item`);
  return context.loaders.get(ServiceItem, first.itemId);
}
