import { newId } from '../../../api/kernel/ids.ts';
import { Course, CourseVersion, CourseVersionState } from '../../../api/modules/training/index.ts';
import type { Question } from '../../../api/modules/training/index.ts';
import type { EntityManager } from '../../../api/platform/database.ts';
import { TEST_NOW } from '../fakes/clock.ts';

export interface BuiltCourse {
  readonly course: Course;
  readonly version: CourseVersion;
}

/** Published: two lessons, six questions of which a quiz asks five, 80 % to pass, three tries a day, good for 24 months. */
export async function buildCourse(
  em: EntityManager,
  { code = `COURSE_${newId()}`, ...overrides }: Partial<CourseVersion> & { readonly code?: string } = {},
): Promise<BuiltCourse> {
  const name = overrides.name ?? { en: 'Safe work', 'zh-CN': '安全作业' };
  const course: Course = { id: newId(), code, name, retiredAt: null };
  await em.insert(Course, course);
  const version: CourseVersion = {
    id: newId(),
    course: course.id,
    number: 1,
    state: CourseVersionState.PUBLISHED,
    name,
    summary: { en: 'How not to get hurt.', 'zh-CN': '如何不受伤。' },
    lessons: ['Labels', 'Gloves'].map((title) => ({
      id: newId(),
      title: { en: title, 'zh-CN': `课：${title}` },
      body: { en: `About **${title}**.`, 'zh-CN': `关于**${title}**。` },
    })),
    questions: Array.from({ length: 6 }, (_, index) => buildCourseQuestion(`Question ${index + 1}`)),
    passPercent: 80,
    questionsPerQuiz: 5,
    triesPerDay: 3,
    validityMonths: 24,
    revision: 1,
    savedAt: TEST_NOW,
    savedBy: null,
    publishedAt: TEST_NOW,
    publishedBy: null,
    ...overrides,
  };
  await em.insert(CourseVersion, version);
  return { course, version };
}

/** The second question is one with two right answers; the words of right answers say so, for tests to find them. */
function buildCourseQuestion(prompt: string): Question {
  const isMultiple = prompt.endsWith('2');
  const option = (text: string, correct: boolean): Question['options'][number] => ({
    id: newId(),
    text: { en: text, 'zh-CN': text },
    correct,
  });
  return {
    id: newId(),
    kind: isMultiple ? 'MULTIPLE' : 'SINGLE',
    prompt: { en: prompt, 'zh-CN': `题：${prompt}` },
    options: [
      option('right', true),
      ...(isMultiple ? [option('right too', true)] : []),
      option('wrong', false),
      option('wrong too', false),
    ],
    explanation: { en: `Because of ${prompt}`, 'zh-CN': `因为${prompt}` },
  };
}
