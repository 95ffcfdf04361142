import { z } from 'zod';
import { sweepUpload } from '../../../platform/files/index.ts';
import { defineHandler } from '../../../platform/module.ts';
import type { MessageHandler } from '../../../platform/module.ts';
import { isWiped } from '../../../platform/vault.ts';
import { Evidence } from '../evidence.entity.ts';
import { REMOVE_FILE, SWEEP_UPLOAD } from './job-topics.ts';

const sweepEvidenceUpload = defineHandler({
  topic: SWEEP_UPLOAD,
  payload: z.object({ uploadId: z.uuid() }),
  external: true,
  handle: (context, { uploadId }) => sweepUpload(context, 'evidence_upload', uploadId),
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

export const evidenceJobs: readonly MessageHandler[] = [sweepEvidenceUpload, removeFile];
