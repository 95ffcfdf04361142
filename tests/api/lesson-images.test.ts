import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Role } from '../../api/modules/accounts/index.ts';
import { buildCourse } from '../support/builders/course.builder.ts';
import { buildProvider } from '../support/builders/provider.builder.ts';
import { CourseAuthor, both, draftInput } from '../support/course-author.ts';
import { signedIn } from '../support/evidence-scene.ts';
import type { Person } from '../support/evidence-scene.ts';
import { TEST_NOW } from '../support/fakes/clock.ts';
import {
  addImage,
  createImageUpload,
  finishImageUpload,
  openAddress,
  readLessonImages,
  showing,
  uploadImage,
} from '../support/lesson-image-scene.ts';
import { METADATA_CANARY, pdf, photo, photoWithMetadata, pngImage } from '../support/sample-files.ts';
import { CourseVersion, CourseVersionState } from '../../api/modules/training/index.ts';
import type { BuiltCourse } from '../support/builders/course.builder.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';

const NOTHING = '01900000-0000-7000-8000-000000000000';
const FOREIGN_ROLES = [Role.HOUSEHOLD, Role.PROVIDER, Role.BUSINESS, Role.AUDITOR];

let api: TestApi;
let author: Person;
let learner: Person;
beforeAll(async () => {
  api = await startTestApi();
  author = await signedIn(api, Role.OPERATOR);
  learner = await signedIn(api, Role.PROVIDER);
  await buildProvider(api.em, { account: learner.account.id });
});
beforeEach(() => api.clock.set(TEST_NOW));
afterAll(() => api.close());

/** A course whose published version shows a picture in its first lesson. */
async function buildIllustrated(): Promise<BuiltCourse & { readonly imageId: string }> {
  const built = await buildCourse(api.em);
  const { id } = await addImage(api, author, built.course.id, await pngImage());
  await replaceLessons(built.course.id, showing(built.version, id));
  return { ...built, imageId: id };
}

/** Puts a next version in the place of the published one. */
async function replaceLessons(courseId: string, lessons: CourseVersion['lessons']): Promise<void> {
  const em = api.em.fork();
  const [latest] = await em.find(CourseVersion, { course: courseId }, { orderBy: { number: 'desc' }, limit: 1 });
  await api.sql(`update course_version set state = 'REPLACED' where course_id = $1`, [courseId]);
  await api.em.insert(CourseVersion, {
    ...(structuredClone({ ...latest }) as CourseVersion),
    id: crypto.randomUUID(),
    number: latest!.number + 1,
    state: CourseVersionState.PUBLISHED,
    lessons,
  });
}

describe('createLessonImageUpload', () => {
  it('says where to send the picture, for 15 minutes', async () => {
    const { course } = await buildCourse(api.em);

    expect(await createImageUpload(author, { courseId: course.id })).toMatchObject({
      __typename: 'LessonImageUploadCreated',
      uploadUrl: expect.stringMatching(/^\/uploads\//),
      expiresAt: new Date(TEST_NOW.getTime() + 15 * 60_000).toISOString(),
    });
  });

  it.each([
    ['no course', { courseId: NOTHING }, 'UNKNOWN_COURSE'],
    ['no id', { courseId: 'x' }, 'UNKNOWN_COURSE'],
    ['more than 10 MB', { courseId: NOTHING, bytes: 10 * 1024 * 1024 + 1 }, 'TOO_LARGE'],
  ])('refuses %s', async (_what, input, code) => {
    expect(await createImageUpload(author, input)).toMatchObject({ __typename: 'InvalidLessonImageError', code });
  });

  it.each(['application/pdf', 'image/svg+xml', 'image/heic', 'text/html'])('takes no %s', async (contentType) => {
    await expect(createImageUpload(author, { courseId: NOTHING, contentType })).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
    });
  });

  it('is for those who write courses', async () => {
    const { course } = await buildCourse(api.em);
    const visitor = { client: api.visitor() };

    await expect(createImageUpload(visitor, { courseId: course.id })).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
    });
    for (const role of FOREIGN_ROLES)
      await expect(createImageUpload(await signedIn(api, role), { courseId: course.id })).rejects.toMatchObject({
        code: 'FORBIDDEN',
      });
  });
});

describe('finishLessonImageUpload', () => {
  it('keeps the picture drawn anew, upright and without what was written into it, and answers alike again', async () => {
    const { course } = await buildCourse(api.em);
    const id = await uploadImage(api, author, course.id, await photoWithMetadata(64, 48), 'image/jpeg');

    const first = await finishImageUpload(author, id);

    expect(first).toMatchObject({
      __typename: 'LessonImageAdded',
      image: { id, width: 48, height: 64, contentType: 'image/jpeg' },
    });
    const kept = await openAddress(api, first.image!.url, author);
    expect(kept.status).toBe(200);
    expect(kept.body.includes(METADATA_CANARY)).toBe(false);
    expect(await sharp(kept.body).metadata()).toMatchObject({ width: 48, height: 64 });
    expect((await finishImageUpload(author, id)).image!.id).toBe(id);
    expect(await api.sql('select action from audit_entry where subject_id = $1', [course.id])).toEqual([
      { action: 'lesson-image.added' },
    ]);
  });

  it('makes one picture of an upload that is finished many times at once', async () => {
    const { course } = await buildCourse(api.em);
    const id = await uploadImage(api, author, course.id, await pngImage());

    const outcomes = await Promise.all(Array.from({ length: 5 }, () => finishImageUpload(author, id)));

    for (const { image, code } of outcomes) expect(image?.id ?? code).toBeOneOf([id, 'BUSY', 'UNKNOWN_UPLOAD']);
    expect(await api.sql('select count(*)::int as count from lesson_image where course_id = $1', [course.id])).toEqual([
      { count: 1 },
    ]);
  });

  it.each([
    ['a PDF', async () => pdf(), 'UNSUPPORTED_TYPE'],
    ['a page', async () => Buffer.from('<html><script>1</script></html>'), 'UNSUPPORTED_TYPE'],
    ['a torn photo', async () => (await photo(400, 300)).subarray(0, 2_000), 'UNREADABLE_IMAGE'],
  ])('throws %s away', async (_what, build, code) => {
    const { course } = await buildCourse(api.em);
    const id = await uploadImage(api, author, course.id, await build());

    expect(await finishImageUpload(author, id)).toMatchObject({ __typename: 'InvalidLessonImageError', code });
    expect(await finishImageUpload(author, id)).toMatchObject({ code: 'UNKNOWN_UPLOAD' });
  });

  it('waits for what has not arrived', async () => {
    const { course } = await buildCourse(api.em);
    const { uploadId } = await createImageUpload(author, { courseId: course.id });

    expect(await finishImageUpload(author, uploadId!)).toMatchObject({ code: 'NOT_UPLOADED' });
    expect(await finishImageUpload(author, uploadId!)).toMatchObject({ code: 'NOT_UPLOADED' });
  });

  it('answers for the upload of another author as for none', async () => {
    const { course } = await buildCourse(api.em);
    const id = await uploadImage(api, author, course.id, await pngImage());
    const other = await signedIn(api, Role.ADMINISTRATOR);

    const forOther = await finishImageUpload(other, id);

    expect(forOther).toMatchObject({ code: 'UNKNOWN_UPLOAD' });
    expect(await finishImageUpload(other, NOTHING)).toEqual(forOther);
    expect(await finishImageUpload(other, 'x')).toEqual(forOther);
  });

  it('is for those who write courses', async () => {
    await expect(finishImageUpload({ client: api.visitor() }, NOTHING)).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
    });
    await expect(finishImageUpload(learner, NOTHING)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('publishCourse', () => {
  it('asks for words for every picture, and for every picture', async () => {
    const code = `PICTURES_${Date.now()}`;
    const writing = new CourseAuthor(author.client);
    const courseId = await writing.create(code);
    const { id } = await addImage(api, author, courseId, await pngImage());
    const { imageId: elsewhere } = await buildIllustrated();
    const lessons = [`![](image:${id})`, `![x](image:${elsewhere})`, `![x](image:${id})`].map((words) => ({
      title: both('Title'),
      body: { en: words, zhCN: '文字' },
    }));

    const draft = await writing.draft(courseId);
    const { saved } = await writing.save(draftInput(draft, { lessons }));
    const outcome = await writing.publish(saved!);

    expect(outcome.problems!.map((problem) => [problem.field, problem.code])).toEqual([
      ['lessons.0', 'IMAGE_WITHOUT_WORDS'],
      ['lessons.1', 'UNKNOWN_IMAGE'],
    ]);
    const { saved: better } = await writing.save(draftInput(saved!, { lessons: [lessons[2]] }));
    expect(await writing.publish(better!)).toMatchObject({ __typename: 'CoursePublished' });
  });
});

describe('the pictures of a lesson', () => {
  it('come with their size to whoever takes the course, for 15 minutes', async () => {
    const { course, imageId } = await buildIllustrated();

    const [image] = (await readLessonImages(learner, course.id))!;

    expect(image).toMatchObject({ id: imageId, width: 64, height: 48, contentType: 'image/webp' });
    expect(await openAddress(api, image!.url, learner)).toMatchObject({ status: 200, type: 'image/webp' });
    api.clock.advanceMinutes(16);
    expect((await openAddress(api, image!.url, learner)).status).toBe(404);
  });

  it('open for nobody else: not by another’s address, not signed out, not without a provider', async () => {
    const { course, imageId } = await buildIllustrated();
    const [image] = (await readLessonImages(learner, course.id))!;
    const sign = ({ account }: Person): string =>
      api.files.signReadUrl({
        source: 'lesson-image',
        id: imageId,
        accountId: account.id,
        expiresAt: new Date(TEST_NOW.getTime() + 60_000),
      });

    expect((await openAddress(api, image!.url, author)).status).toBe(404);
    expect((await openAddress(api, image!.url, null)).status).toBe(404);
    for (const role of FOREIGN_ROLES) {
      const person = await signedIn(api, role);
      expect((await openAddress(api, sign(person), person)).status, role).toBe(404);
    }
    expect((await openAddress(api, sign(learner), learner)).status).toBe(200);
  });

  it('do not open for a provider while only a draft shows them, or once no published lesson does', async () => {
    const { course, version } = await buildCourse(api.em);
    const { id } = await addImage(api, author, course.id, await pngImage());
    const address = (person: Person): string =>
      api.files.signReadUrl({
        source: 'lesson-image',
        id,
        accountId: person.account.id,
        expiresAt: new Date(TEST_NOW.getTime() + 60_000),
      });

    expect((await openAddress(api, address(learner), learner)).status).toBe(404);
    expect((await openAddress(api, address(author), author)).status).toBe(200);
    await replaceLessons(course.id, showing(version, id));
    expect((await openAddress(api, address(learner), learner)).status).toBe(200);
    await replaceLessons(course.id, version.lessons);
    expect((await openAddress(api, address(learner), learner)).status).toBe(404);
  });

  it('are kept encrypted, with a key that is sealed into the row', async () => {
    const { imageId } = await buildIllustrated();
    const [row] = await api.sql<{ document_key: string; file_key: string }>(
      'select document_key, file_key from lesson_image where id = $1',
      [imageId],
    );

    expect(Buffer.from(row!.document_key, 'base64url')).not.toHaveLength(32);
    expect(await api.files.open({ fileKey: row!.file_key, documentKey: row!.document_key }).catch(() => 'closed')).toBe(
      'closed',
    );
  });
});
