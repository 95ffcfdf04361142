import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Clock } from '../../kernel/clock.ts';
import { newId } from '../../kernel/ids.ts';
import type { EntityManager } from '../../platform/database.ts';
import type { ViewerIdentity } from '../../platform/request-context.ts';
import { isStaff } from './role.ts';
import { Session } from './session.entity.ts';
import { SignInMethod } from './sign-in-method.ts';

const SESSION_DAYS = 30;
const LAST_USE_PRECISION_MS = 5 * 60_000;

export interface SessionDraft {
  readonly accountId: string;
  readonly userAgent: string | null;
  readonly ipClass?: string | null;
  readonly method?: SignInMethod;
  /** Whether a second factor was given just now. */
  readonly secondFactor?: boolean;
}

export interface OpenedSession {
  readonly token: string;
  readonly expiresAt: Date;
  readonly sessionId: string;
}

/** Opens a session. The token is given out once; only its hash is kept. */
export async function openSession(em: EntityManager, clock: Clock, draft: SessionDraft): Promise<OpenedSession> {
  const token = randomBytes(32).toString('base64url');
  const now = clock.now();
  const expiresAt = new Date(now.getTime() + SESSION_DAYS * 86_400_000);
  const sessionId = newId();
  await em.insert(Session, {
    id: sessionId,
    account: draft.accountId,
    tokenHash: hashToken(token),
    userAgent: draft.userAgent?.slice(0, 300) ?? null,
    ipClass: draft.ipClass ?? null,
    method: draft.method ?? SignInMethod.PASSWORD,
    authenticatedAt: now,
    secondFactorAt: draft.secondFactor ? now : null,
    lastUsedAt: now,
    createdAt: now,
    expiresAt,
  });
  return { token, expiresAt, sessionId };
}

export interface FreshProof {
  /** Whether a second factor was part of it. */
  readonly secondFactor: boolean;
}

/**
 * Gives a session whose owner just proved again who they are, or who may do more from now on, a new token; the old one is worth
 * nothing any more. Null when the session is gone.
 */
export async function rotateSession(
  em: EntityManager,
  clock: Clock,
  sessionId: string,
  { secondFactor }: FreshProof,
): Promise<OpenedSession | null> {
  const token = randomBytes(32).toString('base64url');
  const now = clock.now();
  const { rows } = await sql<{ expires_at: string }>`
    update session set token_hash = ${hashToken(token)}, authenticated_at = ${now},
      second_factor_at = case when ${secondFactor}::boolean then ${now}::timestamptz else second_factor_at end
    where id = ${sessionId} and expires_at > ${now} returning expires_at`.execute(em.getKysely());
  return rows[0] ? { token, expiresAt: new Date(rows[0].expires_at), sessionId } : null;
}

/** When a second factor was last given in the session; null when never. */
export async function findSecondFactorTime(em: EntityManager, sessionId: string): Promise<Date | null> {
  const session = await em.findOne(Session, { id: sessionId }, { disableIdentityMap: true });
  return session?.secondFactorAt ?? null;
}

interface ViewerRow {
  readonly session_id: string;
  readonly account_id: string;
  readonly roles: string[];
  readonly is_demo: boolean;
  readonly authenticated_at: string;
  readonly second_factor_at: string | null;
  readonly last_used_at: string;
}

/**
 * Whose token it is; null when it is unknown, past its end, or of an account that was banned. Roles are read afresh each time,
 * and those over other people's data count only where a second factor was given.
 */
export async function findViewer(em: EntityManager, clock: Clock, token: string): Promise<ViewerIdentity | null> {
  const now = clock.now();
  const { rows } = await sql<ViewerRow>`
    select s.id as session_id, a.id as account_id, a.roles, a.is_demo, s.authenticated_at, s.second_factor_at, s.last_used_at
    from session s join account a on a.id = s.account_id
    where s.token_hash = ${hashToken(token)} and s.expires_at > ${now} and a.banned_at is null`.execute(em.getKysely());
  const row = rows[0];
  if (!row) return null;
  if (now.getTime() - new Date(row.last_used_at).getTime() > LAST_USE_PRECISION_MS)
    await em.nativeUpdate(Session, { id: row.session_id }, { lastUsedAt: now });
  const isTrusted = row.is_demo || row.second_factor_at !== null || !isStaff(row);
  return {
    sessionId: row.session_id,
    accountId: row.account_id,
    householdId: row.account_id,
    roles: isTrusted ? row.roles : row.roles.filter((role) => !isStaff({ roles: [role] })),
    authenticatedAt: new Date(row.authenticated_at),
  };
}

export async function closeSession(em: EntityManager, sessionId: string): Promise<void> {
  await em.nativeDelete(Session, { id: sessionId });
}

function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
