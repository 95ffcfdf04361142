import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildCourse } from '../support/builders/course.builder.ts';
import {
  SUBMIT_QUIZ,
  answerQuiz,
  finishLessons,
  readMyCourse,
  startQuiz,
  submitQuiz,
} from '../support/course-operations.ts';
import type { MyCourseView } from '../support/course-operations.ts';
import { buildLearner } from '../support/course-scene.ts';
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

describe('submitQuiz', () => {
  async function buildStarted(): Promise<
    Awaited<ReturnType<typeof buildLearner>> & { courseId: string; attempt: NonNullable<MyCourseView['openAttempt']> }
  > {
    const { course } = await buildCourse(api.em);
    const learner = await buildLearner(api);
    await finishLessons(learner.client, course.id);
    const { attempt } = await startQuiz(learner.client, course.id);
    return { ...learner, courseId: course.id, attempt: attempt! };
  }

  it('says after a failure what was wrong, what is right and why, and how many tries are left', async () => {
    const { client, courseId, attempt } = await buildStarted();

    const { graded, course } = await submitQuiz(client, attempt.id, answerQuiz(attempt, 2));

    expect(graded!.result).toMatchObject({
      hasPassed: false,
      rightCount: 3,
      questionCount: 5,
      passPercent: 80,
      certificate: null,
    });
    const [wrong] = graded!.result!.reviews;
    expect(wrong).toMatchObject({ isRight: false, chosenIds: answerQuiz(attempt, 2)[0]!.optionIds });
    expect(wrong!.rightIds.toSorted()).toEqual([...answerQuiz(attempt)[0]!.optionIds].toSorted());
    expect(wrong!.explanation).toMatch(/^Because of Question/);
    expect(course).toMatchObject({ triesLeftToday: 2, openAttempt: null, certificate: null });
    expect(course!.lastAttempt!.id).toBe(attempt.id);
    expect(await api.sql(`select 1 from certificate where course_id = $1`, [courseId])).toEqual([]);
  });

  it('gives a certificate from today to the same day in 24 months when passed, and tells so once', async () => {
    const { client, courseId, attempt, provider } = await buildStarted();

    const { graded, course } = await submitQuiz(client, attempt.id, answerQuiz(attempt, 1));

    expect(graded!.result).toMatchObject({ hasPassed: true, rightCount: 4 });
    expect(graded!.result!.certificate).toMatchObject({ validFrom: '2027-03-10', validUntil: '2029-03-10' });
    expect(graded!.result!.certificate!.verificationCode).toMatch(/^[\w-]{16}$/);
    expect(course!.certificate).toEqual(graded!.result!.certificate);
    expect(
      await api.sql(`select topic, payload from outbox_message where payload->>'courseId' = $1`, [courseId]),
    ).toEqual([
      {
        topic: 'course.passed',
        payload: { courseId, providerId: provider.id, certificateId: graded!.result!.certificate!.id },
      },
    ]);
  });

  it('starts the certificate on the local day of the provider', async () => {
    api.clock.set(new Date('2027-06-30T23:30:00Z'));
    const { client, attempt } = await buildStarted();

    const { graded } = await submitQuiz(client, attempt.id, answerQuiz(attempt));

    expect(graded!.result!.certificate!.validFrom).toBe('2027-07-01');
  });

  it('gives the same answer ten times over, in a row and at once, with one certificate', async () => {
    const { client, courseId, attempt } = await buildStarted();
    const sheet = answerQuiz(attempt);

    const first = await submitQuiz(client, attempt.id, sheet);
    const replays = await Promise.all(Array.from({ length: 10 }, () => submitQuiz(client, attempt.id, sheet)));

    expect(replays.every((replay) => JSON.stringify(replay) === JSON.stringify(first))).toBe(true);
    expect(await api.sql('select 1 from certificate where course_id = $1', [courseId])).toHaveLength(1);
  });

  it('is graded once when handed in ten times at once', async () => {
    const { client, courseId, attempt } = await buildStarted();

    const outcomes = await Promise.all(
      Array.from({ length: 10 }, () => submitQuiz(client, attempt.id, answerQuiz(attempt))),
    );

    expect(new Set(outcomes.map(({ graded }) => graded!.result!.certificate!.id)).size).toBe(1);
    expect(await api.sql('select 1 from certificate where course_id = $1', [courseId])).toHaveLength(1);
  });

  it('keeps to the first answers when others follow', async () => {
    const { client, attempt } = await buildStarted();
    await submitQuiz(client, attempt.id, answerQuiz(attempt, 5));

    expect(await submitQuiz(client, attempt.id, answerQuiz(attempt))).toMatchObject({
      __typename: 'QuizClosedError',
      code: 'HANDED_IN',
    });
    expect((await readMyCourse(client, (await openCourseOf(attempt.id))!))!.certificate).toBeNull();
  });

  const openCourseOf = async (attemptId: string): Promise<string | undefined> =>
    (await api.sql<{ course_id: string }>('select course_id from quiz_attempt where id = $1', [attemptId]))[0]
      ?.course_id;

  it('takes answers up to 24 hours after the start', async () => {
    const { client, attempt } = await buildStarted();
    api.clock.advanceMinutes(24 * 60);

    expect(await submitQuiz(client, attempt.id, answerQuiz(attempt))).toMatchObject({ code: 'TIME_OVER' });

    api.clock.advanceMinutes(-1);
    expect((await submitQuiz(client, attempt.id, answerQuiz(attempt))).__typename).toBe('QuizGraded');
  });

  it('answers for the quiz of somebody else as for one that does not exist', async () => {
    const { attempt } = await buildStarted();
    const { client } = await buildLearner(api);

    const others = await submitQuiz(client, attempt.id, answerQuiz(attempt));
    const none = await submitQuiz(client, NOTHING, []);

    expect(others).toEqual(none);
    expect(none).toMatchObject({ __typename: 'QuizClosedError', code: 'UNKNOWN' });
    expect(
      await api.sql('select 1 from quiz_attempt where id = $1 and submitted_at is null', [attempt.id]),
    ).toHaveLength(1);
  });

  it('refuses answers that the quiz does not offer, and stays open', async () => {
    const { client, attempt } = await buildStarted();
    const stray = [{ questionId: attempt.questions[0]!.id, optionIds: [NOTHING] }];

    const answer = await client.send(SUBMIT_QUIZ, { input: { attemptId: attempt.id, answers: stray } });

    expect(answer.errors[0]!.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'input.answers' });
    expect((await submitQuiz(client, attempt.id, answerQuiz(attempt))).__typename).toBe('QuizGraded');
  });
});
