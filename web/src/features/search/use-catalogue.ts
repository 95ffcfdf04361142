import { computed, type MaybeRefOrGetter, toValue } from 'vue';
import { currentLocale } from '@/app/i18n';
import { useApiQuery } from '@/app/graphql-client';
import {
  RegionsDocument,
  ServiceMenuDocument,
  type ChoosableItemFragment,
  type RegionsQuery,
} from '@/generated/graphql';

export type Region = RegionsQuery['regions'][number];
export interface ServiceGroup {
  id: string;
  name: string;
  icon: string;
  items: ChoosableItemFragment[];
}

/** Regions of this installation, and the services of the chosen one in groups. */
export function useCatalogue(regionCode: MaybeRefOrGetter<string>) {
  const regionsQuery = useApiQuery(RegionsDocument, {}, { policy: 'cache-first' });
  const regions = computed(() => regionsQuery.data.value?.regions ?? []);
  const region = computed<Region | undefined>(
    () =>
      regions.value.find(({ code }) => code === toValue(regionCode)) ??
      regions.value.find(({ locale }) => locale.slice(0, 2) === currentLocale.value.slice(0, 2)) ??
      regions.value[0],
  );

  const menuQuery = useApiQuery(
    ServiceMenuDocument,
    computed(() => ({ regionId: region.value?.id ?? '' })),
    { policy: 'cache-first', pause: () => region.value === undefined },
  );
  const groups = computed<ServiceGroup[]>(() =>
    (menuQuery.data.value?.serviceCategories ?? [])
      .map((category) => ({
        ...category,
        items: [...category.items, ...category.children.flatMap((child) => child.items)],
      }))
      .filter((group) => group.items.length > 0),
  );
  const findItem = (id: string): ChoosableItemFragment | undefined =>
    groups.value.flatMap((group) => group.items).find((item) => item.id === id);

  return {
    regions,
    region,
    groups,
    findItem,
    failure: computed(() => regionsQuery.failure.value ?? menuQuery.failure.value),
    loading: computed(() => regionsQuery.loading.value || menuQuery.loading.value),
    retry: (): void => (regionsQuery.failure.value ? regionsQuery.retry() : menuQuery.retry()),
  };
}
