import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { EntityManager } from '../../platform/database.ts';

/** What a wiped column holds: nothing, or an empty text where it may not be null. */
export async function wipe(em: EntityManager, table: string, column: string): Promise<RawBuilder<unknown>> {
  return (await mayBeNull(em, table, column)) ? sql`null` : sql`''`;
}

/** SQL condition: the column still holds something. */
export async function isFull(em: EntityManager, table: string, column: string): Promise<RawBuilder<boolean>> {
  return (await mayBeNull(em, table, column)) ? sql`${sql.ref(column)} is not null` : sql`${sql.ref(column)} <> ''`;
}

async function mayBeNull(em: EntityManager, table: string, column: string): Promise<boolean> {
  const { rows } = await sql<{ nullable: boolean }>`
    select not attnotnull as nullable from pg_attribute
    where attrelid = to_regclass(${`public.${table}`}) and attname = ${column} and not attisdropped`.execute(
    em.getKysely(),
  );
  if (!rows[0]) throw new Error(`There is no column ${table}.${column}`);
  return rows[0].nullable;
}
