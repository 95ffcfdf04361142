import { randomInt } from 'node:crypto';
import { sql } from 'kysely';
import { newId } from '../../api/kernel/ids.ts';
import { ownedBy } from '../../api/modules/privacy/owned-rows.queries.ts';
import { isSealedColumn } from '../../api/platform/personal-data.ts';
import type { PersonalDataRegister, PersonalTable } from '../../api/platform/personal-data.ts';
import { canTell, listColumns } from './personal-columns.ts';
import type { DatabaseColumn } from './personal-columns.ts';
import type { TestApi } from './test-api.ts';
import { TEST_VAULT } from './test-keys.ts';

/** A value that occurs nowhere else, for each column. */
export class Canaries {
  readonly #values = new Map<string, string>();

  /** The canary of `table.column`, in a form that the column takes. */
  of(name: string): string {
    const known = this.#values.get(name);
    if (known !== undefined) return known;
    const value = newCanary(name);
    this.#values.set(name, value);
    return value;
  }

  /** Names of columns whose canary is in the text. */
  foundIn(text: string): string[] {
    return [...this.#values].filter(([, value]) => text.includes(value)).map(([name]) => name);
  }

  get names(): readonly string[] {
    return [...this.#values.keys()];
  }
}

function newCanary(name: string): string {
  const digits = String(randomInt(10_000_000, 99_999_999));
  if (name.endsWith('.phone')) return `+4477${digits}`;
  if (name.endsWith('.latitude')) return `51.50${digits.slice(0, 6)}1`;
  if (name.endsWith('.longitude')) return `-0.12${digits.slice(0, 6)}1`;
  const words = `canary-${name.replaceAll(/[._]/g, '-')}-${digits}`;
  return name.endsWith('.email') ? `${words}@example.org` : words;
}

export interface Planting {
  readonly api: TestApi;
  readonly register: PersonalDataRegister;
  readonly canaries: Canaries;
  /** The accounts whose rows get them; the first that has a row in a table is taken. */
  readonly accountIds: readonly string[];
  /** Columns that are left as they are, because the person could not sign in or be booked any more. */
  readonly spared: readonly string[];
}

/**
 * Puts its canary into every personal column that takes words, places or bytes, in a row of one of the persons; a table that
 * has no such row gets one, with whatever its columns take.
 */
export async function plantCanaries(planting: Planting): Promise<void> {
  const columns = await listColumns(planting.api);
  for (const table of planting.register.tables) {
    if (table.whose === 'NOBODY' || Object.keys(table.columns).length === 0) continue;
    const wanted = Object.keys(table.columns).filter((column) => !planting.spared.includes(`${table.table}.${column}`));
    if (wanted.length === 0) continue;
    const id = (await findRow(planting, table)) ?? (await makeRow(planting, table, columns));
    for (const column of wanted) {
      const described = columns.find((entry) => entry.table === table.table && entry.column === column);
      if (!described || !takesCanary(described)) continue;
      await plant(planting, described, id);
    }
  }
}

function takesCanary(column: DatabaseColumn): boolean {
  return canTell(column) && column.type !== 'date';
}

async function findRow({ api, register, accountIds }: Planting, table: PersonalTable): Promise<string | null> {
  for (const accountId of accountIds) {
    const { rows } = await sql<{ id: string }>`
      select id from ${sql.table(table.table)} where ${ownedBy(register, table, accountId)} order by id limit 1`.execute(
      api.em.getKysely(),
    );
    if (rows[0]) return rows[0].id;
  }
  return null;
}

async function plant({ api, register, canaries }: Planting, column: DatabaseColumn, id: string): Promise<void> {
  const name = `${column.table}.${column.column}` as const;
  const canary = canaries.of(name);
  const value = isSealedColumn(register, column.table, column.column)
    ? TEST_VAULT.seal(name, id, canary)
    : inFormOf(column, canary);
  await api.sql(`update "${column.table}" set "${column.column}" = $1 where id = $2`, [value, id]);
}

function inFormOf({ type }: DatabaseColumn, canary: string): unknown {
  if (type === 'jsonb') return JSON.stringify({ en: canary, 'zh-CN': canary });
  if (type.endsWith('[]')) return [canary];
  return type === 'bytea' ? Buffer.from(canary) : canary;
}

/** @throws when no row can be made of plain values: then the scene has to bring one. */
async function makeRow(planting: Planting, table: PersonalTable, columns: readonly DatabaseColumn[]): Promise<string> {
  const { api } = planting;
  const keys = await api.sql<{ column: string; target: string }>(
    `select a.attname as column, c.confrelid::regclass::text as target from pg_constraint c
       join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
      where c.contype = 'f' and c.conrelid = $1::regclass`,
    [`"${table.table}"`],
  );
  const row: Record<string, unknown> = {};
  for (const column of columns.filter((entry) => entry.table === table.table && !entry.nullable)) {
    const target = keys.find((key) => key.column === column.column)?.target;
    row[column.column] = target === undefined ? plainValue(column) : await anyId(api, target);
  }
  row['id'] = newId();
  const { whose } = table;
  if (whose !== 'NOBODY' && 'account' in whose) row[whose.account] = planting.accountIds[0];
  if (whose !== 'NOBODY' && 'through' in whose) {
    const other = planting.register.tables.find(
      (entry) => entry.table === whose.through && (whose.person === undefined || entry.person === whose.person),
    )!;
    row[whose.by] = (await findRow(planting, other)) ?? (await makeRow(planting, other, columns));
  }
  const names = Object.keys(row);
  await api.sql(
    `insert into "${table.table}" (${names.map((name) => `"${name}"`).join(', ')}) values (${names.map((_, index) => `$${index + 1}`).join(', ')})`,
    Object.values(row),
  );
  return row['id'] as string;
}

async function anyId(api: TestApi, table: string): Promise<string | undefined> {
  const [row] = await api.sql<{ id: string }>(`select id from ${table} order by id limit 1`);
  return row?.id;
}

function plainValue({ type, column }: DatabaseColumn): unknown {
  if (type === 'uuid') return newId();
  if (type.startsWith('timestamp')) return new Date();
  if (type === 'date') return '2027-01-01';
  if (type === 'boolean') return false;
  if (type === 'jsonb') return '{}';
  if (type.endsWith('[]')) return [];
  // In the form of a key, of a file that is not there.
  if (column === 'file_key') return `stored/${newId()}`;
  return type === 'text' ? `${column}-${newId()}` : 1;
}
