import { isId } from '../../kernel/ids.ts';
import { recordAudit } from '../../platform/audit-log.ts';
import type { FileSource } from '../../platform/files/index.ts';
import { inUnitOfWork } from '../../platform/unit-of-work.ts';
import { isWiped } from '../../platform/vault.ts';
import { DataExportPart } from './data-export-part.entity.ts';
import { DataExport, DataExportState } from './data-export.entity.ts';

/** What signed addresses of exports name. */
export const DATA_EXPORT_SOURCE = 'data-export';

/** Gives a part of an export to whom it tells of, until it expires. Every time is on record before the first byte leaves. */
export const dataExportSource: FileSource = {
  name: DATA_EXPORT_SOURCE,
  open: async (context, viewer, id) => {
    const part = isId(id) ? await context.loaders.find(DataExportPart, id) : null;
    const found = part && (await context.loaders.find(DataExport, part.export));
    if (!part || found?.account !== viewer.accountId || isWiped(part.documentKey)) return null;
    if (found.state !== DataExportState.READY || found.expiresAt === null) return null;
    if (found.expiresAt <= context.clock.now()) return null;
    const content = await context.files.open({
      fileKey: part.fileKey,
      documentKey: context.vault.open('data_export_part.document_key', part.id, part.documentKey),
    });
    if (content === null) return null;
    await inUnitOfWork(context.em, (em) =>
      recordAudit(em, context, { action: 'data-export.read', subjectType: 'data-export', subjectId: found.id }),
    );
    const day = found.requestedAt.toISOString().slice(0, 10);
    return {
      content,
      contentType: 'application/zip',
      name: `doorstep-${day}-${part.number}.zip`,
      isAttachment: true,
    };
  },
};
