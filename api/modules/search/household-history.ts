import type { EntityManager } from '../../platform/database.ts';

/** Completed visits of one household, counted by provider id. */
export type HouseholdHistorySource = (
  em: EntityManager,
  householdId: string,
  providerIds: readonly string[],
) => Promise<ReadonlyMap<string, number>>;

let source: HouseholdHistorySource | null = null;

/** Called once by the module that knows bookings, which search itself may not know. */
export function provideHouseholdHistory(given: HouseholdHistorySource): void {
  source = given;
}

/** Visits of the household by provider id; empty for a visitor. */
export async function countVisits(
  em: EntityManager,
  householdId: string | null,
  providerIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  return householdId === null || source === null || providerIds.length === 0
    ? new Map()
    : source(em, householdId, providerIds);
}
