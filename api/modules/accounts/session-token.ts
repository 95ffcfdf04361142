import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Clock } from '../../kernel/clock.ts';
import { newId } from '../../kernel/ids.ts';
import type { EntityManager } from '../../platform/database.ts';
import type { ViewerIdentity } from '../../platform/request-context.ts';
import { Session } from './session.entity.ts';

const SESSION_DAYS = 30;

/** Opens a session. The token is given out once; only its hash is kept. */
export async function openSession(
  em: EntityManager,
  clock: Clock,
  accountId: string,
  userAgent: string | null,
): Promise<{ token: string; expiresAt: Date; sessionId: string }> {
  const token = randomBytes(32).toString('base64url');
  const now = clock.now();
  const expiresAt = new Date(now.getTime() + SESSION_DAYS * 86_400_000);
  const sessionId = newId();
  await em.insert(Session, {
    id: sessionId,
    account: accountId,
    tokenHash: hashToken(token),
    userAgent: userAgent?.slice(0, 300) ?? null,
    createdAt: now,
    expiresAt,
  });
  return { token, expiresAt, sessionId };
}

/** Whose token it is; null when it is unknown or past its end. Roles are read afresh each time. */
export async function findViewer(em: EntityManager, clock: Clock, token: string): Promise<ViewerIdentity | null> {
  const { rows } = await sql<{ session_id: string; account_id: string; roles: string[] }>`
    select s.id as session_id, a.id as account_id, a.roles
    from session s join account a on a.id = s.account_id
    where s.token_hash = ${hashToken(token)} and s.expires_at > ${clock.now()}`.execute(em.getKysely());
  const row = rows[0];
  return row ? { sessionId: row.session_id, accountId: row.account_id, roles: row.roles } : null;
}

export async function closeSession(em: EntityManager, sessionId: string): Promise<void> {
  await em.nativeDelete(Session, { id: sessionId });
}

function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
