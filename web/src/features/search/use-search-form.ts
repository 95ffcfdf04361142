import { computed, reactive, toRefs, watch } from 'vue';
import { useRouter } from 'vue-router';
import { useCurrentTime } from '@/app/current-time';
import { useViewer } from '@/app/viewer-session';
import { localDateOf } from '@/ui/formats';
import { rememberSearch } from './recent-search';
import { clampRange, writeSearchQuery, type SearchQuery } from './search-query';
import { useCatalogue } from './use-catalogue';

/** The state of the search form, kept valid as its parts and the region change. */
export function useSearchForm(initial: SearchQuery) {
  const router = useRouter();
  const { viewer } = useViewer();
  const form = reactive({
    region: initial.region,
    item: initial.items.at(-1),
    /** The other services of the same visit. */
    others: initial.items.slice(0, -1),
    place: initial.place,
    range: { from: initial.from, to: initial.to },
    part: initial.part,
  });
  const catalogue = useCatalogue(() => form.region);
  const { region, groups, findItem } = catalogue;

  const now = useCurrentTime(60_000);
  const today = computed(() => localDateOf(now.value, region.value?.timeZone ?? 'UTC'));
  watch(today, (date) => (form.range = clampRange(form.range.from, form.range.to, date)));

  // A service or place of another region cannot be searched here: the first that fits takes its place.
  watch(
    groups,
    (list) => {
      if (list.length > 0) form.others = form.others.filter(({ itemId }) => findItem(itemId));
      const first = list[0]?.items[0];
      if (first && (!form.item || !findItem(form.item.itemId))) {
        form.item = { itemId: first.id, ...(first.units ? { units: first.units.default } : {}), optionIds: [] };
      }
    },
    { immediate: true },
  );
  watch(
    [region, viewer],
    ([here]) => {
      if (!here || form.place) return;
      const address = viewer.value?.addresses.find(({ regionId }) => regionId === here.id);
      const named = here.places[0];
      if (address) form.place = { addressId: address.id };
      else if (named) form.place = { latitude: named.latitude, longitude: named.longitude, name: named.name };
    },
    { immediate: true },
  );

  function changeRegion(code: string): void {
    if (code === region.value?.code) return;
    Object.assign(form, { region: code, item: undefined, others: [], place: undefined });
  }

  const isReady = computed(() => form.item !== undefined && form.place !== undefined && region.value !== undefined);

  async function submit(): Promise<void> {
    if (!form.item || !form.place || !region.value) return;
    const query = writeSearchQuery({
      ...initial,
      region: region.value.code,
      items: [...form.others.filter(({ itemId }) => itemId !== form.item?.itemId), form.item],
      place: form.place,
      ...clampRange(form.range.from, form.range.to, today.value),
      part: form.part,
    });
    rememberSearch(query);
    await router.push({ name: 'search', query });
  }

  return { ...toRefs(form), ...catalogue, today, isReady, changeRegion, submit };
}
