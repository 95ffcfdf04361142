import type { LocationQuery, LocationQueryRaw } from 'vue-router';
import { queryText, queryTexts } from '../../app/visit-request';
import type { BookingState, BookingTense, DeliveryStatus } from '../../generated/graphql';

export const deliveryStatuses = ['QUEUED', 'SENT', 'FAILED'] as const satisfies readonly DeliveryStatus[];
export const bookingTenses = ['UPCOMING', 'PAST'] as const satisfies readonly BookingTense[];
export const bookingStates = [
  'HELD',
  'REQUESTED',
  'CONFIRMED',
  'EN_ROUTE',
  'IN_PROGRESS',
  'COMPLETED',
  'CLOSED',
  'EXPIRED',
  'DECLINED',
  'CANCELLED',
  'NO_SHOW',
] as const satisfies readonly BookingState[];

export interface DeliveryQuery {
  kind?: string;
  status?: DeliveryStatus;
}

export interface BookingsQuery {
  tense?: BookingTense;
  states: BookingState[];
  regionId?: string;
  /** Part of a provider's name. */
  providerName?: string;
  /** Local days, both included. */
  from?: string;
  to?: string;
  /** Part of the reference. */
  reference?: string;
}

/** Filters of one value each: their name and what the address bar calls them. */
const BOOKING_TEXTS = {
  regionId: 'region',
  providerName: 'provider',
  from: 'from',
  to: 'to',
  reference: 'ref',
} as const;
type BookingText = keyof typeof BOOKING_TEXTS;
const bookingTexts = Object.entries(BOOKING_TEXTS) as [BookingText, string][];
const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));

/** What the address bar asks for; unknown values are left out. */
export function readDeliveryQuery(query: LocationQuery): DeliveryQuery {
  const kind = queryText(query['kind']);
  const status = deliveryStatuses.find((known) => known === query['status']);
  return { ...(kind ? { kind } : {}), ...(status ? { status } : {}) };
}

export const writeDeliveryQuery = ({ kind, status }: DeliveryQuery): LocationQueryRaw => ({
  ...(kind ? { kind } : {}),
  ...(status ? { status } : {}),
});

export function readBookingsQuery(query: LocationQuery): BookingsQuery {
  const asked = new Set(queryTexts(query['state']));
  const tense = bookingTenses.find((known) => known === query['tense']);
  const texts = bookingTexts.flatMap(([name, key]) => {
    const text = queryText(query[key]);
    const isUsable = text && ((name !== 'from' && name !== 'to') || isDay(text));
    return isUsable ? [[name, text] as const] : [];
  });
  return {
    states: bookingStates.filter((state) => asked.has(state)),
    ...(tense ? { tense } : {}),
    ...Object.fromEntries(texts),
  };
}

export const writeBookingsQuery = ({ tense, states, ...texts }: BookingsQuery): LocationQueryRaw => ({
  ...(states.length > 0 ? { state: states } : {}),
  ...(tense ? { tense } : {}),
  ...Object.fromEntries(bookingTexts.flatMap(([name, key]) => (texts[name] ? [[key, texts[name]]] : []))),
});

/** Whether anything is left out of the list. */
export const isNarrowed = ({ states, ...rest }: BookingsQuery): boolean =>
  states.length > 0 || Object.keys(rest).length > 0;
