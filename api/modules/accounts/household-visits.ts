import type { Clock } from '../../kernel/clock.ts';
import type { EntityManager } from '../../platform/database.ts';

/** Whether a household holds a time or has visits to come. */
export type OpenVisitsSource = (em: EntityManager, clock: Clock, householdId: string) => Promise<boolean>;

let source: OpenVisitsSource | null = null;

/** Called once by the module that knows bookings, which accounts may not know. */
export function provideOpenVisits(given: OpenVisitsSource): void {
  source = given;
}

export async function hasOpenVisits(em: EntityManager, clock: Clock, householdId: string): Promise<boolean> {
  return source !== null && (await source(em, clock, householdId));
}
