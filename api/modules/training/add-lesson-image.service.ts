import { isId } from '../../kernel/ids.ts';
import type { LocalizedText } from '../../kernel/localized-text.ts';
import { recordAudit } from '../../platform/audit-log.ts';
import { UPLOAD_REFUSALS, announceUpload, closeUpload, takeUpload } from '../../platform/files/index.ts';
import type { TakenUpload } from '../../platform/files/index.ts';
import type { RequestContext, ViewerIdentity } from '../../platform/request-context.ts';
import { say } from '../../platform/say.ts';
import { inUnitOfWork } from '../../platform/unit-of-work.ts';
import { lockCourse } from './course-versions.queries.ts';
import { SWEEP_IMAGE_UPLOAD } from './jobs/job-topics.ts';
import { LessonImageUpload } from './lesson-image-upload.entity.ts';
import { LessonImage } from './lesson-image.entity.ts';
import type { CreateLessonImageUploadInput } from './lesson-image.inputs.ts';
import type { LessonImageAdded, LessonImageUploadCreated } from './lesson-image.type.ts';
import { InvalidLessonImageError } from './training.errors.ts';

const TABLE = 'lesson_image_upload';
const UPLOADS_PER_HOUR = { name: 'lesson-image-upload', points: 120, windowSeconds: 3_600 };
/** More than any course shows: the daily job takes out what is not used. */
const MOST_IMAGES = 200;

const REFUSALS = {
  ...UPLOAD_REFUSALS,
  UNSUPPORTED_TYPE: {
    en: 'This is not a JPEG, PNG or WebP picture, whatever it is called.',
    'zh-CN': '无论文件名如何，其内容不是 JPEG、PNG 或 WebP 图片。',
  },
  UNKNOWN_COURSE: { en: 'There is no such course.', 'zh-CN': '没有这门课程。' },
  TOO_MANY_IMAGES: {
    en: `The course has ${MOST_IMAGES} pictures, which is the most. Unused ones are removed after a week.`,
    'zh-CN': `课程最多可有 ${MOST_IMAGES} 张图片，目前已满。未使用的图片会在一周后移除。`,
  },
} as const satisfies Record<string, LocalizedText>;
type Refusal = keyof typeof REFUSALS;

function refuse(context: RequestContext, code: Refusal): InvalidLessonImageError {
  return new InvalidLessonImageError(code, say(context, REFUSALS[code]));
}

/** Announces a picture of a course and says where to send it. */
export async function createLessonImageUpload(
  context: RequestContext,
  author: ViewerIdentity,
  { courseId, bytes, contentType }: CreateLessonImageUploadInput,
): Promise<LessonImageUploadCreated | InvalidLessonImageError> {
  const created = await announceUpload<Refusal>(context, {
    accountId: author.accountId,
    bytes,
    contentType,
    limit: UPLOADS_PER_HOUR,
    sweepTopic: SWEEP_IMAGE_UPLOAD,
    record: async (em, upload) => {
      if ((await lockCourse(em, courseId)) === null) return 'UNKNOWN_COURSE';
      if ((await em.count(LessonImage, { course: courseId })) >= MOST_IMAGES) return 'TOO_MANY_IMAGES';
      await em.insert(LessonImageUpload, { ...upload, course: courseId, fileKey: null, claimedAt: null });
      return null;
    },
  });
  return typeof created === 'string' ? refuse(context, created) : created;
}

/** Looks into an uploaded picture and gives it to its course. Safe to repeat: one that the course has is answered again. */
export async function finishLessonImageUpload(
  context: RequestContext,
  author: ViewerIdentity,
  uploadId: string,
): Promise<LessonImageAdded | InvalidLessonImageError> {
  const { em } = context;
  const done = isId(uploadId) ? await em.findOne(LessonImage, { id: uploadId }, { disableIdentityMap: true }) : null;
  if (done !== null) return { image: done };
  const upload = isId(uploadId)
    ? await em.findOne(LessonImageUpload, { id: uploadId, account: author.accountId }, { disableIdentityMap: true })
    : null;
  if (upload === null) return refuse(context, 'UNKNOWN_UPLOAD');
  const added = await takeUpload<LessonImage, Refusal>(context, {
    table: TABLE,
    upload,
    takesPdf: false,
    keep: (taken) => addImage(context, upload, taken),
    passing: ['TOO_MANY_IMAGES'],
  });
  return typeof added === 'string' ? refuse(context, added) : { image: added };
}

async function addImage(
  context: RequestContext,
  { id, course }: LessonImageUpload,
  { document, contentType, size }: TakenUpload,
): Promise<LessonImage | Refusal> {
  if (size === null) return 'UNSUPPORTED_TYPE';
  return inUnitOfWork(context.em, async (em) => {
    if ((await lockCourse(em, course)) === null) return 'UNKNOWN_COURSE';
    if ((await em.count(LessonImage, { course })) >= MOST_IMAGES) return 'TOO_MANY_IMAGES';
    if (!(await closeUpload(em, TABLE, id, document.fileKey))) return 'BUSY';
    const image: LessonImage = {
      id,
      course,
      contentType,
      ...size,
      bytes: document.bytes,
      sha256: document.sha256,
      fileKey: document.fileKey,
      documentKey: context.vault.seal('lesson_image.document_key', id, document.documentKey),
      createdAt: context.clock.now(),
    };
    await em.insert(LessonImage, image);
    await recordAudit(em, context, {
      action: 'lesson-image.added',
      subjectType: 'course',
      subjectId: course,
      after: { image: id, sha256: document.sha256 },
    });
    return image;
  });
}
