import { Role } from '../../api/modules/accounts/index.ts';
import { buildAccount } from './builders/account.builder.ts';
import { claimCredential, decideCredential } from './credential-operations.ts';
import type { CredentialOutcome } from './credential-operations.ts';
import type { GraphQLClient } from './graphql-client.ts';
import type { TestApi } from './test-api.ts';

/** An auditor with a client of their own. */
export interface Auditor {
  readonly account: { readonly id: string };
  readonly client: GraphQLClient;
}

export async function buildAuditor(api: TestApi, displayName = 'Grace Turner'): Promise<Auditor> {
  const account = await buildAccount(api.em, { roles: [Role.AUDITOR], displayName });
  return { account, client: await api.as(account) };
}

/** Lets no approval of the month of TEST_NOW be drawn for a second look, which hides the first until it is done. */
export async function suspendDraws(api: TestApi): Promise<void> {
  await api.sql(
    `insert into reaudit_seed (id, period, seed, share, created_at) values (gen_random_uuid(), '2027-03', $1, 0, '2027-03-01')`,
    ['0'.repeat(64)],
  );
}

const REASONS = { APPROVE: 'MATCHES', REJECT: 'NUMBER_WRONG', REQUEST_MORE: 'DATES_UNCLEAR' } as const;

/** Claims and votes in one go; what claiming answers when it fails. */
export async function vote(
  { client }: Pick<Auditor, 'client'>,
  credentialId: string,
  decision: keyof typeof REASONS = 'APPROVE',
  note?: string,
): Promise<CredentialOutcome> {
  const claimed = await claimCredential(client, credentialId);
  if (!claimed.credential) return claimed;
  return decideCredential(client, {
    credentialId,
    decision,
    reasonCode: REASONS[decision],
    version: claimed.credential.version,
    ...(note === undefined ? {} : { note }),
  });
}
