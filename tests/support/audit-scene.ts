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
