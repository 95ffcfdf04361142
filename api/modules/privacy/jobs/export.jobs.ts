import { z } from 'zod';
import { defineHandler } from '../../../platform/module.ts';
import type { JobContext, MessageHandler } from '../../../platform/module.ts';
import { publish } from '../../../platform/outbox.ts';
import { isWiped } from '../../../platform/vault.ts';
import type { Sealed } from '../../../platform/vault.ts';
import { buildExport } from '../build-export.ts';
import { DataExportPart } from '../data-export-part.entity.ts';
import { DataExport, DataExportState } from '../data-export.entity.ts';
import { BUILD_EXPORT, EXPIRE_EXPORT } from '../job-topics.ts';

const DAYS_TO_FETCH = 7;
const ofExport = z.object({ exportId: z.uuid() });
const plain = { disableIdentityMap: true } as const;

/** Collects the export. Done again after a crash it starts over; what the first try kept is found by no row and no key. */
async function build(context: JobContext, { exportId }: { readonly exportId: string }): Promise<void> {
  const { em, clock } = context;
  const unfinished = { id: exportId, state: { $in: [DataExportState.QUEUED, DataExportState.RUNNING] } };
  const row = await em.findOne(DataExport, unfinished, plain);
  if (!row) return;
  await em.nativeUpdate(DataExport, unfinished, { state: DataExportState.RUNNING, progress: 0 });
  const parts = await buildExport(context, { exportId, accountId: row.account }, async (progress) => {
    await em.nativeUpdate(DataExport, unfinished, { progress });
  });
  const readyAt = clock.now();
  const expiresAt = new Date(readyAt.getTime() + DAYS_TO_FETCH * 86_400_000);
  await em.transactional(async (transaction) => {
    const changed = await transaction.nativeUpdate(DataExport, unfinished, {
      state: DataExportState.READY,
      progress: 100,
      readyAt,
      expiresAt,
    });
    if (changed === 0) return;
    await transaction.insertMany(DataExportPart, parts);
    await publish(transaction, clock, [{ topic: EXPIRE_EXPORT, payload: { exportId }, dueAt: expiresAt }]);
  });
}

/** Removes the files and the keys that open them; the row tells that there was an export. */
async function expire({ em, files }: JobContext, { exportId }: { readonly exportId: string }): Promise<void> {
  for (const part of await em.find(DataExportPart, { export: exportId }, plain)) {
    await files.remove(part.fileKey);
    if (!isWiped(part.documentKey))
      await em.nativeUpdate(DataExportPart, { id: part.id }, { documentKey: '' as Sealed });
  }
  await em.nativeUpdate(DataExport, { id: exportId, state: DataExportState.READY }, { state: DataExportState.EXPIRED });
}

export const exportJobs: readonly MessageHandler[] = [
  defineHandler({ topic: BUILD_EXPORT, payload: ofExport, external: true, handle: build }),
  defineHandler({ topic: EXPIRE_EXPORT, payload: ofExport, external: true, handle: expire }),
];
