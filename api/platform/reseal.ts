import { sql } from 'kysely';
import type { EntityManager } from './database.ts';
import type { SealedTable, Vault } from './vault.ts';

/** A table with sealed columns, whatever its rows are. */
export type AnySealedTable = SealedTable<{ id: string }, never>;

const ROWS_PER_BATCH = 500;

interface Batch {
  readonly lastId: string;
  readonly changed: number;
}

/**
 * Seals with the current key what was sealed with an older one, and what an installation from before sealing kept plain.
 * Runs in small transactions beside normal traffic: a row that changes meanwhile keeps its change and is met again by the
 * next run. Returns how many rows were written.
 */
export async function resealTables(
  em: EntityManager,
  vault: Vault,
  tables: readonly AnySealedTable[],
): Promise<number> {
  let changed = 0;
  for (const table of tables) {
    let batch: Batch | null = { lastId: '00000000-0000-0000-0000-000000000000', changed: 0 };
    while (batch !== null) {
      const { lastId }: Batch = batch;
      batch = await em.fork().transactional((transaction) => resealBatch(transaction, vault, table, lastId));
      changed += batch?.changed ?? 0;
    }
  }
  return changed;
}

async function resealBatch(
  em: EntityManager,
  vault: Vault,
  { table, columns, hashes }: AnySealedTable,
  after: string,
): Promise<Batch | null> {
  const names: readonly string[] = Object.values(columns);
  const outdated = sql.join(
    names.map((name) => sql`(${sql.ref(name)} <> '' and ${sql.ref(name)} not like ${`${vault.currentPrefix}%`})`),
    sql` or `,
  );
  const { rows } = await sql<Record<string, string | null> & { id: string }>`
    select id, ${sql.join(names.map((name) => sql.ref(name)))} from ${sql.table(table)}
    where id > ${after} and (${outdated}) order by id limit ${ROWS_PER_BATCH} for update`.execute(em.getKysely());
  for (const row of rows) {
    const texts = names.map((name) => openOrPlain(vault, `${table}.${name}`, row.id, row[name] ?? null));
    const sets = names.map((name, index) => {
      const text = texts[index] ?? null;
      return sql`${sql.ref(name)} = ${text === '' ? '' : vault.seal(`${table}.${name}`, row.id, text)}`;
    });
    const hashed = Object.entries<string>(hashes).flatMap(([property, of]) => {
      const column = (columns as Readonly<Record<string, string>>)[of] ?? of;
      const text = texts[names.indexOf(column)] ?? null;
      // The hash of what was wiped stands for nothing, and two of it would clash.
      return text === ''
        ? []
        : [
            sql`${sql.ref(toColumn(property))} = ${text === null ? null : vault.lookupHash(`${table}.${column}`, text)}`,
          ];
    });
    await sql`update ${sql.table(table)} set ${sql.join([...sets, ...hashed])} where id = ${row.id}`.execute(
      em.getKysely(),
    );
  }
  const last = rows.at(-1);
  return last ? { lastId: last.id, changed: rows.length } : null;
}

function openOrPlain(vault: Vault, column: `${string}.${string}`, id: string, value: string | null): string | null {
  return value === null || !vault.isSealed(value) ? value : vault.open(column, id, value);
}

/** The column of a property, as the ORM names it. */
function toColumn(property: string): string {
  return property.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
