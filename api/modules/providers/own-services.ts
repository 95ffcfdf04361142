import type { RequestContext } from '../../platform/request-context.ts';
import { ProviderLevel, Region, ServiceItem } from '../catalog/index.ts';
import { Offering } from './offering.entity.ts';
import type { OwnService } from './own-profile.type.ts';
import type { Provider } from './provider.entity.ts';

const RANKS = Object.values(ProviderLevel);

/** Whether somebody of that level may do what asks for the other, or more. */
export function levelSuffices(level: ProviderLevel, minimum: ProviderLevel): boolean {
  return RANKS.indexOf(level) >= RANKS.indexOf(minimum);
}

/** All services of the provider's region in catalogue order, each with what the provider says of it. */
export async function listOwnServices(context: RequestContext, provider: Provider): Promise<OwnService[]> {
  const [items, offerings, region] = await Promise.all([
    context.loaders.list(ServiceItem, 'region', provider.region, { position: 'asc', id: 'asc' }),
    context.loaders.list(Offering, 'provider', provider.id),
    context.loaders.get(Region, provider.region),
  ]);
  const offeringOf = new Map(offerings.map((offering) => [offering.item, offering]));
  const toMoney = (amount: number): OwnService['price'] => ({ amount, currency: region.currency });
  return items.map((item) => {
    const offering = offeringOf.get(item.id);
    return {
      provider,
      item,
      enabled: offering?.enabled ?? false,
      price: toMoney(offering?.priceAmount ?? item.priceAmount),
      lowestPrice: toMoney(item.priceMin),
      highestPrice: toMoney(item.priceMax),
      levelSuffices: levelSuffices(provider.level, item.minimumLevel),
    };
  });
}
