import { computed, type Ref } from 'vue';
import { useRoute, useRouter, type LocationQueryRaw } from 'vue-router';
import { useApiQuery } from '@/app/graphql-client';
import { useViewer } from '@/app/viewer-session';
import {
  queryText,
  readVisitRequest,
  toPlaceInput,
  writeVisitRequest,
  type VisitItem,
  type VisitPlace,
} from '@/app/visit-request';
import { BookingProviderDocument, BookingQuoteDocument, type QuoteVisitInput } from '@/generated/graphql';
import type { BookingDraft } from './booking-draft';
import { useBookingDraft } from './use-booking-draft';
import { useHold, type HoldRequest } from './use-hold';
import { useSeries } from './use-series';

export const steps = ['time', 'details', 'pay'] as const;
export type BookingStep = (typeof steps)[number];

/** Who is asked, and which of the services in the address bar they offer. */
function useOfferedVisit(providerId: string) {
  const route = useRoute();
  const visit = computed(() => readVisitRequest(route.query));
  const profile = useApiQuery(BookingProviderDocument, { id: providerId });
  const provider = computed(() => profile.data.value?.provider ?? undefined);
  const chosen = computed(() =>
    visit.value.items.flatMap((wish) => {
      const offered = provider.value?.offerings.find(({ enabled, item }) => enabled && item.id === wish.itemId);
      return offered ? [{ ...wish, item: offered.item }] : [];
    }),
  );
  const needsPlace = computed(() => chosen.value.some(({ item }) => item.venues.includes('AT_HOME')));
  return { visit, profile, provider, chosen, needsPlace };
}

/** Where the visit is: a saved address when one is chosen, before that the best guess that gives a price. */
function useVisitPlace(draft: BookingDraft, { visit, provider, needsPlace }: ReturnType<typeof useOfferedVisit>) {
  const { viewer } = useViewer();
  const addresses = computed(
    () => viewer.value?.addresses.filter(({ regionId }) => regionId === provider.value?.region.id) ?? [],
  );
  const chosenAddress = computed(() => addresses.value.find(({ id }) => id === draft.addressId));
  const place = computed<VisitPlace | undefined>(() => {
    if (!needsPlace.value) return undefined;
    if (chosenAddress.value) return { addressId: chosenAddress.value.id };
    const named = provider.value?.region.places.find(({ id }) => id === draft.address.placeId);
    return named ? { latitude: named.latitude, longitude: named.longitude, name: named.name } : visit.value.place;
  });
  return { addresses, chosenAddress, place };
}

/** The price as it stands for this visit. */
function useLiveQuote(input: Ref<QuoteVisitInput>, isReady: () => boolean) {
  const quoteQuery = useApiQuery(
    BookingQuoteDocument,
    computed(() => ({ input: input.value })),
    { pause: () => !isReady(), policy: 'network-only' },
  );
  const answer = computed(() => quoteQuery.data.value?.quoteVisit);
  return {
    quoteQuery,
    liveQuote: computed(() => (answer.value?.__typename === 'PriceQuote' ? answer.value : undefined)),
    invalid: computed(() => (answer.value?.__typename === 'InvalidVisitError' ? answer.value : undefined)),
  };
}

/** The steps and the visit live in the address bar; these are the ways to change them. */
function useBookingRoute() {
  const route = useRoute();
  const router = useRouter();
  const start = computed(() => queryText(route.query['start']));
  const step = computed<BookingStep>(() => {
    if (!start.value) return 'time';
    return steps.find((name) => name === queryText(route.query['step'])) ?? 'details';
  });
  const queryWith = (part: LocationQueryRaw): LocationQueryRaw => ({ ...route.query, ...part });
  return {
    start,
    step,
    goTo: (name: BookingStep) => router.push({ query: queryWith({ step: name }) }),
    chooseStart: (time: string) => router.push({ query: queryWith({ start: time, step: 'details' }) }),
    changeStart: (time: string) => router.replace({ query: queryWith({ start: time }) }),
    changeItems: (list: VisitItem[]) =>
      router.replace({ query: queryWith({ do: writeVisitRequest({ items: list })['do'] }) }),
  };
}

/**
 * One booking from choosing a time to paying. The visit itself (who, what, when) is in the address bar, what a person
 * typed is in the draft, the hold is with the server.
 */
export function useBooking(providerId: string) {
  const { isSignedIn } = useViewer();
  const { draft, forget } = useBookingDraft(providerId);
  const path = useBookingRoute();
  const offered = useOfferedVisit(providerId);
  const where = useVisitPlace(draft, offered);
  const { visit, provider, chosen, needsPlace } = offered;

  const quoteInput = computed(() => ({
    providerId,
    items: visit.value.items,
    start: path.start.value ?? null,
    place: toPlaceInput(where.place.value) ?? null,
  }));
  const price = useLiveQuote(quoteInput, () => visit.value.items.length > 0 && provider.value !== undefined);

  const request = computed<HoldRequest | undefined>(() => {
    const start = path.start.value;
    const hasPlace = !needsPlace.value || where.chosenAddress.value !== undefined;
    if (!isSignedIn.value || !start || chosen.value.length === 0 || !hasPlace) return undefined;
    if (!price.liveQuote.value || price.quoteQuery.fetching.value) return undefined;
    return { ...quoteInput.value, start, expectedTotal: price.liveQuote.value.total.amount };
  });
  const series = useSeries(draft, quoteInput, { provider, needsPlace });
  const hold = useHold(draft, request);
  const quote = computed(() => (hold.isHeld.value ? hold.booking.value?.quote : price.liveQuote.value));

  return { draft, forget, isSignedIn, ...path, ...offered, ...where, ...price, quote, hold, series };
}

export type Booking = ReturnType<typeof useBooking>;
