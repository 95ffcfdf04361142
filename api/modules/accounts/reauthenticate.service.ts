import { badUserInput } from '../../platform/connection.ts';
import { recordAudit } from '../../platform/audit-log.ts';
import type { RateLimit } from '../../platform/rate-limits.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { say } from '../../platform/say.ts';
import { inUnitOfWork } from '../../platform/unit-of-work.ts';
import { Account } from './account.entity.ts';
import { InvalidCredentialsError } from './accounts.errors.ts';
import type { TooManyAttemptsError } from './accounts.errors.ts';
import { continueSession } from './continue-session.ts';
import { isPassword } from './password.ts';
import { countFactorTry, forgetFactorTries, useTotpCode } from './prove-factor.ts';
import { isStaff } from './role.ts';
import { tooManyFactorTries, wrongFactor } from './second-factor-refusals.ts';
import type { InvalidCodeError } from './second-factors.errors.ts';
import type { ReauthenticateInput } from './second-factors.inputs.ts';
import type { Reauthenticated } from './second-factors.type.ts';
import { RECENT_MS, requireViewer } from './viewer.ts';

const PASSWORDS: RateLimit = { name: 'reauthenticate', points: 10, windowSeconds: 15 * 60 };

type Refusal = InvalidCredentialsError | InvalidCodeError | TooManyAttemptsError;

/** Takes another proof of who is signed in; for ten minutes from then they may do what needs one. */
export async function reauthenticate(
  context: RequestContext,
  input: ReauthenticateInput,
): Promise<Reauthenticated | Refusal> {
  const { accountId } = requireViewer(context);
  const { password, code } = input;
  if ([password, code].filter((given) => given != null).length !== 1) {
    throw badUserInput('input', 'Give one proof.');
  }
  const account = await context.em.findOneOrFail(Account, { id: accountId }, { disableIdentityMap: true });
  const refusal =
    password == null
      ? await refuseCode(context, account, code ?? '')
      : await refusePassword(context, account, password);
  if (refusal !== null) {
    if (isStaff(account)) {
      const subject = { subjectType: 'account', subjectId: account.id } as const;
      await recordAudit(context.em, context, { action: 'session.refused', ...subject, reason: refusal.code });
    }
    return refusal;
  }
  const session = await continueSession(context, account, { secondFactor: password == null });
  if (session === null) return wrongPassword(context);
  return { token: session.token, until: new Date(context.clock.now().getTime() + RECENT_MS) };
}

async function refusePassword(context: RequestContext, account: Account, password: string): Promise<Refusal | null> {
  const wait = await context.limits.consume(PASSWORDS, account.id);
  if (wait !== null) return tooManyFactorTries(context, wait);
  if (!(await isPassword(password, account.passwordHash))) return wrongPassword(context);
  await context.limits.forget(PASSWORDS, account.id);
  return null;
}

async function refuseCode(context: RequestContext, account: Account, code: string): Promise<Refusal | null> {
  const wait = await countFactorTry(context, account.id);
  if (wait !== null) return tooManyFactorTries(context, wait);
  const isRight = await inUnitOfWork(context.em, (em) =>
    useTotpCode(em, context, account.id, code.replaceAll(/\s/g, '')),
  );
  if (!isRight) return wrongFactor(context, 'INVALID_CODE');
  await forgetFactorTries(context, account.id);
  return null;
}

function wrongPassword(context: RequestContext): InvalidCredentialsError {
  return new InvalidCredentialsError(
    'INVALID_CREDENTIALS',
    say(context, { en: 'This password is not right.', 'zh-CN': '密码不正确。' }),
  );
}
