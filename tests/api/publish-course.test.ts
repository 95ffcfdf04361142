import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildCourse } from '../support/builders/course.builder.ts';
import { CourseAuthor, draftInput } from '../support/course-author.ts';
import { COURSES, readMyCourse } from '../support/course-operations.ts';
import { buildLearner, buildOperator } from '../support/course-scene.ts';
import { TEST_NOW } from '../support/fakes/clock.ts';
import type { GraphQLClient } from '../support/graphql-client.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';

const NOTHING = '01900000-0000-7000-8000-000000000000';

let api: TestApi;
let operator: GraphQLClient;
let author: CourseAuthor;
beforeAll(async () => {
  api = await startTestApi();
  operator = await buildOperator(api);
  author = new CourseAuthor(operator);
});
beforeEach(() => api.clock.set(TEST_NOW));
afterAll(() => api.close());

describe('publishCourse', () => {
  it('is what providers take from then on, the one before stays in the history, and the audit log knows', async () => {
    const { course } = await buildCourse(api.em);
    const { saved } = await author.save(draftInput(await author.draft(course.id)));

    expect(await author.publish(saved!)).toMatchObject({
      __typename: 'CoursePublished',
      published: { state: 'PUBLISHED', publishedBy: 'Sam Reid' },
    });

    expect(await author.read(course.id)).toMatchObject({
      name: 'Ladders',
      draft: null,
      versions: [
        { number: 2, state: 'PUBLISHED', publishedBy: 'Sam Reid' },
        { number: 1, state: 'REPLACED', publishedBy: null },
      ],
    });
    expect((await readMyCourse((await buildLearner(api)).client, course.id))!.name).toBe('Ladders');
    expect(await api.sql('select action from audit_entry where subject_id = $1', [course.id])).toEqual([
      { action: 'course.published' },
    ]);
  });

  it('lists everything that is missing', async () => {
    const version = await author.draft(await author.create('GAPS'));

    const outcome = await author.publish(version);

    expect(outcome).toMatchObject({ __typename: 'CourseNotPublishableError', code: 'INCOMPLETE' });
    expect(outcome.problems!.map(({ code, field }) => [code, field])).toEqual([
      ['INCOMPLETE', 'summary'],
      ['NO_LESSON', 'lessons'],
      ['TOO_FEW_QUESTIONS', 'questions'],
    ]);
  });

  it('publishes what was looked at, and once', async () => {
    const version = await author.draft(await author.create('ONCE'));
    const { saved } = await author.save(draftInput(version));
    expect(await author.publish(version)).toMatchObject({ code: 'CHANGED' });

    const outcomes = await Promise.all([author.publish(saved!), author.publish(saved!)]);

    expect(outcomes.map(({ __typename }) => __typename).toSorted()).toEqual([
      'CourseNotEditableError',
      'CoursePublished',
    ]);
  });

  it.each(['lessons', 'questions', 'name'])(
    'makes a version whose %s not even the database lets change',
    async (column) => {
      const { version } = await buildCourse(api.em);

      await expect(api.sql(`update course_version set ${column} = '[]' where id = $1`, [version.id])).rejects.toThrow(
        'never changes',
      );
      await expect(
        api.sql(`update course_version set state = 'DRAFT', published_at = null where id = $1`, [version.id]),
      ).rejects.toThrow('never changes');
    },
  );
});

describe('courses', () => {
  it('come in pages, each once', async () => {
    for (let index = 0; index < 3; index += 1) await author.create(`PAGED_${index}`);
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: {
        courses: {
          totalCount: number;
          pageInfo: { hasNextPage: boolean; endCursor: string };
          edges: { node: { id: string } }[];
        };
      } = await operator.ask(COURSES, { first: 2, after });
      seen.push(...page.courses.edges.map(({ node }) => node.id));
      after = page.courses.pageInfo.hasNextPage ? page.courses.pageInfo.endCursor : null;
    } while (after !== null);

    const { course } = await api.countRows('course');
    expect(seen).toHaveLength(course);
    expect(new Set(seen).size).toBe(course);
    expect(await author.read(NOTHING)).toBeNull();
  });
});
