import { required } from '../../kernel/required.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { Region, ServiceItem, Venue } from '../catalog/index.ts';
import { Provider } from '../providers/index.ts';
import type { CheckedVisit } from '../search/index.ts';
import type { Booking } from './booking.entity.ts';

const MINUTE_MS = 60_000;

/** A booked visit as the check of times sees a wanted one: the same items, place and length, whatever the catalogue says by now. */
export async function toCheckedVisit(
  context: RequestContext,
  booking: Booking,
): Promise<{ readonly provider: Provider; readonly checked: CheckedVisit }> {
  const [provider, region, items] = await Promise.all([
    context.loaders.get(Provider, booking.provider),
    context.loaders.get(Region, booking.region),
    Promise.all(booking.items.map(async ({ itemId }) => context.loaders.get(ServiceItem, itemId))),
  ]);
  const point = { latitude: booking.latitude, longitude: booking.longitude };
  return {
    provider,
    checked: {
      visit: {
        region,
        holidays: [],
        items: booking.items.map(({ units, optionIds }, index) => ({
          item: required(items[index], 'an item'),
          options: [],
          units,
          optionIds,
        })),
      },
      place: booking.venue === Venue.AT_STUDIO ? null : { point, address: null },
      minutes: (booking.endsAt.getTime() - booking.startsAt.getTime()) / MINUTE_MS,
      cataloguePrice: booking.storedQuote.total,
    },
  };
}
