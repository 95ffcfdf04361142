import { computed, ref, shallowRef, watch, type Ref } from 'vue';
import { useI18n } from 'vue-i18n';
import { announce } from '@/app/announcer';
import { useApiMutation, useApiQuery, type RequestFailure } from '@/app/graphql-client';
import {
  AuthoredCourseDocument,
  DraftCourseDocument,
  PublishCourseDocument,
  SaveCourseDraftDocument,
  type DraftPartsFragment,
} from '@/generated/graphql';
import { toForm, toInput, type DraftForm } from './draft-form';

interface DraftProblem {
  field: string;
  message: string;
}

/** A course with its draft in a form: opened, changed, saved and published. What is typed stays until it is saved. */
export function useCourseDraft(id: Ref<string>) {
  const { t } = useI18n();
  const { data, failure, loading, retry } = useApiQuery(
    AuthoredCourseDocument,
    computed(() => ({ id: id.value })),
    { policy: 'network-only' },
  );
  const drafting = useApiMutation(DraftCourseDocument);
  const saving = useApiMutation(SaveCourseDraftDocument);
  const publishing = useApiMutation(PublishCourseDocument);

  const course = computed(() => data.value?.course ?? undefined);
  const draft = shallowRef<DraftPartsFragment>();
  const form = ref<DraftForm>();
  const saved = ref('');
  const problems = ref<DraftProblem[]>([]);
  const mutationFailure = shallowRef<RequestFailure>();
  const isDirty = computed(() => draft.value !== undefined && JSON.stringify(content()) !== saved.value);

  const content = (): unknown => form.value && toInput(form.value, '', 0);
  function show(version: DraftPartsFragment | null | undefined, isDraft: boolean): void {
    draft.value = isDraft && version ? version : undefined;
    form.value = version ? toForm(version) : undefined;
    saved.value = JSON.stringify(content());
    problems.value = [];
  }
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
    const answer = await saving.run({ input: toInput(form.value, draft.value.id, draft.value.revision) });
    mutationFailure.value = answer.failure;
    if (!answer.data) return false;
    const result = answer.data.saveCourseDraft;
    if (result.__typename !== 'CourseDraftSaved') {
      problems.value = [
        { field: result.__typename === 'InvalidCourseError' ? result.field : '', message: result.message },
      ];
      return false;
    }
    draft.value = result.saved;
    // Ids of new lessons come from the server; what is on screen stays as it is.
    form.value.lessons = form.value.lessons.map((lesson, index) => ({
      ...lesson,
      id: result.saved.lessons[index]?.id ?? null,
    }));
    saved.value = JSON.stringify(content());
    problems.value = [];
    announce(t('course-desk.saved'));
    return true;
  }

  async function publish(): Promise<boolean> {
    if ((isDirty.value && !(await save())) || !draft.value) return false;
    const { id: versionId, revision } = draft.value;
    const answer = await publishing.run({ input: { versionId, revision } });
    mutationFailure.value = answer.failure;
    if (!answer.data) return false;
    const result = answer.data.publishCourse;
    if (result.__typename !== 'CoursePublished') {
      problems.value =
        result.__typename === 'CourseNotPublishableError' ? result.problems : [{ field: '', message: result.message }];
      return false;
    }
    announce(t('course-desk.published'));
    show(undefined, false);
    retry();
    return true;
  }

  const busy = computed(() => drafting.busy.value || saving.busy.value || publishing.busy.value);
  return {
    course,
    draft,
    form,
    problems,
    failure,
    mutationFailure,
    loading,
    retry,
    isDirty,
    busy,
    edit,
    save,
    publish,
  };
}
