import { required } from '../../kernel/required.ts';
import { asSystem } from '../../platform/database-identity.ts';
import { addressKey } from '../../platform/rate-limits.ts';
import type { RateLimit } from '../../platform/rate-limits.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { say } from '../../platform/say.ts';
import { Account } from './account.entity.ts';
import { InvalidCredentialsError } from './accounts.errors.ts';
import type { SecondFactorRequired, TooManyAttemptsError } from './accounts.errors.ts';
import type { SignInInput } from './accounts.inputs.ts';
import { VerificationSent } from './accounts.type.ts';
import type { SignedIn } from './accounts.type.ts';
import { AddressRequest, AddressWish, SEALED_ADDRESS_REQUEST } from './address-request.entity.ts';
import { askAddress } from './ask-address.ts';
import { isPassword } from './password.ts';
import { completeSignIn } from './complete-sign-in.ts';
import { recordRefusedSignIn } from './record-sign-in.ts';
import { SignInMethod } from './sign-in-method.ts';
import { tooManyAttempts } from './too-many-attempts.ts';

const PER_ACCOUNT: RateLimit = { name: 'sign-in-account', points: 10, windowSeconds: 15 * 60 };
const PER_ADDRESS: RateLimit = { name: 'sign-in-ip', points: 100, windowSeconds: 15 * 60 };

type Outcome = SignedIn | InvalidCredentialsError | SecondFactorRequired | TooManyAttemptsError | VerificationSent;

/**
 * Signs in with e-mail address and password; an unknown address and a wrong password look and last the same. Whoever signed up
 * and has not proven the address yet gets the link again, for the right password only.
 */
export async function signIn(context: RequestContext, input: SignInInput): Promise<Outcome> {
  const email = input.email.trim().toLowerCase();
  const emailHash = context.vault.lookupHash('account.email', email);
  const wait =
    (await context.limits.consume(PER_ADDRESS, addressKey(context.ip))) ??
    (await context.limits.consume(PER_ACCOUNT, emailHash));
  if (wait !== null) return tooManyAttempts(context, wait);

  const account = await asSystem(() => context.em.findOne(Account, { emailHash }, { disableIdentityMap: true }));
  const signUp = await asSystem(() => findLatestSignUp(context, email));
  const isTheirs = await isPassword(input.password, (account ?? signUp)?.passwordHash ?? null);
  if (account === null && signUp !== null && isTheirs) {
    await context.limits.forget(PER_ACCOUNT, emailHash);
    return sendLinkAgain(context, email, signUp);
  }
  if (account === null || !isTheirs || account.bannedAt != null) {
    recordRefusedSignIn(context, account, isTheirs ? 'BANNED' : 'WRONG_PASSWORD');
    return new InvalidCredentialsError(
      'INVALID_CREDENTIALS',
      say(context, {
        en: 'This e-mail address and password do not belong together.',
        'zh-CN': '邮箱和密码不匹配。',
      }),
    );
  }
  await context.limits.forget(PER_ACCOUNT, emailHash);
  return completeSignIn(context, account, { method: SignInMethod.PASSWORD, secondFactor: false });
}

async function findLatestSignUp({ em, vault }: RequestContext, email: string): Promise<AddressRequest | null> {
  return em.findOne(
    AddressRequest,
    { wish: AddressWish.SIGN_UP, emailHash: vault.lookupHash('address_request.email', email) },
    { orderBy: { id: 'desc' }, disableIdentityMap: true },
  );
}

async function sendLinkAgain(
  context: RequestContext,
  email: string,
  signUp: AddressRequest,
): Promise<VerificationSent | TooManyAttemptsError> {
  const { displayName } = context.vault.openRow(SEALED_ADDRESS_REQUEST, signUp);
  const asked = await askAddress(context, {
    wish: AddressWish.SIGN_UP,
    email,
    locale: signUp.locale,
    displayName: required(displayName, 'the name of a sign-up'),
    passwordHash: required(signUp.passwordHash, 'the password of a sign-up'),
  });
  return 'claim' in asked ? new VerificationSent(email, asked.claim) : asked;
}
