import { COURSE_FILE, CREATE_COURSE, DRAFT_COURSE, PUBLISH_COURSE, SAVE_DRAFT } from './course-operations.ts';
import type { GraphQLClient } from './graphql-client.ts';

/** A text in both languages that can be told apart. */
export const both = (text: string): { en: string; zhCN: string } => ({ en: text, zhCN: `中：${text}` });

export interface VersionView {
  readonly id: string;
  readonly revision: number;
  readonly number: number;
  readonly state: string;
  readonly lessons: readonly { readonly id: string }[];
}
export type AuthorOutcome = Readonly<Record<string, unknown>> & {
  readonly __typename: string;
  readonly code?: string;
  readonly field?: string;
  readonly problems?: readonly { readonly code: string; readonly field: string }[];
};

const question = (prompt: string): object => ({
  kind: 'SINGLE',
  prompt: both(prompt),
  options: [
    { text: both('yes'), correct: true },
    { text: both('no'), correct: false },
  ],
  explanation: both('because'),
});

/** A complete draft that asks two of its two questions. */
export const draftInput = (version: Pick<VersionView, 'id' | 'revision'>, changes: object = {}): object => ({
  versionId: version.id,
  revision: version.revision,
  name: both('Ladders'),
  summary: both('Up and down.'),
  lessons: [{ title: both('Feet'), body: both('Level ground.') }],
  questions: [question('one'), question('two')],
  passPercent: 80,
  questionsPerQuiz: 2,
  triesPerDay: 3,
  validityMonths: 12,
  ...changes,
});

/** What the author of courses does, by one call each. */
export class CourseAuthor {
  readonly #client: GraphQLClient;

  constructor(client: GraphQLClient) {
    this.#client = client;
  }

  /** The answer of one operation. */
  async perform<T extends AuthorOutcome>(document: string, name: string, variables: object): Promise<T> {
    const answer = await this.#client.ask<Record<string, T>>(document, variables as Record<string, unknown>);
    return answer[name]!;
  }

  /** The id of a new course. */
  async create(code: string): Promise<string> {
    const outcome = await this.perform<AuthorOutcome & { course: { id: string } }>(CREATE_COURSE, 'createCourse', {
      input: { code, name: both(code) },
    });
    return outcome.course.id;
  }

  async draft(courseId: string): Promise<VersionView> {
    return (await this.perform<AuthorOutcome & { draft: VersionView }>(DRAFT_COURSE, 'draftCourse', { courseId }))
      .draft;
  }

  async save(input: object): Promise<AuthorOutcome & { saved?: VersionView }> {
    return this.perform(SAVE_DRAFT, 'saveCourseDraft', { input });
  }

  async publish({ id, revision }: VersionView): Promise<AuthorOutcome> {
    return this.perform(PUBLISH_COURSE, 'publishCourse', { input: { versionId: id, revision } });
  }

  async read(id: string): Promise<Record<string, unknown> | null> {
    return (await this.#client.ask<{ course: Record<string, unknown> | null }>(COURSE_FILE, { id })).course;
  }
}
