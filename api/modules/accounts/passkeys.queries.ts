import { sql } from 'kysely';
import { newId } from '../../kernel/ids.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { EntityManager } from '../../platform/database.ts';
import { PasskeyChallenge } from './passkey-challenge.entity.ts';

const CHALLENGE_MINUTES = 10;

interface ChallengeOwner {
  readonly purpose: PasskeyChallenge['purpose'];
  /** Null for a visitor whose passkey will say who they are. */
  readonly account: string | null;
}

/** Keeps what a passkey was asked to sign, until it is answered. */
export async function keepChallenge(
  em: EntityManager,
  clock: Clock,
  challenge: string,
  owner: ChallengeOwner,
): Promise<void> {
  const expiresAt = new Date(clock.now().getTime() + CHALLENGE_MINUTES * 60_000);
  await em.insert(PasskeyChallenge, { id: newId(), challenge, expiresAt, ...owner });
}

/** Takes a challenge that was made for that purpose and account: of several answers at once one finds it. */
export async function takeChallenge(
  em: EntityManager,
  clock: Clock,
  challenge: string,
  { purpose, account }: ChallengeOwner,
): Promise<boolean> {
  const { rows } = await sql`
    delete from passkey_challenge
    where challenge = ${challenge} and purpose = ${purpose} and account_id is not distinct from ${account}::uuid
      and expires_at > ${clock.now()}
    returning id`.execute(em.getKysely());
  return rows.length === 1;
}

/** Notes a use of a passkey. False when its authenticator has counted no further: then there are two of it. */
export async function countUse(em: EntityManager, id: string, counter: number, now: Date): Promise<boolean> {
  const { rows } = await sql`
    update passkey set counter = ${counter}, last_used_at = ${now}
    where id = ${id} and (counter < ${counter} or (counter = 0 and ${counter}::float8 = 0)) returning id`.execute(
    em.getKysely(),
  );
  return rows.length === 1;
}
