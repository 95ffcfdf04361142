import { sql } from 'kysely';
import { newId } from '../../kernel/ids.ts';
import { fromLocalizedTextInput } from '../../platform/localized-text.type.ts';
import type { RequestContext, ViewerIdentity } from '../../platform/request-context.ts';
import { say } from '../../platform/say.ts';
import { findDraftProblem } from './course-draft.ts';
import { CourseVersion, CourseVersionState } from './course-version.entity.ts';
import { toAuthoredCourse } from './course-version.type.ts';
import type { CourseCreated } from './course-version.type.ts';
import { NEW_COURSE_RULES } from './domain/course-content.ts';
import { InvalidCourseError } from './training.errors.ts';
import type { CreateCourseInput } from './training.inputs.ts';

/** Makes a course with an empty draft. Providers see it once the draft is published. */
export async function createCourse(
  context: RequestContext,
  author: ViewerIdentity,
  input: CreateCourseInput,
): Promise<CourseCreated | InvalidCourseError> {
  const name = fromLocalizedTextInput(input.name);
  const found = findDraftProblem({ name, summary: { en: '', 'zh-CN': '' }, lessons: [], questions: [] });
  if (found) return new InvalidCourseError(found.code, say(context, found.message), found.field);
  if (name.en === '' || name['zh-CN'] === '')
    return new InvalidCourseError(
      'INCOMPLETE',
      say(context, { en: 'Give it a name in both languages.', 'zh-CN': '请填写中英文名称。' }),
      'name',
    );
  const id = newId();
  const { code } = input;
  return context.em.transactional(async (em) => {
    const { rows } = await sql`
      insert into course (id, code, name) values (${id}, ${code}, ${JSON.stringify(name)}::jsonb)
      on conflict (code) do nothing returning id`.execute(em.getKysely());
    if (rows.length === 0)
      return new InvalidCourseError(
        'CODE_TAKEN',
        say(context, { en: 'Another course has this code.', 'zh-CN': '该代码已被其他课程使用。' }),
        'code',
      );
    await em.insert(CourseVersion, {
      id: newId(),
      course: id,
      number: 1,
      state: CourseVersionState.DRAFT,
      name,
      summary: { en: '', 'zh-CN': '' },
      lessons: [],
      questions: [],
      ...NEW_COURSE_RULES,
      revision: 1,
      savedAt: context.clock.now(),
      savedBy: author.accountId,
      publishedAt: null,
      publishedBy: null,
    });
    return { course: toAuthoredCourse({ id, code, name, retiredAt: null }, context) };
  });
}
