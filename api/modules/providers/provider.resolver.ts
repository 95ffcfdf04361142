import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { isId } from '../../kernel/ids.ts';
import { localize } from '../../kernel/localized-text.ts';
import { MoneyType } from '../../platform/money.type.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { Viewer } from '../accounts/index.ts';
import { Region, ServiceItem } from '../catalog/index.ts';
import { Offering } from './offering.entity.ts';
import { Provider } from './provider.entity.ts';
import { ProviderStatus } from './provider.enums.ts';
import { findOwnProvider } from './own-provider.ts';
import { RatingSummary } from './rating-summary.type.ts';

/** Below this many reviews a provider counts as new (R3). */
const ESTABLISHED_REVIEWS = 5;

@Resolver(() => Provider)
export class ProviderResolver {
  @Query(() => Provider, { nullable: true, description: 'The public résumé of a provider; null when there is none.' })
  async provider(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<Provider | null> {
    const provider = isId(id) ? await context.loaders.find(Provider, id) : null;
    const isPublic = provider?.status === ProviderStatus.ACTIVE || provider?.status === ProviderStatus.PAUSED;
    const own = provider !== null && provider.account !== null && provider.account === context.viewer?.accountId;
    return isPublic || own ? provider : null;
  }

  @FieldResolver(() => String, { description: 'Public name.' })
  displayName(@Root() provider: Provider, @Ctx() context: RequestContext): string {
    return localize(provider.displayName, context.locale);
  }

  @FieldResolver(() => String, { description: 'One line on what they do best.' })
  headline(@Root() provider: Provider, @Ctx() context: RequestContext): string {
    return localize(provider.headline, context.locale);
  }

  @FieldResolver(() => String, { description: 'Their own words.' })
  about(@Root() provider: Provider, @Ctx() context: RequestContext): string {
    return localize(provider.about, context.locale);
  }

  @FieldResolver(() => [String], { description: 'What they are known for.' })
  specialities(@Root() provider: Provider, @Ctx() context: RequestContext): string[] {
    return provider.specialities.map((text) => localize(text, context.locale));
  }

  @FieldResolver(() => ID, { description: 'The region they work in.' })
  regionId(@Root() provider: Provider): string {
    return provider.region;
  }

  @FieldResolver(() => Region, { description: 'The region they work in.' })
  async region(@Root() provider: Provider, @Ctx() context: RequestContext): Promise<Region> {
    return context.loaders.get(Region, provider.region);
  }

  @FieldResolver(() => RatingSummary, { description: 'The published rating.' })
  rating(@Root() provider: Provider): RatingSummary {
    return {
      mean: provider.ratingMean,
      count: provider.ratingCount,
      lower: provider.ratingLower,
      upper: provider.ratingUpper,
      isNew: provider.ratingCount < ESTABLISHED_REVIEWS,
    };
  }

  @FieldResolver(() => [Offering], { description: 'What they offer at present, with their own prices.' })
  async offerings(@Root() provider: Provider, @Ctx() context: RequestContext): Promise<Offering[]> {
    const offerings = await context.loaders.list(Offering, 'provider', provider.id);
    return offerings.filter((offering) => offering.enabled);
  }
}

@Resolver(() => Offering)
export class OfferingResolver {
  @FieldResolver(() => ServiceItem, { description: 'The item offered.' })
  async item(@Root() offering: Offering, @Ctx() context: RequestContext): Promise<ServiceItem> {
    return context.loaders.get(ServiceItem, offering.item);
  }

  @FieldResolver(() => MoneyType, { description: "The provider's price of the item, of an hour or of a unit." })
  async price(@Root() offering: Offering, @Ctx() context: RequestContext): Promise<MoneyType> {
    const item = await context.loaders.get(ServiceItem, offering.item);
    const region = await context.loaders.get(Region, item.region);
    return { amount: offering.priceAmount, currency: region.currency };
  }
}

@Resolver(() => Viewer)
export class ViewerProviderResolver {
  @FieldResolver(() => Provider, {
    nullable: true,
    description: 'Their own résumé as a provider; null when they are none.',
  })
  async provider(@Root() viewer: Viewer, @Ctx() context: RequestContext): Promise<Provider | null> {
    return findOwnProvider(context, viewer.id);
  }
}
