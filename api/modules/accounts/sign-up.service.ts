import { UniqueConstraintViolationException } from '@mikro-orm/core';
import { isLocale } from '../../kernel/locale.ts';
import { badUserInput } from '../../platform/connection.ts';
import { asSystem } from '../../platform/database-identity.ts';
import { addressKey } from '../../platform/rate-limits.ts';
import type { RateLimit } from '../../platform/rate-limits.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { inUnitOfWork } from '../../platform/unit-of-work.ts';
import { Account } from './account.entity.ts';
import type { TooManyAttemptsError, WeakPasswordError } from './accounts.errors.ts';
import type { SignUpInput } from './accounts.inputs.ts';
import { VerificationSent } from './accounts.type.ts';
import type { SignedIn } from './accounts.type.ts';
import { AddressWish } from './address-request.entity.ts';
import { askAddress } from './ask-address.ts';
import { completeSignIn } from './complete-sign-in.ts';
import { keepSignUpConsents } from './keep-consent.ts';
import { newAccount } from './new-account.ts';
import { hashPassword } from './password.ts';
import { SignInMethod } from './sign-in-method.ts';
import { tooManyAttempts } from './too-many-attempts.ts';
import { refuseWeakPassword } from './weak-password.ts';

const PER_ADDRESS: RateLimit = { name: 'sign-up-ip', points: 60, windowSeconds: 3600 };

type Outcome = SignedIn | VerificationSent | WeakPasswordError | TooManyAttemptsError;

/**
 * Asks the address to prove itself; the account begins with that (`verifyEmail`). Where addresses need not be proven, makes a
 * household account at once and signs it in. An address that has an account already gets no second one.
 */
export async function signUp(context: RequestContext, input: SignUpInput): Promise<Outcome> {
  const email = input.email.trim().toLowerCase();
  const displayName = input.displayName.trim();
  if (displayName === '') throw badUserInput('displayName', 'Give a name.');
  if (!isLocale(input.locale)) throw badUserInput('locale', 'The locale is en or zh-CN.');

  const weak = refuseWeakPassword(context, input.password, email);
  if (weak !== null) return weak;
  const draft = { email, displayName, locale: input.locale };
  if (!context.site.emailVerification) return openAccount(context, { ...draft, password: input.password });

  const wait = await context.limits.consume(PER_ADDRESS, addressKey(context.ip));
  if (wait !== null) return tooManyAttempts(context, wait);
  const passwordHash = await hashPassword(input.password);
  const asked = await askAddress(context, { wish: AddressWish.SIGN_UP, ...draft, passwordHash });
  return 'claim' in asked ? new VerificationSent(input.email, asked.claim) : asked;
}

interface OpenDraft {
  readonly email: string;
  readonly displayName: string;
  readonly locale: string;
  readonly password: string;
}

async function openAccount(context: RequestContext, { password, ...draft }: OpenDraft): Promise<Outcome> {
  const passwordHash = await hashPassword(password);
  const account = newAccount(context, { ...draft, passwordHash, isVerified: false });
  try {
    await asSystem(() =>
      inUnitOfWork(context.em, async (em) => {
        await em.insert(Account, account);
        await keepSignUpConsents(em, context.clock, account.id);
      }),
    );
  } catch (error) {
    if (error instanceof UniqueConstraintViolationException) return new VerificationSent(draft.email, null);
    throw error;
  }
  const opened = await completeSignIn(context, account, { method: SignInMethod.PASSWORD, secondFactor: false });
  if (!('viewer' in opened)) throw new Error('a household account that was just made needs no second factor');
  return opened;
}
