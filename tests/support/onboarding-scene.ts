import { Role } from '../../api/modules/accounts/index.ts';
import type { UnsealedAccount } from '../../api/modules/accounts/index.ts';
import type { Place, ServiceItem } from '../../api/modules/catalog/index.ts';
import { buildAccount } from './builders/account.builder.ts';
import { buildPlace } from './builders/place.builder.ts';
import { buildServiceItem } from './builders/service-item.builder.ts';
import type { GraphQLClient } from './graphql-client.ts';
import { PAYOUT, RESUME, act } from './onboarding-operations.ts';
import type { TestApi } from './test-api.ts';

export interface Applicant {
  readonly account: UnsealedAccount;
  readonly client: GraphQLClient;
  readonly providerId: string;
  readonly item: ServiceItem;
  readonly place: Place;
}

/** Somebody with an account who has applied, in a region with one service and one place, and has done nothing else yet. */
export async function buildApplicant(api: TestApi, itemOverrides: Partial<ServiceItem> = {}): Promise<Applicant> {
  const item = await buildServiceItem(api.em, itemOverrides);
  const place = await buildPlace(api.em, { region: item.region });
  const account = await buildAccount(api.em, { displayName: 'Nora Quinn' });
  const client = await api.as(account);
  const applied = await act(client, 'applyAsProvider', {
    regionId: item.region,
    displayName: 'Nora Quinn',
    headline: 'Calm, thorough home cleaning',
  });
  return { account, client, item, place, providerId: applied.profile!.provider.id };
}

/** Does every step that needs nobody else. */
export async function fillChecklist({ client, item, place }: Applicant): Promise<void> {
  await act(client, 'saveProviderProfile', RESUME);
  await act(client, 'saveOfferings', {
    offerings: [{ itemId: item.id, enabled: true, priceAmount: item.priceAmount }],
  });
  await act(client, 'saveServiceArea', { placeId: place.id, radiusMetres: 9_000 });
  await client.ask(
    `mutation { setWorkingHours(input: { spans: [{ weekday: 1, start: "09:00", end: "17:00" }, { weekday: 4, start: "09:00", end: "17:00" }] }) { __typename } }`,
  );
  await act(client, 'savePayoutDetails', PAYOUT);
}

/** An applicant whose application waits for an operator. */
export async function buildSubmittedApplicant(api: TestApi): Promise<Applicant> {
  const applicant = await buildApplicant(api);
  await fillChecklist(applicant);
  await act(applicant.client, 'submitApplication');
  return applicant;
}

export async function asOperator(api: TestApi): Promise<GraphQLClient> {
  return api.as(await buildAccount(api.em, { roles: [Role.OPERATOR] }));
}
