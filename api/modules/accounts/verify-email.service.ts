import { UniqueConstraintViolationException } from '@mikro-orm/core';
import { sql } from 'kysely';
import { timingSafeEqual } from 'node:crypto';
import { asSystem } from '../../platform/database-identity.ts';
import type { EntityManager } from '../../platform/database.ts';
import type { RateLimit } from '../../platform/rate-limits.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { say } from '../../platform/say.ts';
import { inUnitOfWork } from '../../platform/unit-of-work.ts';
import { required } from '../../kernel/required.ts';
import { Account } from './account.entity.ts';
import { InvalidCredentialsError, PasswordNeededError } from './accounts.errors.ts';
import type { LinkExpiredError, SecondFactorRequired, TooManyAttemptsError } from './accounts.errors.ts';
import type { VerifyEmailInput } from './accounts.inputs.ts';
import type { SignedIn } from './accounts.type.ts';
import { AddressRequest, AddressWish, SEALED_ADDRESS_REQUEST } from './address-request.entity.ts';
import { hashClaim } from './ask-address.ts';
import { completeSignIn } from './complete-sign-in.ts';
import { keepSignUpConsents } from './keep-consent.ts';
import { linkExpired } from './link-expired.ts';
import { newAccount } from './new-account.ts';
import { TokenPurpose, readToken } from './one-time-token.ts';
import { isPassword } from './password.ts';
import { SignInMethod } from './sign-in-method.ts';
import { tooManyAttempts } from './too-many-attempts.ts';

const PASSWORDS: RateLimit = { name: 'verify-email', points: 10, windowSeconds: 15 * 60 };

type Refusal = LinkExpiredError | PasswordNeededError | InvalidCredentialsError | TooManyAttemptsError;

/**
 * Makes the account of a sign-up whose address is proven by the link, and signs it in. The link alone is not enough: a stranger
 * may have asked for the account with a password of theirs, and the owner of the address would take it over with that. So it
 * has to come from the device that signed up, or with the password that was chosen there.
 */
export async function verifyEmail(
  context: RequestContext,
  input: VerifyEmailInput,
): Promise<SignedIn | SecondFactorRequired | Refusal> {
  const request = await asSystem(() => findSignUp(context, input.token));
  if (request === null) return linkExpired(context);
  const refusal = await refuseProof(context, request, input);
  if (refusal !== null) return refusal;
  const account = await asSystem(() => openAccount(context, request));
  if (account === null) return linkExpired(context);
  return completeSignIn(context, account, { method: SignInMethod.PASSWORD, secondFactor: false });
}

async function findSignUp({ em, vault, clock }: RequestContext, token: string): Promise<AddressRequest | null> {
  const id = readToken(vault, TokenPurpose.VERIFY_EMAIL, token);
  if (id === null) return null;
  const open = { id, wish: AddressWish.SIGN_UP, expiresAt: { $gt: clock.now() } };
  return em.findOne(AddressRequest, open, { disableIdentityMap: true });
}

async function refuseProof(
  context: RequestContext,
  { id, claimHash, passwordHash }: AddressRequest,
  { claim, password }: VerifyEmailInput,
): Promise<Refusal | null> {
  if (claim != null && claimHash !== null && isSame(hashClaim(claim), claimHash)) return null;
  if (password == null) {
    return new PasswordNeededError(
      'PASSWORD_NEEDED',
      say(context, {
        en: 'Enter the password that you chose when you signed up.',
        'zh-CN': '请输入注册时设置的密码。',
      }),
    );
  }
  const wait = await context.limits.consume(PASSWORDS, id);
  if (wait !== null) return tooManyAttempts(context, wait);
  if (await isPassword(password, passwordHash)) return null;
  return new InvalidCredentialsError(
    'INVALID_CREDENTIALS',
    say(context, {
      en: 'This is not the password that the account was asked for with.',
      'zh-CN': '这不是注册时设置的密码。',
    }),
  );
}

/** Null when somebody else was quicker, with this link or with another of the same address. */
async function openAccount(context: RequestContext, request: AddressRequest): Promise<Account | null> {
  const { clock, vault } = context;
  const { email, displayName } = vault.openRow(SEALED_ADDRESS_REQUEST, request);
  const account = newAccount(context, {
    email,
    displayName: required(displayName, 'the name of a sign-up'),
    passwordHash: required(request.passwordHash, 'the password of a sign-up'),
    locale: request.locale,
    isVerified: true,
  });
  try {
    return await inUnitOfWork(context.em, async (em) => {
      if (!(await useUp(em, request.id, clock.now()))) return null;
      await em.insert(Account, account);
      await keepSignUpConsents(em, clock, account.id);
      // What others asked of this address is settled by whoever proved that it is theirs.
      await em.nativeDelete(AddressRequest, { wish: AddressWish.SIGN_UP, emailHash: request.emailHash });
      return account;
    });
  } catch (error) {
    if (error instanceof UniqueConstraintViolationException) return null;
    throw error;
  }
}

async function useUp(em: EntityManager, id: string, now: Date): Promise<boolean> {
  const { rows } = await sql`
    delete from address_request where id = ${id} and expires_at > ${now} returning id`.execute(em.getKysely());
  return rows.length === 1;
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
