import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { localize } from '../../kernel/localized-text.ts';
import { required } from '../../kernel/required.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { Certificate } from './certificate.entity.ts';
import { CourseVersion } from './course-version.entity.ts';
import type { Question } from './domain/course-content.ts';
import type { DrawnQuestion } from './domain/quiz-draw.ts';
import { gradeQuiz } from './domain/quiz-grade.ts';
import { QuizQuestion, QuizResult } from './my-course.type.ts';
import { QuizAttempt } from './quiz-attempt.entity.ts';

@Resolver(() => QuizAttempt)
export class QuizAttemptResolver {
  @FieldResolver(() => [QuizQuestion], { description: 'Its questions, in the order they are asked.' })
  async questions(@Root() attempt: QuizAttempt, @Ctx() context: RequestContext): Promise<QuizQuestion[]> {
    const version = await context.loaders.get(CourseVersion, attempt.version);
    return attempt.drawn.map((drawn) => toQuizQuestion(version.questions, drawn, context));
  }

  @FieldResolver(() => QuizResult, { nullable: true, description: 'What it came to; null until it is handed in.' })
  async result(@Root() attempt: QuizAttempt, @Ctx() context: RequestContext): Promise<QuizResult | null> {
    if (attempt.submittedAt === null) return null;
    const version = await context.loaders.get(CourseVersion, attempt.version);
    const { drawn, answers } = attempt;
    const grade = gradeQuiz(drawn, version.questions, answers ?? [], version.passPercent);
    return {
      hasPassed: grade.hasPassed,
      rightCount: grade.rightCount,
      questionCount: drawn.length,
      passPercent: version.passPercent,
      certificate: attempt.certificate === null ? null : await context.loaders.find(Certificate, attempt.certificate),
      reviews: grade.questions.map(({ questionId, chosenIds, rightIds, isRight }, index) => ({
        question: toQuizQuestion(version.questions, required(drawn[index], 'the drawn question'), context),
        explanation: localize(findQuestion(version.questions, questionId).explanation, context.locale),
        chosenIds,
        rightIds,
        isRight,
      })),
    };
  }
}

/** Without what is right: this is what whoever takes the quiz gets to see. */
function toQuizQuestion(
  bank: readonly Question[],
  { questionId, optionIds }: DrawnQuestion,
  { locale }: RequestContext,
): QuizQuestion {
  const { id, kind, prompt, options } = findQuestion(bank, questionId);
  const words = new Map(options.map((option) => [option.id, localize(option.text, locale)]));
  return {
    id,
    kind,
    prompt: localize(prompt, locale),
    options: optionIds.map((optionId) => ({ id: optionId, text: required(words.get(optionId), 'the answer') })),
  };
}

function findQuestion(bank: readonly Question[], id: string): Question {
  return required(
    bank.find((question) => question.id === id),
    'the question',
  );
}
