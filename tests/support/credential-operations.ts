import type { GraphQLClient } from './graphql-client.ts';

export interface CredentialView {
  readonly id: string;
  readonly state: string;
  readonly version: number;
  readonly claimedByMe: boolean;
  readonly claimedByOther: boolean;
  readonly claimExpiresAt: string | null;
  readonly validUntil: string | null;
  readonly decisions: readonly {
    readonly decision: string;
    readonly reasonCode: string;
    readonly note: string | null;
    readonly decidedBy: string;
  }[];
}

export interface CredentialOutcome {
  readonly __typename: string;
  readonly code?: string;
  readonly message?: string;
  readonly field?: string;
  readonly credential?: CredentialView;
}

const FIELDS =
  'id state version claimedByMe claimedByOther claimExpiresAt validUntil decisions { decision reasonCode note decidedBy }';

export const CREDENTIAL = `query Credential($id: ID!) { credential(id: $id) { ${FIELDS} } }`;
export const CLAIM_CREDENTIAL = `mutation Claim($id: ID!) { claimCredential(credentialId: $id) { __typename ... on UserError { code message } ... on CredentialClaimed { credential { ${FIELDS} } } } }`;
export const DECIDE_CREDENTIAL = `mutation Decide($input: DecideCredentialInput!) { decideCredential(input: $input) { __typename ... on UserError { code message } ... on CredentialDecided { credential { ${FIELDS} } } } }`;
export const SUBMIT_CREDENTIAL = `mutation Submit($input: SubmitCredentialInput!) { submitCredential(input: $input) { __typename ... on UserError { code message } ... on InvalidCredentialError { field } ... on CredentialSubmitted { credential { ${FIELDS} } } } }`;

export async function claimCredential(client: GraphQLClient, id: string): Promise<CredentialOutcome> {
  return (await client.ask<{ claimCredential: CredentialOutcome }>(CLAIM_CREDENTIAL, { id })).claimCredential;
}

export interface DecideInput {
  readonly credentialId: string;
  readonly decision?: string;
  readonly reasonCode?: string;
  readonly note?: string;
  readonly version: number;
}

/** Approves unless the input says otherwise. */
export async function decideCredential(client: GraphQLClient, input: DecideInput): Promise<CredentialOutcome> {
  return (
    await client.ask<{ decideCredential: CredentialOutcome }>(DECIDE_CREDENTIAL, {
      input: { decision: 'APPROVE', reasonCode: 'MATCHES', ...input },
    })
  ).decideCredential;
}

export async function submitCredential(
  client: GraphQLClient,
  input: Readonly<Record<string, unknown>>,
): Promise<CredentialOutcome> {
  return (
    await client.ask<{ submitCredential: CredentialOutcome }>(SUBMIT_CREDENTIAL, {
      input: { number: 'AB 99', issuedBy: 'City of London', issuedOn: '2027-01-15', ...input },
    })
  ).submitCredential;
}

/** One credential as the client may see it; null when it may not. */
export async function readCredential(client: GraphQLClient, id: string): Promise<CredentialView | null> {
  return (await client.ask<{ credential: CredentialView | null }>(CREDENTIAL, { id })).credential;
}
