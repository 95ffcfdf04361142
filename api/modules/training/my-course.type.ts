import { Field, ID, Int, ObjectType, createUnionType, registerEnumType } from 'type-graphql';
import { LocalDateScalar } from '../../platform/scalars.ts';
import { Certificate } from './certificate.entity.ts';
import { CourseAssignment } from './course-assignment.entity.ts';
import { QuestionKindEnum } from './question-kind.ts';
import { QuizAttempt } from './quiz-attempt.entity.ts';
import { QuizClosedError, QuizNotOpenError, UnknownLessonError } from './training.errors.ts';

export enum CourseNeed {
  ASSIGNED = 'ASSIGNED',
  REQUIRED = 'REQUIRED',
  OPTIONAL = 'OPTIONAL',
}
registerEnumType(CourseNeed, {
  name: 'CourseNeed',
  description: 'Why a course is on your list.',
  valuesConfig: {
    ASSIGNED: { description: 'You were asked to take it by a day.' },
    REQUIRED: { description: 'Something you offer asks for it.' },
    OPTIONAL: { description: 'You may take it.' },
  },
});

@ObjectType({ description: 'A course as a provider takes it. Only the provider reads this type.' })
export class MyCourse {
  @Field(() => ID, { description: 'Identifies the course.' })
  id!: string;

  @Field(() => String, { description: 'Stable name.' })
  code!: string;

  @Field(() => String, { description: 'Name.' })
  name!: string;

  @Field(() => String, { description: 'What it is about.' })
  summary!: string;

  @Field(() => CourseNeed, { description: 'Why it is on your list.' })
  need!: CourseNeed;

  @Field(() => CourseAssignment, { nullable: true, description: 'The open assignment; null when there is none.' })
  assignment!: CourseAssignment | null;

  @Field(() => Int, { description: 'How many lessons it has.' })
  lessonCount!: number;

  @Field(() => Int, { description: 'How many of them you have read.' })
  readCount!: number;

  @Field(() => Int, { description: 'Share of right answers that passes, in percent.' })
  passPercent!: number;

  @Field(() => Int, { description: 'How many questions a quiz asks.' })
  questionsPerQuiz!: number;

  @Field(() => Int, { description: 'How many quizzes may be started in one local day.' })
  triesPerDay!: number;

  @Field(() => Int, { description: 'How many may still be started today.' })
  triesLeftToday!: number;

  @Field(() => LocalDateScalar, { description: 'First local day on which one may be started.' })
  nextTryOn!: string;

  @Field(() => Int, { nullable: true, description: 'Months a certificate is good for; null: for ever.' })
  validityMonths!: number | null;

  @Field(() => LocalDateScalar, { description: 'Today in your region, which all days here refer to.' })
  today!: string;

  @Field(() => Certificate, {
    nullable: true,
    description: 'The one of yours that lasts longest, also when it is over.',
  })
  certificate!: Certificate | null;

  @Field(() => QuizAttempt, { nullable: true, description: 'A quiz you have begun and can still hand in.' })
  openAttempt!: QuizAttempt | null;

  @Field(() => QuizAttempt, { nullable: true, description: 'The quiz you handed in last.' })
  lastAttempt!: QuizAttempt | null;

  readonly provider!: string;
  readonly versionId!: string;
  readonly readLessonIds!: ReadonlySet<string>;
}

@ObjectType({ description: 'A lesson as a provider reads it.' })
export class CourseLesson {
  @Field(() => ID, { description: 'Identifies the lesson.' })
  id!: string;

  @Field(() => String, { description: 'Title.' })
  title!: string;

  @Field(() => String, { description: 'Words in Markdown.' })
  body!: string;

  @Field(() => Boolean, { description: 'Whether you have read it to its end.' })
  isRead!: boolean;
}

@ObjectType({ description: 'An answer to choose.' })
export class QuizOption {
  @Field(() => ID, { description: 'Identifies the answer.' })
  id!: string;

  @Field(() => String, { description: 'Words.' })
  text!: string;
}

@ObjectType({ description: 'A question as a quiz asks it. It does not say what is right.' })
export class QuizQuestion {
  @Field(() => ID, { description: 'Identifies the question.' })
  id!: string;

  @Field(() => QuestionKindEnum, { description: 'One answer to choose, or all that are right.' })
  kind!: 'SINGLE' | 'MULTIPLE';

  @Field(() => String, { description: 'The question.' })
  prompt!: string;

  @Field(() => [QuizOption], { description: 'What can be chosen, in the order of this quiz.' })
  options!: QuizOption[];
}

@ObjectType({ description: 'How a question was answered.' })
export class QuizAnswerReview {
  @Field(() => QuizQuestion, { description: 'The question.' })
  question!: QuizQuestion;

  @Field(() => [ID], { description: 'What you ticked.' })
  chosenIds!: readonly string[];

  @Field(() => [ID], { description: 'What is right.' })
  rightIds!: readonly string[];

  @Field(() => Boolean, { description: 'Whether you ticked exactly what is right.' })
  isRight!: boolean;

  @Field(() => String, { description: 'Why.' })
  explanation!: string;
}

@ObjectType({ description: 'What a quiz came to.' })
export class QuizResult {
  @Field(() => Boolean, { description: 'Whether it was passed.' })
  hasPassed!: boolean;

  @Field(() => Int, { description: 'How many were answered rightly.' })
  rightCount!: number;

  @Field(() => Int, { description: 'How many were asked.' })
  questionCount!: number;

  @Field(() => Int, { description: 'Share of right answers that passes, in percent.' })
  passPercent!: number;

  @Field(() => [QuizAnswerReview], { description: 'Each question with what is right, in the order it was asked.' })
  reviews!: QuizAnswerReview[];

  @Field(() => Certificate, { nullable: true, description: 'What it earned.' })
  certificate!: Certificate | null;
}

@ObjectType({ description: 'The lesson counts as read.' })
export class LessonFinished {
  @Field(() => MyCourse, { description: 'The course as it stands now.' })
  course!: MyCourse;
}

@ObjectType({ description: 'The quiz has begun, or the one you had begun goes on.' })
export class QuizStarted {
  @Field(() => QuizAttempt, { description: 'The attempt with its questions.' })
  attempt!: QuizAttempt;

  @Field(() => MyCourse, { description: 'The course as it stands now.' })
  course!: MyCourse;
}

@ObjectType({ description: 'The quiz is graded.' })
export class QuizGraded {
  @Field(() => QuizAttempt, { description: 'The attempt with its result.' })
  graded!: QuizAttempt;

  @Field(() => MyCourse, {
    nullable: true,
    description: 'The course as it stands now; null when it is no longer offered.',
  })
  course!: MyCourse | null;
}

export const FinishLessonResult = createUnionType({
  name: 'FinishLessonResult',
  description: 'What comes of reading a lesson.',
  types: () => [LessonFinished, UnknownLessonError] as const,
  resolveType: (value) => ('course' in value ? LessonFinished : UnknownLessonError),
});

export const StartQuizResult = createUnionType({
  name: 'StartQuizResult',
  description: 'What comes of starting a quiz.',
  types: () => [QuizStarted, QuizNotOpenError] as const,
  resolveType: (value) => ('attempt' in value ? QuizStarted : QuizNotOpenError),
});

export const SubmitQuizResult = createUnionType({
  name: 'SubmitQuizResult',
  description: 'What comes of handing a quiz in.',
  types: () => [QuizGraded, QuizClosedError] as const,
  resolveType: (value) => ('graded' in value ? QuizGraded : QuizClosedError),
});
