import { computed, ref, shallowRef, toValue, watch, type MaybeRefOrGetter } from 'vue';
import { askOnce, type RequestFailure } from '@/app/graphql-client';
import { toPlaceInput, type VisitRequest } from '@/app/visit-request';
import { AvailableSlotsDocument } from '@/generated/graphql';
import type { TimeSlot } from '@/ui/slot-days';
import { monthRanges } from './month-ranges';

interface MonthSlotsOptions {
  providerId: MaybeRefOrGetter<string>;
  request: MaybeRefOrGetter<VisitRequest>;
  month: MaybeRefOrGetter<string>;
  min: MaybeRefOrGetter<string>;
  max: MaybeRefOrGetter<string>;
}

/** Free times of one provider for the month on screen; each part of the month appears as soon as it is known. */
export function useMonthSlots(options: MonthSlotsOptions) {
  const slots = shallowRef(new Map<string, TimeSlot[]>());
  const failure = shallowRef<RequestFailure>();
  const pending = ref(0);
  let generation = 0;

  async function loadRange(current: number, range: { from: string; to: string }): Promise<void> {
    const { items, place } = toValue(options.request);
    const answer = await askOnce(AvailableSlotsDocument, {
      input: { providerId: toValue(options.providerId), items, place: toPlaceInput(place) ?? null, ...range },
    });
    if (current !== generation) return;
    pending.value -= 1;
    if (answer.failure) {
      failure.value = answer.failure;
      return;
    }
    const known = new Map(slots.value);
    for (const day of answer.data.availableSlots) known.set(day.date, day.slots);
    slots.value = known;
  }

  async function load(keep: boolean): Promise<void> {
    const current = ++generation;
    failure.value = undefined;
    if (!keep) slots.value = new Map();
    if (toValue(options.request).items.length === 0) {
      pending.value = 0;
      return;
    }
    const ranges = monthRanges(toValue(options.month), toValue(options.min), toValue(options.max));
    pending.value = ranges.length;
    await Promise.all(ranges.map((range) => loadRange(current, range)));
  }

  watch(
    () => JSON.stringify([toValue(options.providerId), toValue(options.request)]),
    () => load(false),
    { immediate: true },
  );
  watch([() => toValue(options.month), () => toValue(options.min)], () => load(true));

  return { slots, failure, loading: computed(() => pending.value > 0), reload: () => load(false) };
}
