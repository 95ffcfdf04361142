import { recordAudit } from '../../platform/audit-log.ts';
import type { AuditRequester } from '../../platform/audit-log.ts';
import type { EntityManager } from '../../platform/database.ts';
import type { RateLimit } from '../../platform/rate-limits.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import type { Account } from './account.entity.ts';
import { findRecoveryHash } from './recovery-codes.ts';
import { listSecrets, takeRecoveryCode, takeTotpStep } from './second-factors.queries.ts';
import { tellAccount } from './tell-account.ts';
import { findTotpStep } from './totp.ts';

/** Wrong answers by which an account closes for a while: a guess has three chances in a million. */
const PER_ACCOUNT: RateLimit = { name: 'factor-account', points: 10, windowSeconds: 15 * 60 };
const PER_DAY: RateLimit = { name: 'factor-account-day', points: 50, windowSeconds: 24 * 60 * 60 };

/** Counts a try before it is looked at. The seconds to wait when there were too many, else null. */
export async function countFactorTry({ limits }: RequestContext, accountId: string): Promise<number | null> {
  return (await limits.consume(PER_ACCOUNT, accountId)) ?? (await limits.consume(PER_DAY, accountId));
}

/** Forgets the tries of somebody who got it right. */
export async function forgetFactorTries({ limits }: RequestContext, accountId: string): Promise<void> {
  await limits.forget(PER_ACCOUNT, accountId);
  await limits.forget(PER_DAY, accountId);
}

/** Whether it is a code that one of the account's apps shows now. It is used up with that. */
export async function useTotpCode(
  em: EntityManager,
  { vault, clock }: RequestContext,
  accountId: string,
  code: string,
): Promise<boolean> {
  const now = clock.now();
  for (const app of await listSecrets(em, accountId)) {
    const step = findTotpStep(vault.open('authenticator_app.secret', app.id, app.secret), code, now);
    if (step !== null) return takeTotpStep(em, app.id, step, now);
  }
  return false;
}

/** Whether it is one of the account's recovery codes. It is used up with that, and its owner is told. */
export async function useRecoveryCode(
  em: EntityManager,
  context: RequestContext,
  account: Pick<Account, 'id' | 'roles'>,
  typed: string,
): Promise<boolean> {
  const hash = findRecoveryHash(context.vault, account.id, typed);
  if (hash === null || !(await takeRecoveryCode(em, hash, context.clock.now()))) return false;
  await recordAudit(em, asActor(context, account), {
    action: 'recovery-code.used',
    subjectType: 'account',
    subjectId: account.id,
  });
  await tellAccount(em, context, { accountId: account.id, kind: 'recovery-code-used' });
  return true;
}

/** The request in the name of an account that is not signed in yet. */
export function asActor(context: RequestContext, { id, roles }: Pick<Account, 'id' | 'roles'>): AuditRequester {
  return { ...context, viewer: { accountId: id, roles } };
}
