import { Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { LocalizedTextType, toLocalizedTextType } from '../../platform/localized-text.type.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { Account } from '../accounts/index.ts';
import { CourseVersion } from './course-version.entity.ts';
import { AuthoredLesson, AuthoredQuestion } from './course-version.type.ts';

@Resolver(() => CourseVersion)
export class CourseVersionResolver {
  @FieldResolver(() => LocalizedTextType, { description: 'Name.' })
  name(@Root() version: CourseVersion): LocalizedTextType {
    return toLocalizedTextType(version.name);
  }

  @FieldResolver(() => LocalizedTextType, { description: 'What it is about.' })
  summary(@Root() version: CourseVersion): LocalizedTextType {
    return toLocalizedTextType(version.summary);
  }

  @FieldResolver(() => [AuthoredLesson], { description: 'Lessons in order.' })
  lessons(@Root() version: CourseVersion): AuthoredLesson[] {
    return version.lessons.map(({ id, title, body }) => ({
      id,
      title: toLocalizedTextType(title),
      body: toLocalizedTextType(body),
    }));
  }

  @FieldResolver(() => Int, { description: 'How many lessons it has.' })
  lessonCount(@Root() version: CourseVersion): number {
    return version.lessons.length;
  }

  @FieldResolver(() => [AuthoredQuestion], { description: 'The question bank, with the right answers.' })
  questions(@Root() version: CourseVersion): AuthoredQuestion[] {
    return version.questions.map(({ id, kind, prompt, options, explanation }) => ({
      id,
      kind,
      prompt: toLocalizedTextType(prompt),
      options: options.map((option) => ({ ...option, text: toLocalizedTextType(option.text) })),
      explanation: toLocalizedTextType(explanation),
    }));
  }

  @FieldResolver(() => Int, { description: 'How many questions the bank has.' })
  questionCount(@Root() version: CourseVersion): number {
    return version.questions.length;
  }

  @FieldResolver(() => String, { nullable: true, description: 'Name of who saved it last.' })
  async savedBy(@Root() version: CourseVersion, @Ctx() context: RequestContext): Promise<string | null> {
    return nameOf(version.savedBy, context);
  }

  @FieldResolver(() => String, { nullable: true, description: 'Name of who published it.' })
  async publishedBy(@Root() version: CourseVersion, @Ctx() context: RequestContext): Promise<string | null> {
    return nameOf(version.publishedBy, context);
  }
}

async function nameOf(accountId: string | null, context: RequestContext): Promise<string | null> {
  return accountId === null ? null : ((await context.loaders.find(Account, accountId))?.displayName ?? null);
}
