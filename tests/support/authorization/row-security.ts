import type { TestApi } from '../test-api.ts';

/** Takes the second wall down in this database alone: the policies stay, and PostgreSQL no longer asks them. */
export async function takeDownRowSecurity(api: TestApi): Promise<void> {
  const tables = await api.sql<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where rowsecurity and schemaname = 'public'`,
  );
  for (const { name } of tables)
    await api.sql(`alter table ${name} no force row level security, disable row level security`);
}
