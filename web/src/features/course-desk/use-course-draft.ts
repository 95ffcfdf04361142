import { computed, ref, shallowRef, watch, type Ref } from 'vue';
import { useI18n } from 'vue-i18n';
import { announce } from '@/app/announcer';
import { useApiMutation, useApiQuery, type RequestFailure } from '@/app/graphql-client';
import {
  AuthoredCourseDocument,
  DraftCourseDocument,
  PublishCourseDocument,
  SaveCourseDraftDocument,
} from '@/generated/graphql';
import { toInput } from './draft-form';
import { useDraftForm } from './use-draft-form';

/** What keeps a draft from being saved or published; an empty field is none of its parts. */
export interface DraftProblem {
  field: string;
  message: string;
}

/** A course with its draft in a form: opened, changed, saved and published. What is typed stays until it is saved. */
export function useCourseDraft(id: Ref<string>) {
  const { t } = useI18n();
  const wanted = computed(() => ({ id: id.value }));
  const query = useApiQuery(AuthoredCourseDocument, wanted, { policy: 'network-only' });
  const drafting = useApiMutation(DraftCourseDocument);
  const saving = useApiMutation(SaveCourseDraftDocument);
  const publishing = useApiMutation(PublishCourseDocument);
  const { draft, form, isDirty, content, show, take } = useDraftForm();
  const problems = ref<DraftProblem[]>([]);
  const mutationFailure = shallowRef<RequestFailure>();
  const course = computed(() => query.data.value?.course ?? undefined);

  watch(
    course,
    (now) => {
      // An answer that comes while somebody writes does not take their words away.
      if (now && !isDirty.value) show(now.draft ?? now.published, Boolean(now.draft));
    },
    { immediate: true },
  );

  async function edit(): Promise<void> {
    const answer = await drafting.run({ courseId: id.value });
    mutationFailure.value = answer.failure;
    if (answer.data?.draftCourse.__typename === 'CourseDrafted') show(answer.data.draftCourse.draft, true);
  }

  /** True once the draft is stored as it stands in the form. */
  async function save(): Promise<boolean> {
    if (!draft.value || !form.value) return false;
    const sent = content();
    const answer = await saving.run({ input: toInput(form.value, draft.value.id, draft.value.revision) });
    mutationFailure.value = answer.failure;
    const result = answer.data?.saveCourseDraft;
    if (result?.__typename !== 'CourseDraftSaved') {
      const field = result?.__typename === 'InvalidCourseError' ? result.field : '';
      problems.value = result ? [{ field, message: result.message }] : [];
      return false;
    }
    take(result.saved, sent);
    problems.value = [];
    announce(t('course-desk.saved'));
    return true;
  }

  async function publish(): Promise<void> {
    if ((isDirty.value && !(await save())) || !draft.value) return;
    const { id: versionId, revision } = draft.value;
    const answer = await publishing.run({ input: { versionId, revision } });
    mutationFailure.value = answer.failure;
    const result = answer.data?.publishCourse;
    problems.value = result === undefined || result.__typename === 'CoursePublished' ? [] : problemsOf(result);
    if (result?.__typename !== 'CoursePublished') return;
    announce(t('course-desk.published'));
    forget();
  }

  /** The draft is gone: what was written into it goes too. */
  const forget = (): void => {
    problems.value = [];
    show(undefined, false);
    query.retry();
  };
  const busy = computed(() => drafting.busy.value || saving.busy.value || publishing.busy.value);
  return { ...query, course, draft, form, problems, mutationFailure, isDirty, busy, edit, save, publish, forget };
}

function problemsOf(refusal: { message: string; problems?: DraftProblem[] }): DraftProblem[] {
  return refusal.problems ?? [{ field: '', message: refusal.message }];
}
