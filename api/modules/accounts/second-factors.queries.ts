import { sql } from 'kysely';
import type { EntityManager } from '../../platform/database.ts';
import type { Sealed } from '../../platform/vault.ts';
import type { FactorCount } from './second-factor.policy.ts';

/** What the account can prove itself with. */
export async function countFactors(em: EntityManager, accountId: string): Promise<FactorCount> {
  const { rows } = await sql<{ apps: number; passkeys: number; recovery_codes: number }>`
    select
      (select count(*)::int from authenticator_app where account_id = ${accountId} and confirmed_at is not null) as apps,
      (select count(*)::int from passkey where account_id = ${accountId}) as passkeys,
      (select count(*)::int from recovery_code where account_id = ${accountId} and used_at is null) as recovery_codes`.execute(
    em.getKysely(),
  );
  const [row] = rows;
  return { apps: row?.apps ?? 0, passkeys: row?.passkeys ?? 0, recoveryCodes: row?.recovery_codes ?? 0 };
}

/** Keeps everybody else from changing the account's factors until the transaction ends. Sessions can still be opened. */
export async function lockFactors(em: EntityManager, accountId: string): Promise<void> {
  await sql`select id from account where id = ${accountId} for no key update`.execute(em.getKysely());
}

/** Secrets of the apps whose codes count. */
export async function listSecrets(
  em: EntityManager,
  accountId: string,
): Promise<{ readonly id: string; readonly secret: Sealed }[]> {
  const { rows } = await sql<{ id: string; secret: Sealed }>`
    select id, secret from authenticator_app where account_id = ${accountId} and confirmed_at is not null
    order by id`.execute(em.getKysely());
  return rows;
}

/** Uses a half minute of an app up, and with it all before: of several callers at once one gets it. */
export async function takeTotpStep(em: EntityManager, appId: string, step: number, now: Date): Promise<boolean> {
  const { rows } = await sql`
    update authenticator_app set last_step = ${step}, last_used_at = ${now}
    where id = ${appId} and confirmed_at is not null and last_step < ${step} returning id`.execute(em.getKysely());
  return rows.length === 1;
}

/** Uses a recovery code up: of several callers at once one gets it. */
export async function takeRecoveryCode(em: EntityManager, codeHash: string, now: Date): Promise<boolean> {
  const { rows } = await sql`
    update recovery_code set used_at = ${now} where code_hash = ${codeHash} and used_at is null returning id`.execute(
    em.getKysely(),
  );
  return rows.length === 1;
}
