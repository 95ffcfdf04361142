import { formatPoint } from '../../api/kernel/geo-point.ts';
import { Role } from '../../api/modules/accounts/index.ts';
import { buildAccount } from '../support/builders/account.builder.ts';
import { buildAddress } from '../support/builders/address.builder.ts';
import { buildProvider } from '../support/builders/provider.builder.ts';
import { buildRegion } from '../support/builders/region.builder.ts';
import { buildServiceItem } from '../support/builders/service-item.builder.ts';
import type { GraphQLClient } from '../support/graphql-client.ts';
import type { TestApi } from '../support/test-api.ts';

export type WalkerRole = 'HOUSEHOLD' | 'PROVIDER' | 'OPERATOR';

/** Somebody who does things to bookings. */
export interface Walker {
  readonly role: WalkerRole;
  readonly accountId: string;
  readonly client: GraphQLClient;
  /** Of a household. */
  readonly addressId: string | null;
  /** Of a provider. */
  readonly providerId: string | null;
}

/** A few people who know one another, and nobody else: what they do can be looked at as a whole. */
export interface WalkWorld {
  readonly walkers: readonly Walker[];
  readonly providerIds: readonly string[];
  readonly itemIds: readonly string[];
}

/** Where households live, some way apart, so that travel counts. */
const HOMES = [
  { latitude: 51.5362, longitude: -0.1033 },
  { latitude: 51.5212, longitude: -0.0912 },
  { latitude: 51.4975, longitude: -0.1357 },
] as const;

/** Three households, two providers of whom one wants to be asked, an operator. */
export async function buildWalkWorld(api: TestApi): Promise<WalkWorld> {
  const { em } = api;
  const region = await buildRegion(em);
  const items = [
    await buildServiceItem(em, { region: region.id }),
    await buildServiceItem(em, {
      region: region.id,
      durationMinutes: 45,
      units: { min: 1, max: 4, step: 1, default: 1 },
    }),
  ];
  const walkers: Walker[] = [];
  const providerIds: string[] = [];
  for (const instantBooking of [true, false]) {
    const account = await buildAccount(em, { roles: [Role.PROVIDER] });
    const { id } = await buildProvider(em, { account: account.id, region: region.id, items, instantBooking });
    providerIds.push(id);
    walkers.push({
      role: 'PROVIDER',
      accountId: account.id,
      client: await api.as(account),
      addressId: null,
      providerId: id,
    });
  }
  for (const home of HOMES) {
    const account = await buildAccount(em);
    const address = await buildAddress(em, { account: account.id, regionId: region.id, point: formatPoint(home) });
    walkers.push({
      role: 'HOUSEHOLD',
      accountId: account.id,
      client: await api.as(account),
      addressId: address.id,
      providerId: null,
    });
  }
  const operator = await buildAccount(em, { roles: [Role.OPERATOR] });
  walkers.push({
    role: 'OPERATOR',
    accountId: operator.id,
    client: await api.as(operator),
    addressId: null,
    providerId: null,
  });
  return { walkers, providerIds, itemIds: items.map(({ id }) => id) };
}
