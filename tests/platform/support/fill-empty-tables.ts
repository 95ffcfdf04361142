import type { TestApi } from '../../support/test-api.ts';

interface Column {
  readonly name: string;
  readonly type: string;
}

/**
 * Puts one row of nobody's into each of the tables that has none, so that whoever may not see its rows has one not to see. Its
 * values only have the right types: keys point nowhere, and the checks of the tables are taken away.
 */
export async function fillEmptyTables(api: TestApi, tables: readonly string[]): Promise<void> {
  for (const table of tables) {
    const [found] = await api.sql<{ any: boolean }>(`select exists (select from "${table}") as any`);
    if (found!.any) continue;
    const constraints = await api.sql<{ name: string }>(
      `select conname as name from pg_constraint where conrelid = '"${table}"'::regclass and contype in ('c', 'f', 'x')`,
    );
    for (const { name } of constraints) await api.sql(`alter table "${table}" drop constraint "${name}"`);
    const columns = await api.sql<Column>(
      `select a.attname as name, format_type(a.atttypid, null) as type from pg_attribute a
       where a.attrelid = '"${table}"'::regclass and a.attnum > 0 and not a.attisdropped
         and a.attnotnull and a.attidentity = '' and a.attgenerated = ''`,
    );
    const names = columns.map(({ name }) => `"${name}"`).join(', ');
    await api.sql(`insert into "${table}" (${names}) values (${columns.map(valueOf).join(', ')})`);
  }
}

function valueOf({ name, type }: Column): string {
  if (type === 'uuid') return 'gen_random_uuid()';
  if (type.startsWith('timestamp') || type === 'date') return 'now()';
  if (type === 'boolean') return 'true';
  if (type.endsWith('[]')) return `'{}'`;
  if (/^jsonb?$/.test(type)) return `'{}'`;
  if (/^(?:tstzrange|daterange|int4range)$/.test(type)) return `'empty'`;
  if (/^(?:smallint|integer|bigint|numeric|real|double precision)$/.test(type)) return '1';
  if (/^(?:text|character varying|character|bytea|time without time zone)$/.test(type)) return `'00:00'`;
  throw new Error(`no value for ${name}, which is ${type}`);
}
