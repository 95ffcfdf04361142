import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ProviderStatus } from '../../api/modules/providers/index.ts';
import { buildCourse } from '../support/builders/course.builder.ts';
import { buildProvider } from '../support/builders/provider.builder.ts';
import {
  ASSIGNMENTS,
  ASSIGN_COURSE,
  CANDIDATES,
  WITHDRAW,
  passCourse,
  readMyCourse,
} from '../support/course-operations.ts';
import { buildLearner, buildOperator } from '../support/course-scene.ts';
import { TEST_NOW } from '../support/fakes/clock.ts';
import type { GraphQLClient } from '../support/graphql-client.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';

const NOTHING = '01900000-0000-7000-8000-000000000000';

interface Outcome {
  readonly __typename: string;
  readonly code?: string;
  readonly assignment?: { readonly id: string };
}

let api: TestApi;
let operator: GraphQLClient;
beforeAll(async () => {
  api = await startTestApi();
  operator = await buildOperator(api);
});
beforeEach(() => api.clock.set(TEST_NOW));
afterAll(() => api.close());

const assign = async (courseId: string, providerId: string, dueOn = '2027-03-31'): Promise<Outcome> =>
  (
    await operator.ask<{ assignCourse: Outcome }>(ASSIGN_COURSE, {
      input: { courseId, providerId, dueOn, reason: 'RETRAINING' },
    })
  ).assignCourse;
const withdraw = async (id: string): Promise<boolean> =>
  (await operator.ask<{ withdrawCourseAssignment: boolean }>(WITHDRAW, { id })).withdrawCourseAssignment;

describe('assignCourse', () => {
  it('puts the course on the provider’s list, announces it and is in the audit log', async () => {
    const { course } = await buildCourse(api.em);
    const { client, provider } = await buildLearner(api);

    const { assignment } = await assign(course.id, provider.id);

    expect(assignment).toMatchObject({ dueOn: '2027-03-31', assignedBy: 'Sam Reid', completedAt: null });
    expect((await readMyCourse(client, course.id))!.assignment).toEqual({
      id: assignment!.id,
      dueOn: '2027-03-31',
      reason: 'RETRAINING',
    });
    expect(
      await api.sql(`select topic from outbox_message where payload->>'assignmentId' = $1`, [assignment!.id]),
    ).toEqual([{ topic: 'course.assigned' }]);
    expect(await api.sql('select action, reason from audit_entry where subject_id = $1', [assignment!.id])).toEqual([
      { action: 'course.assigned', reason: 'RETRAINING' },
    ]);
  });

  it('is open once at a time, also when asked twice at once, and again after it was withdrawn', async () => {
    const { course } = await buildCourse(api.em);
    const { provider } = await buildLearner(api);

    const outcomes = await Promise.all([assign(course.id, provider.id), assign(course.id, provider.id)]);

    expect(outcomes.map(({ code }) => code ?? 'assigned').toSorted()).toEqual(['ALREADY_ASSIGNED', 'assigned']);
    const { assignment } = outcomes.find((outcome) => outcome.assignment)!;
    expect(await withdraw(assignment!.id)).toBe(true);
    expect(await withdraw(assignment!.id)).toBe(false);
    expect((await assign(course.id, provider.id)).__typename).toBe('CourseAssigned');
  });

  it.each([
    ['yesterday', '2027-03-09', 'DAY_OVER'],
    ['today', '2027-03-10', undefined],
  ])('may be due %s in the region of the provider: %s %s', async (_when, dueOn, code) => {
    const { course } = await buildCourse(api.em);
    const { provider } = await buildLearner(api);

    expect((await assign(course.id, provider.id, dueOn)).code).toBe(code);
  });

  it('knows nothing of courses and providers that are not there, drafts and people who left included', async () => {
    const { course } = await buildCourse(api.em);
    const unpublished = await buildCourse(api.em, { state: 'DRAFT' as never, publishedAt: null });
    const { provider } = await buildLearner(api);
    const gone = await buildProvider(api.em, { status: ProviderStatus.LEFT });

    const codes = await Promise.all([
      assign(NOTHING, provider.id),
      assign('x', provider.id),
      assign(unpublished.course.id, provider.id),
      assign(course.id, NOTHING),
      assign(course.id, gone.id),
    ]);

    expect(codes.map(({ code }) => code)).toEqual([
      'UNKNOWN_COURSE',
      'UNKNOWN_COURSE',
      'UNKNOWN_COURSE',
      'UNKNOWN_PROVIDER',
      'UNKNOWN_PROVIDER',
    ]);
    expect([await withdraw(NOTHING), await withdraw('x')]).toEqual([false, false]);
  });
});

describe('courseAssignments and courseCandidates', () => {
  it('show who is to take it, who has passed it and who may be asked', async () => {
    const { course } = await buildCourse(api.em);
    const passed = await buildLearner(api, { displayName: { en: 'Zora 100%', 'zh-CN': '佐拉' } });
    const open = await buildLearner(api, { displayName: { en: 'Zora Two', 'zh-CN': '佐拉二' } });
    await assign(course.id, passed.provider.id);
    await assign(course.id, open.provider.id);
    await passCourse(passed.client, course.id);

    const { courseAssignments } = await operator.ask<{
      courseAssignments: { totalCount: number; edges: { node: { provider: object; completedAt: string | null } }[] };
    }>(ASSIGNMENTS, { courseId: course.id });
    expect(courseAssignments.totalCount).toBe(2);
    expect(courseAssignments.edges.map(({ node }) => [node.provider, node.completedAt !== null])).toEqual([
      [{ id: open.provider.id }, false],
      [{ id: passed.provider.id }, true],
    ]);

    const search = async (query: string): Promise<object[]> =>
      (
        await operator.ask<{ courseCandidates: { edges: { node: object }[] } }>(CANDIDATES, {
          courseId: course.id,
          query,
        })
      ).courseCandidates.edges.map(({ node }) => node);
    expect(await search('zora')).toMatchObject([
      { provider: { id: open.provider.id }, certificate: null, assignment: { dueOn: '2027-03-31' }, attemptCount: 0 },
      {
        provider: { id: passed.provider.id },
        certificate: { validUntil: '2029-03-10' },
        assignment: null,
        attemptCount: 1,
      },
    ]);
    expect(await search('佐拉二')).toHaveLength(1);
    expect(await search('100%')).toHaveLength(1);
    expect(await search('_ora')).toEqual([]);
  });
});
