import { createPhoneVerification } from '../../api/platform/phone-verification.ts';
import type { SignOutcome } from './account-operations.ts';
import type { GraphQLAnswer, GraphQLClient } from './graphql-client.ts';
import { TEST_VAULT } from './test-keys.ts';

export interface CodeOutcome {
  readonly __typename: string;
  readonly code?: string;
  readonly message?: string;
  readonly reason?: string;
  readonly requestId?: string;
  readonly expiresAt?: string;
  readonly phone?: string;
  readonly retryAfterSeconds?: number;
}

export interface TriedOutcome extends SignOutcome {
  readonly triesLeft?: number;
  readonly challenge?: string;
}

const OUTCOME = `__typename ... on UserError { code message }`;
const PROMISED = `${OUTCOME} ... on CodePromised { requestId expiresAt phone } ... on PhoneRefusedError { reason }
  ... on TooManyAttemptsError { retryAfterSeconds } ... on TextsUsedUpError { retryAfterSeconds }`;

export const SIGN_IN_WITH_CODE = `signInWithCode(input: $input) { ${OUTCOME} ... on SignedIn { token viewer { id } }
  ... on InvalidCodeError { triesLeft } ... on SecondFactorRequired { challenge } }`;

export async function requestSignInCode(
  client: GraphQLClient,
  phone: string,
  country = 'GB',
): Promise<GraphQLAnswer<{ requestSignInCode: CodeOutcome }>> {
  return client.send(`mutation Ask($input: PhoneInput!) { requestSignInCode(input: $input) { ${PROMISED} } }`, {
    input: { phone, country },
  });
}

export async function signInWithCode(
  client: GraphQLClient,
  requestId: string,
  code: string,
): Promise<GraphQLAnswer<{ signInWithCode: TriedOutcome }>> {
  return client.send(`mutation Try($input: PhoneCodeInput!) { ${SIGN_IN_WITH_CODE} }`, { input: { requestId, code } });
}

export async function requestPhoneChange(
  client: GraphQLClient,
  phone: string,
  country = 'GB',
): Promise<GraphQLAnswer<{ requestPhoneChange: CodeOutcome }>> {
  return client.send(`mutation Change($input: PhoneInput!) { requestPhoneChange(input: $input) { ${PROMISED} } }`, {
    input: { phone, country },
  });
}

export interface ConfirmOutcome {
  readonly __typename: string;
  readonly code?: string;
  readonly triesLeft?: number;
  readonly viewer?: { readonly id: string; readonly phone: string | null; readonly phoneVerifiedAt: string | null };
}

export async function confirmPhone(
  client: GraphQLClient,
  requestId: string,
  code: string,
): Promise<GraphQLAnswer<{ confirmPhone: ConfirmOutcome }>> {
  return client.send(
    `mutation Confirm($input: PhoneCodeInput!) { confirmPhone(input: $input) { ${OUTCOME}
       ... on PhoneConfirmed { viewer { id phone phoneVerifiedAt } } ... on InvalidCodeError { triesLeft } } }`,
    { input: { requestId, code } },
  );
}

/** The six figures that the text of a request has, while codes are our own. */
export async function figuresOf(requestId: string): Promise<string> {
  let sent = '';
  await createPhoneVerification(null, TEST_VAULT).send({ id: requestId, to: '', locale: 'en' }, async (figures) => {
    sent = figures;
  });
  return sent;
}

/** Six figures that are not those of the request. */
export async function wrongFiguresFor(requestId: string): Promise<string> {
  return (await figuresOf(requestId)) === '000000' ? '000001' : '000000';
}

let numbers = 0;
/** A number that no test had before, of the range that is kept for examples. */
export function newPhone(): string {
  numbers += 1;
  if (numbers > 999) throw new Error('the numbers for examples are used up');
  return `+447700900${String(numbers).padStart(3, '0')}`;
}
