import { isId } from '../../kernel/ids.ts';
import type { LocalizedText } from '../../kernel/localized-text.ts';
import { UPLOAD_REFUSALS, announceUpload, closeUpload, takeUpload } from '../../platform/files/index.ts';
import type { TakenUpload } from '../../platform/files/index.ts';
import type { RequestContext, ViewerIdentity } from '../../platform/request-context.ts';
import { say } from '../../platform/say.ts';
import { inUnitOfWork } from '../../platform/unit-of-work.ts';
import { findOwnConversation, standingOf } from './conversation-access.ts';
import { SWEEP_PHOTO_UPLOAD } from './jobs/job-topics.ts';
import { MessagePhotoUpload } from './message-photo-upload.entity.ts';
import { MessagePhoto } from './message-photo.entity.ts';
import { InvalidMessagePhotoError } from './messages.errors.ts';
import type { CreateMessagePhotoUploadInput } from './messages.inputs.ts';
import { ConversationState } from './messages.type.ts';
import type { MessagePhotoAdded, MessagePhotoUploadCreated } from './messages.type.ts';

const TABLE = 'message_photo_upload';
const UPLOADS_PER_HOUR = { name: 'message-photo-upload', points: 60, windowSeconds: 3_600 };

const REFUSALS = {
  ...UPLOAD_REFUSALS,
  UNSUPPORTED_TYPE: {
    en: 'This is not a JPEG, PNG or WebP picture, whatever it is called.',
    'zh-CN': '无论文件名如何，其内容不是 JPEG、PNG 或 WebP 图片。',
  },
  NOT_OPEN: {
    en: 'You cannot write in this conversation.',
    'zh-CN': '您无法在此对话中发送内容。',
  },
} as const satisfies Record<string, LocalizedText>;
type Refusal = keyof typeof REFUSALS;

function refuse(context: RequestContext, code: Refusal): InvalidMessagePhotoError {
  return new InvalidMessagePhotoError(code, say(context, REFUSALS[code]));
}

/** Announces a photo for a message and says where to send it. */
export async function createMessagePhotoUpload(
  context: RequestContext,
  viewer: ViewerIdentity,
  { bookingId, bytes, contentType }: CreateMessagePhotoUploadInput,
): Promise<MessagePhotoUploadCreated | InvalidMessagePhotoError> {
  const conversation = await findOwnConversation(context, bookingId);
  if (conversation === null || (await standingOf(context, conversation)) !== ConversationState.OPEN)
    return refuse(context, 'NOT_OPEN');
  const created = await announceUpload<Refusal>(context, {
    accountId: viewer.accountId,
    bytes,
    contentType,
    limit: UPLOADS_PER_HOUR,
    sweepTopic: SWEEP_PHOTO_UPLOAD,
    record: async (em, upload) => {
      await em.insert(MessagePhotoUpload, { ...upload, booking: bookingId, fileKey: null, claimedAt: null });
      return null;
    },
  });
  return typeof created === 'string' ? refuse(context, created) : created;
}

/** Looks into an uploaded photo and keeps it for a message. Safe to repeat: one that is kept is answered again. */
export async function finishMessagePhotoUpload(
  context: RequestContext,
  { accountId }: ViewerIdentity,
  uploadId: string,
): Promise<MessagePhotoAdded | InvalidMessagePhotoError> {
  const { em } = context;
  const plain = { disableIdentityMap: true } as const;
  const done = isId(uploadId) ? await em.findOne(MessagePhoto, { id: uploadId, author: accountId }, plain) : null;
  if (done !== null) return { photo: done };
  const upload = isId(uploadId)
    ? await em.findOne(MessagePhotoUpload, { id: uploadId, account: accountId }, plain)
    : null;
  if (upload === null) return refuse(context, 'UNKNOWN_UPLOAD');
  const added = await takeUpload<MessagePhoto, Refusal>(context, {
    table: TABLE,
    upload,
    takesPdf: false,
    keep: (taken) => keepPhoto(context, upload, taken),
    passing: [],
  });
  return typeof added === 'string' ? refuse(context, added) : { photo: added };
}

async function keepPhoto(
  context: RequestContext,
  { id, booking, account }: MessagePhotoUpload,
  { document, contentType, size }: TakenUpload,
): Promise<MessagePhoto | Refusal> {
  if (size === null) return 'UNSUPPORTED_TYPE';
  return inUnitOfWork(context.em, async (em) => {
    if (!(await closeUpload(em, TABLE, id, document.fileKey))) return 'BUSY';
    const photo: MessagePhoto = {
      id,
      booking,
      author: account,
      message: null,
      position: 0,
      name: contentType === 'image/jpeg' ? 'photo.jpg' : 'photo.webp',
      contentType,
      ...size,
      bytes: document.bytes,
      fileKey: document.fileKey,
      documentKey: context.vault.seal('message_photo.document_key', id, document.documentKey),
      createdAt: context.clock.now(),
    };
    await em.insert(MessagePhoto, photo);
    return photo;
  });
}
