import { computed, watch, type Ref } from 'vue';
import { useApiQuery } from '@/app/graphql-client';
import {
  PreviewSeriesDocument,
  type BookingProviderQuery,
  type QuoteVisitInput,
  type SeriesInput,
} from '@/generated/graphql';
import { addDays, localDateOf, weekdayOf } from '@/ui/formats';
import type { BookingDraft } from './booking-draft';
import { newRepeat, openQuestions, settleDates, toChoices, totalOf, type DateDecision } from './series-choices';

interface Surroundings {
  provider: Ref<BookingProviderQuery['provider'] | undefined>;
  needsPlace: Ref<boolean>;
}

/** What the server is asked about visits that return; undefined for a single visit and before there is a time. */
function toSeriesInput(
  repeat: BookingDraft['repeat'],
  { start, place, items, providerId }: QuoteVisitInput,
  firstWeekday: number,
): SeriesInput | undefined {
  if (!repeat || !start) return undefined;
  return {
    providerId,
    items,
    place: place ?? null,
    start,
    everyWeeks: repeat.everyWeeks,
    weekdays: [...new Set([firstWeekday, ...repeat.moreWeekdays])].sort((a, b) => a - b),
    until: repeat.endBy === 'until' ? repeat.until : null,
    count: repeat.endBy === 'count' ? repeat.count : null,
  };
}

/** The address bar is read anew at every step: the same wish stays the same object, so that it is not asked again. */
function useStableWish(readWish: () => SeriesInput | undefined): Ref<SeriesInput | undefined> {
  let last: { readonly body: string; readonly input: SeriesInput } | undefined;
  return computed(() => {
    const wish = readWish();
    if (!wish) return undefined;
    const body = JSON.stringify(wish);
    if (last?.body !== body) last = { body, input: wish };
    return last.input;
  });
}

function useRepeatActs(draft: BookingDraft, firstDate: Ref<string | undefined>, input: Ref<SeriesInput | undefined>) {
  /** `undefined` for a single visit. */
  function repeatEvery(weeks: number | undefined): void {
    if (weeks === undefined) delete draft.repeat;
    else if (draft.repeat) draft.repeat.everyWeeks = weeks;
    else draft.repeat = newRepeat(weeks, addDays(firstDate.value ?? '2000-01-01', 56));
  }
  function decide(date: string, decision: DateDecision | undefined): void {
    if (!draft.repeat) return;
    const { [date]: _, ...others } = draft.repeat.decisions;
    draft.repeat.decisions = decision === undefined ? others : { ...others, [date]: decision };
  }
  // Dates of another rule are other dates: what was decided about them is of no use.
  watch(
    () => JSON.stringify([input.value?.start, input.value?.everyWeeks, input.value?.weekdays]),
    (_rule, before) => {
      if (before !== '[null,null,null]' && draft.repeat) draft.repeat.decisions = {};
    },
  );
  return { repeatEvery, decide };
}

/** Visits that return: how, every date looked at by the server, and what is decided about each. */
export function useSeries(draft: BookingDraft, visit: Ref<QuoteVisitInput>, { provider, needsPlace }: Surroundings) {
  const timeZone = computed(() => provider.value?.region.timeZone ?? 'UTC');
  const firstDate = computed(() => (visit.value.start ? localDateOf(visit.value.start, timeZone.value) : undefined));
  const firstWeekday = computed(() => (firstDate.value ? weekdayOf(firstDate.value) : 1));
  const isOffered = computed(() => provider.value?.instantBooking === true);
  const isOn = computed(() => draft.repeat !== undefined && isOffered.value && firstDate.value !== undefined);

  const input = useStableWish(() => {
    const isPlaced = !needsPlace.value || visit.value.place != null;
    return isOn.value && isPlaced ? toSeriesInput(draft.repeat, visit.value, firstWeekday.value) : undefined;
  });
  const query = useApiQuery(
    PreviewSeriesDocument,
    computed(() => ({ input: input.value as SeriesInput })),
    { pause: () => input.value === undefined, policy: 'network-only' },
  );
  const answer = computed(() => (input.value ? query.data.value?.previewSeries : undefined));
  const preview = computed(() => (answer.value?.__typename === 'SeriesPreview' ? answer.value : undefined));
  const problem = computed(() =>
    answer.value && answer.value.__typename !== 'SeriesPreview' ? answer.value.message : undefined,
  );

  const settled = computed(() => settleDates(preview.value?.dates ?? [], draft.repeat?.decisions ?? {}));
  const open = computed(() => openQuestions(settled.value));
  const kept = computed(() => settled.value.filter((date) => date.kept !== undefined));
  const total = computed(() => ({
    amount: totalOf(settled.value),
    currency: preview.value?.dates[0]?.price.currency ?? provider.value?.region.currency ?? 'GBP',
  }));
  const isReady = computed(
    () =>
      !isOn.value ||
      (preview.value !== undefined && !query.fetching.value && open.value.length === 0 && kept.value.length >= 2),
  );

  const { repeatEvery, decide } = useRepeatActs(draft, firstDate, input);

  return {
    isOffered,
    isOn,
    firstDate,
    firstWeekday,
    timeZone,
    input,
    query,
    preview,
    problem,
    settled,
    open,
    kept,
    total,
    isReady,
    choices: () => toChoices(settled.value),
    repeatEvery,
    decide,
    leaveOpenOut: () => open.value.forEach(({ date }) => decide(date.date, 'LEAVE_OUT')),
  };
}
