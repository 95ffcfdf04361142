import { randomInt } from 'node:crypto';
import { LockMode } from '@mikro-orm/core';
import { newId } from '../../kernel/ids.ts';
import { required } from '../../kernel/required.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { say } from '../../platform/say.ts';
import { Region } from '../catalog/index.ts';
import { Provider } from '../providers/index.ts';
import { CourseVersion } from './course-version.entity.ts';
import { drawQuiz } from './domain/quiz-draw.ts';
import { findMyCourseWithin } from './my-courses.service.ts';
import type { MyCourse, QuizStarted } from './my-course.type.ts';
import { QuizAttempt } from './quiz-attempt.entity.ts';
import { QuizNotOpenError } from './training.errors.ts';

/** An attempt can be handed in for so long. */
const ATTEMPT_HOURS = 24;
const LARGEST_SEED = 2 ** 31 - 1;

/**
 * Starts a quiz, which counts as a try from here on. As long as one is open, starting gives that one again: a second click
 * or a lost answer costs no try.
 */
export async function startQuiz(
  context: RequestContext,
  provider: Provider,
  courseId: string,
): Promise<QuizStarted | QuizNotOpenError> {
  const { timeZone } = await context.loaders.get(Region, provider.region);
  return context.em.transactional(async (em) => {
    const find = (): Promise<MyCourse | null> => findMyCourseWithin(context, em, timeZone, provider.id, courseId);
    // Two starts at once take turns; the second finds the first.
    await em.findOneOrFail(Provider, { id: provider.id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    const course = await find();
    if (course?.openAttempt) return { attempt: course.openAttempt, course };
    if (course === null) return unknown(context);
    const refused = refuse(context, course);
    if (refused !== null) return refused;
    const version = await em.findOneOrFail(CourseVersion, { id: course.versionId }, { disableIdentityMap: true });
    const now = context.clock.now();
    const seed = randomInt(LARGEST_SEED);
    const attempt: QuizAttempt = {
      id: newId(),
      provider: provider.id,
      course: course.id,
      version: version.id,
      seed,
      drawn: drawQuiz(version.questions, version.questionsPerQuiz, seed),
      startedAt: now,
      closesAt: new Date(now.getTime() + ATTEMPT_HOURS * 3_600_000),
      submittedAt: null,
      answers: null,
      hasPassed: null,
      certificate: null,
    };
    await em.insert(QuizAttempt, attempt);
    return { attempt, course: required(await find(), 'the course') };
  });
}

function refuse(context: RequestContext, course: MyCourse): QuizNotOpenError | null {
  if (course.readCount < course.lessonCount)
    return new QuizNotOpenError(
      'LESSONS_LEFT',
      say(context, { en: 'Read all lessons first; then the quiz opens.', 'zh-CN': '请先读完所有课程，测验随后开放。' }),
    );
  if (course.triesLeftToday === 0)
    return new QuizNotOpenError(
      'NO_TRIES_LEFT',
      say(context, {
        en: 'No tries are left today. Come back tomorrow.',
        'zh-CN': '今天的次数已用完，请明天再来。',
      }),
      course.nextTryOn,
    );
  return null;
}

function unknown(context: RequestContext): QuizNotOpenError {
  return new QuizNotOpenError('UNKNOWN', say(context, { en: 'There is no such course.', 'zh-CN': '没有这门课程。' }));
}
