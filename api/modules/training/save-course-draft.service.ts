import { isId, newId } from '../../kernel/ids.ts';
import { fromLocalizedTextInput } from '../../platform/localized-text.type.ts';
import type { RequestContext, ViewerIdentity } from '../../platform/request-context.ts';
import { say } from '../../platform/say.ts';
import { changedDraft, findDraftProblem, unknownDraft } from './course-draft.ts';
import { CourseVersion } from './course-version.entity.ts';
import type { CourseDraftSaved } from './course-version.type.ts';
import { findPublished, lockDraft } from './course-versions.queries.ts';
import type { Question } from './domain/course-content.ts';
import { reviseLessons } from './domain/revised-lessons.ts';
import { InvalidCourseError } from './training.errors.ts';
import type { CourseNotEditableError } from './training.errors.ts';
import type { QuestionInput, SaveCourseDraftInput } from './training.inputs.ts';

/** Replaces the draft as a whole. It may have gaps; those are asked for when it is published. */
export async function saveCourseDraft(
  context: RequestContext,
  author: ViewerIdentity,
  input: SaveCourseDraftInput,
): Promise<CourseDraftSaved | InvalidCourseError | CourseNotEditableError> {
  const name = fromLocalizedTextInput(input.name);
  const summary = fromLocalizedTextInput(input.summary);
  const questions = input.questions.map(toQuestion);
  const lessonDrafts = input.lessons.map(({ id, title, body }) => ({
    id: id ?? null,
    title: fromLocalizedTextInput(title),
    body: fromLocalizedTextInput(body),
  }));
  const found = findDraftProblem({
    name,
    summary,
    questions,
    lessons: lessonDrafts.map((lesson) => ({ ...lesson, id: '' })),
  });
  if (found) return new InvalidCourseError(found.code, say(context, found.message), found.field);

  return context.em.transactional(async (em) => {
    const draft = isId(input.versionId) ? await lockDraft(em, input.versionId) : null;
    if (draft === null) return unknownDraft(context);
    if (draft.revision !== input.revision) return changedDraft(context);
    const published = await findPublished(em, draft.course);
    const { passPercent, questionsPerQuiz, triesPerDay } = input;
    const changes = {
      name,
      summary,
      lessons: reviseLessons(lessonDrafts, published?.lessons ?? [], draft.lessons, newId),
      questions,
      passPercent,
      questionsPerQuiz,
      triesPerDay,
      validityMonths: input.validityMonths ?? null,
      revision: draft.revision + 1,
      savedAt: context.clock.now(),
      savedBy: author.accountId,
    };
    await em.nativeUpdate(CourseVersion, { id: draft.id }, changes);
    return { saved: { ...draft, ...changes } };
  });
}

/** Ids of questions and answers are made anew with each save: only a published version is ever asked from. */
function toQuestion({ kind, prompt, options, explanation }: QuestionInput): Question {
  return {
    id: newId(),
    kind,
    prompt: fromLocalizedTextInput(prompt),
    options: options.map(({ text, correct }) => ({ id: newId(), text: fromLocalizedTextInput(text), correct })),
    explanation: fromLocalizedTextInput(explanation),
  };
}
