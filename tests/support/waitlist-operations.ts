import { randomUUID } from 'node:crypto';
import type { PlaceChoice, VisitItem } from './booking-operations.ts';
import type { GraphQLClient } from './graphql-client.ts';

export interface EntryView {
  readonly id: string;
  readonly status: string;
  readonly offer: {
    readonly id: string;
    readonly start: string;
    readonly expiresAt: string;
    readonly price: { readonly amount: number };
    readonly provider: { readonly id: string };
  } | null;
}

export interface WaitlistOutcome {
  readonly __typename: string;
  readonly code?: string;
  readonly limit?: number;
  readonly entry?: EntryView;
  readonly expiresAt?: string;
  readonly booking?: { readonly id: string; readonly state: string };
}

export interface JoinInput {
  readonly regionId: string;
  readonly providerId?: string;
  readonly items: readonly VisitItem[];
  readonly place?: PlaceChoice;
  readonly from: string;
  readonly to: string;
  readonly earliest?: string;
  readonly latest?: string;
}

const ENTRY = `id status offer { id start expiresAt price { amount } provider { id } }`;
export const JOIN_WAITLIST = `mutation Join($input: JoinWaitlistInput!) { joinWaitlist(input: $input) {
  __typename ... on UserError { code } ... on WaitlistFullError { limit } ... on WaitlistJoined { entry { ${ENTRY} } } } }`;
export const ACCEPT_OFFER = `mutation Accept($input: AcceptWaitlistOfferInput!) { acceptWaitlistOffer(input: $input) {
  __typename ... on UserError { code } ... on Hold { expiresAt booking { id state } } } }`;

export async function joinWaitlist(client: GraphQLClient, input: JoinInput): Promise<WaitlistOutcome> {
  return (await client.ask<{ joinWaitlist: WaitlistOutcome }>(JOIN_WAITLIST, { input })).joinWaitlist;
}

export async function myWaitlist(client: GraphQLClient): Promise<EntryView[]> {
  return (await client.ask<{ myWaitlist: EntryView[] }>(`query { myWaitlist { ${ENTRY} } }`)).myWaitlist;
}

export async function acceptOffer(
  client: GraphQLClient,
  offerId: string,
  idempotencyKey: string = randomUUID(),
): Promise<WaitlistOutcome> {
  const input = { offerId, idempotencyKey };
  return (await client.ask<{ acceptWaitlistOffer: WaitlistOutcome }>(ACCEPT_OFFER, { input })).acceptWaitlistOffer;
}

export async function declineOffer(client: GraphQLClient, offerId: string): Promise<boolean> {
  const text = 'mutation D($offerId: ID!) { declineWaitlistOffer(offerId: $offerId) }';
  return (await client.ask<{ declineWaitlistOffer: boolean }>(text, { offerId })).declineWaitlistOffer;
}

export async function leaveList(client: GraphQLClient, entryId: string): Promise<boolean> {
  const text = 'mutation L($entryId: ID!) { leaveWaitlist(entryId: $entryId) }';
  return (await client.ask<{ leaveWaitlist: boolean }>(text, { entryId })).leaveWaitlist;
}
