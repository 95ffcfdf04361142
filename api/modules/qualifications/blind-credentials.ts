import { sql } from 'kysely';
import type { EntityManager } from '../../platform/database.ts';
import type { ViewerIdentity } from '../../platform/request-context.ts';
import { Role, hasRole } from '../accounts/index.ts';
import { OPEN_STATES } from './domain/credential-transitions.ts';

/** What auditors do to a credential, as it is called in the audit log: who did it is what the others must not know. */
export const BLIND_ACTS: readonly string[] = [
  'credential.claimed',
  'credential.voted',
  'credential.decided',
  'credential-reaudit.claimed',
  'credential-reaudit.decided',
  'evidence.read',
];

/**
 * Ids of the credentials on which the viewer could still vote, or be asked to: those that auditors have not decided on, and
 * those that one looks at once more. Who acted on them is hidden from auditors until the votes are revealed (Q4, Q5), whatever
 * else they are. Empty for everybody else.
 */
export async function listBlindCredentials(em: EntityManager, viewer: ViewerIdentity | null): Promise<string[]> {
  if (!hasRole(viewer, Role.AUDITOR)) return [];
  const { rows } = await sql<{ id: string }>`
    select id::text from credential where state = any(${[...OPEN_STATES]})
    union select credential_id::text from credential_reaudit where decided_at is null`.execute(em.getKysely());
  return rows.map(({ id }) => id);
}
