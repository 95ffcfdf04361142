import { sql } from 'kysely';
import type { EntityManager } from '../../platform/database.ts';

/**
 * Waits for the turn of households: whatever reserves, pays, or changes who belongs to one of them comes one after the other.
 * Taken before any other lock, several in one order.
 */
export async function lockHouseholds(em: EntityManager, ...householdIds: readonly string[]): Promise<void> {
  for (const id of [...new Set(householdIds)].toSorted())
    await sql`select pg_advisory_xact_lock(hashtextextended(${id}, 1))`.execute(em.getKysely());
}
