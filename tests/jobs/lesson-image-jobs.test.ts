import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { newId } from '../../api/kernel/ids.ts';
import { Role } from '../../api/modules/accounts/index.ts';
import {
  CourseVersion,
  CourseVersionState,
  LessonImage,
  SEALED_LESSON_IMAGE,
} from '../../api/modules/training/index.ts';
import { SWEEP_IMAGE_UPLOAD } from '../../api/modules/training/jobs/job-topics.ts';
import { LessonImageUpload } from '../../api/modules/training/lesson-image-upload.entity.ts';
import { publish } from '../../api/platform/outbox.ts';
import { buildAccount } from '../support/builders/account.builder.ts';
import { buildCourse } from '../support/builders/course.builder.ts';
import type { BuiltCourse } from '../support/builders/course.builder.ts';
import { showing } from '../support/lesson-image-scene.ts';
import { TEST_VAULT } from '../support/test-keys.ts';
import { FakeClock } from './support/fake-clock.ts';
import { openJobWorld } from './support/job-world.ts';
import type { JobWorld } from './support/job-world.ts';

const NOW = new Date('2027-03-20T08:00:00Z');
const DAY_MS = 86_400_000;
const CONTENT = randomBytes(1_000);

describe('the jobs of pictures', () => {
  const clock = new FakeClock(NOW);
  let world: JobWorld;
  beforeEach(async () => {
    clock.set(NOW);
    world = await openJobWorld({ redisUrl: null, clock });
  });
  afterEach(() => world.close());

  async function keepImage(courseId: string, daysAgo: number): Promise<LessonImage> {
    const { fileKey, documentKey, sha256, bytes } = await world.files.keep(world.files.newKey(), CONTENT);
    const image = TEST_VAULT.sealRow(SEALED_LESSON_IMAGE, {
      id: newId(),
      course: courseId,
      contentType: 'image/webp',
      bytes,
      width: 4,
      height: 3,
      sha256,
      fileKey,
      documentKey,
      createdAt: new Date(NOW.getTime() - daysAgo * DAY_MS),
    });
    await world.database.em.fork().insert(LessonImage, image);
    return image;
  }

  async function keptIds(): Promise<string[]> {
    return (await world.database.em.fork().find(LessonImage, {})).map(({ id }) => id);
  }
  async function isFileThere({ id, fileKey, documentKey }: LessonImage): Promise<boolean> {
    const key = TEST_VAULT.open('lesson_image.document_key', id, documentKey);
    return (await world.files.open({ fileKey, documentKey: key })) !== null;
  }
  async function addDraft({ course, version }: BuiltCourse, lessons: CourseVersion['lessons']): Promise<void> {
    await world.database.em.fork().insert(CourseVersion, {
      ...version,
      id: newId(),
      number: 2,
      state: CourseVersionState.DRAFT,
      publishedAt: null,
      course: course.id,
      lessons,
    });
  }
  async function runDay(): Promise<void> {
    await world.outbox.scheduleDaily();
    await world.settle();
  }

  test('a picture that no version shows is removed with its file a week after it was added, and not before', async () => {
    const { course } = await buildCourse(world.database.em.fork());
    const old = await keepImage(course.id, 8);
    const young = await keepImage(course.id, 6);

    await runDay();

    expect(await keptIds()).toEqual([young.id]);
    expect([await isFileThere(old), await isFileThere(young)]).toEqual([false, true]);
  });

  test('a picture stays as long as a version shows it: a draft, what is published, or what was before', async () => {
    const em = world.database.em.fork();
    const [draft, published, replaced] = [await buildCourse(em), await buildCourse(em), await buildCourse(em)];
    const images = await Promise.all([draft, published, replaced].map(({ course }) => keepImage(course.id, 400)));
    await addDraft(draft, showing(draft.version, images[0]!.id));
    // What is published never changes: it is put there as it would have been.
    await world.database.em
      .fork()
      .nativeDelete(CourseVersion, { id: { $in: [published.version.id, replaced.version.id] } });
    for (const [{ version }, image, state] of [
      [published, images[1]!, CourseVersionState.PUBLISHED],
      [replaced, images[2]!, CourseVersionState.REPLACED],
    ] as const)
      await world.database.em.fork().insert(CourseVersion, { ...version, state, lessons: showing(version, image.id) });

    await runDay();

    expect((await keptIds()).toSorted()).toEqual(images.map(({ id }) => id).toSorted());
  });

  test('a picture is not kept by a version of another course', async () => {
    const em = world.database.em.fork();
    const [own, other] = [await buildCourse(em), await buildCourse(em)];
    const image = await keepImage(own.course.id, 8);
    await addDraft(other, showing(other.version, image.id));

    await runDay();

    expect(await keptIds()).toEqual([]);
  });

  test('an upload that nobody finished is swept away with its file', async () => {
    const em = world.database.em.fork();
    const { course } = await buildCourse(em);
    const account = await buildAccount(em, { roles: [Role.OPERATOR] });
    const id = newId();
    const upload = { id, course: course.id, account: account.id, bytes: CONTENT.length, expiresAt: NOW };
    await em.insert(LessonImageUpload, { ...upload, fileKey: null, claimedAt: null });
    const key = world.files.stagedKey(id);
    const ticket = { key, bytes: CONTENT.length, contentType: 'image/png', accountId: account.id, expiresAt: NOW };
    await world.files.receive(ticket, Readable.from([CONTENT]));

    await publish(world.database.em.fork(), clock, [
      { topic: SWEEP_IMAGE_UPLOAD, payload: { uploadId: id }, dueAt: NOW },
    ]);
    await world.settle();

    expect(await world.database.em.fork().count(LessonImageUpload)).toBe(0);
    expect(await world.files.inspect({ key, bytes: CONTENT.length })).toBe('NOT_UPLOADED');
  });
});
