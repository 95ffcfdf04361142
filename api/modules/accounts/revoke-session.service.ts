import { isId } from '../../kernel/ids.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { Session } from './session.entity.ts';
import { endSessions } from './session-token.ts';
import { requireViewer } from './viewer.ts';

/** Ends one of the viewer's own sessions. Somebody else's is as good as none. */
export async function revokeSession(context: RequestContext, id: string): Promise<boolean> {
  const { accountId, sessionId } = requireViewer(context);
  if (!isId(id)) return false;
  const ended = await context.em.nativeDelete(Session, { id, account: accountId });
  if (ended > 0 && id === sessionId) context.sessionCookie.clear();
  return ended > 0;
}

export async function revokeOtherSessions(context: RequestContext): Promise<number> {
  const { accountId, sessionId } = requireViewer(context);
  return endSessions(context.em, accountId, sessionId);
}
