import { sql } from 'kysely';
import type { EntityManager } from '../../platform/database.ts';
import type { Role } from './role.ts';

/** Lets an account work as one thing more. Sessions read their roles at each request, so it holds from the next one on. */
export async function grantRole(em: EntityManager, accountId: string, role: Role): Promise<void> {
  await sql`
    update account set roles = array_append(roles, ${role}::text)
    where id = ${accountId} and not (${role} = any(roles))`.execute(em.getKysely());
}
