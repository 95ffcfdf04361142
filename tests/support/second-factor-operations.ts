import { generateSync } from 'otplib';
import type { GraphQLAnswer, GraphQLClient } from './graphql-client.ts';

export interface FactorOutcome {
  readonly __typename: string;
  readonly code?: string;
  readonly message?: string;
  readonly triesLeft?: number | null;
  readonly retryAfterSeconds?: number;
  readonly token?: string;
  readonly until?: string;
  readonly appId?: string;
  readonly secret?: string;
  readonly uri?: string;
  readonly recoveryCodes?: readonly string[];
  readonly removedId?: string;
  readonly accountId?: string;
  readonly app?: { readonly id: string; readonly name: string; readonly confirmedAt: string | null };
  readonly signedIn?: { readonly token: string; readonly viewer: { readonly id: string; readonly roles: string[] } };
  readonly viewer?: { readonly id: string; readonly roles: readonly string[] };
}

const USER_ERROR = '__typename ... on UserError { code message }';
const SIGNED_IN = 'token viewer { id roles }';

const START_TOTP = `mutation ($input: StartTotpInput!) {
  startTotp(input: $input) { ${USER_ERROR} ... on TotpStarted { appId secret uri } }
}`;
const CONFIRM_TOTP = `mutation ($input: ConfirmTotpInput!) {
  confirmTotp(input: $input) {
    ${USER_ERROR} ... on InvalidCodeError { triesLeft }
    ... on TotpConfirmed { recoveryCodes app { id name confirmedAt } signedIn { ${SIGNED_IN} } }
  }
}`;
const COMPLETE = `mutation ($input: CompleteSecondFactorInput!) {
  completeSecondFactor(input: $input) {
    ${USER_ERROR} ... on InvalidCodeError { triesLeft } ... on TooManyAttemptsError { retryAfterSeconds }
    ... on SignedIn { ${SIGNED_IN} }
  }
}`;
const REMOVE = `mutation ($input: RemoveSecondFactorInput!) {
  removeSecondFactor(input: $input) { ${USER_ERROR} ... on SecondFactorRemoved { removedId } }
}`;
const RENEW = `mutation { renewRecoveryCodes { ${USER_ERROR} ... on RecoveryCodesRenewed { recoveryCodes } } }`;
const RESET = `mutation ($input: ResetSecondFactorsInput!) {
  resetSecondFactors(input: $input) { ${USER_ERROR} ... on SecondFactorsReset { accountId } }
}`;
const REAUTHENTICATE = `mutation ($input: ReauthenticateInput!) {
  reauthenticate(input: $input) {
    ${USER_ERROR} ... on InvalidCodeError { triesLeft } ... on TooManyAttemptsError { retryAfterSeconds }
    ... on Reauthenticated { token until }
  }
}`;
const MY_FACTORS = '{ mySecondFactors { rule recoveryCodesLeft apps { id name confirmedAt lastUsedAt } } }';

type Input = Readonly<Record<string, unknown>>;
type Answer<N extends string> = Promise<GraphQLAnswer<Record<N, FactorOutcome>>>;

export const startTotp = async (client: GraphQLClient, input: Input = {}): Answer<'startTotp'> =>
  client.send(START_TOTP, { input: { name: 'Phone', ...input } });
export const confirmTotp = async (client: GraphQLClient, input: Input): Answer<'confirmTotp'> =>
  client.send(CONFIRM_TOTP, { input });
export const completeSecondFactor = async (client: GraphQLClient, input: Input): Answer<'completeSecondFactor'> =>
  client.send(COMPLETE, { input });
export const removeSecondFactor = async (client: GraphQLClient, id: string): Answer<'removeSecondFactor'> =>
  client.send(REMOVE, { input: { id } });
export const renewRecoveryCodes = async (client: GraphQLClient): Answer<'renewRecoveryCodes'> => client.send(RENEW);
export const resetSecondFactors = async (client: GraphQLClient, input: Input): Answer<'resetSecondFactors'> =>
  client.send(RESET, { input });
export const reauthenticate = async (client: GraphQLClient, input: Input): Answer<'reauthenticate'> =>
  client.send(REAUTHENTICATE, { input });

interface MyFactors {
  readonly rule: string;
  readonly recoveryCodesLeft: number;
  readonly apps: readonly { readonly id: string; readonly name: string; readonly lastUsedAt: string | null }[];
}

export async function myFactors(client: GraphQLClient): Promise<MyFactors> {
  const { mySecondFactors } = await client.ask<{ mySecondFactors: MyFactors }>(MY_FACTORS);
  return mySecondFactors;
}

/** What an authenticator app with the secret shows at that time. */
export function totpCode(secret: string, at: Date): string {
  return generateSync({ secret, epoch: Math.floor(at.getTime() / 1000) });
}

/** A code of six digits that it shows at no time near. */
export function wrongCode(secret: string, at: Date): string {
  const near = new Set([-90, -60, -30, 0, 30, 60, 90].map((s) => totpCode(secret, new Date(at.getTime() + s * 1000))));
  return ['000000', '111111', '222222', '333333', '444444', '555555', '666666', '777777'].find(
    (code) => !near.has(code),
  )!;
}
