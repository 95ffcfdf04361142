import { describe, expect, it } from 'vitest';
import type { Lesson } from '../../../api/modules/training/domain/course-content.ts';
import { reviseLessons } from '../../../api/modules/training/domain/revised-lessons.ts';
import type { LessonDraft } from '../../../api/modules/training/domain/revised-lessons.ts';

const lesson = (id: string, words: string): Lesson => ({
  id,
  title: { en: words, 'zh-CN': words },
  body: { en: words, 'zh-CN': words },
});

/** Ids `new1`, `new2`, … */
function counter(): () => string {
  let made = 0;
  return () => `new${++made}`;
}

const PUBLISHED = [lesson('a', 'Labels'), lesson('b', 'Gloves')];
const idsOf = (drafts: readonly LessonDraft[], before: readonly Lesson[] = []): string[] =>
  reviseLessons(drafts, PUBLISHED, before, counter()).map(({ id }) => id);

describe('reviseLessons', () => {
  it('keeps the id of a published lesson whose words stay, wherever it moves', () => {
    expect(idsOf([lesson('b', 'Gloves'), lesson('a', 'Labels')])).toEqual(['b', 'a']);
  });

  it.each(['title', 'body'] as const)('gives a new id once a word of the %s changes', (part) => {
    const changed = { ...lesson('a', 'Labels'), [part]: { en: 'Labels', 'zh-CN': '标签' } };

    expect(idsOf([changed])).toEqual(['new1']);
  });

  it('keeps the id that a lesson got in this draft, whatever is written in it', () => {
    expect(idsOf([lesson('c', 'quite other words')], [lesson('c', 'Air')])).toEqual(['c']);
  });

  it('gives ids to new lessons, to unknown ids, and to the second of two with one id', () => {
    const drafts = [
      { ...lesson('', 'New'), id: null },
      lesson('stranger', 'x'),
      lesson('a', 'Labels'),
      lesson('a', 'Labels'),
    ];

    expect(idsOf(drafts)).toEqual(['new1', 'new2', 'a', 'new3']);
  });

  it('does not let a draft take the id of a published lesson for other words', () => {
    expect(idsOf([lesson('a', 'other')], [lesson('a', 'other')])).toEqual(['new1']);
  });
});
