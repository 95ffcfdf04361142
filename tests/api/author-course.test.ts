import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Role } from '../../api/modules/accounts/index.ts';
import { buildAccount } from '../support/builders/account.builder.ts';
import { buildCourse } from '../support/builders/course.builder.ts';
import { CourseAuthor, both, draftInput } from '../support/course-author.ts';
import {
  ASSIGNMENTS,
  ASSIGN_COURSE,
  CANDIDATES,
  COURSES,
  COURSE_FILE,
  CREATE_COURSE,
  DRAFT_COURSE,
  PUBLISH_COURSE,
  SAVE_DRAFT,
  WITHDRAW,
  finishLesson,
  readMyCourse,
} from '../support/course-operations.ts';
import { buildLearner, buildOperator } from '../support/course-scene.ts';
import { TEST_NOW } from '../support/fakes/clock.ts';
import type { GraphQLClient } from '../support/graphql-client.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';

const NOTHING = '01900000-0000-7000-8000-000000000000';

let api: TestApi;
let operator: GraphQLClient;
let author: CourseAuthor;
beforeAll(async () => {
  api = await startTestApi();
  operator = await buildOperator(api);
  author = new CourseAuthor(operator);
});
beforeEach(() => api.clock.set(TEST_NOW));
afterAll(() => api.close());

describe('who may write courses', () => {
  const input = draftInput({ id: NOTHING, revision: 1 });
  const assignment = { courseId: NOTHING, providerId: NOTHING, dueOn: '2027-04-01', reason: 'NEW_WORK' };

  it.each<[string, string, object]>([
    ['courses', COURSES, {}],
    ['course', COURSE_FILE, { id: NOTHING }],
    ['createCourse', CREATE_COURSE, { input: { code: 'NOBODY', name: both('x') } }],
    ['draftCourse', DRAFT_COURSE, { courseId: NOTHING }],
    ['saveCourseDraft', SAVE_DRAFT, { input }],
    ['publishCourse', PUBLISH_COURSE, { input: { versionId: NOTHING, revision: 1 } }],
    ['courseAssignments', ASSIGNMENTS, { courseId: NOTHING }],
    ['courseCandidates', CANDIDATES, { courseId: NOTHING }],
    ['assignCourse', ASSIGN_COURSE, { input: assignment }],
    ['withdrawCourseAssignment', WITHDRAW, { id: NOTHING }],
  ])('%s is for operators and administrators', async (_name, document, variables) => {
    const codes = await Promise.all(
      [null, Role.HOUSEHOLD, Role.PROVIDER, Role.BUSINESS, Role.AUDITOR, Role.OPERATOR, Role.ADMINISTRATOR].map(
        async (role) => {
          const client = role === null ? api.visitor() : await api.as(await buildAccount(api.em, { roles: [role] }));
          const answer = await client.send(document, variables as Record<string, unknown>);
          return answer.errors[0]?.extensions.code ?? 'ANSWERED';
        },
      ),
    );

    const refused = ['FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN'];
    expect(codes).toEqual(['UNAUTHENTICATED', ...refused, 'ANSWERED', 'ANSWERED']);
  });
});

describe('createCourse', () => {
  it('makes a course that providers do not see yet, with the usual rules', async () => {
    const id = await author.create('FRESH');

    expect(await author.read(id)).toMatchObject({
      code: 'FRESH',
      published: null,
      draft: { number: 1, passPercent: 80, triesPerDay: 3, validityMonths: 24, savedBy: 'Sam Reid' },
    });
    expect(await readMyCourse((await buildLearner(api)).client, id)).toBeNull();
  });

  it.each([
    ['a code that is taken', { code: 'TAKEN', name: both('x') }, 'CODE_TAKEN', 'code'],
    ['a name in one language', { code: 'HALF', name: { en: 'x', zhCN: ' ' } }, 'INCOMPLETE', 'name'],
    ['a name without end', { code: 'LONG', name: both('x'.repeat(121)) }, 'TOO_LONG', 'name'],
  ])('refuses %s', async (_what, input, code, field) => {
    if (code === 'CODE_TAKEN') await author.create('TAKEN');

    expect(await author.perform(CREATE_COURSE, 'createCourse', { input })).toMatchObject({
      __typename: 'InvalidCourseError',
      code,
      field,
    });
  });

  it.each(['lower', 'A', 'WITH SPACE', '1ST', 'A-B'])('takes no code like "%s"', async (code) => {
    const answer = await operator.send(CREATE_COURSE, { input: { code, name: both('x') } });

    expect(answer.errors[0]!.extensions.code).toBe('BAD_USER_INPUT');
  });
});

describe('draftCourse', () => {
  it('copies what is published, once', async () => {
    const { course, version } = await buildCourse(api.em);

    const first = await author.draft(course.id);
    const again = await author.draft(course.id);

    expect(first).toMatchObject({
      number: 2,
      state: 'DRAFT',
      revision: 1,
      lessons: version.lessons.map(({ id }) => ({ id })),
    });
    expect(again.id).toBe(first.id);
  });

  it('gives one draft to two who ask at once', async () => {
    const { course } = await buildCourse(api.em);

    const drafts = await Promise.all([author.draft(course.id), author.draft(course.id)]);

    expect(drafts[0].id).toBe(drafts[1].id);
  });

  it('knows nothing of a course that does not exist', async () => {
    expect(await author.perform(DRAFT_COURSE, 'draftCourse', { courseId: NOTHING })).toMatchObject({ code: 'UNKNOWN' });
  });
});

describe('saveCourseDraft', () => {
  it('keeps the whole draft, gaps included, and counts the revision', async () => {
    const version = await author.draft(await author.create('SAVED'));

    const { saved } = await author.save(draftInput(version, { summary: { en: '', zhCN: '' }, lessons: [] }));

    expect(saved).toMatchObject({ revision: 2, lessons: [], summary: { en: '', zhCN: '' }, questionCount: 2 });
  });

  it('does not overwrite what somebody saved meanwhile', async () => {
    const courseId = await author.create('TWICE');
    const version = await author.draft(courseId);
    await author.save(draftInput(version, { name: both('First') }));

    expect(await author.save(draftInput(version, { name: both('Second') }))).toMatchObject({
      __typename: 'CourseNotEditableError',
      code: 'CHANGED',
    });
    expect(await author.draft(courseId)).toMatchObject({ name: both('First') });
  });

  it('keeps the lesson of a published version as long as its words do, so that it stays read', async () => {
    const { course, version } = await buildCourse(api.em);
    const { client } = await buildLearner(api);
    for (const lesson of version.lessons) await finishLesson(client, course.id, lesson.id);
    const next = await author.draft(course.id);
    const [labels, gloves] = next.lessons as unknown as { id: string; title: object; body: object }[];

    const { saved } = await author.save(
      draftInput(next, { lessons: [gloves, { ...labels, body: both('Other words.') }] }),
    );
    await author.publish(saved!);

    const taken = await readMyCourse(client, course.id);
    expect(taken!.lessons.map(({ title, isRead }) => [title, isRead])).toEqual([
      ['Gloves', true],
      ['Labels', false],
    ]);
  });

  it('refuses a text that is too long and says where', async () => {
    const version = await author.draft(await author.create('TOO_LONG'));
    const lessons = [{ title: both('Feet'), body: both('x'.repeat(20_001)) }];

    expect(await author.save(draftInput(version, { lessons }))).toMatchObject({ code: 'TOO_LONG', field: 'lessons.0' });
  });

  it.each<[string, object]>([
    ['passPercent', { passPercent: 0 }],
    ['passPercent', { passPercent: 101 }],
    ['questionsPerQuiz', { questionsPerQuiz: 0 }],
    ['triesPerDay', { triesPerDay: 21 }],
    ['validityMonths', { validityMonths: 0 }],
  ])('refuses %s in %j', async (_field, changes) => {
    const answer = await operator.send(SAVE_DRAFT, { input: draftInput({ id: NOTHING, revision: 1 }, changes) });

    expect(answer.errors[0]!.extensions.code).toBe('BAD_USER_INPUT');
  });

  it('answers for a published version as for one that does not exist', async () => {
    const { version } = await buildCourse(api.em);

    const published = await author.save(draftInput({ id: version.id, revision: 1 }));

    expect(published).toEqual(await author.save(draftInput({ id: NOTHING, revision: 1 })));
    expect(published).toMatchObject({ __typename: 'CourseNotEditableError', code: 'UNKNOWN' });
  });
});
