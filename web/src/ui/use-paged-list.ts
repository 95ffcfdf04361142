import { computed, ref, shallowRef, watch, type Ref } from 'vue';
import type { ApiAnswer, RequestFailure } from '@/app/graphql-client';
import { currentLocale } from '@/app/i18n';

export interface ListPage<Row> {
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  edges: readonly { node: Row }[];
}

/** Pages of a list that starts anew when its question changes; a newer question wins over a slower older one. */
export function usePagedList<Row extends { id: string }, Question>(
  question: Ref<Question>,
  ask: (question: Question, after: string | null) => Promise<ApiAnswer<ListPage<Row>>>,
) {
  const rows: Ref<Row[]> = shallowRef([]);
  const last: Ref<ListPage<Row> | undefined> = shallowRef();
  const failure = shallowRef<RequestFailure>();
  const loading = ref(true);
  const loadingMore = ref(false);
  let generation = 0;

  async function load(after: string | null): Promise<void> {
    const current = ++generation;
    loading.value = after === null;
    loadingMore.value = after !== null;
    const answer = await ask(question.value, after);
    if (current !== generation) return;
    loading.value = loadingMore.value = false;
    failure.value = answer.failure;
    if (!answer.data) return;
    last.value = answer.data;
    const page = answer.data.edges.map(({ node }) => node);
    const known = new Set(page.map(({ id }) => id));
    // A row that moved between two pages while people book is shown once, in its newer form.
    rows.value = after === null ? page : [...rows.value.filter(({ id }) => !known.has(id)), ...page];
  }

  watch([question, currentLocale], () => load(null), { immediate: true });

  return {
    rows,
    failure,
    loading,
    loadingMore,
    totalCount: computed(() => last.value?.totalCount ?? 0),
    hasMore: computed(() => last.value?.pageInfo.hasNextPage ?? false),
    reload: () => load(null),
    loadMore: () => load(last.value?.pageInfo.endCursor ?? null),
  };
}
