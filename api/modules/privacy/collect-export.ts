import { sql } from 'kysely';
import type { EntityManager } from '../../platform/database.ts';
import { readColumn } from '../../platform/personal-data.ts';
import type { PersonalDataRegister, PersonalTable } from '../../platform/personal-data.ts';
import type { Vault } from '../../platform/vault.ts';
import { ownedBy } from './owned-rows.queries.ts';

/** A row as its person reads it. */
export type ExportedRow = Record<string, unknown>;

/** A document that goes along, and the row that names it. */
export interface ExportedDocument {
  readonly row: ExportedRow;
  /** Path within the zip. */
  readonly path: string;
  readonly fileKey: string;
  readonly documentKey: string;
}

export interface ExportedTable {
  /** Name of the list; null where the person gets none. */
  readonly list: string | null;
  readonly rows: readonly ExportedRow[];
  readonly documents: readonly ExportedDocument[];
}

interface Keys {
  readonly em: EntityManager;
  readonly vault: Vault;
}

/** What a table holds about the person, opened: their own columns, and of others no more than the names they saw. */
export async function collectTable(
  { em, vault }: Keys,
  register: PersonalDataRegister,
  table: PersonalTable,
  accountId: string,
): Promise<ExportedTable> {
  if (typeof table.exported !== 'string') return { list: null, rows: [], documents: [] };
  const own = [...new Set([...exportedColumns(table), ...(table.alongside ?? [])])];
  const selected = [...new Set(['id', ...own, ...documentColumns(table)])].map(
    (column) => sql`${sql.ref(`${table.table}.${column}`)} as ${sql.ref(`own:${column}`)}`,
  );
  const shown = Object.entries(table.shown ?? {}).map(
    ([name, { by, table: other, column }]) =>
      sql`(select other.${sql.ref(column)} from ${sql.table(other)} as other where other.id = ${sql.ref(`${table.table}.${by}`)}) as ${sql.ref(`shown:${name}`)}`,
  );
  const { rows } = await sql<Record<string, unknown>>`
    select ${sql.join([...selected, ...shown])} from ${sql.table(table.table)}
    where ${ownedBy(register, table, accountId)} and ${sql.raw(table.exportedOnly ?? 'true')} order by id`.execute(
    em.getKysely(),
  );
  const documents: ExportedDocument[] = [];
  const opened = rows.map((row) => {
    const read = (column: string): unknown =>
      readColumn(register, vault, { table: table.table, column, id: row['own:id'] as string }, row[`own:${column}`]);
    const exported: ExportedRow = Object.fromEntries([
      ...own.map((column) => [toName(column), read(column)] as const),
      ...Object.keys(table.shown ?? {}).map((name) => [name, row[`shown:${name}`]] as const),
    ]);
    const document = toDocument(table, row['own:id'] as string, read, exported);
    if (document) documents.push(document);
    return exported;
  });
  return { list: table.exported, rows: opened, documents };
}

function exportedColumns({ columns }: PersonalTable): string[] {
  return Object.entries(columns).flatMap(([name, { notExported }]) => (notExported === undefined ? [name] : []));
}

function documentColumns({ document }: PersonalTable): string[] {
  return document ? [document.fileKey, document.documentKey, document.name, document.contentType] : [];
}

function toDocument(
  { table, document }: PersonalTable,
  id: string,
  read: (column: string) => unknown,
  row: ExportedRow,
): ExportedDocument | null {
  const documentKey = document && read(document.documentKey);
  if (!document || typeof documentKey !== 'string' || documentKey === '') return null;
  // A name of the person's own making: nothing in it may lead out of the folder.
  const given = read(document.name);
  const name = (typeof given === 'string' ? given : '').replaceAll(/[^\p{L}\p{N}._ -]/gu, '_').slice(-80);
  const path = `files/${table}/${id}-${name}`;
  row['file'] = path;
  return { row, path, documentKey, fileKey: String(read(document.fileKey)) };
}

function toName(column: string): string {
  return column.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
