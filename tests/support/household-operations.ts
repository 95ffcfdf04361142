import { TokenPurpose, toToken } from '../../api/modules/accounts/index.ts';
import type { UnsealedAccount } from '../../api/modules/accounts/index.ts';
import { buildAccount } from './builders/account.builder.ts';
import type { GraphQLClient } from './graphql-client.ts';
import type { TestApi } from './test-api.ts';
import { TEST_VAULT } from './test-keys.ts';

export interface HouseholdView {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly members: readonly {
    readonly id: string;
    readonly displayName: string;
    readonly role: string;
    readonly joinedAt: string | null;
    readonly isViewer: boolean;
    readonly canManage: boolean;
  }[];
  readonly invitations: readonly { readonly id: string; readonly email: string; readonly role: string }[];
}

export interface HouseholdOutcome {
  readonly __typename: string;
  readonly code?: string;
  readonly message?: string;
  readonly retryAfterSeconds?: number;
  readonly invitation?: { readonly id: string; readonly email: string; readonly role: string };
  readonly role?: string;
}

const HOUSEHOLD_FIELDS =
  'id name role members { id displayName role joinedAt isViewer canManage } invitations { id email role }';

const MY_HOUSEHOLD = /* GraphQL */ `{ myHousehold { ${HOUSEHOLD_FIELDS} } }`;

export const INVITE_MEMBER = /* GraphQL */ `
  mutation Invite($input: InviteMemberInput!) {
    inviteMember(input: $input) {
      __typename
      ... on UserError {
        code
        message
      }
      ... on MemberInvited {
        invitation {
          id
          email
          role
        }
      }
      ... on TooManyAttemptsError {
        retryAfterSeconds
      }
    }
  }
`;

export const ACCEPT_INVITATION = /* GraphQL */ `
  mutation Accept($token: String!) {
    acceptInvitation(token: $token) {
      __typename
      ... on UserError {
        code
        message
      }
      ... on HouseholdJoined {
        role
      }
    }
  }
`;

export const DECLINE_INVITATION = 'mutation ($token: String!) { declineInvitation(token: $token) }';
export const REVOKE_INVITATION = 'mutation ($invitationId: ID!) { revokeInvitation(invitationId: $invitationId) }';
export const REMOVE_MEMBER = 'mutation ($memberId: ID!) { removeMember(memberId: $memberId) }';
export const LEAVE_HOUSEHOLD = 'mutation { leaveHousehold }';
export const CHANGE_ROLE = /* GraphQL */ `mutation Role($memberId: ID!, $role: HouseholdRole!) { changeMemberRole(memberId: $memberId, role: $role) { ${HOUSEHOLD_FIELDS} } }`;
export const INVITATION =
  'query ($token: String!) { invitation(token: $token) { inviterName email role expiresAt isForViewer } }';

export async function myHousehold(client: GraphQLClient): Promise<HouseholdView> {
  return (await client.ask<{ myHousehold: HouseholdView }>(MY_HOUSEHOLD)).myHousehold;
}

export async function inviteMember(
  client: GraphQLClient,
  email: string,
  role: 'MANAGER' | 'MEMBER' = 'MEMBER',
): Promise<HouseholdOutcome> {
  return (await client.ask<{ inviteMember: HouseholdOutcome }>(INVITE_MEMBER, { input: { email, role } })).inviteMember;
}

export async function acceptInvitation(client: GraphQLClient, token: string): Promise<HouseholdOutcome> {
  return (await client.ask<{ acceptInvitation: HouseholdOutcome }>(ACCEPT_INVITATION, { token })).acceptInvitation;
}

/** The token in the newest message of the account's, as its reader finds it. */
export async function newestToken(api: TestApi, inviter: { readonly id: string }): Promise<string> {
  const [row] = await api.sql<{ token_id: string }>(
    `select token_id from account_message where account_id = $1 and kind = 'household-invitation' order by id desc limit 1`,
    [inviter.id],
  );
  return toToken(TEST_VAULT, TokenPurpose.JOIN_HOUSEHOLD, row!.token_id);
}

export interface HouseholdMemberClient {
  readonly account: UnsealedAccount;
  readonly client: GraphQLClient;
}

/** Somebody who was invited by that owner and accepted. */
export async function buildMember(
  api: TestApi,
  owner: { readonly id: string },
  role: 'MANAGER' | 'MEMBER' = 'MEMBER',
  displayName = 'Wei Chen',
): Promise<HouseholdMemberClient> {
  const account = await buildAccount(api.em, { displayName });
  const client = await api.as(account);
  const invited = await inviteMember(await api.as(owner), account.email, role);
  if (invited.__typename !== 'MemberInvited') throw new Error(`not invited: ${invited.code}`);
  const joined = await acceptInvitation(client, await newestToken(api, owner));
  if (joined.__typename !== 'HouseholdJoined') throw new Error(`not joined: ${joined.code}`);
  return { account, client };
}
