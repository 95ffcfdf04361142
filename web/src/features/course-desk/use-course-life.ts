import { ref, shallowRef, type Ref, type ShallowRef } from 'vue';
import { useI18n } from 'vue-i18n';
import { announce } from '@/app/announcer';
import { useApiMutation, type ApiAnswer, type RequestFailure } from '@/app/graphql-client';
import { DiscardCourseDraftDocument, ReinstateCourseDocument, RetireCourseDocument } from '@/generated/graphql';

/** What can be done to a course besides writing it. */
export type LifeAct = 'discard' | 'retire' | 'reinstate';

export interface CourseLife {
  readonly problem: Ref<string>;
  readonly failure: ShallowRef<RequestFailure | undefined>;
  readonly busy: Ref<boolean>;
  /** True once it is done. */
  readonly perform: (act: LifeAct, course: CourseInHand) => Promise<boolean>;
}

export interface CourseInHand {
  readonly id: string;
  readonly draft: { readonly id: string; readonly revision: number } | undefined;
}

interface Refusal {
  readonly __typename: string;
  readonly message?: string;
  readonly requiredBy?: readonly { readonly name: string }[];
}

const DONE = { discard: 'CourseDraftDiscarded', retire: 'CourseRetired', reinstate: 'CourseReinstated' } as const;
const SAID = {
  discard: 'course-desk.life.discarded',
  retire: 'course-desk.life.retired',
  reinstate: 'course-desk.life.reinstated',
} as const;

/** Throws drafts away, retires courses and brings them back, and says what became of it. */
export function useCourseLife(): CourseLife {
  const { t } = useI18n();
  const discarding = useApiMutation(DiscardCourseDraftDocument);
  const retiring = useApiMutation(RetireCourseDocument);
  const reinstating = useApiMutation(ReinstateCourseDocument);
  const problem = ref('');
  const failure = shallowRef<RequestFailure>();
  const busy = ref(false);

  async function ask(act: LifeAct, { id, draft }: CourseInHand): Promise<ApiAnswer<Refusal> | undefined> {
    if (act === 'discard') {
      if (!draft) return undefined;
      const answer = await discarding.run({ input: { versionId: draft.id, revision: draft.revision } });
      return answer.data ? { data: answer.data.discardCourseDraft } : answer;
    }
    if (act === 'retire') {
      const answer = await retiring.run({ courseId: id });
      return answer.data ? { data: answer.data.retireCourse } : answer;
    }
    const answer = await reinstating.run({ courseId: id });
    return answer.data ? { data: answer.data.reinstateCourse } : answer;
  }

  return {
    problem,
    failure,
    busy,
    perform: async (act, course) => {
      busy.value = true;
      problem.value = '';
      const answer = await ask(act, course);
      busy.value = false;
      failure.value = answer?.failure;
      if (!answer?.data) return false;
      const result = answer.data;
      if (result.__typename === DONE[act]) {
        announce(t(SAID[act]));
        return true;
      }
      const names = [...new Set(result.requiredBy?.map(({ name }) => name))].join(t('shell.listComma'));
      problem.value = names ? t('course-desk.life.required', { services: names }) : (result.message ?? '');
      return false;
    },
  };
}
