import { computed, ref, shallowRef, watch } from 'vue';
import { askOnce, type RequestFailure } from '@/app/graphql-client';
import { currentLocale } from '@/app/i18n';
import {
  MyBookingsDocument,
  type BookingTense,
  type MyBookingsQuery,
  type VisitSummaryFragment,
} from '@/generated/graphql';

const pageSize = 10;

/** The household's visits of one tense, page by page. */
export function useVisits(tense: BookingTense) {
  const visits = shallowRef<VisitSummaryFragment[]>([]);
  const last = shallowRef<MyBookingsQuery['myBookings']>();
  const failure = shallowRef<RequestFailure>();
  const loading = ref(true);

  async function load(after?: string | null): Promise<void> {
    loading.value = true;
    const answer = await askOnce(MyBookingsDocument, { filter: { tense }, first: pageSize, after: after ?? null });
    loading.value = false;
    failure.value = answer.failure;
    if (!answer.data) return;
    last.value = answer.data.myBookings;
    const page = last.value.edges.map(({ node }) => node);
    const known = new Set(after ? visits.value.map(({ id }) => id) : []);
    visits.value = after ? [...visits.value, ...page.filter(({ id }) => !known.has(id))] : page;
  }

  watch(currentLocale, () => load(), { immediate: true });

  return {
    visits,
    failure,
    loading,
    isFirstLoad: computed(() => loading.value && last.value === undefined),
    hasMore: computed(() => last.value?.pageInfo.hasNextPage ?? false),
    reload: () => load(),
    loadMore: () => load(last.value?.pageInfo.endCursor),
  };
}
