import { Role } from '../../api/modules/accounts/index.ts';
import type { UnsealedAccount } from '../../api/modules/accounts/index.ts';
import { CredentialState } from '../../api/modules/qualifications/index.ts';
import type { UnsealedCredential } from '../../api/modules/qualifications/index.ts';
import { buildAccount } from './builders/account.builder.ts';
import { buildCredential } from './builders/credential.builder.ts';
import { buildProvider } from './builders/provider.builder.ts';
import type { GraphQLClient } from './graphql-client.ts';
import type { TestApi } from './test-api.ts';

/** A credential that waits for an auditor, of a provider who can sign in. */
export async function buildSubmitted(
  api: TestApi,
  overrides: Partial<UnsealedCredential> = {},
): Promise<{ credential: UnsealedCredential; owner: UnsealedAccount; asOwner: GraphQLClient }> {
  const owner = await buildAccount(api.em, { roles: [Role.PROVIDER] });
  const provider = await buildProvider(api.em, { account: owner.id });
  return {
    owner,
    asOwner: await api.as(owner),
    credential: await buildCredential(api.em, {
      provider: provider.id,
      state: CredentialState.SUBMITTED,
      ...overrides,
    }),
  };
}
