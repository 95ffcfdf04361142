import type { LocalizedText } from '../../kernel/localized-text.ts';
import { instantAt } from '../../kernel/zoned-time.ts';
import type { UnsealedAccount } from '../../modules/accounts/index.ts';
import { AssignmentReason, CourseVersionState } from '../../modules/training/index.ts';
import type {
  Certificate,
  Course,
  CourseAssignment,
  CourseVersion,
  Lesson,
  LessonProgress,
  Question,
} from '../../modules/training/index.ts';
import { CHILD_CARE_LESSONS } from './child-care-lessons.ts';
import { CHILD_CARE_QUESTIONS } from './child-care-questions.ts';
import type { LessonContent, LessonPicture, QuestionContent } from './course-content.ts';
import { MINUTE_MS, dateFrom, daysFrom, required, text } from './demo-context.ts';
import type { DemoContext } from './demo-context.ts';
import type { DemoProvider } from './demo-providers.ts';
import type { CourseCode } from './demo-qualifications.ts';
import type { LessonDrawing } from './lesson-drawings.ts';
import { SAFE_CLEANING_LESSONS } from './safe-cleaning-lessons.ts';
import { SAFE_CLEANING_QUESTIONS } from './safe-cleaning-questions.ts';

interface CourseText {
  readonly code: CourseCode;
  readonly name: LocalizedText;
  readonly summary: LocalizedText;
  readonly lessons: readonly LessonContent[];
  readonly questions: readonly QuestionContent[];
  /** How long ago it was published. */
  readonly daysAgo: number;
}

const COURSES: readonly CourseText[] = [
  {
    code: 'SAFE_CLEANING',
    name: text('Safe work with cleaning agents', '清洁用品安全使用'),
    summary: text(
      'What the label says, what must never be mixed, how to protect yourself, and the surfaces that forgive nothing.',
      '看懂标签，绝不混用，保护自己，以及那些经不起出错的表面。',
    ),
    lessons: SAFE_CLEANING_LESSONS,
    questions: SAFE_CLEANING_QUESTIONS,
    daysAgo: 640,
  },
  {
    code: 'CHILD_CARE_BASICS',
    name: text('Basics of child care', '婴幼儿照护基础'),
    summary: text(
      'The talk at the door, safe sleep, the first minutes when a child chokes, and when to call whom.',
      '门口的交接、安全睡眠、孩子噎住时的最初几分钟，以及什么情况找谁。',
    ),
    lessons: CHILD_CARE_LESSONS,
    questions: CHILD_CARE_QUESTIONS,
    daysAgo: 620,
  },
];

export function demoCourses({ ids }: DemoContext): ReadonlyMap<CourseCode, Course> {
  return new Map(COURSES.map(({ code, name }) => [code, { id: ids.next(), code, name, retiredAt: null }]));
}

/** One published version of each course. */
export function demoCourseVersions(
  context: DemoContext,
  courses: ReadonlyMap<CourseCode, Course>,
  author: UnsealedAccount,
): ReadonlyMap<CourseCode, CourseVersion> {
  const { ids, now } = context;
  return new Map(
    COURSES.map(({ code, name, summary, lessons, questions, daysAgo }) => [
      code,
      {
        id: ids.next(),
        course: required(courses, code).id,
        number: 1,
        state: CourseVersionState.PUBLISHED,
        name,
        summary,
        lessons: lessons.map((lesson) => toLesson(context, lesson)),
        questions: questions.map((question) => toQuestion(context, question)),
        passPercent: 80,
        questionsPerQuiz: 5,
        triesPerDay: 3,
        validityMonths: 24,
        revision: 7,
        savedAt: daysFrom(now, -daysAgo - 1),
        savedBy: author.id,
        publishedAt: daysFrom(now, -daysAgo),
        publishedBy: author.id,
      },
    ]),
  );
}

/** The picture itself is drawn and kept later, where there is a place for files. */
function toLesson({ ids }: DemoContext, { title, body, picture }: LessonContent): Lesson {
  const id = ids.next();
  return { id, title, body: picture ? illustrate(body, picture, ids.next()) : body };
}

function illustrate(body: LocalizedText, { words }: LessonPicture, imageId: string): LocalizedText {
  const within = (locale: keyof LocalizedText): string => {
    const [first = '', ...rest] = body[locale].split('\n\n');
    return [first, `![${words[locale]}](image:${imageId})`, ...rest].join('\n\n');
  };
  return { en: within('en'), 'zh-CN': within('zh-CN') };
}

/** Drawings that a course of the demo shows, in the order of its lessons. */
export function demoDrawings(code: string): readonly LessonDrawing[] {
  const lessons = COURSES.find((course) => course.code === code)?.lessons ?? [];
  return lessons.flatMap(({ picture }) => (picture ? [picture.drawing] : []));
}

function toQuestion({ ids }: DemoContext, { prompt, options, explanation }: QuestionContent): Question {
  return {
    id: ids.next(),
    kind: options.filter(([, correct]) => correct).length === 1 ? 'SINGLE' : 'MULTIPLE',
    prompt,
    options: options.map(([words, correct]) => ({ id: ids.next(), text: words, correct })),
    explanation,
  };
}

export interface DemoTraining {
  readonly progress: readonly LessonProgress[];
  readonly assignments: readonly CourseAssignment[];
}

/**
 * Whoever holds a certificate has read what it took. Lin Yue wants to look after children too and is half-way; whoever lacks
 * a course has begun it.
 */
export function demoTraining(
  context: DemoContext,
  providers: readonly DemoProvider[],
  versions: ReadonlyMap<CourseCode, CourseVersion>,
  certificates: readonly Certificate[],
  operator: UnsealedAccount,
): DemoTraining {
  const { ids, now } = context;
  const childCare = required(versions, 'CHILD_CARE_BASICS');
  const read = (provider: string, version: CourseVersion, count: number, from: Date): LessonProgress[] =>
    version.lessons.slice(0, count).map((lesson, index) => ({
      id: ids.next(),
      provider,
      course: version.course,
      lesson: lesson.id,
      readAt: new Date(from.getTime() + index * 11 * MINUTE_MS),
    }));
  const held = certificates.flatMap(({ provider, version: passed, validFrom }) => {
    const version = [...versions.values()].find(({ id }) => id === passed);
    return version ? read(provider, version, version.lessons.length, instantAt(validFrom, '08:00', 'UTC')) : [];
  });
  const [first] = providers;
  const learner = providers.filter(({ profile }) => profile.obstacle === 'COURSE_MISSING');
  if (!first) return { progress: [], assignments: [] };
  const { timeZone } = first.region;
  return {
    assignments: [
      {
        id: ids.next(),
        course: childCare.course,
        provider: first.row.id,
        reason: AssignmentReason.NEW_WORK,
        dueOn: dateFrom(now, 12, timeZone),
        assignedBy: operator.id,
        assignedAt: instantAt(dateFrom(now, -5, timeZone), '10:20', timeZone),
        completedAt: null,
        withdrawnAt: null,
      },
    ],
    progress: [
      ...held,
      ...read(first.row.id, childCare, 2, daysFrom(now, -2)),
      ...learner.flatMap(({ row, profile }) => {
        const code = profile.trade === 'NANNY' ? 'CHILD_CARE_BASICS' : 'SAFE_CLEANING';
        return read(row.id, required(versions, code), 3, daysFrom(now, -6));
      }),
    ],
  };
}
