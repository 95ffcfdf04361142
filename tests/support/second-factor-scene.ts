import { Role, hashPassword } from '../../api/modules/accounts/index.ts';
import type { UnsealedAccount } from '../../api/modules/accounts/index.ts';
import { signIn } from './account-operations.ts';
import { buildApp } from './builders/authenticator-app.builder.ts';
import { buildAccount } from './builders/account.builder.ts';
import type { TestApi } from './test-api.ts';

export const PASSWORD = 'correct horse battery';
let passwordHash: Promise<string> | undefined;

export interface Person extends UnsealedAccount {
  /** Of their authenticator app. */
  readonly secret: string;
  readonly appId: string;
}

/** An account with a password. */
export async function buildPerson(api: TestApi, overrides: Partial<UnsealedAccount> = {}): Promise<UnsealedAccount> {
  passwordHash ??= hashPassword(PASSWORD);
  return buildAccount(api.em, { passwordHash: await passwordHash, ...overrides });
}

/** An account with a password and an authenticator app; an auditor unless the roles say otherwise. */
export async function buildPersonWithApp(api: TestApi, overrides: Partial<UnsealedAccount> = {}): Promise<Person> {
  const account = await buildPerson(api, { roles: [Role.AUDITOR], ...overrides });
  const app = await addApp(api, account);
  return { ...account, ...app };
}

export async function addApp(
  api: TestApi,
  { id: account }: { readonly id: string },
): Promise<{ readonly secret: string; readonly appId: string }> {
  const { id: appId, secret } = await buildApp(api.em, { account });
  return { secret, appId };
}

/** Signs in by password, as far as the second factor. */
export async function challengeOf(api: TestApi, { email }: { readonly email: string }): Promise<string> {
  const { data } = await signIn(api.visitor(), email, PASSWORD);
  const { challenge } = data!.signIn;
  if (challenge === undefined) throw new Error(`the sign-in answered ${data!.signIn.__typename}`);
  return challenge;
}
