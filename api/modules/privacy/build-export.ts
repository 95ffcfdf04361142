import { strToU8, zipSync } from 'fflate';
import type { Zippable } from 'fflate';
import type { Clock } from '../../kernel/clock.ts';
import { newId } from '../../kernel/ids.ts';
import type { EntityManager } from '../../platform/database.ts';
import { MOST_PART_BYTES } from '../../platform/files/index.ts';
import type { Files } from '../../platform/files/index.ts';
import type { Vault } from '../../platform/vault.ts';
import { collectTable } from './collect-export.ts';
import type { ExportedDocument, ExportedRow } from './collect-export.ts';
import { type DataExportPart, SEALED_DATA_EXPORT_PART } from './data-export-part.entity.ts';
import { personalDataRegister } from './register.ts';

interface Workshop {
  readonly em: EntityManager;
  readonly clock: Clock;
  readonly vault: Vault;
  readonly files: Files;
}

/** Documents come compressed as they are. */
const STORED = { level: 0 } as const;
/** Share of the way that is behind when all rows are read; the rest is the documents. */
const ROWS_SHARE = 60;

/**
 * Collects all that the register says of the person into encrypted zip files and returns their rows, which nobody has yet.
 * `data.json` is in the first. Memory holds one part at a time.
 */
export async function buildExport(
  workshop: Workshop,
  { exportId, accountId }: { readonly exportId: string; readonly accountId: string },
  onProgress: (percent: number) => Promise<void>,
): Promise<DataExportPart[]> {
  const register = personalDataRegister();
  const lists: Record<string, ExportedRow[]> = {};
  const documents: ExportedDocument[] = [];
  for (const [index, table] of register.tables.entries()) {
    const collected = await collectTable(workshop, register, table, accountId);
    if (collected.list !== null) (lists[collected.list] ??= []).push(...collected.rows);
    documents.push(...collected.documents);
    await onProgress(Math.floor((ROWS_SHARE * (index + 1)) / register.tables.length));
  }
  const about = { exportedAt: workshop.clock.now().toISOString(), accountId };
  const json = JSON.stringify({ ...about, ...lists }, null, 2);

  const parts: DataExportPart[] = [];
  let entries: Zippable = { 'data.json': strToU8(json) };
  let bytes = json.length;
  const flush = async (): Promise<void> => {
    parts.push(await keepPart(workshop, exportId, parts.length + 1, Buffer.from(zipSync(entries))));
    entries = {};
    bytes = 0;
  };
  for (const [index, document] of documents.entries()) {
    const content = await workshop.files.open(document);
    if (content === null) continue;
    if (bytes > 0 && bytes + content.length > MOST_PART_BYTES) await flush();
    entries[document.path] = [new Uint8Array(content), STORED];
    bytes += content.length;
    await onProgress(ROWS_SHARE + Math.floor(((100 - ROWS_SHARE) * (index + 1)) / (documents.length + 1)));
  }
  await flush();
  return parts;
}

async function keepPart(
  { vault, files }: Workshop,
  exportId: string,
  number: number,
  zip: Buffer,
): Promise<DataExportPart> {
  const { fileKey, documentKey, bytes } = await files.keep(files.newKey(), zip);
  return vault.sealRow(SEALED_DATA_EXPORT_PART, { id: newId(), export: exportId, number, bytes, fileKey, documentKey });
}
