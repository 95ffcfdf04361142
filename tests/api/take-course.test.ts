import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildCourse } from '../support/builders/course.builder.ts';
import { buildServiceItem } from '../support/builders/service-item.builder.ts';
import {
  ASSIGN_COURSE,
  FINISH_LESSON,
  MY_COURSE,
  MY_COURSES,
  START_QUIZ,
  SUBMIT_QUIZ,
  answerQuiz,
  finishLesson,
  finishLessons,
  passCourse,
  readMyCourse,
  startQuiz,
  submitQuiz,
} from '../support/course-operations.ts';
import type { MyCourseView } from '../support/course-operations.ts';
import { buildLearner, buildOperator } from '../support/course-scene.ts';
import { buildAccount } from '../support/builders/account.builder.ts';
import { TEST_NOW } from '../support/fakes/clock.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';

const NOTHING = '01900000-0000-7000-8000-000000000000';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
beforeEach(() => api.clock.set(TEST_NOW));
afterAll(() => api.close());

describe('who may take courses', () => {
  it.each<[string, string, Record<string, unknown>]>([
    ['myCourses', MY_COURSES, {}],
    ['myCourse', MY_COURSE, { id: NOTHING }],
    ['finishLesson', FINISH_LESSON, { input: { courseId: NOTHING, lessonId: NOTHING } }],
    ['startQuiz', START_QUIZ, { courseId: NOTHING }],
    ['submitQuiz', SUBMIT_QUIZ, { input: { attemptId: NOTHING, answers: [] } }],
  ])('%s is for providers alone', async (_name, document, variables) => {
    const household = await api.as(await buildAccount(api.em));
    const operator = await buildOperator(api);

    const codes = await Promise.all(
      [api.visitor(), household, operator].map(
        async (client) => (await client.send(document, variables)).errors[0]!.extensions.code,
      ),
    );

    expect(codes).toEqual(['UNAUTHENTICATED', 'FORBIDDEN', 'FORBIDDEN']);
  });
});

describe('myCourses', () => {
  it('has the assigned course first, then what my services ask for, then the others, and no draft', async () => {
    const [optional, required, assigned] = await Promise.all([
      buildCourse(api.em, { code: 'A_OPTIONAL' }),
      buildCourse(api.em, { code: 'B_REQUIRED' }),
      buildCourse(api.em, { code: 'C_ASSIGNED' }),
    ]);
    const item = await buildServiceItem(api.em, { requiredCourseCode: 'B_REQUIRED' });
    const { client, provider } = await buildLearner(api, { items: [item], qualified: false });
    const operator = await buildOperator(api);
    await operator.ask(ASSIGN_COURSE, {
      input: { courseId: assigned.course.id, providerId: provider.id, dueOn: '2027-03-20', reason: 'RETRAINING' },
    });

    const { myCourses } = await client.ask<{ myCourses: MyCourseView[] }>(MY_COURSES);

    const own = [optional, required, assigned].map(({ course }) => course.id);
    expect(
      myCourses.filter(({ id }) => own.includes(id)).map(({ id, need, requiredBy }) => [id, need, requiredBy]),
    ).toEqual([
      [assigned.course.id, 'ASSIGNED', []],
      [required.course.id, 'REQUIRED', [{ id: item.id }]],
      [optional.course.id, 'OPTIONAL', []],
    ]);
  });
});

describe('finishLesson', () => {
  it('is kept for the next device, and again changes nothing', async () => {
    const { course, version } = await buildCourse(api.em);
    const { client, account } = await buildLearner(api);

    const first = await finishLesson(client, course.id, version.lessons[0]!.id);
    const again = await finishLesson(client, course.id, version.lessons[0]!.id);

    expect([first.course!.readCount, again.course!.readCount]).toEqual([1, 1]);
    const elsewhere = await readMyCourse(await api.as(account), course.id);
    expect(elsewhere!.lessons.map(({ isRead }) => isRead)).toEqual([true, false]);
  });

  it('knows nothing of a lesson of another course, nor of courses that are not published', async () => {
    const { course } = await buildCourse(api.em);
    const other = await buildCourse(api.em);
    const draft = await buildCourse(api.em, { state: 'DRAFT' as never, publishedAt: null });
    const { client } = await buildLearner(api);

    const outcomes = await Promise.all([
      finishLesson(client, course.id, other.version.lessons[0]!.id),
      finishLesson(client, draft.course.id, draft.version.lessons[0]!.id),
      finishLesson(client, NOTHING, NOTHING),
      finishLesson(client, 'x', 'y'),
    ]);

    expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1);
    expect(outcomes[0]).toMatchObject({ __typename: 'UnknownLessonError', code: 'UNKNOWN' });
    expect([await readMyCourse(client, draft.course.id), await readMyCourse(client, NOTHING)]).toEqual([null, null]);
  });
});

describe('startQuiz', () => {
  it('waits until all lessons are read', async () => {
    const { course, version } = await buildCourse(api.em);
    const { client } = await buildLearner(api);
    await finishLesson(client, course.id, version.lessons[0]!.id);

    expect(await startQuiz(client, course.id)).toMatchObject({ __typename: 'QuizNotOpenError', code: 'LESSONS_LEFT' });

    await finishLesson(client, course.id, version.lessons[1]!.id);
    expect((await startQuiz(client, course.id)).__typename).toBe('QuizStarted');
  });

  it('draws five of the six questions and says nothing of what is right', async () => {
    const { course } = await buildCourse(api.em);
    const { client } = await buildLearner(api);
    await finishLessons(client, course.id);

    const answer = await client.send<{ startQuiz: { attempt: { questions: { id: string }[]; result: null } } }>(
      START_QUIZ,
      { courseId: course.id },
    );

    const { questions, result } = answer.data!.startQuiz.attempt;
    expect(new Set(questions.map(({ id }) => id)).size).toBe(5);
    expect(result).toBeNull();
    expect(answer.body).not.toMatch(/correct|Because of|explanation/);
    expect((await client.send('{ __type(name: "QuizOption") { fields { name } } }')).body).not.toContain('correct');
  });

  it('gives the open quiz again, one try for all, also when started twice at once', async () => {
    const { course } = await buildCourse(api.em);
    const { client } = await buildLearner(api);
    await finishLessons(client, course.id);

    const started = await Promise.all([startQuiz(client, course.id), startQuiz(client, course.id)]);
    const again = await startQuiz(client, course.id);

    expect(new Set([...started, again].map(({ attempt }) => attempt!.id)).size).toBe(1);
    expect(again.attempt!.questions).toEqual(started[0].attempt!.questions);
    expect(again.course!.triesLeftToday).toBe(2);
  });

  it('has three tries in a local day; the fourth waits for the next, whose midnight is London’s', async () => {
    api.clock.set(new Date('2027-07-10T20:00:00Z'));
    const { course } = await buildCourse(api.em);
    const { client } = await buildLearner(api);
    await finishLessons(client, course.id);
    for (let tries = 3; tries > 0; tries -= 1) {
      const { attempt, course: now } = await startQuiz(client, course.id);
      expect(now!.triesLeftToday).toBe(tries - 1);
      await submitQuiz(client, attempt!.id, answerQuiz(attempt!, 2));
    }

    expect(await startQuiz(client, course.id)).toMatchObject({ code: 'NO_TRIES_LEFT', nextTryOn: '2027-07-11' });

    api.clock.set(new Date('2027-07-10T22:59:00Z'));
    expect((await startQuiz(client, course.id)).code).toBe('NO_TRIES_LEFT');
    api.clock.set(new Date('2027-07-10T23:00:00Z'));
    expect((await startQuiz(client, course.id)).__typename).toBe('QuizStarted');
  });

  it('counts a try that was never handed in', async () => {
    const { course } = await buildCourse(api.em, { triesPerDay: 1 });
    const { client } = await buildLearner(api);
    await finishLessons(client, course.id);
    await startQuiz(client, course.id);

    // It closes 24 hours later; by then it is another day, but a day with its own single try.
    api.clock.advanceMinutes(24 * 60);
    const next = await startQuiz(client, course.id);

    expect(next.__typename).toBe('QuizStarted');
    expect(next.course!.triesLeftToday).toBe(0);
  });

  it('knows nothing of a course that does not exist', async () => {
    const { client } = await buildLearner(api);

    expect(await startQuiz(client, NOTHING)).toMatchObject({ __typename: 'QuizNotOpenError', code: 'UNKNOWN' });
  });
});

describe('an assigned course', () => {
  it('is read anew, and passing it ends the assignment', async () => {
    const { course } = await buildCourse(api.em);
    const { client, provider } = await buildLearner(api);
    await passCourse(client, course.id);
    api.clock.advanceMinutes(60);
    await (
      await buildOperator(api)
    ).ask(ASSIGN_COURSE, {
      input: { courseId: course.id, providerId: provider.id, dueOn: '2027-03-31', reason: 'RETRAINING' },
    });

    const assigned = await readMyCourse(client, course.id);
    expect(assigned).toMatchObject({ need: 'ASSIGNED', readCount: 0, assignment: { dueOn: '2027-03-31' } });
    expect((await startQuiz(client, course.id)).code).toBe('LESSONS_LEFT');

    await passCourse(client, course.id);
    expect(await readMyCourse(client, course.id)).toMatchObject({ need: 'OPTIONAL', assignment: null });
  });
});
