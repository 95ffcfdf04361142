import { z } from 'zod';
import { defineHandler } from '../../../platform/module.ts';
import type { MessageHandler } from '../../../platform/module.ts';
import { isWiped } from '../../../platform/vault.ts';
import { EvidenceUpload } from '../evidence-upload.entity.ts';
import { Evidence } from '../evidence.entity.ts';
import { REMOVE_FILE, SWEEP_UPLOAD } from './job-topics.ts';

/** Removes what is left of an upload that was not finished, or of one that was. */
const sweepUpload = defineHandler({
  topic: SWEEP_UPLOAD,
  payload: z.object({ uploadId: z.uuid() }),
  external: true,
  handle: async ({ em, files }, { uploadId }) => {
    await files.remove(files.stagedKey(uploadId));
    const upload = await em.findOne(EvidenceUpload, { id: uploadId }, { disableIdentityMap: true });
    if (!upload) return;
    if (upload.fileKey !== null) await files.remove(upload.fileKey);
    await em.nativeDelete(EvidenceUpload, { id: uploadId });
  },
});

const removeFile = defineHandler({
  topic: REMOVE_FILE,
  payload: z.object({ fileKey: z.string() }),
  external: true,
  handle: async ({ em, files }, { fileKey }) => {
    // A file whose key was wiped cannot be opened by anybody, so it need not be kept either.
    const rows = await em.find(Evidence, { fileKey }, { disableIdentityMap: true });
    if (rows.some(({ documentKey }) => !isWiped(documentKey))) return;
    await files.remove(fileKey);
  },
});

export const evidenceJobs: readonly MessageHandler[] = [sweepUpload, removeFile];
