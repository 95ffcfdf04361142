import { sql } from 'kysely';
import { z } from 'zod';
import { sweepUpload } from '../../../platform/files/index.ts';
import { defineHandler } from '../../../platform/module.ts';
import type { MessageHandler } from '../../../platform/module.ts';
import { REMOVE_SPENT_PHOTOS, SWEEP_PHOTO_UPLOAD } from './job-topics.ts';

const PHOTOS_PER_RUN = 1_000;

/** What was uploaded and never sent goes; its row first, so that it cannot be sent any more. */
const sweepPhotoUpload = defineHandler({
  topic: SWEEP_PHOTO_UPLOAD,
  payload: z.object({ uploadId: z.uuid() }),
  external: true,
  handle: async (context, { uploadId }) => {
    await sweepUpload(context, 'message_photo_upload', uploadId);
    const { rows } = await sql<{ fileKey: string }>`
      delete from message_photo where id = ${uploadId} and message_id is null returning file_key as "fileKey"`.execute(
      context.em.getKysely(),
    );
    for (const { fileKey } of rows) await context.files.remove(fileKey);
  },
});

/** A photo whose key was wiped, by retention or with an account, cannot be opened by anybody, so its file need not be kept. */
const removeSpentPhotos = defineHandler({
  topic: REMOVE_SPENT_PHOTOS,
  payload: z.object({ day: z.iso.date() }),
  external: true,
  handle: async ({ em, files }) => {
    const { rows } = await sql<{ id: string; fileKey: string }>`
      select id, file_key as "fileKey" from message_photo where document_key = '' order by id limit ${PHOTOS_PER_RUN}`.execute(
      em.getKysely(),
    );
    for (const { id, fileKey } of rows) {
      await files.remove(fileKey);
      await sql`delete from message_photo where id = ${id}`.execute(em.getKysely());
    }
  },
});

export const messagePhotoJobs: readonly MessageHandler[] = [sweepPhotoUpload, removeSpentPhotos];
