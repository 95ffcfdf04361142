import { isId } from '../../kernel/ids.ts';
import { LOCALES } from '../../kernel/locale.ts';
import type { FileSource } from '../../platform/files/index.ts';
import type { RequestContext, ViewerIdentity } from '../../platform/request-context.ts';
import { Role, hasRole } from '../accounts/index.ts';
import { Provider } from '../providers/index.ts';
import { CourseVersion } from './course-version.entity.ts';
import { listImageReferences } from './domain/lesson-images.ts';
import { LessonImage } from './lesson-image.entity.ts';
import { listOfferedCourses } from './my-courses.queries.ts';
import { canAuthorCourses } from './training.policy.ts';

/** What signed addresses of pictures name. */
export const LESSON_IMAGE_SOURCE = 'lesson-image';

/** Opens a picture for whoever may read, at this moment, a lesson that shows it: its authors, and providers of the course. */
export const lessonImageSource: FileSource = {
  name: LESSON_IMAGE_SOURCE,
  open: async (context, viewer, id) => {
    const image = isId(id) ? await context.loaders.find(LessonImage, id) : null;
    if (image === null || !(await canReadImage(context, viewer, image))) return null;
    const content = await context.files.open({
      fileKey: image.fileKey,
      documentKey: context.vault.open('lesson_image.document_key', image.id, image.documentKey),
    });
    const ending = image.contentType === 'image/jpeg' ? 'jpg' : 'webp';
    return content && { content, contentType: image.contentType, name: `${image.id}.${ending}` };
  },
};

/** Its authors, and the providers who take the course while the version they read shows it. */
export async function canReadImage(
  context: RequestContext,
  viewer: ViewerIdentity,
  image: LessonImage,
): Promise<boolean> {
  if (canAuthorCourses(viewer)) return true;
  if (!hasRole(viewer, Role.PROVIDER)) return false;
  const [provider] = await context.loaders.list(Provider, 'account', viewer.accountId);
  const [course] = provider ? await listOfferedCourses(context.em, provider.id, image.course) : [];
  if (!course) return false;
  const { lessons } = await context.loaders.get(CourseVersion, course.versionId);
  return lessons.some(({ body }) =>
    LOCALES.some((locale) => listImageReferences(body[locale]).some(({ id }) => id === image.id)),
  );
}
