import { isId } from '../../kernel/ids.ts';
import { localize } from '../../kernel/localized-text.ts';
import { localDateAt } from '../../kernel/zoned-time.ts';
import type { EntityManager } from '../../platform/database.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { Region } from '../catalog/index.ts';
import type { Provider } from '../providers/index.ts';
import { Certificate } from './certificate.entity.ts';
import { CourseAssignment } from './course-assignment.entity.ts';
import { countTriesToday } from './domain/daily-tries.ts';
import { LessonProgress } from './lesson-progress.entity.ts';
import { listAttemptMarks, listOfferedCourses, listRequiredCourseCodes, listTriesSince } from './my-courses.queries.ts';
import type { AttemptMarks, OfferedCourse, StartedTry } from './my-courses.queries.ts';
import { CourseNeed } from './my-course.type.ts';
import type { MyCourse } from './my-course.type.ts';
import { QuizAttempt } from './quiz-attempt.entity.ts';

/** No local day is longer, wherever the clocks change. */
const LONGEST_DAY_MS = 26 * 3_600_000;
const ORDER: readonly CourseNeed[] = [CourseNeed.ASSIGNED, CourseNeed.REQUIRED, CourseNeed.OPTIONAL];

/** All courses the provider can take: assigned ones first, the soonest due first of all, then what their items ask for. */
export async function listMyCourses(context: RequestContext, provider: Provider): Promise<MyCourse[]> {
  const { timeZone } = await context.loaders.get(Region, provider.region);
  const courses = await readMyCourses(context, context.em, timeZone, provider.id, null);
  return courses.toSorted(
    (a, b) =>
      ORDER.indexOf(a.need) - ORDER.indexOf(b.need) ||
      (a.assignment?.dueOn ?? '').localeCompare(b.assignment?.dueOn ?? '') ||
      a.code.localeCompare(b.code),
  );
}

/** One of them; null for a course that is not published or does not exist. */
export async function findMyCourse(
  context: RequestContext,
  provider: Provider,
  courseId: string,
): Promise<MyCourse | null> {
  const { timeZone } = await context.loaders.get(Region, provider.region);
  return findMyCourseWithin(context, context.em, timeZone, provider.id, courseId);
}

/** The same by the transaction of `em` alone: a query beside it would wait for a second connection while it holds one. */
export async function findMyCourseWithin(
  context: RequestContext,
  em: EntityManager,
  timeZone: string,
  providerId: string,
  courseId: string,
): Promise<MyCourse | null> {
  return isId(courseId) ? ((await readMyCourses(context, em, timeZone, providerId, courseId))[0] ?? null) : null;
}

interface Standing {
  readonly provider: string;
  readonly today: string;
  readonly now: Date;
  readonly timeZone: string;
  readonly requiredCodes: ReadonlySet<string>;
  readonly progress: readonly LessonProgress[];
  readonly assignments: readonly CourseAssignment[];
  readonly certificates: readonly Certificate[];
  readonly tries: readonly StartedTry[];
  readonly marks: readonly AttemptMarks[];
  readonly attempts: readonly QuizAttempt[];
}

async function readMyCourses(
  context: RequestContext,
  em: EntityManager,
  timeZone: string,
  providerId: string,
  courseId: string | null,
): Promise<MyCourse[]> {
  const now = context.clock.now();
  const plain = { disableIdentityMap: true } as const;
  const own = { provider: providerId, ...(courseId === null ? {} : { course: courseId }) };
  const courses = await listOfferedCourses(em, courseId);
  if (courses.length === 0) return [];
  const marks = await listAttemptMarks(em, providerId, now);
  const attemptIds = marks.flatMap(({ openId, lastId }) => [openId, lastId].filter((id) => id !== null));
  const standing: Standing = {
    provider: providerId,
    now,
    timeZone,
    today: localDateAt(now, timeZone),
    requiredCodes: await listRequiredCourseCodes(em, providerId),
    progress: await em.find(LessonProgress, own, plain),
    assignments: await em.find(CourseAssignment, { ...own, completedAt: null, withdrawnAt: null }, plain),
    certificates: await em.find(Certificate, own, plain),
    tries: await listTriesSince(em, providerId, new Date(now.getTime() - LONGEST_DAY_MS)),
    marks,
    attempts: attemptIds.length === 0 ? [] : await em.find(QuizAttempt, { id: { $in: attemptIds } }, plain),
  };
  return courses.map((course) => toMyCourse(context, course, standing));
}

function toMyCourse(context: RequestContext, course: OfferedCourse, standing: Standing): MyCourse {
  const { id, code, versionId, lessonIds, passPercent, questionsPerQuiz, triesPerDay, validityMonths } = course;
  const assignment = standing.assignments.find((one) => one.course === id) ?? null;
  // Whoever is asked to take it again reads it again.
  const since = assignment?.assignedAt.getTime() ?? Number.NEGATIVE_INFINITY;
  const read = new Set(standing.progress.filter(({ readAt }) => readAt.getTime() >= since).map(({ lesson }) => lesson));
  const readLessonIds = new Set(lessonIds.filter((lessonId) => read.has(lessonId)));
  const starts = standing.tries.filter(({ courseId }) => courseId === id).map(({ startedAt }) => startedAt);
  const tries = countTriesToday(starts, triesPerDay, standing.now, standing.timeZone);
  const marks = standing.marks.find(({ courseId }) => courseId === id);
  const attempt = (attemptId: string | null | undefined): QuizAttempt | null =>
    standing.attempts.find((one) => one.id === attemptId) ?? null;
  return {
    id,
    code,
    versionId,
    provider: standing.provider,
    passPercent,
    questionsPerQuiz,
    triesPerDay,
    validityMonths,
    assignment,
    readLessonIds,
    name: localize(course.name, context.locale),
    summary: localize(course.summary, context.locale),
    need: assignment
      ? CourseNeed.ASSIGNED
      : standing.requiredCodes.has(code)
        ? CourseNeed.REQUIRED
        : CourseNeed.OPTIONAL,
    lessonCount: lessonIds.length,
    readCount: readLessonIds.size,
    triesLeftToday: tries.left,
    nextTryOn: tries.nextOn,
    today: standing.today,
    certificate: longestOf(standing.certificates.filter((one) => one.course === id)),
    openAttempt: attempt(marks?.openId),
    lastAttempt: attempt(marks?.lastId),
  };
}

function longestOf(certificates: readonly Certificate[]): Certificate | null {
  const end = ({ validUntil }: Certificate): string => validUntil ?? '9999-12-31';
  return certificates.toSorted((a, b) => end(b).localeCompare(end(a)))[0] ?? null;
}
