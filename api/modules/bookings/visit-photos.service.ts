import { LockMode } from '@mikro-orm/core';
import { isId } from '../../kernel/ids.ts';
import type { LocalizedText } from '../../kernel/localized-text.ts';
import type { EntityManager } from '../../platform/database.ts';
import { UPLOAD_REFUSALS, announceUpload, closeUpload, takeUpload } from '../../platform/files/index.ts';
import type { TakenUpload } from '../../platform/files/index.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { say } from '../../platform/say.ts';
import { inUnitOfWork } from '../../platform/unit-of-work.ts';
import { requireViewer } from '../accounts/index.ts';
import { Provider } from '../providers/index.ts';
import { tellWatchers } from './booking-changes.ts';
import { Booking } from './booking.entity.ts';
import { BookingState } from './booking.enums.ts';
import { actorOn } from './bookings.policy.ts';
import { SWEEP_VISIT_PHOTO } from './jobs/job-topics.ts';
import { VisitPhotoUpload } from './visit-photo-upload.entity.ts';
import { type PhotoMoment, VisitPhoto } from './visit-photo.entity.ts';
import { InvalidVisitPhotoError } from './visit-photo.type.ts';
import type { VisitPhotoAdded, VisitPhotoUploadCreated } from './visit-photo.type.ts';
import type { CreateVisitPhotoUploadInput } from './visit.inputs.ts';

const TABLE = 'visit_photo_upload';
const MOST_PHOTOS = 20;
const UPLOADS_PER_HOUR = { name: 'visit-photo-upload', points: 60, windowSeconds: 3_600 };

const REFUSALS = {
  ...UPLOAD_REFUSALS,
  UNSUPPORTED_TYPE: {
    en: 'Whatever it is called, this is not a photo: JPEG, PNG or WebP.',
    'zh-CN': '无论文件名如何，其内容不是 JPEG、PNG 或 WebP 照片。',
  },
  UNKNOWN_BOOKING: { en: 'There is no such booking.', 'zh-CN': '没有这个预约。' },
  NOT_NOW: {
    en: 'No such photo can be added to this visit as it stands.',
    'zh-CN': '当前服务状态下无法添加此类照片。',
  },
  TOO_MANY_PHOTOS: {
    en: `A visit has at most ${MOST_PHOTOS} photos.`,
    'zh-CN': `每次服务最多 ${MOST_PHOTOS} 张照片。`,
  },
} as const satisfies Record<string, LocalizedText>;
type Refusal = keyof typeof REFUSALS;
type Side = VisitPhoto['takenBy'];

function refuse(context: RequestContext, code: Refusal): InvalidVisitPhotoError {
  return new InvalidVisitPhotoError(code, say(context, REFUSALS[code]));
}

const { CONFIRMED, EN_ROUTE, IN_PROGRESS, COMPLETED, NO_SHOW } = BookingState;

/** In which states of a visit each side may add which photos; one taken without a network may come after the end. */
const OPEN: Readonly<Record<PhotoMoment, Readonly<Record<Side, readonly BookingState[]>>>> = {
  BEFORE: { PROVIDER: [IN_PROGRESS, COMPLETED], HOUSEHOLD: [] },
  AFTER: { PROVIDER: [IN_PROGRESS, COMPLETED], HOUSEHOLD: [] },
  EVIDENCE: { PROVIDER: [CONFIRMED, EN_ROUTE, NO_SHOW], HOUSEHOLD: [CONFIRMED, EN_ROUTE, NO_SHOW] },
};

/** Announces a photo of a visit and says where to send it. */
export async function createVisitPhotoUpload(
  context: RequestContext,
  { bookingId, moment, bytes, contentType }: CreateVisitPhotoUploadInput,
): Promise<VisitPhotoUploadCreated | InvalidVisitPhotoError> {
  const created = await announceUpload<Refusal>(context, {
    accountId: requireViewer(context).accountId,
    bytes,
    contentType,
    limit: UPLOADS_PER_HOUR,
    sweepTopic: SWEEP_VISIT_PHOTO,
    record: async (em, upload) => {
      const taking = await openVisitPhotos(em, context, bookingId, moment);
      if (typeof taking === 'string') return taking;
      await em.insert(VisitPhotoUpload, { ...upload, booking: bookingId, moment, fileKey: null, claimedAt: null });
      return null;
    },
  });
  return typeof created === 'string' ? refuse(context, created) : created;
}

/** Looks into an uploaded photo and gives it to its visit. Safe to repeat: one that the visit has is answered again. */
export async function finishVisitPhotoUpload(
  context: RequestContext,
  uploadId: string,
): Promise<VisitPhotoAdded | InvalidVisitPhotoError> {
  const { accountId } = requireViewer(context);
  const plain = { disableIdentityMap: true } as const;
  const done = isId(uploadId) ? await context.em.findOne(VisitPhoto, { id: uploadId }, plain) : null;
  if (done !== null && (await sideOn(context.em, context, done.booking)) !== null) return { photo: done };
  const upload = isId(uploadId)
    ? await context.em.findOne(VisitPhotoUpload, { id: uploadId, account: accountId }, plain)
    : null;
  if (upload === null) return refuse(context, 'UNKNOWN_UPLOAD');
  const added = await takeUpload<VisitPhoto, Refusal>(context, {
    table: TABLE,
    upload,
    takesPdf: false,
    keep: (taken) => addPhoto(context, upload, taken),
    passing: [],
  });
  return typeof added === 'string' ? refuse(context, added) : { photo: added };
}

async function addPhoto(
  context: RequestContext,
  { id, booking, moment }: VisitPhotoUpload,
  { document, contentType, size }: TakenUpload,
): Promise<VisitPhoto | Refusal> {
  if (size === null) return 'UNSUPPORTED_TYPE';
  return inUnitOfWork(context.em, async (em) => {
    const taking = await openVisitPhotos(em, context, booking, moment);
    if (typeof taking === 'string') return taking;
    if (!(await closeUpload(em, TABLE, id, document.fileKey))) return 'BUSY';
    const photo: VisitPhoto = {
      id,
      booking,
      moment,
      takenBy: taking.side,
      contentType,
      fileKey: document.fileKey,
      documentKey: context.vault.seal('visit_photo.document_key', id, document.documentKey),
      createdAt: context.clock.now(),
    };
    await em.insert(VisitPhoto, photo);
    await tellWatchers(em, taking.booking);
    return photo;
  });
}

/** The booking under its lock, if whoever asks may add such a photo to it now. */
async function openVisitPhotos(
  em: EntityManager,
  context: RequestContext,
  bookingId: string,
  moment: PhotoMoment,
): Promise<{ readonly booking: Booking; readonly side: Side } | Refusal> {
  const booking = isId(bookingId)
    ? await em.findOne(Booking, { id: bookingId }, { lockMode: LockMode.PESSIMISTIC_WRITE, disableIdentityMap: true })
    : null;
  const side = booking === null ? null : await sideOn(em, context, bookingId);
  if (booking === null || side === null) return 'UNKNOWN_BOOKING';
  if (side === 'OPERATOR' || !OPEN[moment][side].includes(booking.state)) return 'NOT_NOW';
  return (await em.count(VisitPhoto, { booking: bookingId })) < MOST_PHOTOS ? { booking, side } : 'TOO_MANY_PHOTOS';
}

async function sideOn(
  em: EntityManager,
  context: RequestContext,
  bookingId: string,
): Promise<ReturnType<typeof actorOn>> {
  const plain = { disableIdentityMap: true } as const;
  const booking = await em.findOneOrFail(Booking, { id: bookingId }, plain);
  return actorOn(context.viewer, booking, await em.findOneOrFail(Provider, { id: booking.provider }, plain));
}
