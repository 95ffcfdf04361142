import { computed, ref, shallowRef, watch, type Ref } from 'vue';
import { askOnce, type RequestFailure } from '@/app/graphql-client';
import { currentLocale } from '@/app/i18n';
import { useViewer } from '@/app/viewer-session';
import { toPlaceInput } from '@/app/visit-request';
import { SearchProvidersDocument, type SearchProvidersInput, type SearchProvidersQuery } from '@/generated/graphql';
import { mergeResults } from './merge-results';
import { toTimeWindow, type SearchQuery } from './search-query';

type Page = SearchProvidersQuery['searchProviders'];
export type ProviderResult = Page['edges'][number]['node'];

const pageSize = 20;

function toSearchInput(search: SearchQuery, regionId: string): SearchProvidersInput {
  const { filters } = search;
  const place = toPlaceInput(search.place);
  return {
    regionId,
    items: search.items,
    ...(place ? { place } : {}),
    from: search.from,
    to: search.to,
    ...toTimeWindow(search.part),
    sort: search.sort,
    filter: {
      ...(filters.maxPrice ? { maxPrice: filters.maxPrice } : {}),
      ...(filters.minRating ? { minRating: filters.minRating } : {}),
      ...(filters.levels.length > 0 ? { levels: filters.levels } : {}),
      ...(filters.languages.length > 0 ? { languages: filters.languages } : {}),
      ...(filters.gender ? { gender: filters.gender } : {}),
      ...(filters.instantBooking ? { instantBooking: true } : {}),
    },
  };
}

/** The answers to a search, page by page; a newer search always wins over a slower older one. */
export function useProviderSearch(search: Ref<SearchQuery>, regionId: Ref<string | undefined>) {
  const { viewer } = useViewer();
  const results = shallowRef<ProviderResult[]>([]);
  const last = shallowRef<Page>();
  const failure = shallowRef<RequestFailure>();
  const loading = ref(true);
  const loadingMore = ref(false);
  let generation = 0;

  async function load(after?: string): Promise<void> {
    if (!regionId.value || search.value.items.length === 0) return;
    const current = ++generation;
    (after ? loadingMore : loading).value = true;
    const answer = await askOnce(SearchProvidersDocument, {
      input: toSearchInput(search.value, regionId.value),
      first: pageSize,
      after: after ?? null,
    });
    if (current !== generation) return;
    loading.value = false;
    loadingMore.value = false;
    failure.value = answer.failure;
    if (!answer.data) return;
    last.value = answer.data.searchProviders;
    const page = last.value.edges.map(({ node }) => node);
    results.value = after ? mergeResults(results.value, page) : page;
  }

  watch([search, regionId, currentLocale, () => viewer.value?.id], () => load(), { immediate: true, deep: true });

  return {
    results,
    failure,
    loading,
    loadingMore,
    totalCount: computed(() => last.value?.totalCount ?? 0),
    emptyReason: computed(() => last.value?.emptyReason),
    nearestDates: computed(() => last.value?.nearestDates ?? []),
    hasMore: computed(() => last.value?.pageInfo.hasNextPage ?? false),
    reload: () => load(),
    loadMore: () => load(last.value?.pageInfo.endCursor ?? undefined),
  };
}
