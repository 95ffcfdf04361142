import type { PersonalDataRegister } from '../../api/platform/personal-data.ts';
import type { TestApi } from './test-api.ts';

export interface DatabaseColumn {
  readonly table: string;
  readonly column: string;
  readonly type: string;
  readonly nullable: boolean;
}

/** Every column of a table of ours, as PostgreSQL describes it. */
export async function listColumns(api: Pick<TestApi, 'sql'>): Promise<DatabaseColumn[]> {
  return api.sql<DatabaseColumn>(
    `select c.relname as table, a.attname as column, format_type(a.atttypid, null) as type, not a.attnotnull as nullable
       from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname <> 'mikro_orm_migrations'
      order by 1, a.attnum`,
  );
}

/** Types in which something about a person can be written: words, places, days, addresses of machines, bytes. */
const TELLING =
  /^(?:text|character varying|character|citext|jsonb?|bytea|inet|cidr|xml|date|point|double precision|real|numeric)(?:\[\])?$/;

export function canTell({ type }: DatabaseColumn): boolean {
  return TELLING.test(type);
}

/** Columns that the register knows, `table.column`. */
export function knownColumns(register: PersonalDataRegister): ReadonlySet<string> {
  return new Set([
    ...register.tables.flatMap(({ table, columns, alongside, document }) =>
      [...Object.keys(columns), ...(alongside ?? []), ...(document ? Object.values<string>({ ...document }) : [])].map(
        (column) => `${table}.${column}`,
      ),
    ),
    ...register.impersonal.flatMap(({ table, columns }) => columns.map((column) => `${table}.${column}`)),
  ]);
}
