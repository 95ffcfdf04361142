import type { RequestContext } from '../../platform/request-context.ts';
import type { DeviceSession } from './account-security.type.ts';
import { describeDevice } from './domain/user-agent.ts';
import { Session } from './session.entity.ts';
import { requireViewer } from './viewer.ts';

const MOST = 100;

/** Where whoever asks is signed in, last used first. */
export async function listDeviceSessions(context: RequestContext): Promise<DeviceSession[]> {
  const viewer = requireViewer(context);
  const sessions = await context.em.find(
    Session,
    { account: viewer.accountId, expiresAt: { $gt: context.clock.now() } },
    { orderBy: { lastUsedAt: 'desc', id: 'desc' }, limit: MOST, disableIdentityMap: true },
  );
  return sessions.map((session) => ({
    accountId: session.account,
    id: session.id,
    device: describeDevice(session.userAgent, context.locale),
    network: session.ipClass ?? null,
    method: session.method,
    hasSecondFactor: session.secondFactorAt !== null,
    openedAt: session.createdAt,
    lastUsedAt: session.lastUsedAt,
    isCurrent: session.id === viewer.sessionId,
  }));
}
