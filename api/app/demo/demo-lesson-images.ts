import {
  Course,
  CourseVersion,
  LessonImage,
  SEALED_LESSON_IMAGE,
  listImageReferences,
} from '../../modules/training/index.ts';
import type { EntityManager } from '../../platform/database.ts';
import { demoDrawings } from './demo-courses.ts';
import type { EvidenceKeeping } from './demo-evidence.ts';
import { drawLesson } from './lesson-drawings.ts';

/** Draws the pictures that the lessons of the demo show and keeps them as uploads are kept. Returns how many. */
export async function keepDemoLessonImages(em: EntityManager, { files, vault }: EvidenceKeeping): Promise<number> {
  const plain = { orderBy: { id: 'asc' }, disableIdentityMap: true } as const;
  const [courses, versions] = await Promise.all([em.find(Course, {}, plain), em.find(CourseVersion, {}, plain)]);
  const codeById = new Map(courses.map(({ id, code }) => [id, code]));
  const rows: LessonImage[] = [];
  for (const { course, lessons, savedAt } of versions) {
    const shown = lessons.flatMap(({ body }) => listImageReferences(body.en));
    for (const [index, drawing] of demoDrawings(codeById.get(course) ?? '').entries()) {
      const reference = shown[index];
      if (!reference) continue;
      const { content, width, height } = await drawLesson(drawing);
      const { fileKey, documentKey, sha256, bytes } = await files.keep(files.newKey(), content);
      const image = {
        id: reference.id,
        course,
        contentType: 'image/webp',
        bytes,
        width,
        height,
        sha256,
        fileKey,
        documentKey,
        createdAt: savedAt,
      };
      rows.push(vault.sealRow(SEALED_LESSON_IMAGE, image));
    }
  }
  await em.insertMany(LessonImage, rows);
  return rows.length;
}
