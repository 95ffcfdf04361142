import { describe, expect, it } from 'vitest';
import { listPublishingProblems } from '../../../api/modules/training/domain/course-content.ts';
import type { CourseContent, Lesson } from '../../../api/modules/training/domain/course-content.ts';
import { buildBank, buildContent, buildQuestion } from './course.builder.ts';

const IMAGE = '01900000-0000-7000-8000-000000000001';
const NONE = new Set<string>();

describe('listPublishingProblems', () => {
  it('finds nothing in a complete course', () => {
    expect(listPublishingProblems(buildContent(), NONE)).toEqual([]);
  });

  it.each<[string, Partial<CourseContent>, string, string]>([
    ['a name in one language only', { name: { en: 'Name', 'zh-CN': ' ' } }, 'name', 'INCOMPLETE'],
    ['no summary', { summary: { en: '', 'zh-CN': '' } }, 'summary', 'INCOMPLETE'],
    ['no lesson', { lessons: [] }, 'lessons', 'NO_LESSON'],
    [
      'a lesson without Chinese words',
      { lessons: [{ id: 'l', title: { en: 'a', 'zh-CN': 'b' }, body: { en: 'c', 'zh-CN': '' } }] },
      'lessons.0',
      'INCOMPLETE',
    ],
    [
      'a picture without words for whoever does not see it',
      { lessons: [lessonOf(`![Gloves](image:${IMAGE})`, `![ ](image:${IMAGE})`)] },
      'lessons.0',
      'IMAGE_WITHOUT_WORDS',
    ],
    [
      'a picture that the course does not have',
      { lessons: [lessonOf('words', '![手套](image:01900000-0000-7000-8000-000000000002)')] },
      'lessons.0',
      'UNKNOWN_IMAGE',
    ],
    ['fewer questions than a quiz draws', { questions: buildBank(4) }, 'questions', 'TOO_FEW_QUESTIONS'],
    [
      'a question with one answer',
      { questions: [...buildBank(5), buildQuestion('x', 1, 0)] },
      'questions.5',
      'TOO_FEW_OPTIONS',
    ],
    [
      'a single choice with two right answers',
      { questions: [...buildBank(5), { ...buildQuestion('x', 2, 1), kind: 'SINGLE' }] },
      'questions.5',
      'NEEDS_ONE_RIGHT',
    ],
    [
      'a multiple choice with none right',
      { questions: [...buildBank(5), { ...buildQuestion('x', 0, 3), kind: 'MULTIPLE' }] },
      'questions.5',
      'NEEDS_SOME_RIGHT',
    ],
    [
      'a question without explanation',
      { questions: [...buildBank(5), { ...buildQuestion('x'), explanation: { en: '', 'zh-CN': '' } }] },
      'questions.5',
      'INCOMPLETE',
    ],
  ])('names %s, and nothing else', (_what, overrides, field, code) => {
    const problems = listPublishingProblems(buildContent(overrides), new Set([IMAGE]));

    expect(problems.map((problem) => [problem.field, problem.code])).toEqual([[field, code]]);
  });

  it('takes as many questions as a quiz draws', () => {
    expect(listPublishingProblems(buildContent({ questions: buildBank(5) }), NONE)).toEqual([]);
  });

  it('takes pictures of the course that are put into words', () => {
    const lessons = [lessonOf(`![Gloves](image:${IMAGE})`, `![手套](image:${IMAGE.toUpperCase()} "手套")`)];

    expect(listPublishingProblems(buildContent({ lessons }), new Set([IMAGE]))).toEqual([]);
  });
});

function lessonOf(en: string, zh: string): Lesson {
  return { id: 'l', title: { en: 'a', 'zh-CN': 'b' }, body: { en, 'zh-CN': zh } };
}
