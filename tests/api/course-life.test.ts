import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Role } from '../../api/modules/accounts/index.ts';
import { buildAccount } from '../support/builders/account.builder.ts';
import { buildCourse } from '../support/builders/course.builder.ts';
import { buildServiceItem } from '../support/builders/service-item.builder.ts';
import { CourseAuthor, draftInput } from '../support/course-author.ts';
import type { AuthorOutcome } from '../support/course-author.ts';
import { ASSIGN_COURSE, MY_COURSES, finishLesson, passCourse, readMyCourse } from '../support/course-operations.ts';
import type { MyCourseView } from '../support/course-operations.ts';
import { buildLearner, buildOperator } from '../support/course-scene.ts';
import { TEST_NOW } from '../support/fakes/clock.ts';
import type { GraphQLClient } from '../support/graphql-client.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';

const NOTHING = '01900000-0000-7000-8000-000000000000';
const LIFE = 'id name retiredAt draft { id } published { number } events { kind versionNumber at by }';
const DISCARD = `mutation ($input: DiscardCourseDraftInput!) { discardCourseDraft(input: $input) { __typename ... on UserError { code message } ... on CourseDraftDiscarded { courseWithoutDraft { ${LIFE} } } } }`;
const RETIRE = `mutation ($courseId: ID!) { retireCourse(courseId: $courseId) { __typename ... on UserError { code message } ... on CourseNotRetirableError { requiredBy { id } } ... on CourseRetired { retired { ${LIFE} } } } }`;
const REINSTATE = `mutation ($courseId: ID!) { reinstateCourse(courseId: $courseId) { __typename ... on UserError { code message } ... on CourseReinstated { reinstated { ${LIFE} } } } }`;

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

const discard = async (input: object): Promise<AuthorOutcome> =>
  author.perform(DISCARD, 'discardCourseDraft', { input });
const retire = async (courseId: string): Promise<AuthorOutcome> => author.perform(RETIRE, 'retireCourse', { courseId });
const reinstate = async (courseId: string): Promise<AuthorOutcome> =>
  author.perform(REINSTATE, 'reinstateCourse', { courseId });
const actionsOn = async (courseId: string): Promise<string[]> =>
  (
    await api.sql<{ action: string }>('select action from audit_entry where subject_id = $1 order by id', [courseId])
  ).map(({ action }) => action);
const listedFor = async (client: GraphQLClient): Promise<string[]> =>
  (await client.ask<{ myCourses: MyCourseView[] }>(MY_COURSES)).myCourses.map(({ id }) => id);

it.each<[string, object]>([
  [DISCARD, { input: { versionId: NOTHING, revision: 1 } }],
  [RETIRE, { courseId: NOTHING }],
  [REINSTATE, { courseId: NOTHING }],
])('%s is for operators and administrators', async (document, variables) => {
  const codes = await Promise.all(
    [null, Role.HOUSEHOLD, Role.PROVIDER, Role.AUDITOR, Role.OPERATOR, Role.ADMINISTRATOR].map(async (role) => {
      const client = role === null ? api.visitor() : await api.as(await buildAccount(api.em, { roles: [role] }));
      const answer = await client.send(document, variables as Record<string, unknown>);
      return answer.errors[0]?.extensions.code ?? 'ANSWERED';
    }),
  );

  expect(codes).toEqual(['UNAUTHENTICATED', 'FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'ANSWERED', 'ANSWERED']);
});

describe('discardCourseDraft', () => {
  it('throws the draft away, keeps what is published, and is in the history and the audit log', async () => {
    const { course } = await buildCourse(api.em);
    const { id, revision } = await author.draft(course.id);

    expect(await discard({ versionId: id, revision })).toMatchObject({
      __typename: 'CourseDraftDiscarded',
      courseWithoutDraft: {
        id: course.id,
        draft: null,
        published: { number: 1 },
        events: [{ kind: 'DRAFT_DISCARDED', versionNumber: 2, by: 'Sam Reid', at: TEST_NOW.toISOString() }],
      },
    });
    expect(await actionsOn(course.id)).toEqual(['course-draft.discarded']);
    expect(await author.draft(course.id)).toMatchObject({ number: 2, revision: 1 });
  });

  it('leaves a course without any version, for which a draft can be begun again', async () => {
    const courseId = await author.create('THROWN_AWAY');
    const { id, revision } = await author.draft(courseId);
    await discard({ versionId: id, revision });

    expect(await author.draft(courseId)).toMatchObject({ number: 1, lessons: [] });
  });

  it('does not throw away what somebody saved meanwhile', async () => {
    const { course } = await buildCourse(api.em);
    const version = await author.draft(course.id);
    await author.save(draftInput(version));

    expect(await discard({ versionId: version.id, revision: version.revision })).toMatchObject({
      __typename: 'CourseNotEditableError',
      code: 'CHANGED',
    });
    expect((await author.draft(course.id)).id).toBe(version.id);
  });

  it('answers for what is published, gone or none alike', async () => {
    const { course, version } = await buildCourse(api.em);
    const { id } = await author.draft(course.id);
    await discard({ versionId: id, revision: 1 });

    const outcomes = await Promise.all(
      [version.id, id, NOTHING, 'x'].map((versionId) => discard({ versionId, revision: 1 })),
    );

    expect(outcomes[0]).toMatchObject({ __typename: 'CourseNotEditableError', code: 'UNKNOWN' });
    expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1);
  });
});

describe('retireCourse', () => {
  it('hides the course from new takers, refuses to assign it, and can be asked again', async () => {
    const { course } = await buildCourse(api.em);
    const { client, provider } = await buildLearner(api);

    const first = await retire(course.id);
    api.clock.advanceMinutes(5);
    const again = await retire(course.id);

    expect(first).toMatchObject({
      __typename: 'CourseRetired',
      retired: {
        retiredAt: TEST_NOW.toISOString(),
        events: [{ kind: 'RETIRED', versionNumber: null, by: 'Sam Reid' }],
      },
    });
    expect(again).toEqual(first);
    expect(await actionsOn(course.id)).toEqual(['course.retired']);
    expect(await readMyCourse(client, course.id)).toBeNull();
    expect(await listedFor(client)).not.toContain(course.id);
    expect(
      await author.perform(ASSIGN_COURSE, 'assignCourse', {
        input: { courseId: course.id, providerId: provider.id, dueOn: '2027-04-01', reason: 'NEW_WORK' },
      }),
    ).toMatchObject({ __typename: 'CourseNotAssignableError', code: 'RETIRED' });
  });

  it('lets those go on who have begun, and leaves certificates as they are', async () => {
    const { course, version } = await buildCourse(api.em);
    const [passed, begun, asked] = await Promise.all([buildLearner(api), buildLearner(api), buildLearner(api)]);
    const certificate = await passCourse(passed.client, course.id);
    await finishLesson(begun.client, course.id, version.lessons[0]!.id);
    await author.perform(ASSIGN_COURSE, 'assignCourse', {
      input: { courseId: course.id, providerId: asked.provider.id, dueOn: '2027-04-01', reason: 'NEW_WORK' },
    });

    await retire(course.id);

    expect((await readMyCourse(passed.client, course.id))!.certificate).toMatchObject({
      validUntil: certificate.validUntil,
    });
    expect(await passCourse(begun.client, course.id)).toMatchObject({ validFrom: expect.any(String) });
    expect(await listedFor(asked.client)).toContain(course.id);
  });

  it('is refused while a service asks for the course, and says which', async () => {
    const { course } = await buildCourse(api.em);
    const item = await buildServiceItem(api.em, { requiredCourseCode: course.code });

    expect(await retire(course.id)).toMatchObject({
      __typename: 'CourseNotRetirableError',
      code: 'REQUIRED',
      requiredBy: [{ id: item.id }],
    });
    expect(await readMyCourse((await buildLearner(api)).client, course.id)).not.toBeNull();
    expect(await actionsOn(course.id)).toEqual([]);
  });

  it('retires once, also when asked many times at once', async () => {
    const { course } = await buildCourse(api.em);

    await Promise.all(Array.from({ length: 6 }, () => retire(course.id)));

    expect(await actionsOn(course.id)).toEqual(['course.retired']);
  });

  it('knows nothing of a course that does not exist', async () => {
    expect(await retire(NOTHING)).toMatchObject({ __typename: 'CourseNotRetirableError', code: 'UNKNOWN' });
    expect(await retire('x')).toMatchObject({ code: 'UNKNOWN' });
  });
});

describe('reinstateCourse', () => {
  it('brings the course back to everybody, and can be asked again', async () => {
    const { course } = await buildCourse(api.em);
    const { client } = await buildLearner(api);
    await retire(course.id);
    api.clock.advanceMinutes(1);

    const first = await reinstate(course.id);

    expect(first).toMatchObject({
      __typename: 'CourseReinstated',
      reinstated: { retiredAt: null, events: [{ kind: 'REINSTATED' }, { kind: 'RETIRED' }] },
    });
    expect(await reinstate(course.id)).toEqual(first);
    expect(await actionsOn(course.id)).toEqual(['course.retired', 'course.reinstated']);
    expect(await listedFor(client)).toContain(course.id);
  });

  it('knows nothing of a course that does not exist', async () => {
    expect(await reinstate(NOTHING)).toMatchObject({ __typename: 'CourseNotRetirableError', code: 'UNKNOWN' });
  });
});
