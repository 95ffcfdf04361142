import type { GraphQLAnswer, GraphQLClient } from './graphql-client.ts';

export interface SignOutcome {
  readonly __typename: string;
  readonly code?: string;
  readonly message?: string;
  readonly email?: string;
  readonly token?: string;
  readonly retryAfterSeconds?: number;
  readonly challenge?: string;
  readonly methods?: readonly string[];
  readonly mustEnrol?: boolean;
  readonly viewer?: {
    readonly id: string;
    readonly email: string;
    readonly displayName: string;
    readonly roles: readonly string[];
  };
}

const SIGN_UP = /* GraphQL */ `
  mutation SignUp($input: SignUpInput!) {
    signUp(input: $input) {
      __typename
      ... on UserError {
        code
        message
      }
      ... on SignedIn {
        token
        viewer {
          id
          email
          displayName
          roles
        }
      }
      ... on VerificationSent {
        email
      }
    }
  }
`;

const SIGN_IN = /* GraphQL */ `
  mutation SignIn($input: SignInInput!) {
    signIn(input: $input) {
      __typename
      ... on UserError {
        code
        message
      }
      ... on SignedIn {
        token
        viewer {
          id
          email
          displayName
          roles
        }
      }
      ... on SecondFactorRequired {
        challenge
        methods
        mustEnrol
      }
      ... on TooManyAttemptsError {
        retryAfterSeconds
      }
    }
  }
`;

export async function signUp(
  client: GraphQLClient,
  input: Readonly<Record<string, unknown>>,
): Promise<GraphQLAnswer<{ signUp: SignOutcome }>> {
  return client.send(SIGN_UP, {
    input: {
      email: 'new@example.org',
      password: 'correct horse battery',
      displayName: 'Nia Okafor',
      locale: 'en',
      ...input,
    },
  });
}

export async function signIn(
  client: GraphQLClient,
  email: string,
  password: string,
): Promise<GraphQLAnswer<{ signIn: SignOutcome }>> {
  return client.send(SIGN_IN, { input: { email, password } });
}

/** Any result of an operation on accounts, with the fields that the tests look at. */
export interface AccountOutcome extends SignOutcome {
  readonly claim?: string | null;
  readonly challenge?: string;
  readonly endedSessions?: number;
  readonly sessionToken?: string | null;
  readonly account?: {
    readonly id: string;
    readonly roles: readonly string[];
    readonly bannedAt: string | null;
    readonly sessionCount: number;
  };
}

const FIELDS = '__typename ... on UserError { code message }';
const SIGNED_IN = '... on SignedIn { token viewer { id email displayName roles } }';

/** Sends one mutation and gives its result back, with the cookie that came along. */
export async function actOn(
  client: GraphQLClient,
  mutation: string,
  variables: Readonly<Record<string, unknown>> = {},
): Promise<{ readonly result: AccountOutcome; readonly cookie: string | null; readonly body: string }> {
  const { data, errors, headers, body } = await client.send<Record<string, AccountOutcome>>(mutation, variables);
  const result = data === null ? undefined : Object.values(data)[0];
  if (result === undefined || errors.length > 0) throw new Error(errors[0]?.extensions.code ?? 'no data');
  return { result, cookie: headers.get('set-cookie'), body };
}

export const SIGN_UP_BY_MAIL = `mutation ($input: SignUpInput!) { signUp(input: $input) {
  ${FIELDS} ${SIGNED_IN} ... on VerificationSent { email claim } } }`;
export const SIGN_IN_ANY = `mutation ($input: SignInInput!) { signIn(input: $input) {
  ${FIELDS} ${SIGNED_IN} ... on VerificationSent { email claim } ... on SecondFactorRequired { challenge } } }`;
export const VERIFY_EMAIL = `mutation ($input: VerifyEmailInput!) { verifyEmail(input: $input) { ${FIELDS} ${SIGNED_IN} } }`;
export const ASK_RESET = `mutation ($input: RequestPasswordResetInput!) { requestPasswordReset(input: $input) {
  ${FIELDS} ... on VerificationSent { email claim } } }`;
export const RESET_PASSWORD = `mutation ($input: ResetPasswordInput!) { resetPassword(input: $input) {
  ${FIELDS} ... on PasswordChanged { endedSessions sessionToken } } }`;
export const CHANGE_PASSWORD = `mutation ($input: ChangePasswordInput!) { changePassword(input: $input) {
  ${FIELDS} ... on PasswordChanged { endedSessions sessionToken } } }`;
export const ASK_EMAIL_CHANGE = `mutation ($input: RequestEmailChangeInput!) { requestEmailChange(input: $input) {
  ${FIELDS} ... on VerificationSent { email claim } } }`;
export const CONFIRM_EMAIL_CHANGE = `mutation ($token: String!) { confirmEmailChange(token: $token) {
  ${FIELDS} ... on EmailChanged { email } } }`;
const MANAGED = `{ ${FIELDS} ... on AccountChanged { account { id roles bannedAt sessionCount } } }`;
export const CHANGE_ROLES = `mutation ($input: ChangeRolesInput!) { changeRoles(input: $input) ${MANAGED} }`;
export const manage = (name: 'banAccount' | 'liftBan' | 'signOutEverywhere' | 'sendPasswordReset'): string =>
  `mutation ($input: ManageAccountInput!) { ${name}(input: $input) ${MANAGED} }`;
