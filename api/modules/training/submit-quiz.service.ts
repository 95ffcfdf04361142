import { randomBytes } from 'node:crypto';
import { LockMode } from '@mikro-orm/core';
import { isId, newId } from '../../kernel/ids.ts';
import type { LocalizedText } from '../../kernel/localized-text.ts';
import { localDateAt } from '../../kernel/zoned-time.ts';
import { badUserInput } from '../../platform/connection.ts';
import type { EntityManager } from '../../platform/database.ts';
import { publish } from '../../platform/outbox.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { say } from '../../platform/say.ts';
import { Region } from '../catalog/index.ts';
import type { Provider } from '../providers/index.ts';
import { Certificate } from './certificate.entity.ts';
import { CourseAssignment } from './course-assignment.entity.ts';
import { CourseVersion } from './course-version.entity.ts';
import { certificateTerm } from './domain/certificate-validity.ts';
import { gradeQuiz, isAnswerSheetOf, isSameSheet } from './domain/quiz-grade.ts';
import { findMyCourse } from './my-courses.service.ts';
import type { QuizGraded } from './my-course.type.ts';
import { QuizAttempt } from './quiz-attempt.entity.ts';
import { QuizClosedError } from './training.errors.ts';
import { COURSE_PASSED } from './training.events.ts';
import type { SubmitQuizInput } from './training.inputs.ts';

/**
 * Grades a quiz, once. Handing the same answers in again gives the same result; other answers are refused. Passing issues a
 * certificate from today on and ends the assignment there was.
 */
export async function submitQuiz(
  context: RequestContext,
  provider: Provider,
  { attemptId, answers }: SubmitQuizInput,
): Promise<QuizGraded | QuizClosedError> {
  const { timeZone } = await context.loaders.get(Region, provider.region);
  const today = localDateAt(context.clock.now(), timeZone);
  const outcome = await context.em.transactional(async (em): Promise<QuizAttempt | QuizClosedError> => {
    const attempt = isId(attemptId)
      ? await em.findOne(
          QuizAttempt,
          { id: attemptId, provider: provider.id },
          { lockMode: LockMode.PESSIMISTIC_WRITE, disableIdentityMap: true },
        )
      : null;
    if (attempt === null) return refuse(context, 'UNKNOWN', UNKNOWN);
    if (attempt.submittedAt !== null)
      return isSameSheet(attempt.answers ?? [], answers) ? attempt : refuse(context, 'HANDED_IN', HANDED_IN);
    const now = context.clock.now();
    if (attempt.closesAt <= now) return refuse(context, 'TIME_OVER', TIME_OVER);
    if (!isAnswerSheetOf(attempt.drawn, answers))
      throw badUserInput('input.answers', 'The answers are not those of this quiz.');
    const version = await em.findOneOrFail(CourseVersion, { id: attempt.version }, { disableIdentityMap: true });
    const { hasPassed } = gradeQuiz(attempt.drawn, version.questions, answers, version.passPercent);
    const certificate = hasPassed
      ? await issueCertificate(em, context, { providerId: provider.id, today, version })
      : null;
    const sheet = answers.map(({ questionId, optionIds }) => ({ questionId, optionIds }));
    const changes = { submittedAt: now, answers: sheet, hasPassed, certificate };
    await em.nativeUpdate(QuizAttempt, { id: attempt.id }, changes);
    return { ...attempt, ...changes };
  });
  if (outcome instanceof QuizClosedError) return outcome;
  return { graded: outcome, course: await findMyCourse(context, provider, outcome.course) };
}

async function issueCertificate(
  em: EntityManager,
  context: RequestContext,
  { providerId, today, version }: { providerId: string; today: string; version: CourseVersion },
): Promise<string> {
  const term = certificateTerm(today, version.validityMonths);
  const id = newId();
  await em.insert(Certificate, {
    id,
    provider: providerId,
    course: version.course,
    version: version.id,
    validFrom: term.from,
    validUntil: term.until,
    verificationCode: randomBytes(12).toString('base64url'),
  });
  await em.nativeUpdate(
    CourseAssignment,
    { provider: providerId, course: version.course, completedAt: null, withdrawnAt: null },
    { completedAt: context.clock.now() },
  );
  const payload = { certificateId: id, providerId, courseId: version.course };
  await publish(em, context.clock, [{ topic: COURSE_PASSED, payload }]);
  return id;
}

function refuse(context: RequestContext, code: string, text: LocalizedText): QuizClosedError {
  return new QuizClosedError(code, say(context, text));
}

const UNKNOWN: LocalizedText = { en: 'There is no such quiz.', 'zh-CN': '没有这次测验。' };
const HANDED_IN: LocalizedText = {
  en: 'This quiz was handed in with other answers; those count.',
  'zh-CN': '本次测验已用其他答案提交，以先前提交的为准。',
};
const TIME_OVER: LocalizedText = {
  en: 'The time of this quiz is over. Start another.',
  'zh-CN': '本次测验的时间已过，请重新开始。',
};
