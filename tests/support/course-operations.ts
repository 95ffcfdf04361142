import type { GraphQLClient } from './graphql-client.ts';

export interface QuizQuestionView {
  readonly id: string;
  readonly kind: string;
  readonly prompt: string;
  readonly options: readonly { readonly id: string; readonly text: string }[];
}

export interface CertificateView {
  readonly id: string;
  readonly validFrom: string;
  readonly validUntil: string | null;
  readonly verificationCode: string;
}

export interface AttemptView {
  readonly id: string;
  readonly startedAt: string;
  readonly closesAt: string;
  readonly submittedAt: string | null;
  readonly questions: readonly QuizQuestionView[];
  readonly result: {
    readonly hasPassed: boolean;
    readonly rightCount: number;
    readonly questionCount: number;
    readonly passPercent: number;
    readonly certificate: CertificateView | null;
    readonly reviews: readonly {
      readonly question: { readonly id: string };
      readonly chosenIds: readonly string[];
      readonly rightIds: readonly string[];
      readonly isRight: boolean;
      readonly explanation: string;
    }[];
  } | null;
}

export interface MyCourseView {
  readonly id: string;
  readonly name: string;
  readonly need: string;
  readonly lessonCount: number;
  readonly readCount: number;
  readonly triesLeftToday: number;
  readonly nextTryOn: string;
  readonly assignment: { readonly id: string; readonly dueOn: string; readonly reason: string } | null;
  readonly lessons: readonly {
    readonly id: string;
    readonly title: string;
    readonly body: string;
    readonly isRead: boolean;
  }[];
  readonly requiredBy: readonly { readonly id: string }[];
  readonly certificate: CertificateView | null;
  readonly openAttempt: AttemptView | null;
  readonly lastAttempt: AttemptView | null;
}

export interface QuizOutcome {
  readonly __typename: string;
  readonly code?: string;
  readonly message?: string;
  readonly nextTryOn?: string | null;
  readonly attempt?: AttemptView;
  readonly graded?: AttemptView;
  readonly course?: MyCourseView | null;
}

const CERTIFICATE = 'id validFrom validUntil verificationCode';
const QUESTION = 'id kind prompt options { id text }';
const ATTEMPT = `id startedAt closesAt submittedAt questions { ${QUESTION} } result { hasPassed rightCount questionCount passPercent certificate { ${CERTIFICATE} } reviews { question { id } chosenIds rightIds isRight explanation } }`;
const COURSE = `id name need lessonCount readCount triesLeftToday nextTryOn assignment { id dueOn reason } lessons { id title body isRead } requiredBy { id } certificate { ${CERTIFICATE} } openAttempt { ${ATTEMPT} } lastAttempt { ${ATTEMPT} }`;

export const MY_COURSES = `{ myCourses { ${COURSE} } }`;
export const MY_COURSE = `query ($id: ID!) { myCourse(id: $id) { ${COURSE} } }`;
export const FINISH_LESSON = `mutation ($input: FinishLessonInput!) { finishLesson(input: $input) { __typename ... on UserError { code message } ... on LessonFinished { course { ${COURSE} } } } }`;
export const START_QUIZ = `mutation ($courseId: ID!) { startQuiz(courseId: $courseId) { __typename ... on UserError { code message } ... on QuizNotOpenError { nextTryOn } ... on QuizStarted { attempt { ${ATTEMPT} } course { ${COURSE} } } } }`;
export const SUBMIT_QUIZ = `mutation ($input: SubmitQuizInput!) { submitQuiz(input: $input) { __typename ... on UserError { code message } ... on QuizGraded { graded { ${ATTEMPT} } course { ${COURSE} } } } }`;
export const ASSIGN_COURSE = `mutation ($input: AssignCourseInput!) { assignCourse(input: $input) { __typename ... on UserError { code message } ... on CourseAssigned { assignment { id dueOn reason assignedBy completedAt provider { id } course { id } } } } }`;
export const WITHDRAW = 'mutation ($id: ID!) { withdrawCourseAssignment(id: $id) }';

const TEXT = '{ en zhCN }';
const VERSION = `id number state revision name ${TEXT} summary ${TEXT} lessons { id title ${TEXT} body ${TEXT} } questions { id kind prompt ${TEXT} options { id text ${TEXT} correct } explanation ${TEXT} } passPercent questionsPerQuiz triesPerDay validityMonths savedBy publishedAt publishedBy lessonCount questionCount`;
export const COURSE_FILE = `query ($id: ID!) { course(id: $id) { id code name holderCount openAssignmentCount requiredBy { id } published { ${VERSION} } draft { ${VERSION} } versions { number state publishedBy } } }`;
export const COURSES =
  'query ($first: Int, $after: String) { courses(first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor } edges { node { id code } } } }';
export const CREATE_COURSE =
  'mutation ($input: CreateCourseInput!) { createCourse(input: $input) { __typename ... on UserError { code message } ... on InvalidCourseError { field } ... on CourseCreated { course { id code name } } } }';
export const DRAFT_COURSE = `mutation ($courseId: ID!) { draftCourse(courseId: $courseId) { __typename ... on UserError { code message } ... on CourseDrafted { draft { ${VERSION} } } } }`;
export const SAVE_DRAFT = `mutation ($input: SaveCourseDraftInput!) { saveCourseDraft(input: $input) { __typename ... on UserError { code message } ... on InvalidCourseError { field } ... on CourseDraftSaved { saved { ${VERSION} } } } }`;
export const PUBLISH_COURSE = `mutation ($input: PublishCourseInput!) { publishCourse(input: $input) { __typename ... on UserError { code message } ... on CourseNotPublishableError { problems { code field message } } ... on CoursePublished { published { ${VERSION} } } } }`;
export const CANDIDATES =
  'query ($courseId: ID!, $query: String, $first: Int, $after: String) { courseCandidates(courseId: $courseId, query: $query, first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor } edges { node { provider { id displayName } certificate { validUntil } assignment { dueOn } attemptCount } } } }';
export const ASSIGNMENTS =
  'query ($courseId: ID!, $first: Int, $after: String) { courseAssignments(courseId: $courseId, first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor } edges { node { id dueOn assignedBy completedAt withdrawnAt provider { id } } } } }';

export async function readMyCourse(client: GraphQLClient, id: string): Promise<MyCourseView | null> {
  return (await client.ask<{ myCourse: MyCourseView | null }>(MY_COURSE, { id })).myCourse;
}

export async function finishLesson(client: GraphQLClient, courseId: string, lessonId: string): Promise<QuizOutcome> {
  return (await client.ask<{ finishLesson: QuizOutcome }>(FINISH_LESSON, { input: { courseId, lessonId } }))
    .finishLesson;
}

/** Reads every lesson of the course to its end. */
export async function finishLessons(client: GraphQLClient, courseId: string): Promise<void> {
  const course = await readMyCourse(client, courseId);
  for (const { id } of course!.lessons) await finishLesson(client, courseId, id);
}

export async function startQuiz(client: GraphQLClient, courseId: string): Promise<QuizOutcome> {
  return (await client.ask<{ startQuiz: QuizOutcome }>(START_QUIZ, { courseId })).startQuiz;
}

export interface AnswerSheet {
  readonly questionId: string;
  readonly optionIds: readonly string[];
}

/** Ticks everything that says it is right in all questions but the first `wrong`, where it ticks one that is wrong. */
export function answerQuiz({ questions }: AttemptView, wrong = 0): AnswerSheet[] {
  return questions.map(({ id, options }, index) => ({
    questionId: id,
    optionIds: options
      .filter(({ text }) => (index < wrong ? text === 'wrong' : text.startsWith('right')))
      .map((option) => option.id),
  }));
}

export async function submitQuiz(
  client: GraphQLClient,
  attemptId: string,
  answers: readonly AnswerSheet[],
): Promise<QuizOutcome> {
  return (await client.ask<{ submitQuiz: QuizOutcome }>(SUBMIT_QUIZ, { input: { attemptId, answers } })).submitQuiz;
}

/** Reads, starts and answers rightly: the certificate it earns. */
export async function passCourse(client: GraphQLClient, courseId: string): Promise<CertificateView> {
  await finishLessons(client, courseId);
  const { attempt } = await startQuiz(client, courseId);
  const { graded } = await submitQuiz(client, attempt!.id, answerQuiz(attempt!));
  return graded!.result!.certificate!;
}
