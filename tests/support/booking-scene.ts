import { randomUUID } from 'node:crypto';
import type { UnsealedAccount, UnsealedAddress } from '../../api/modules/accounts/index.ts';
import type { ServiceItem, ServiceOption } from '../../api/modules/catalog/index.ts';
import type { HoldInput } from './booking-operations.ts';
import { buildAccount } from './builders/account.builder.ts';
import { buildAddress } from './builders/address.builder.ts';
import { buildProvider } from './builders/provider.builder.ts';
import type { BuiltProvider, ProviderOverrides } from './builders/provider.builder.ts';
import { buildServiceOption } from './builders/service-item.builder.ts';
import type { GraphQLClient } from './graphql-client.ts';
import type { TestApi } from './test-api.ts';

/** A household with an address, and a provider who can come. */
export interface BookingScene {
  readonly household: UnsealedAccount;
  readonly client: GraphQLClient;
  readonly address: UnsealedAddress;
  readonly provider: BuiltProvider;
  readonly item: ServiceItem;
  readonly option: ServiceOption;
  /** Three rooms tomorrow at 10:00 at the household's address, under a new key; overrides last. */
  wish(overrides?: Partial<HoldInput>): HoldInput;
}

export async function buildBookingScene(api: TestApi, overrides: ProviderOverrides = {}): Promise<BookingScene> {
  const { em } = api;
  const provider = await buildProvider(em, overrides);
  const item = provider.items[0]!;
  const household = await buildAccount(em);
  const address = await buildAddress(em, { account: household.id, regionId: provider.region });
  return {
    household,
    address,
    provider,
    item,
    client: await api.as(household),
    option: await buildServiceOption(em, item),
    wish: (changes) => ({
      providerId: provider.id,
      items: [{ itemId: item.id, units: 3 }],
      start: '2027-03-11T10:00:00.000Z',
      place: { addressId: address.id },
      idempotencyKey: randomUUID(),
      ...changes,
    }),
  };
}

/** A further household with an address in the provider's region. */
export async function buildNeighbour(
  api: TestApi,
  scene: BookingScene,
): Promise<{ account: UnsealedAccount; client: GraphQLClient; address: UnsealedAddress }> {
  const account = await buildAccount(api.em);
  return {
    account,
    client: await api.as(account),
    address: await buildAddress(api.em, { account: account.id, regionId: scene.provider.region }),
  };
}
