import type { RateLimit } from '../../platform/rate-limits.ts';
import type { RequestContext, ViewerIdentity } from '../../platform/request-context.ts';
import { say } from '../../platform/say.ts';
import { Account } from './account.entity.ts';
import { InvalidCredentialsError, TooManyAttemptsError } from './accounts.errors.ts';
import { isPassword } from './password.ts';

const PER_ACCOUNT: RateLimit = { name: 'confirm-password', points: 10, windowSeconds: 15 * 60 };

/** Whether it is the viewer's own password; null when it is, else what is wrong. Attempts are counted per account. */
export async function confirmPassword(
  context: RequestContext,
  viewer: ViewerIdentity,
  password: string,
): Promise<InvalidCredentialsError | TooManyAttemptsError | null> {
  const wait = await context.limits.consume(PER_ACCOUNT, viewer.accountId);
  if (wait !== null) {
    const minutes = Math.ceil(wait / 60);
    return new TooManyAttemptsError(
      'TOO_MANY_ATTEMPTS',
      say(context, {
        en: `Too many attempts. Try again in ${minutes} min.`,
        'zh-CN': `尝试次数过多，请在 ${minutes} 分钟后再试。`,
      }),
      wait,
    );
  }
  const account = await context.em.findOne(Account, { id: viewer.accountId }, { disableIdentityMap: true });
  if (await isPassword(password, account?.passwordHash ?? null)) {
    await context.limits.forget(PER_ACCOUNT, viewer.accountId);
    return null;
  }
  return new InvalidCredentialsError(
    'INVALID_CREDENTIALS',
    say(context, { en: 'This is not your password.', 'zh-CN': '密码不正确。' }),
  );
}
