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
}

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
  return { states: bookingStates.filter((state) => asked.has(state)), ...(tense ? { tense } : {}) };
}

export const writeBookingsQuery = ({ tense, states }: BookingsQuery): LocationQueryRaw => ({
  ...(states.length > 0 ? { state: states } : {}),
  ...(tense ? { tense } : {}),
});
