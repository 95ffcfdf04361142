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
