import { toIpClass } from '../../platform/audit-log.ts';
import { asSystem } from '../../platform/database-identity.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { say } from '../../platform/say.ts';
import { inUnitOfWork } from '../../platform/unit-of-work.ts';
import type { Account } from './account.entity.ts';
import { SecondFactorRequired } from './accounts.errors.ts';
import type { SignedIn } from './accounts.type.ts';
import { issueToken, TokenPurpose } from './one-time-token.ts';
import { recordRefusedSignIn, recordSignIn } from './record-sign-in.ts';
import { listMethods, mustEnrol, needsSecondFactor } from './second-factor.policy.ts';
import { countFactors } from './second-factors.queries.ts';
import { openSession } from './session-token.ts';
import type { SignInMethod } from './sign-in-method.ts';

export interface Proof {
  readonly method: SignInMethod;
  /** Whether it came with a second factor, or is one that nobody can give without a device of theirs and a secret. */
  readonly secondFactor: boolean;
}

const CHALLENGE_MINUTES = 10;

/**
 * Opens a session for somebody who proved to be the account's holder: the one end of every way in. Staff, and whoever asked for
 * it, get a challenge for their second factor instead, unless the proof was one already. The account must not be banned.
 */
export async function completeSignIn(
  context: RequestContext,
  account: Account,
  { method, secondFactor }: Proof,
): Promise<SignedIn | SecondFactorRequired> {
  const factors = secondFactor ? null : await asSystem(() => countFactors(context.em, account.id));
  if (factors !== null && needsSecondFactor(account, factors)) {
    recordRefusedSignIn(context, account, 'SECOND_FACTOR_REQUIRED');
    const challenge = await asSystem(() =>
      issueToken(context.em, context, {
        accountId: account.id,
        purpose: TokenPurpose.SECOND_FACTOR,
        minutes: CHALLENGE_MINUTES,
        subject: method,
      }),
    );
    return new SecondFactorRequired(
      'SECOND_FACTOR_REQUIRED',
      say(context, { en: 'This account needs a second factor.', 'zh-CN': '此账号需要第二重验证。' }),
      { challenge: challenge.token, methods: listMethods(factors), mustEnrol: mustEnrol(factors) },
    );
  }
  const session = await asSystem(() =>
    inUnitOfWork(context.em, async (em) => {
      const opened = await openSession(em, context.clock, {
        accountId: account.id,
        userAgent: context.userAgent,
        ipClass: toIpClass(context.ip),
        method,
        secondFactor,
      });
      await recordSignIn(em, context, account, opened.sessionId);
      return opened;
    }),
  );
  context.sessionCookie.set(session.token, session.expiresAt);
  return { viewer: account, token: session.token };
}
