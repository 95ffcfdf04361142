import { timingSafeEqual } from 'node:crypto';
import { sql } from 'kysely';
import { newId } from '../../kernel/ids.ts';
import type { EntityManager } from '../../platform/database.ts';
import type { Vault } from '../../platform/vault.ts';

export const MOST_CODE_TRIES = 5;
const CODES = 10_000;

/**
 * The four digits that the household reads out at the door. They follow from the booking and a key of the installation, so that
 * they lie nowhere: neither a copy of the database nor the provider can tell them.
 */
export function visitCodeOf(vault: Vault, bookingId: string): string {
  const digest = Buffer.from(vault.lookupHash('visit.code', bookingId), 'base64url');
  return String(digest.readUIntBE(0, 6) % CODES).padStart(4, '0');
}

/** How many tries are left after this one, by one atomic count; null when there was none left for it. */
async function countTry(em: EntityManager, bookingId: string): Promise<number | null> {
  const { rows } = await sql<{ tries: number }>`
    insert into visit (id, booking_id, code_tries) values (${newId()}, ${bookingId}, 1)
    on conflict (booking_id) do update set code_tries = visit.code_tries + 1 where visit.code_tries < ${MOST_CODE_TRIES}
    returning code_tries as tries`.execute(em.getKysely());
  return rows[0] === undefined ? null : MOST_CODE_TRIES - rows[0].tries;
}

export type CodeVerdict =
  | { readonly is: 'RIGHT' }
  | { readonly is: 'WRONG'; readonly triesLeft: number }
  /** The five tries are used up: whatever is given, it is not looked at any more. */
  | { readonly is: 'LOCKED' };

/** Looks at a code once. Right or wrong, it has been one of the five tries. */
export async function tryVisitCode(
  em: EntityManager,
  vault: Vault,
  bookingId: string,
  code: string,
): Promise<CodeVerdict> {
  const triesLeft = await countTry(em, bookingId);
  if (triesLeft === null) return { is: 'LOCKED' };
  const expected = Buffer.from(visitCodeOf(vault, bookingId));
  const given = Buffer.from(code);
  const isRight = given.length === expected.length && timingSafeEqual(given, expected);
  return isRight ? { is: 'RIGHT' } : { is: 'WRONG', triesLeft };
}
