import { isId } from '../../kernel/ids.ts';
import type { FileSource } from '../../platform/files/index.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { isWiped } from '../../platform/vault.ts';
import { canReadMessagesOf } from './conversation-access.ts';
import { MessagePhoto } from './message-photo.entity.ts';

/** What signed addresses of photos name. */
export const MESSAGE_PHOTO_SOURCE = 'message-photo';

/** Whoever reads its message; before that is sent, whoever uploaded it. */
export async function canReadPhoto(
  context: RequestContext,
  { author, booking, message }: Pick<MessagePhoto, 'author' | 'booking' | 'message'>,
): Promise<boolean> {
  if (context.viewer === null) return false;
  return message === null ? author === context.viewer.accountId : canReadMessagesOf(context, booking);
}

/** Opens a photo for whoever may read, at this moment, the conversation that it is in. */
export const messagePhotoSource: FileSource = {
  name: MESSAGE_PHOTO_SOURCE,
  open: async (context, _viewer, id) => {
    const photo = isId(id) ? await context.loaders.find(MessagePhoto, id) : null;
    if (photo === null || isWiped(photo.documentKey) || !(await canReadPhoto(context, photo))) return null;
    const content = await context.files.open({
      fileKey: photo.fileKey,
      documentKey: context.vault.open('message_photo.document_key', photo.id, photo.documentKey),
    });
    return content && { content, contentType: photo.contentType, name: photo.name };
  },
};
