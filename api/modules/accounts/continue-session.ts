import type { RequestContext } from '../../platform/request-context.ts';
import type { Account } from './account.entity.ts';
import type { SignedIn } from './accounts.type.ts';
import { rotateSession } from './session-token.ts';
import type { FreshProof } from './session-token.ts';
import { requireViewer } from './viewer.ts';

/** Lets somebody who just proved again who they are go on under a new token; null when they were signed out meanwhile. */
export async function continueSession(
  context: RequestContext,
  account: Account,
  proof: FreshProof,
): Promise<SignedIn | null> {
  const { sessionId } = requireViewer(context);
  const session = await rotateSession(context.em, context.clock, sessionId, proof);
  if (session === null) return null;
  context.sessionCookie.set(session.token, session.expiresAt);
  return { viewer: account, token: session.token };
}
