import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { PersonalDataRegister, PersonalTable, Through } from '../../platform/personal-data.ts';

/** SQL condition on the rows of a registered table that tell of that account, as the table says it. */
export function ownedBy(register: PersonalDataRegister, table: PersonalTable, accountId: string): RawBuilder<boolean> {
  const { whose } = table;
  if (whose === 'NOBODY') return sql`false`;
  if ('account' in whose) return sql`${sql.ref(`${table.table}.${whose.account}`)} = ${accountId}`;
  const through = tableOf(register, table.table, whose);
  return sql`${sql.ref(`${table.table}.${whose.by}`)} in (select ${sql.raw(whose.to ?? 'id')} from ${sql.table(through.table)}
    where ${ownedBy(register, through, accountId)})`;
}

/** @throws for an entry that leads nowhere, so that the first test shows it. */
function tableOf(register: PersonalDataRegister, from: string, { through, person }: Through): PersonalTable {
  const found = register.tables.find(
    (entry) => entry.table === through && (person === undefined || entry.person === person),
  );
  if (!found) throw new Error(`${from} leads to a person through ${through}, which the register does not have`);
  return found;
}
