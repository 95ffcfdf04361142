import type { Lesson } from './course-content.ts';

/** A lesson as the editor sends it; without an id it is a new one. */
export interface LessonDraft extends Omit<Lesson, 'id'> {
  readonly id: string | null;
}

/**
 * Gives each lesson of a draft its id. Whoever read a lesson need not read it again in the next version: one that was
 * published keeps its id as long as its words are the same, and gets a new one with new words. Lessons that only the draft
 * has keep theirs. An id that neither has, or that comes twice, is replaced.
 */
export function reviseLessons(
  drafts: readonly LessonDraft[],
  published: readonly Lesson[],
  earlierDraft: readonly Lesson[],
  newId: () => string,
): Lesson[] {
  const publishedById = new Map(published.map((lesson) => [lesson.id, lesson]));
  const draftIds = new Set(earlierDraft.map(({ id }) => id).filter((id) => !publishedById.has(id)));
  const taken = new Set<string>();
  return drafts.map(({ id, title, body }) => {
    const before = id === null ? undefined : publishedById.get(id);
    const keeps = id !== null && !taken.has(id) && (before ? hasSameWords(before, { title, body }) : draftIds.has(id));
    const kept = keeps ? id : newId();
    taken.add(kept);
    return { id: kept, title, body };
  });
}

function hasSameWords(a: Omit<Lesson, 'id'>, b: Omit<Lesson, 'id'>): boolean {
  return (['en', 'zh-CN'] as const).every(
    (locale) => a.title[locale] === b.title[locale] && a.body[locale] === b.body[locale],
  );
}
