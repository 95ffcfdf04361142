import { sql } from 'kysely';
import type { Clock } from '../../kernel/clock.ts';
import { recordAudit } from '../../platform/audit-log.ts';
import type { EntityManager } from '../../platform/database.ts';
import type { ColumnErasure, PersonalDataRegister, PersonalTable } from '../../platform/personal-data.ts';
import { wipe } from './emptied-columns.queries.ts';
import { ownedBy } from './owned-rows.queries.ts';
import { personalDataRegister } from './register.ts';

/**
 * Does to every registered column of the account what the register says, in the transaction of `em`. What is kept has no name
 * any more. Doing it again changes nothing.
 */
export async function eraseAccount(
  { em, clock }: { readonly em: EntityManager; readonly clock: Clock },
  accountId: string,
): Promise<void> {
  const register = personalDataRegister();
  for (const handler of register.handlers.values()) await handler.erase?.({ em, clock }, accountId);
  for (const table of register.tables) await eraseTable(em, register, table, accountId);
  await recordAudit(em, { clock }, { action: 'account.erased', subjectType: 'account', subjectId: accountId });
}

async function eraseTable(
  em: EntityManager,
  register: PersonalDataRegister,
  table: PersonalTable,
  accountId: string,
): Promise<void> {
  if (table.whose === 'NOBODY') return;
  const owned = ownedBy(register, table, accountId);
  if (table.deletedWhole) {
    await sql`delete from ${sql.table(table.table)} where ${owned}`.execute(em.getKysely());
    return;
  }
  const changes = Object.entries(table.columns).flatMap(([column, { erased }]) => {
    const value = erased === undefined ? null : toValue(erased);
    return value === null ? [] : [{ column, value }];
  });
  if (changes.length === 0) return;
  const sets = await Promise.all(
    changes.map(async ({ column, value }) =>
      value === 'EMPTY'
        ? sql`${sql.ref(column)} = ${await wipe(em, table.table, column)}`
        : sql`${sql.ref(column)} = ${sql.raw(value)}`,
    ),
  );
  await sql`update ${sql.table(table.table)} set ${sql.join(sets)} where ${owned}`.execute(em.getKysely());
}

/** An SQL expression, `EMPTY`, or null where the column stays. */
function toValue(erased: ColumnErasure): string | null {
  if (erased === 'WIPED') return 'EMPTY';
  return 'becomes' in erased ? erased.becomes : null;
}
