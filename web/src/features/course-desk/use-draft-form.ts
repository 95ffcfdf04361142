import { computed, ref, shallowRef } from 'vue';
import type { DraftPartsFragment } from '@/generated/graphql';
import { toForm, toInput, type DraftForm } from './draft-form';

/** A version in a form: as it was read or saved, as it stands on screen, and whether the two differ. */
export function useDraftForm() {
  /** Undefined while what is shown is published: then nothing can be changed. */
  const draft = shallowRef<DraftPartsFragment>();
  const form = ref<DraftForm>();
  const saved = ref('');
  const content = (): string => JSON.stringify(form.value && toInput(form.value, '', 0));
  const isDirty = computed(() => draft.value !== undefined && content() !== saved.value);

  function show(version: DraftPartsFragment | null | undefined, isDraft: boolean): void {
    draft.value = isDraft && version ? version : undefined;
    form.value = version ? toForm(version) : undefined;
    saved.value = content();
  }

  /** Ids of new lessons come from the server; what is on screen stays as it is, also what was typed meanwhile. */
  function take(stored: DraftPartsFragment, sent: string): void {
    draft.value = stored;
    if (!form.value || content() !== sent) return;
    form.value.lessons = form.value.lessons.map((lesson, index) => ({
      ...lesson,
      id: stored.lessons[index]?.id ?? null,
    }));
    saved.value = content();
  }

  return { draft, form, isDirty, content, show, take };
}
