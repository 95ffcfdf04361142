import { Role } from '../../api/modules/accounts/index.ts';
import type { UnsealedAccount } from '../../api/modules/accounts/index.ts';
import { buildAccount } from './builders/account.builder.ts';
import { buildProvider } from './builders/provider.builder.ts';
import type { BuiltProvider, ProviderOverrides } from './builders/provider.builder.ts';
import type { GraphQLClient } from './graphql-client.ts';
import type { TestApi } from './test-api.ts';

/** A provider who can sign in. */
export interface Learner {
  readonly account: UnsealedAccount;
  readonly provider: BuiltProvider;
  readonly client: GraphQLClient;
}

export async function buildLearner(api: TestApi, overrides: ProviderOverrides = {}): Promise<Learner> {
  const account = await buildAccount(api.em, { roles: [Role.PROVIDER] });
  const provider = await buildProvider(api.em, { account: account.id, ...overrides });
  return { account, provider, client: await api.as(account) };
}

/** An operator's client; the operator is called Sam Reid. */
export async function buildOperator(api: TestApi): Promise<GraphQLClient> {
  return api.as(await buildAccount(api.em, { roles: [Role.OPERATOR], displayName: 'Sam Reid' }));
}
