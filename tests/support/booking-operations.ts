import type { GraphQLClient } from './graphql-client.ts';

export interface SlotView {
  readonly start: string;
  readonly end: string;
}

export interface BookingView {
  readonly id: string;
  readonly reference: string;
  readonly state: string;
  readonly version: number;
  readonly start: string;
  readonly end: string;
  readonly note: string | null;
  readonly holdExpiresAt: string | null;
  readonly holdRenewable: boolean;
  readonly requestExpiresAt: string | null;
  readonly cancelledBy: string | null;
  readonly canCancel: boolean;
  readonly paymentStatus: string | null;
  readonly cancellationFee: { readonly amount: number; readonly currency: string } | null;
  readonly place: {
    readonly latitude: number;
    readonly longitude: number;
    readonly approximate: boolean;
    readonly line: string | null;
    readonly district: string | null;
    readonly doorNote: string | null;
  } | null;
  readonly quote: { readonly total: { readonly amount: number; readonly currency: string } };
  readonly transitions: readonly {
    readonly from: string | null;
    readonly to: string;
    readonly actorRole: string;
    readonly reason: string | null;
  }[];
}

const BOOKING_FIELDS = /* GraphQL */ `
  id reference state version start end note holdExpiresAt holdRenewable requestExpiresAt cancelledBy canCancel paymentStatus
  cancellationFee { amount currency }
  place { latitude longitude approximate line district doorNote }
  quote { total { amount currency } }
  transitions { from to actorRole reason }`;

/** Any member of a result union: which fields are there goes with `__typename`. */
export interface Outcome {
  readonly __typename: string;
  readonly code?: string;
  readonly message?: string;
  readonly field?: string;
  readonly booking?: BookingView;
  readonly rescheduled?: BookingView;
  readonly expiresAt?: string;
  readonly alternatives?: readonly SlotView[];
  readonly reasons?: readonly { readonly code: string; readonly subject: string | null }[];
  readonly quote?: { readonly total?: { readonly amount: number }; readonly fee?: { readonly amount: number } };
  readonly declineCode?: string;
  readonly state?: string;
  readonly fee?: { readonly amount: number };
  readonly refund?: { readonly amount: number };
}

export interface VisitItem {
  readonly itemId: string;
  readonly units?: number | null;
  readonly optionIds?: readonly string[];
}

export interface PlaceChoice {
  readonly addressId?: string;
  readonly latitude?: number;
  readonly longitude?: number;
}

export interface HoldInput {
  readonly providerId: string;
  readonly items: readonly VisitItem[];
  readonly start: string;
  readonly place?: PlaceChoice | null;
  readonly expectedTotal?: number | null;
  readonly idempotencyKey: string;
}

export const HOLD_SLOT = /* GraphQL */ `mutation Hold($input: HoldSlotInput!) { holdSlot(input: $input) {
  __typename ... on UserError { code message } ... on InvalidVisitError { field } ... on Hold { expiresAt booking { ${BOOKING_FIELDS} } }
  ... on SlotTakenError { alternatives { start end } } ... on NotBookableError { reasons { code subject } } ... on PriceChangedError { quote { total { amount } } } } }`;

export const CONFIRM_BOOKING = /* GraphQL */ `mutation Confirm($input: ConfirmBookingInput!) { confirmBooking(input: $input) {
  __typename ... on UserError { code message } ... on BookingConfirmed { booking { ${BOOKING_FIELDS} } } ... on PaymentDeclinedError { declineCode } ... on NotBookableError { reasons { code subject } } } }`;

export const CANCEL_BOOKING = /* GraphQL */ `mutation Cancel($input: CancelBookingInput!) { cancelBooking(input: $input) {
  __typename ... on UserError { code message } ... on BookingCancelled { booking { ${BOOKING_FIELDS} } fee { amount } refund { amount } }
  ... on FeeChangedError { quote { fee { amount } } } ... on NotCancellableError { state } } }`;

export const RENEW_HOLD = /* GraphQL */ `mutation Renew($bookingId: ID!) { renewHold(bookingId: $bookingId) {
  __typename ... on UserError { code message } ... on Hold { expiresAt booking { ${BOOKING_FIELDS} } } } }`;

export const RELEASE_HOLD = /* GraphQL */ `
  mutation Release($bookingId: ID!) {
    releaseHold(bookingId: $bookingId)
  }
`;

export const RESCHEDULE_BOOKING = /* GraphQL */ `mutation Reschedule($input: RescheduleBookingInput!) { rescheduleBooking(input: $input) {
  __typename ... on UserError { code message } ... on BookingRescheduled { rescheduled { ${BOOKING_FIELDS} } fee { amount } }
  ... on SlotTakenError { alternatives { start end } } ... on NotBookableError { reasons { code subject } } ... on InvalidVisitError { field }
  ... on RescheduleFeeChangedError { quote { fee { amount } term onceFreeUntil } } ... on PriceChangedError { quote { total { amount } } } ... on NotReschedulableError { state } ... on PaymentDeclinedError { declineCode } } }`;

export const ACCEPT_REQUEST = /* GraphQL */ `mutation Accept($bookingId: ID!) { acceptRequest(bookingId: $bookingId) {
  __typename ... on UserError { code message } ... on RequestAnswered { booking { ${BOOKING_FIELDS} } } } }`;

export const DECLINE_REQUEST = /* GraphQL */ `mutation Decline($bookingId: ID!, $reason: String) { declineRequest(bookingId: $bookingId, reason: $reason) {
  __typename ... on UserError { code message } ... on RequestAnswered { booking { ${BOOKING_FIELDS} } } } }`;

const BOOKING = /* GraphQL */ `query Booking($id: ID!) { booking(id: $id) { ${BOOKING_FIELDS} } }`;

export async function holdSlot(client: GraphQLClient, input: HoldInput): Promise<Outcome> {
  return (await client.ask<{ holdSlot: Outcome }>(HOLD_SLOT, { input })).holdSlot;
}

export interface ConfirmInput {
  readonly bookingId: string;
  readonly paymentMethod?: string;
  readonly couponCode?: string;
  readonly note?: string;
  readonly doorNote?: string;
  readonly idempotencyKey: string;
}

export async function confirmBooking(client: GraphQLClient, input: ConfirmInput): Promise<Outcome> {
  return (
    await client.ask<{ confirmBooking: Outcome }>(CONFIRM_BOOKING, {
      input: { paymentMethod: 'sandbox_visa', ...input },
    })
  ).confirmBooking;
}

export interface RescheduleInput {
  readonly bookingId: string;
  readonly start: string;
  readonly expectedFee: number;
  readonly providerId?: string;
  readonly expectedTotal?: number;
  readonly paymentMethod?: string;
  readonly reason?: string;
  readonly idempotencyKey: string;
}

export async function rescheduleBooking(client: GraphQLClient, input: RescheduleInput): Promise<Outcome> {
  return (await client.ask<{ rescheduleBooking: Outcome }>(RESCHEDULE_BOOKING, { input })).rescheduleBooking;
}

export interface CancelInput {
  readonly bookingId: string;
  readonly expectedFee?: number;
  readonly reason?: string;
  readonly idempotencyKey: string;
}

export async function cancelBooking(client: GraphQLClient, input: CancelInput): Promise<Outcome> {
  return (await client.ask<{ cancelBooking: Outcome }>(CANCEL_BOOKING, { input: { expectedFee: 0, ...input } }))
    .cancelBooking;
}

export async function renewHold(client: GraphQLClient, bookingId: string): Promise<Outcome> {
  return (await client.ask<{ renewHold: Outcome }>(RENEW_HOLD, { bookingId })).renewHold;
}

export async function releaseHold(client: GraphQLClient, bookingId: string): Promise<boolean> {
  return (await client.ask<{ releaseHold: boolean }>(RELEASE_HOLD, { bookingId })).releaseHold;
}

export async function acceptRequest(client: GraphQLClient, bookingId: string): Promise<Outcome> {
  return (await client.ask<{ acceptRequest: Outcome }>(ACCEPT_REQUEST, { bookingId })).acceptRequest;
}

export async function declineRequest(
  client: GraphQLClient,
  bookingId: string,
  reason: string | null = null,
): Promise<Outcome> {
  return (await client.ask<{ declineRequest: Outcome }>(DECLINE_REQUEST, { bookingId, reason })).declineRequest;
}

export async function findBooking(client: GraphQLClient, id: string): Promise<BookingView | null> {
  return (await client.ask<{ booking: BookingView | null }>(BOOKING, { id })).booking;
}
