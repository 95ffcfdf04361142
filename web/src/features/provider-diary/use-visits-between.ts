import { computed, type Ref } from 'vue';
import { useApiQuery } from '@/app/graphql-client';
import { DiaryCollisionsDocument, type DiaryCollisionsQuery } from '@/generated/graphql';
import { addDays, daysBetween } from '@/ui/formats';
import { isBinding } from './week-agenda';

export type BoundVisit = DiaryCollisionsQuery['mySchedule']['visits'][number];

/** The API gives at most so many days at once; bookings do not reach farther ahead. */
const MOST_DAYS = 61;

/**
 * Agreed visits and requests of some days that are not over, for what would collide with them: whatever week is on screen, and
 * with those that begin on the day before. Asked for while `active`.
 */
export function useVisitsBetween(range: Ref<{ from: string; to: string }>, active: Ref<boolean>) {
  const variables = computed(() => {
    const from = addDays(range.value.from, -1);
    const last = daysBetween(from, range.value.to) < MOST_DAYS ? range.value.to : addDays(from, MOST_DAYS);
    return { from, to: last < from ? from : last };
  });
  const { data, failure, fetching, retry } = useApiQuery(DiaryCollisionsDocument, variables, {
    pause: computed(() => !active.value),
  });
  return {
    visits: computed(() => (data.value?.mySchedule.visits ?? []).filter((visit) => isBinding(visit, Date.now()))),
    /** They are not known yet: nothing is to be saved on their account. */
    isUnknown: computed(() => active.value && (fetching.value || data.value === undefined) && !failure.value),
    failure,
    retry,
  };
}
