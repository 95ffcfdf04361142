import { computed } from 'vue';
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
import { BookingProviderDocument, BookingQuoteDocument } from '@/generated/graphql';
import { useBookingDraft } from './use-booking-draft';
import { useHold, type HoldRequest } from './use-hold';

export const steps = ['time', 'details', 'pay'] as const;
export type BookingStep = (typeof steps)[number];

/**
 * One booking from choosing a time to paying. The visit itself (who, what, when) is in the address bar, what a person
 * typed is in the draft, the hold is with the server.
 */
export function useBooking(providerId: string) {
  const route = useRoute();
  const router = useRouter();
  const { viewer, isSignedIn } = useViewer();
  const { draft, forget } = useBookingDraft(providerId);

  const visit = computed(() => readVisitRequest(route.query));
  const start = computed(() => queryText(route.query['start']));
  const step = computed<BookingStep>(() => {
    if (!start.value) return 'time';
    return steps.find((name) => name === queryText(route.query['step'])) ?? 'details';
  });

  const profile = useApiQuery(BookingProviderDocument, { id: providerId });
  const provider = computed(() => profile.data.value?.provider ?? undefined);
  const items = computed(() => visit.value.items);
  const chosen = computed(() =>
    items.value.flatMap((item) => {
      const offered = provider.value?.offerings.find(
        (offering) => offering.enabled && offering.item.id === item.itemId,
      );
      return offered ? [{ ...item, item: offered.item }] : [];
    }),
  );
  const needsPlace = computed(() => chosen.value.some(({ item }) => item.venues.includes('AT_HOME')));

  const addresses = computed(
    () => viewer.value?.addresses.filter(({ regionId }) => regionId === provider.value?.region.id) ?? [],
  );
  const chosenAddress = computed(() => addresses.value.find(({ id }) => id === draft.addressId));
  // Before an address is chosen, the place of the search is good enough for a price.
  const place = computed<VisitPlace | undefined>(() => {
    if (!needsPlace.value) return undefined;
    if (chosenAddress.value) return { addressId: chosenAddress.value.id };
    const named = provider.value?.region.places.find(({ id }) => id === draft.address.placeId);
    return named ? { latitude: named.latitude, longitude: named.longitude, name: named.name } : visit.value.place;
  });

  const quoteInput = computed(() => ({
    providerId,
    items: items.value,
    start: start.value ?? null,
    place: toPlaceInput(place.value) ?? null,
  }));
  const quoteQuery = useApiQuery(
    BookingQuoteDocument,
    computed(() => ({ input: quoteInput.value })),
    { pause: () => items.value.length === 0 || provider.value === undefined, policy: 'network-only' },
  );
  const liveQuote = computed(() =>
    quoteQuery.data.value?.quoteVisit.__typename === 'PriceQuote' ? quoteQuery.data.value.quoteVisit : undefined,
  );
  const invalid = computed(() =>
    quoteQuery.data.value?.quoteVisit.__typename === 'InvalidVisitError' ? quoteQuery.data.value.quoteVisit : undefined,
  );

  const request = computed<HoldRequest | undefined>(() => {
    const isComplete =
      isSignedIn.value && start.value && chosen.value.length > 0 && (!needsPlace.value || chosenAddress.value);
    if (!isComplete || !liveQuote.value || quoteQuery.fetching.value) return undefined;
    return { ...quoteInput.value, start: start.value as string, expectedTotal: liveQuote.value.total.amount };
  });
  const hold = useHold(draft, request);
  const quote = computed(() => (hold.isHeld.value ? hold.booking.value?.quote : liveQuote.value));

  const queryWith = (part: LocationQueryRaw): LocationQueryRaw => ({ ...route.query, ...part });
  return {
    draft,
    forget,
    visit,
    start,
    step,
    provider,
    profile,
    chosen,
    needsPlace,
    addresses,
    chosenAddress,
    quote,
    quoteQuery,
    invalid,
    hold,
    isSignedIn,
    goTo: (name: BookingStep) => router.push({ query: queryWith({ step: name }) }),
    chooseStart: (time: string) => router.push({ query: queryWith({ start: time, step: 'details' }) }),
    changeStart: (time: string) => router.replace({ query: queryWith({ start: time }) }),
    changeItems: (list: VisitItem[]) =>
      router.replace({ query: queryWith({ do: writeVisitRequest({ items: list })['do'] }) }),
  };
}

export type Booking = ReturnType<typeof useBooking>;
