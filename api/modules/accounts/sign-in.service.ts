import { asSystem } from '../../platform/database-identity.ts';
import { addressKey } from '../../platform/rate-limits.ts';
import type { RateLimit } from '../../platform/rate-limits.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { say } from '../../platform/say.ts';
import { Account } from './account.entity.ts';
import { InvalidCredentialsError, TooManyAttemptsError } from './accounts.errors.ts';
import type { SecondFactorRequired } from './accounts.errors.ts';
import type { SignInInput } from './accounts.inputs.ts';
import type { SignedIn } from './accounts.type.ts';
import { isPassword } from './password.ts';
import { completeSignIn } from './complete-sign-in.ts';
import { recordRefusedSignIn } from './record-sign-in.ts';
import { SignInMethod } from './sign-in-method.ts';

const PER_ACCOUNT: RateLimit = { name: 'sign-in-account', points: 10, windowSeconds: 15 * 60 };
const PER_ADDRESS: RateLimit = { name: 'sign-in-ip', points: 100, windowSeconds: 15 * 60 };

type Outcome = SignedIn | InvalidCredentialsError | SecondFactorRequired | TooManyAttemptsError;

/** Signs in with e-mail address and password; an unknown address and a wrong password look and last the same. */
export async function signIn(context: RequestContext, input: SignInInput): Promise<Outcome> {
  const emailHash = context.vault.lookupHash('account.email', input.email.trim().toLowerCase());
  const wait =
    (await context.limits.consume(PER_ADDRESS, addressKey(context.ip))) ??
    (await context.limits.consume(PER_ACCOUNT, emailHash));
  if (wait !== null) {
    return new TooManyAttemptsError(
      'TOO_MANY_ATTEMPTS',
      say(context, {
        en: `Too many attempts. Try again in ${Math.ceil(wait / 60)} min.`,
        'zh-CN': `尝试次数过多，请在 ${Math.ceil(wait / 60)} 分钟后再试。`,
      }),
      wait,
    );
  }

  const account = await asSystem(() => context.em.findOne(Account, { emailHash }, { disableIdentityMap: true }));
  const isTheirs = await isPassword(input.password, account?.passwordHash ?? null);
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
