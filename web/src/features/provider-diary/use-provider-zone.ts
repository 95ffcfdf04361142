import { computed } from 'vue';
import { useApiQuery } from '@/app/graphql-client';
import { DiaryZoneDocument } from '@/generated/graphql';

/** The zone in which the signed-in provider works: it decides which day is today, wherever the browser is. */
export function useProviderZone() {
  const { data, failure, retry } = useApiQuery(DiaryZoneDocument, {}, { policy: 'cache-first' });
  return {
    timeZone: computed(() => data.value?.viewer?.provider?.region.timeZone),
    /** The account works for others or has no profile yet: there is no diary to show. */
    hasNoProfile: computed(() => data.value !== undefined && !data.value.viewer?.provider),
    failure,
    retry,
  };
}
