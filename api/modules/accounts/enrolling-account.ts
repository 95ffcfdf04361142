import { GraphQLError } from 'graphql';
import { asSystem } from '../../platform/database-identity.ts';
import type { EntityManager } from '../../platform/database.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { Account } from './account.entity.ts';
import { TokenPurpose, findToken } from './one-time-token.ts';
import { mustEnrol, needsSecondFactor } from './second-factor.policy.ts';
import type { FactorCount } from './second-factor.policy.ts';
import { countFactors } from './second-factors.queries.ts';
import { findSecondFactorTime } from './session-token.ts';
import { requireRecentAuthentication } from './viewer.ts';

/** Somebody who sets a factor up, and how they came. */
export interface Enrolment {
  readonly account: Account;
  /** Challenge of the sign-in that waits for it; null where they are signed in. */
  readonly challenge: string | null;
}

/**
 * Who sets a factor up: whoever is signed in and proved it lately, or, with the challenge of a sign-in, an account that must
 * have a factor and has none. Null when the challenge is good for nothing.
 * @throws UNAUTHENTICATED, REAUTHENTICATION_REQUIRED
 */
export async function findEnrolment(context: RequestContext, challenge: string | null): Promise<Enrolment | null> {
  const { em } = context;
  if (challenge === null) {
    const viewer = requireRecentAuthentication(context);
    const account = await em.findOneOrFail(Account, { id: viewer.accountId }, { disableIdentityMap: true });
    await requireProvenFactor(context, account, viewer.sessionId);
    return { account, challenge };
  }
  const token = await findToken(em, context, TokenPurpose.SECOND_FACTOR, challenge);
  if (token === null) return null;
  const account = await em.findOne(Account, { id: token.accountId }, { disableIdentityMap: true });
  if (account === null || account.bannedAt != null || !(await mayEnrolFirst(em, account))) return null;
  return { account, challenge };
}

/** Whether somebody with nothing but a challenge may set a factor up: only the first. */
export async function mayEnrolFirst(em: EntityManager, account: Account): Promise<boolean> {
  const factors = await countFactors(em, account.id);
  return needsSecondFactor(account, factors) && mustEnrol(factors);
}

/** Runs a step as the platform where nobody is signed in yet, else as the account itself. */
export async function enrolling<T>(challenge: string | null, work: () => Promise<T>): Promise<T> {
  return challenge === null ? work() : asSystem(work);
}

/**
 * Keeps factors from being changed in a session that never gave one, such as one from before the first was set up.
 * @throws REAUTHENTICATION_REQUIRED with `secondFactor`
 */
export async function requireProvenFactor(
  { em }: RequestContext,
  account: Account,
  sessionId: string,
): Promise<FactorCount> {
  const factors = await countFactors(em, account.id);
  const isAsked = needsSecondFactor(account, factors) && !mustEnrol(factors);
  if (isAsked && (await findSecondFactorTime(em, sessionId)) === null) {
    throw new GraphQLError('Prove again that it is you, with your second factor.', {
      extensions: { code: 'REAUTHENTICATION_REQUIRED', secondFactor: true },
    });
  }
  return factors;
}
