import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { isId } from '../../kernel/ids.ts';
import { localize } from '../../kernel/localized-text.ts';
import { badUserInput, decodeKeyset, encodeKeyset, requirePageSize, toConnection } from '../../platform/connection.ts';
import { GeoPointType } from '../../platform/geo-point.type.ts';
import { LocalDateScalar } from '../../platform/scalars.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { SaveAddressInput, SaveAddressResult } from '../accounts/index.ts';
import { findItems } from './find-items.queries.ts';
import { Holiday } from './holiday.entity.ts';
import { ServiceItemConnection } from './item-catalogue.type.ts';
import { Place } from './place.entity.ts';
import { Region } from './region.entity.ts';
import { saveAddress } from './save-address.service.ts';
import { ServiceCategory } from './service-category.entity.ts';
import { ServiceItem } from './service-item.entity.ts';

@Resolver(() => Region)
export class RegionResolver {
  @Query(() => [Region], { description: 'All regions served here.' })
  async regions(@Ctx() context: RequestContext): Promise<Region[]> {
    return context.em.find(Region, {}, { orderBy: { id: 'asc' }, disableIdentityMap: true });
  }

  @FieldResolver(() => String, { description: 'Name of the city.' })
  name(@Root() region: Region, @Ctx() context: RequestContext): string {
    return localize(region.name, context.locale);
  }

  @FieldResolver(() => GeoPointType, { description: 'Middle of the region.' })
  center(@Root() region: Region): GeoPointType {
    return { latitude: region.latitude, longitude: region.longitude };
  }

  @FieldResolver(() => [Place], { description: 'Named neighbourhoods to pick from.' })
  async places(@Root() region: Region, @Ctx() context: RequestContext): Promise<Place[]> {
    return context.loaders.list(Place, 'region', region.id);
  }

  @FieldResolver(() => [Holiday], { description: 'Public holidays in a range of days.' })
  async holidays(
    @Root() region: Region,
    @Arg('from', () => LocalDateScalar, { description: 'First day.' }) from: string,
    @Arg('to', () => LocalDateScalar, { description: 'Last day, inclusive.' }) to: string,
    @Ctx() context: RequestContext,
  ): Promise<Holiday[]> {
    const holidays = await context.loaders.list(Holiday, 'region', region.id, { date: 'asc' });
    return holidays.filter(({ date }) => date >= from && date <= to);
  }

  @Mutation(() => SaveAddressResult, { description: 'Saves a place of the household.' })
  async saveAddress(
    @Arg('input', () => SaveAddressInput, { description: 'The new place.' }) input: SaveAddressInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof SaveAddressResult> {
    return saveAddress(context, input);
  }
}

@Resolver(() => ServiceCategory)
export class ServiceCategoryResolver {
  @Query(() => [ServiceCategory], {
    description: 'The top of the catalogue tree of a region; the rest hangs below as children.',
  })
  async serviceCategories(
    @Arg('regionId', () => ID, { description: 'The region.' }) regionId: string,
    @Ctx() context: RequestContext,
  ): Promise<ServiceCategory[]> {
    if (!isId(regionId)) return [];
    const [items, categories] = await Promise.all([
      context.em.find(ServiceItem, { region: regionId }, { fields: ['category'], disableIdentityMap: true }),
      context.em.find(ServiceCategory, {}, { orderBy: { position: 'asc' }, disableIdentityMap: true }),
    ]);
    const used = new Set(items.map((item) => item.category));
    const usedTops = new Set(
      categories.filter((category) => used.has(category.id)).map((category) => category.parent ?? category.id),
    );
    return categories
      .filter((category) => category.parent === null && usedTops.has(category.id))
      .map((category) => Object.assign(category, { regionId }));
  }

  @FieldResolver(() => String, { description: 'Name of the category.' })
  name(@Root() category: ServiceCategory, @Ctx() context: RequestContext): string {
    return localize(category.name, context.locale);
  }

  @FieldResolver(() => [ServiceCategory], { description: 'Categories below it.' })
  async children(
    @Root() category: ServiceCategory & { regionId?: string },
    @Ctx() context: RequestContext,
  ): Promise<ServiceCategory[]> {
    const children = await context.loaders.list(ServiceCategory, 'parent', category.id, { position: 'asc' });
    return children.map((child) =>
      Object.assign(Object.create(ServiceCategory.prototype) as ServiceCategory, child, {
        regionId: category.regionId,
      }),
    );
  }

  @FieldResolver(() => [ServiceItem], { description: 'Items directly in it, of the region that was asked for.' })
  async items(
    @Root() category: ServiceCategory & { regionId?: string },
    @Ctx() context: RequestContext,
  ): Promise<ServiceItem[]> {
    const items = await context.loaders.list(ServiceItem, 'category', category.id, { position: 'asc' });
    return category.regionId === undefined ? items : items.filter((item) => item.region === category.regionId);
  }
}

@Resolver()
export class ServiceItemQueries {
  @Query(() => ServiceItem, { nullable: true, description: 'One item; null when there is none.' })
  async serviceItem(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<ServiceItem | null> {
    return isId(id) ? context.loaders.find(ServiceItem, id) : null;
  }

  @Query(() => ServiceItemConnection, {
    description: 'Items of a region, by name if a text is given, tolerant of typos.',
  })
  async serviceItems(
    @Arg('regionId', () => ID, { description: 'The region.' }) regionId: string,
    @Arg('query', () => String, { nullable: true, description: 'Words of the name, in English or Chinese.' })
    query: string | null | undefined,
    @Arg('first', () => Int, { defaultValue: 20, nullable: true, description: 'Page size, 1 to 100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Cursor to go on from.' })
    after: string | null | undefined,
    @Ctx() context: RequestContext,
  ): Promise<ServiceItemConnection> {
    requirePageSize(first);
    if (!isId(regionId)) throw badUserInput('regionId', 'There is no such region.');
    if (query != null && query.length > 100) throw badUserInput('query', 'Search with at most 100 characters.');
    const key = after ? (decodeKeyset(after, ['number', 'id']) as [number, string]) : null;
    const { items: found, total } = await findItems(context.em, {
      regionId,
      text: query?.trim() || null,
      limit: first + 1,
      after: key,
    });
    const page = toConnection(found, first, total, after, (row) => encodeKeyset([row.rank, row.id]));
    const edges = await Promise.all(
      page.edges.map(async ({ node, cursor }) => ({ cursor, node: await context.loaders.get(ServiceItem, node.id) })),
    );
    return { ...page, edges };
  }
}
