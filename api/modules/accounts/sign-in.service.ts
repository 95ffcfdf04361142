import { asSystem } from '../../platform/database-identity.ts';
import { addressKey } from '../../platform/rate-limits.ts';
import type { RateLimit } from '../../platform/rate-limits.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { say } from '../../platform/say.ts';
import { inUnitOfWork } from '../../platform/unit-of-work.ts';
import { Account } from './account.entity.ts';
import { InvalidCredentialsError, SecondFactorRequired, TooManyAttemptsError } from './accounts.errors.ts';
import type { SignInInput } from './accounts.inputs.ts';
import type { SignedIn } from './accounts.type.ts';
import { isPassword } from './password.ts';
import { recordRefusedSignIn, recordSignIn } from './record-sign-in.ts';
import { Role } from './role.ts';
import { openSession } from './session-token.ts';

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
  if (!(await isPassword(input.password, account?.passwordHash ?? null)) || account === null) {
    recordRefusedSignIn(context, account, 'WRONG_PASSWORD');
    return new InvalidCredentialsError(
      'INVALID_CREDENTIALS',
      say(context, {
        en: 'This e-mail address and password do not belong together.',
        'zh-CN': '邮箱和密码不匹配。',
      }),
    );
  }
  if (needsSecondFactor(account)) {
    recordRefusedSignIn(context, account, 'SECOND_FACTOR_REQUIRED');
    return new SecondFactorRequired(
      'SECOND_FACTOR_REQUIRED',
      say(context, {
        en: 'This account needs a second factor, which this installation cannot take yet.',
        'zh-CN': '此账号需要第二重验证，当前版本尚不支持。',
      }),
    );
  }
  await context.limits.forget(PER_ACCOUNT, emailHash);
  const session = await asSystem(() =>
    inUnitOfWork(context.em, async (em) => {
      const opened = await openSession(em, context.clock, account.id, context.userAgent);
      await recordSignIn(em, context, account, opened.sessionId);
      return opened;
    }),
  );
  context.sessionCookie.set(session.token, session.expiresAt);
  return { viewer: account, token: session.token };
}

/** Staff see other people's data; only the demo's staff are spared the second factor (S1). */
function needsSecondFactor(account: Account): boolean {
  return (
    !account.isDemo && [Role.AUDITOR, Role.OPERATOR, Role.ADMINISTRATOR].some((role) => account.roles.includes(role))
  );
}
