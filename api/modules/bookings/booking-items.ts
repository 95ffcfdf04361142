import type { RequestContext } from '../../platform/request-context.ts';
import { ServiceItem, ServiceOption } from '../catalog/index.ts';
import type { BookedItem } from './booking.entity.ts';
import type { BookingItem } from './bookings.type.ts';

/** The items of a visit as they were booked, with what the catalogue calls them. */
export async function toBookingItems(context: RequestContext, items: readonly BookedItem[]): Promise<BookingItem[]> {
  return Promise.all(
    items.map(async ({ itemId, units, optionIds, durationMinutes }) => ({
      item: await context.loaders.get(ServiceItem, itemId),
      units,
      durationMinutes,
      options: await Promise.all(optionIds.map((id) => context.loaders.get(ServiceOption, id))),
    })),
  );
}
