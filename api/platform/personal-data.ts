import type { Clock } from '../kernel/clock.ts';
import type { LocalizedText } from '../kernel/localized-text.ts';
import type { EntityManager } from './database.ts';
import type { AnySealedTable } from './reseal.ts';
import type { Vault } from './vault.ts';

/**
 * How a row leads to a person: it holds the id of their account, or of a row of another registered table that leads on.
 * `NOBODY` is for rows that no person can be found by.
 */
export type Whose = { readonly account: string } | Through | 'NOBODY';

export interface Through {
  /** The other table. */
  readonly through: string;
  /** Which of the people of the other table, where it has several. */
  readonly person?: string;
  /** The column of this table. */
  readonly by: string;
  /** The column of the other table that it equals; its id unless said. */
  readonly to?: string;
}

/** What erasing an account does to a column. `becomes` is an SQL expression over the row. */
export type ColumnErasure = 'WIPED' | { readonly becomes: string } | { readonly kept: LocalizedText };

export interface PersonalColumn {
  /** Why it is kept readable. A column that does not say so has to be sealed. */
  readonly plain?: string;
  /** Why the person does not get it in an export. */
  readonly notExported?: string;
  /** Left out where erasure deletes the whole row. */
  readonly erased?: ColumnErasure;
}

/** A rule of how long something is kept. */
export interface Retention {
  /** Names the rule among those of its table. */
  readonly name: string;
  /** The time stamp that the period begins at. */
  readonly since: string;
  readonly hours: number;
  /** What happens at its end. `becomes` changes columns, each by an SQL expression over the row. */
  readonly then:
    'DELETE_ROW' | { readonly wipe: readonly string[] } | { readonly becomes: Readonly<Record<string, string>> };
  /** SQL condition on the rows it is for. */
  readonly only?: string;
  /** Met at the minute, and not by the next daily run. */
  readonly punctual?: boolean;
}

/** Columns of a row that say where a document lies and what it is. */
export interface DocumentColumns {
  readonly fileKey: string;
  readonly documentKey: string;
  readonly name: string;
  readonly contentType: string;
}

/** The personal columns of a table, as they tell of one of the people in it. A table that tells of several is listed for each. */
export interface PersonalTable {
  readonly table: string;
  /** As what the person stands in the row: household, provider, auditor … */
  readonly person: string;
  readonly whose: Whose;
  /** Name of the list in an export; or why it is in none. */
  readonly exported: string | { readonly not: string };
  /** SQL condition on the rows that the person gets. */
  readonly exportedOnly?: string;
  readonly columns: Readonly<Record<string, PersonalColumn>>;
  /** Columns that are not personal in themselves and say in the export what the row is about. */
  readonly alongside?: readonly string[];
  /** Names of others, as this person saw them: the column of ours that leads there, the table, and what it shows. */
  readonly shown?: Readonly<Record<string, { readonly by: string; readonly table: string; readonly column: string }>>;
  readonly document?: DocumentColumns;
  /** Whether erasure deletes the rows; else each column says what becomes of it. */
  readonly deletedWhole?: boolean;
  readonly retention?: readonly Retention[];
}

/** Columns that could hold words and tell of no person, with the reason. */
export interface ImpersonalColumns {
  readonly table: string;
  readonly columns: readonly string[];
  readonly because: string;
}

/** Something that has to be settled before an account can be erased. */
export interface ErasureObstacle {
  readonly code: string;
  readonly message: LocalizedText;
  /** What it is about, e.g. bookings. */
  readonly subjectIds: readonly string[];
}

/** What a module does beyond its columns when somebody leaves. */
export interface PersonalDataHandler {
  obstacles?(em: EntityManager, clock: Clock, accountId: string): Promise<readonly ErasureObstacle[]>;
  /** Takes the person out of sight while erasure waits. What it returns comes back in `show`. */
  hide?(em: EntityManager, accountId: string): Promise<string | null>;
  show?(em: EntityManager, accountId: string, memo: string): Promise<void>;
  /** In the transaction that erases, before the columns of its tables are wiped. */
  erase?(context: { readonly em: EntityManager; readonly clock: Clock }, accountId: string): Promise<void>;
}

/** What a module says of personal data. */
export interface PersonalDataOfModule {
  readonly tables: readonly PersonalTable[];
  readonly impersonal: readonly ImpersonalColumns[];
  readonly handler?: PersonalDataHandler;
}

/** All that is known of personal data, whichever module it belongs to. */
export interface PersonalDataRegister {
  readonly tables: readonly PersonalTable[];
  readonly impersonal: readonly ImpersonalColumns[];
  readonly sealed: readonly AnySealedTable[];
  readonly handlers: ReadonlyMap<string, PersonalDataHandler>;
}

/** Whether only the vault can read the column. */
export function isSealedColumn({ sealed }: PersonalDataRegister, table: string, column: string): boolean {
  return sealed.some((entry) => entry.table === table && Object.values<string>(entry.columns).includes(column));
}

/** A value of any column as the person reads it; one that was wiped is null. */
export function readColumn(
  register: PersonalDataRegister,
  vault: Vault,
  place: { readonly table: string; readonly column: string; readonly id: string },
  value: unknown,
): unknown {
  if (typeof value !== 'string' || !isSealedColumn(register, place.table, place.column)) return value;
  return value === '' ? null : vault.open(`${place.table}.${place.column}`, place.id, value as never);
}
