import { ArrayMaxSize, Length, Matches, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { LocalizedTextInput } from '../../platform/localized-text.type.ts';
import { LocalDateScalar } from '../../platform/scalars.ts';
import { AssignmentReason } from './course-assignment.entity.ts';
import { COURSE_LIMITS } from './domain/course-content.ts';
import { QuestionKindEnum } from './question-kind.ts';

@InputType({ description: 'A new course.' })
export class CreateCourseInput {
  @Length(3, 40)
  @Matches(/^[A-Z][A-Z0-9_]*$/)
  @Field(() => String, {
    description: 'Stable name in capitals and underscores, e.g. SAFE_CLEANING; it never changes.',
  })
  code!: string;

  @ValidateNested()
  @Field(() => LocalizedTextInput, { description: 'Name, at most 120 characters each.' })
  name!: LocalizedTextInput;
}

@InputType({ description: 'A lesson of a draft.' })
export class LessonInput {
  @Field(() => ID, { nullable: true, description: 'Its id, if it was there before.' })
  id?: string | null;

  @ValidateNested()
  @Field(() => LocalizedTextInput, { description: 'Title, at most 120 characters each.' })
  title!: LocalizedTextInput;

  @ValidateNested()
  @Field(() => LocalizedTextInput, { description: 'Words in Markdown, at most 20,000 characters each.' })
  body!: LocalizedTextInput;
}

@InputType({ description: 'An answer to choose.' })
export class QuestionOptionInput {
  @ValidateNested()
  @Field(() => LocalizedTextInput, { description: 'Words, at most 300 characters each.' })
  text!: LocalizedTextInput;

  @Field(() => Boolean, { description: 'Whether it is right.' })
  correct!: boolean;
}

@InputType({ description: 'A question of the bank.' })
export class QuestionInput {
  @Field(() => QuestionKindEnum, { description: 'One right answer or several.' })
  kind!: 'SINGLE' | 'MULTIPLE';

  @ValidateNested()
  @Field(() => LocalizedTextInput, { description: 'The question, at most 500 characters each.' })
  prompt!: LocalizedTextInput;

  @ArrayMaxSize(COURSE_LIMITS.options)
  @ValidateNested({ each: true })
  @Field(() => [QuestionOptionInput], { description: 'What can be chosen, at most 8.' })
  options!: QuestionOptionInput[];

  @ValidateNested()
  @Field(() => LocalizedTextInput, { description: 'Shown after grading, at most 1,000 characters each.' })
  explanation!: LocalizedTextInput;
}

@InputType({ description: 'A draft as a whole; it replaces what was saved before.' })
export class SaveCourseDraftInput {
  @Field(() => ID, { description: 'The draft.' })
  versionId!: string;

  @Field(() => Int, { description: 'The revision you began from.' })
  revision!: number;

  @ValidateNested()
  @Field(() => LocalizedTextInput, { description: 'Name, at most 120 characters each.' })
  name!: LocalizedTextInput;

  @ValidateNested()
  @Field(() => LocalizedTextInput, { description: 'What it is about, at most 500 characters each.' })
  summary!: LocalizedTextInput;

  @ArrayMaxSize(COURSE_LIMITS.lessons)
  @ValidateNested({ each: true })
  @Field(() => [LessonInput], { description: 'Lessons in order, at most 40.' })
  lessons!: LessonInput[];

  @ArrayMaxSize(COURSE_LIMITS.questions)
  @ValidateNested({ each: true })
  @Field(() => [QuestionInput], { description: 'Question bank, at most 200.' })
  questions!: QuestionInput[];

  @Min(1)
  @Max(100)
  @Field(() => Int, { description: 'Share of right answers that passes, in percent.' })
  passPercent!: number;

  @Min(1)
  @Max(50)
  @Field(() => Int, { description: 'How many questions a quiz draws.' })
  questionsPerQuiz!: number;

  @Min(1)
  @Max(20)
  @Field(() => Int, { description: 'How many quizzes may be started in one local day.' })
  triesPerDay!: number;

  @Min(1)
  @Max(120)
  @Field(() => Int, { nullable: true, description: 'Months a certificate is good for; null: for ever.' })
  validityMonths!: number | null;
}

@InputType({ description: 'The draft that is to be published.' })
export class PublishCourseInput {
  @Field(() => ID, { description: 'The draft.' })
  versionId!: string;

  @Field(() => Int, { description: 'The revision you looked at.' })
  revision!: number;
}

@InputType({ description: 'A course for a provider.' })
export class AssignCourseInput {
  @Field(() => ID, { description: 'The course.' })
  courseId!: string;

  @Field(() => ID, { description: 'The provider.' })
  providerId!: string;

  @Field(() => LocalDateScalar, { description: 'Last day to pass it, in the region of the provider.' })
  dueOn!: string;

  @Field(() => AssignmentReason, { description: 'Why.' })
  reason!: AssignmentReason;
}

@InputType({ description: 'A lesson that was read to its end.' })
export class FinishLessonInput {
  @Field(() => ID, { description: 'The course.' })
  courseId!: string;

  @Field(() => ID, { description: 'The lesson.' })
  lessonId!: string;
}

@InputType({ description: 'What was ticked for a question.' })
export class QuizAnswerInput {
  @MaxLength(60)
  @Field(() => ID, { description: 'The question.' })
  questionId!: string;

  @ArrayMaxSize(COURSE_LIMITS.options)
  @Field(() => [ID], { description: 'The answers ticked.' })
  optionIds!: string[];
}

@InputType({ description: 'A quiz handed in.' })
export class SubmitQuizInput {
  @Field(() => ID, { description: 'The attempt.' })
  attemptId!: string;

  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Field(() => [QuizAnswerInput], { description: 'Answers; a question left out is wrong.' })
  answers!: QuizAnswerInput[];
}

@InputType({ description: 'A draft to throw away.' })
export class DiscardCourseDraftInput {
  @Field(() => ID, { description: 'The draft.' })
  versionId!: string;

  @Field(() => Int, { description: 'The revision that was looked at.' })
  revision!: number;
}
