import type { CourseVersion } from '../../api/modules/training/index.ts';
import { put } from './evidence-scene.ts';
import type { Person } from './evidence-scene.ts';
import type { UploadOutcome } from './evidence-operations.ts';
import type { TestApi } from './test-api.ts';

export interface LessonImageView {
  readonly id: string;
  readonly url: string;
  readonly width: number;
  readonly height: number;
  readonly contentType: string;
  readonly bytes: number;
}

export interface LessonImageOutcome {
  readonly __typename: string;
  readonly code?: string;
  readonly message?: string;
  readonly image?: LessonImageView;
}

const IMAGE = 'id url width height contentType bytes';
const CREATE =
  'mutation ($input: CreateLessonImageUploadInput!) { createLessonImageUpload(input: $input) { __typename ... on UserError { code message } ... on LessonImageUploadCreated { uploadId uploadUrl expiresAt headers { name value } } } }';
const FINISH = `mutation ($id: ID!) { finishLessonImageUpload(uploadId: $id) { __typename ... on UserError { code message } ... on LessonImageAdded { image { ${IMAGE} } } } }`;

export async function createImageUpload(
  { client }: Pick<Person, 'client'>,
  input: Readonly<Record<string, unknown>>,
): Promise<UploadOutcome> {
  const answer = await client.ask<{ createLessonImageUpload: UploadOutcome }>(CREATE, {
    input: { contentType: 'image/png', bytes: 1_000, ...input },
  });
  return answer.createLessonImageUpload;
}

export async function finishImageUpload({ client }: Pick<Person, 'client'>, id: string): Promise<LessonImageOutcome> {
  return (await client.ask<{ finishLessonImageUpload: LessonImageOutcome }>(FINISH, { id })).finishLessonImageUpload;
}

/** Announces and sends a picture; it is not finished. Resolves to the upload's id. */
export async function uploadImage(
  api: TestApi,
  author: Person,
  courseId: string,
  content: Buffer,
  contentType = 'image/png',
): Promise<string> {
  const created = await createImageUpload(author, { courseId, bytes: content.length, contentType });
  if (!created.uploadId) throw new Error(`not created: ${created.code}`);
  const status = await put(api, created, content, author);
  if (status !== 204) throw new Error(`not taken: ${status}`);
  return created.uploadId;
}

/** A picture that the course has. */
export async function addImage(
  api: TestApi,
  author: Person,
  courseId: string,
  content: Buffer,
): Promise<LessonImageView> {
  const outcome = await finishImageUpload(author, await uploadImage(api, author, courseId, content));
  if (!outcome.image) throw new Error(`not added: ${outcome.code}`);
  return outcome.image;
}

/** Lessons of which the first shows the picture in both languages. */
export function showing(version: CourseVersion, imageId: string): CourseVersion['lessons'] {
  const [first, ...others] = version.lessons;
  const words = `Look:\n\n![What it shows](image:${imageId})`;
  return first ? [{ ...first, body: { en: words, 'zh-CN': words } }, ...others] : [];
}

/** The pictures of the first lesson as a provider sees them. */
export async function readLessonImages(
  { client }: Pick<Person, 'client'>,
  courseId: string,
): Promise<LessonImageView[] | null> {
  const { myCourse } = await client.ask<{ myCourse: { lessons: { images: LessonImageView[] }[] } | null }>(
    `query ($id: ID!) { myCourse(id: $id) { lessons { images { ${IMAGE} } } } }`,
    { id: courseId },
  );
  return myCourse?.lessons[0]?.images ?? null;
}

/** Status of the address and what it gives. */
export async function openAddress(
  api: TestApi,
  url: string,
  as: Person | null,
): Promise<{ readonly status: number; readonly type: string | null; readonly body: Buffer }> {
  const answer = await fetch(new URL(url, api.url), { headers: { ...as?.headers } });
  return {
    status: answer.status,
    type: answer.headers.get('content-type'),
    body: Buffer.from(await answer.arrayBuffer()),
  };
}
