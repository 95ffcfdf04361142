import { FakeAuthenticator } from './fakes/authenticator.ts';
import type { Mischief } from './fakes/authenticator.ts';
import type { GraphQLAnswer, GraphQLClient } from './graphql-client.ts';

export interface PasskeyOutcome {
  readonly __typename: string;
  readonly code?: string;
  readonly message?: string;
  readonly options?: string;
  readonly token?: string;
  readonly viewer?: { readonly id: string; readonly roles: readonly string[] };
  readonly passkey?: { readonly id: string; readonly name: string; readonly isSynced: boolean };
  readonly renamed?: { readonly id: string; readonly name: string };
}

const USER_ERROR = '__typename ... on UserError { code message }';

const START = `mutation ($input: StartPasskeyInput!) {
  startPasskey(input: $input) { ${USER_ERROR} ... on PasskeyRequest { options } }
}`;
const SIGN_IN = `mutation ($input: SignInWithPasskeyInput!) {
  signInWithPasskey(input: $input) { ${USER_ERROR} ... on SignedIn { token viewer { id roles } } }
}`;
const START_REGISTRATION = `mutation {
  startPasskeyRegistration { ${USER_ERROR} ... on PasskeyRegistrationStarted { options } }
}`;
const REGISTER = `mutation ($input: RegisterPasskeyInput!) {
  registerPasskey(input: $input) { ${USER_ERROR} ... on PasskeyRegistered { passkey { id name isSynced } } }
}`;
const RENAME = `mutation ($input: RenamePasskeyInput!) {
  renamePasskey(input: $input) { ${USER_ERROR} ... on PasskeyRenamed { renamed { id name } } }
}`;

type Answer<N extends string> = Promise<GraphQLAnswer<Record<N, PasskeyOutcome>>>;

export const startPasskey = async (
  client: GraphQLClient,
  purpose: 'SIGN_IN' | 'SECOND_FACTOR' | 'REAUTHENTICATE',
  challenge?: string,
): Answer<'startPasskey'> => client.send(START, { input: { purpose, challenge } });
export const signInWithPasskey = async (client: GraphQLClient, passkey: string): Answer<'signInWithPasskey'> =>
  client.send(SIGN_IN, { input: { passkey } });
export const startPasskeyRegistration = async (client: GraphQLClient): Answer<'startPasskeyRegistration'> =>
  client.send(START_REGISTRATION);
export const registerPasskey = async (
  client: GraphQLClient,
  passkey: string,
  name = 'Laptop',
): Answer<'registerPasskey'> => client.send(REGISTER, { input: { passkey, name } });
export const renamePasskey = async (client: GraphQLClient, id: string, name: string): Answer<'renamePasskey'> =>
  client.send(RENAME, { input: { id, name } });

/** What a passkey is asked to sign. */
export async function optionsFor(
  client: GraphQLClient,
  purpose: 'SIGN_IN' | 'SECOND_FACTOR' | 'REAUTHENTICATE',
  challenge?: string,
): Promise<string> {
  const { data } = await startPasskey(client, purpose, challenge);
  return data!.startPasskey.options!;
}

/** Adds a passkey to the account of the client, as a browser does. */
export async function addPasskey(
  client: GraphQLClient,
  origin: string,
  mischief: Mischief = {},
): Promise<{ readonly authenticator: FakeAuthenticator; readonly outcome: PasskeyOutcome }> {
  const authenticator = new FakeAuthenticator(origin);
  const { data } = await startPasskeyRegistration(client);
  const answer = authenticator.register(data!.startPasskeyRegistration.options!, mischief);
  return { authenticator, outcome: (await registerPasskey(client, answer)).data!.registerPasskey };
}
