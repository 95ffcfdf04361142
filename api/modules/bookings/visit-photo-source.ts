import { isId } from '../../kernel/ids.ts';
import type { FileSource } from '../../platform/files/index.ts';
import { isWiped } from '../../platform/vault.ts';
import { findOwnBooking } from './booking-side.ts';
import { VisitPhoto } from './visit-photo.entity.ts';

/** What signed addresses of photos name. */
export const VISIT_PHOTO_SOURCE = 'visit-photo';

/** Opens a photo for whoever may read its booking at this moment. */
export const visitPhotoSource: FileSource = {
  name: VISIT_PHOTO_SOURCE,
  open: async (context, _viewer, id) => {
    const photo = isId(id) ? await context.loaders.find(VisitPhoto, id) : null;
    if (photo === null || isWiped(photo.documentKey)) return null;
    if ((await findOwnBooking(context, photo.booking)) === null) return null;
    const content = await context.files.open({
      fileKey: photo.fileKey,
      documentKey: context.vault.open('visit_photo.document_key', photo.id, photo.documentKey),
    });
    const ending = photo.contentType === 'image/jpeg' ? 'jpg' : 'webp';
    return content && { content, contentType: photo.contentType, name: `${photo.id}.${ending}` };
  },
};
