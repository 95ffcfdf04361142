import type { TestApi } from '../test-api.ts';

/** When a session was last seen is no effect of what it asked for. */
const CHANGES_BY_ASKING = ['last_used_at', 'last_seen_at', 'used_at', 'seen_at'];

/** One digest of every row of each table, to see what an operation has changed. */
export async function digestRows(api: TestApi): Promise<ReadonlyMap<string, string>> {
  const tables = await api.sql<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`,
  );
  const without = CHANGES_BY_ASKING.map((column) => `'${column}'`).join(', ');
  const parts = tables.map(
    ({ name }) =>
      `select '${name}' as name, count(*) || ' ' || coalesce(sum(hashtextextended(row, 0)), 0) as digest
       from (select (to_jsonb(t) - array[${without}])::text as row from "${name}" t) rows`,
  );
  const rows = await api.sql<{ name: string; digest: string }>(parts.join(' union all '));
  return new Map(rows.map(({ name, digest }) => [name, digest]));
}

/** Names of the tables that differ. */
export function changedTables(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  return [...after].filter(([name, digest]) => before.get(name) !== digest).map(([name]) => name);
}
