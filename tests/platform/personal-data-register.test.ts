import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { personalData } from '../../api/app/modules.ts';
import { newId } from '../../api/kernel/ids.ts';
import { ownedBy } from '../../api/modules/privacy/owned-rows.queries.ts';
import { isSealedColumn } from '../../api/platform/personal-data.ts';
import { canTell, knownColumns, listColumns } from '../support/personal-columns.ts';
import type { DatabaseColumn } from '../support/personal-columns.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';
import { TEST_VAULT } from '../support/test-keys.ts';
import { sql } from 'kysely';

let api: TestApi;
let columns: DatabaseColumn[];
beforeAll(async () => {
  api = await startTestApi({ demo: true });
  columns = await listColumns(api);
});
afterAll(() => api.close());

const { tables, impersonal, sealed } = personalData;
const personalColumns = tables.flatMap((table) =>
  Object.entries(table.columns).map(([column, entry]) => ({ ...entry, table: table.table, column, in: table })),
);

describe('the register of personal columns', () => {
  test('knows every column in which something about a person could be written, as personal or as impersonal', () => {
    const known = knownColumns(personalData);

    const unknown = columns.filter((column) => canTell(column) && !known.has(`${column.table}.${column.column}`));

    expect(unknown.map(({ table, column, type }) => `${table}.${column} (${type})`)).toEqual([]);
  });

  test('names no column that does not exist', () => {
    const existing = new Set(columns.map(({ table, column }) => `${table}.${column}`));

    expect([...knownColumns(personalData)].filter((name) => !existing.has(name))).toEqual([]);
  });

  test('calls no column both personal and impersonal', () => {
    const personal = new Set(personalColumns.map(({ table, column }) => `${table}.${column}`));

    const both = impersonal.flatMap(({ table, columns: listed }) => listed.map((column) => `${table}.${column}`));

    expect(both.filter((name) => personal.has(name))).toEqual([]);
  });

  test('says of each personal column that it is sealed, or why it is not, and never both', () => {
    const wrong = personalColumns.filter(
      ({ table, column, plain }) => isSealedColumn(personalData, table, column) === (plain !== undefined),
    );

    expect(wrong.map(({ table, column }) => `${table}.${column}`)).toEqual([]);
  });

  test('has every column that the vault seals', () => {
    const personal = new Set(personalColumns.map(({ table, column }) => `${table}.${column}`));

    const missing = sealed.flatMap(({ table, columns: names }) =>
      Object.values<string>(names)
        .map((column) => `${table}.${column}`)
        .filter((name) => !personal.has(name)),
    );

    expect(missing).toEqual([]);
  });

  test('says what becomes of each column when the account is erased, unless the rows go', () => {
    const silent = personalColumns.filter(
      ({ erased, in: table }) => table.whose !== 'NOBODY' && (erased === undefined) !== (table.deletedWhole === true),
    );

    expect(silent.map(({ table, column }) => `${table}.${column}`)).toEqual([]);
  });

  test('wipes only what can be empty', () => {
    const byName = new Map(columns.map((column) => [`${column.table}.${column.column}`, column]));
    const wiped = tables.flatMap(({ table, columns: entries, retention = [] }) => [
      ...Object.entries(entries).flatMap(([column, { erased }]) => (erased === 'WIPED' ? [`${table}.${column}`] : [])),
      ...retention.flatMap(({ then }) =>
        typeof then === 'object' && 'wipe' in then ? then.wipe.map((column) => `${table}.${column}`) : [],
      ),
    ]);

    const full = wiped.filter((name) => {
      const { nullable, type } = byName.get(name)!;
      return !nullable && type !== 'text';
    });

    expect(full).toEqual([]);
  });

  test('leads from every table to a person, by SQL that PostgreSQL takes', async () => {
    for (const table of tables) {
      const condition = ownedBy(personalData, table, newId());
      const { rows } = await sql<{ count: number }>`
        select count(*)::int as count from ${sql.table(table.table)} where ${condition}`.execute(api.em.getKysely());

      expect(rows[0], `${table.table}, ${table.person}`).toEqual({ count: 0 });
    }
  });
});

describe('a column that is said to be sealed', () => {
  test('holds in the demo nothing but what the vault opens, bound to its row and column', async () => {
    let opened = 0;
    for (const { table, columns: names } of sealed) {
      for (const column of Object.values<string>(names)) {
        const rows = await api.sql<{ id: string; value: string }>(
          `select id, "${column}" as value from "${table}" where "${column}" is not null and "${column}" <> ''`,
        );
        for (const { id, value } of rows) {
          expect(TEST_VAULT.isSealed(value), `${table}.${column}`).toBe(true);
          expect(() => TEST_VAULT.open(`${table}.${column}`, id, value as never)).not.toThrow();
          opened += 1;
        }
      }
    }

    expect(opened).toBeGreaterThan(500);
  });
});
