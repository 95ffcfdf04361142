import type { ServiceItem } from '../../api/modules/catalog/index.ts';
import { buildProvider } from './builders/provider.builder.ts';
import type { BuiltProvider, ProviderOverrides } from './builders/provider.builder.ts';
import { buildServiceItem } from './builders/service-item.builder.ts';
import { searchProviders } from './search-operations.ts';
import type { SearchInput, SearchPage } from './search-operations.ts';
import type { GraphQLClient } from './graphql-client.ts';
import type { TestApi } from './test-api.ts';

/** A region with one item in it and nobody else, and a wish for three rooms in Islington tomorrow. */
export interface SearchScene {
  readonly item: ServiceItem;
  readonly regionId: string;
  addProvider(overrides?: ProviderOverrides): Promise<BuiltProvider>;
  wish(overrides?: Partial<SearchInput>): SearchInput;
  search(
    overrides?: Partial<SearchInput>,
    page?: { first?: number; after?: string | null },
    client?: GraphQLClient,
  ): Promise<SearchPage>;
  /** Ids of those found, in order. */
  find(overrides?: Partial<SearchInput>): Promise<string[]>;
}

export async function buildSearchScene(api: TestApi, itemOverrides: Partial<ServiceItem> = {}): Promise<SearchScene> {
  const item = await buildServiceItem(api.em, itemOverrides);
  const wish: SearchScene['wish'] = (overrides) => ({
    regionId: item.region,
    items: [{ itemId: item.id, units: 3 }],
    place: { latitude: 51.5362, longitude: -0.1033 },
    from: '2027-03-11',
    to: '2027-03-11',
    ...overrides,
  });
  const search: SearchScene['search'] = (overrides, page, client = api.visitor()) =>
    searchProviders(client, wish(overrides), page);
  return {
    item,
    regionId: item.region,
    wish,
    search,
    addProvider: (overrides) => buildProvider(api.em, { items: [item], ...overrides }),
    find: async (overrides) => (await search(overrides, { first: 100 })).edges.map(({ node }) => node.provider.id),
  };
}
