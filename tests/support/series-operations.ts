import { randomUUID } from 'node:crypto';
import type { PlaceChoice, VisitItem } from './booking-operations.ts';
import type { BookingScene } from './booking-scene.ts';
import type { GraphQLClient } from './graphql-client.ts';
import type { TestApi } from './test-api.ts';

export interface SeriesWish {
  readonly providerId: string;
  readonly items: readonly VisitItem[];
  readonly place?: PlaceChoice | null;
  readonly start: string;
  readonly everyWeeks: number;
  readonly weekdays: readonly number[];
  readonly until?: string | null;
  readonly count?: number | null;
}

interface MoneyView {
  readonly amount: number;
  readonly currency: string;
}

export interface SeriesDateView {
  readonly date: string;
  readonly start: string;
  readonly end: string;
  readonly status: string;
  readonly foreseen: string | null;
  readonly isShownTwice: boolean;
  readonly price: MoneyView;
  readonly alternatives: readonly { readonly start: string; readonly end: string; readonly price: MoneyView }[];
}

export interface SeriesView {
  readonly id: string;
  readonly localTime: string;
  readonly weekdays: readonly number[];
  readonly priceLockedUntil: string;
  readonly endedAt: string | null;
  readonly canChange: boolean;
  readonly visits: readonly {
    readonly id: string;
    readonly date: string;
    readonly start: string;
    readonly status: string;
    readonly reason: string | null;
    readonly price: MoneyView;
    readonly alternatives: readonly { readonly start: string }[];
    readonly booking: {
      readonly id: string;
      readonly state: string;
      readonly start: string;
      readonly paymentStatus: string | null;
      readonly quote: { readonly total: MoneyView };
      readonly place: { readonly line: string | null } | null;
    } | null;
  }[];
}

/** Any member of the result unions: which fields are there goes with `__typename`. */
export interface SeriesOutcome {
  readonly __typename: string;
  readonly code?: string;
  readonly message?: string;
  readonly field?: string;
  readonly timeZone?: string;
  readonly priceLockedUntil?: string;
  readonly opensUntil?: string;
  readonly dates?: readonly SeriesDateView[];
  readonly series?: SeriesView;
  readonly total?: MoneyView;
  readonly fee?: MoneyView;
  readonly declineCode?: string;
  readonly reasons?: readonly { readonly code: string }[];
  readonly quote?: { readonly fee: MoneyView };
}

const DATE =
  'date start end status foreseen isShownTwice price { amount currency } alternatives { start end price { amount currency } }';
const SERIES = `id localTime weekdays priceLockedUntil endedAt canChange visits { id date start status reason price { amount currency } alternatives { start }
  booking { id state start paymentStatus quote { total { amount currency } } place { line } } }`;
const FAILURES = `... on UserError { code message } ... on InvalidVisitError { field } ... on NotBookableError { reasons { code } }
  ... on SeriesDatesFailedError { dates { ${DATE} } }`;

const PREVIEW = `query Preview($input: SeriesInput!) { previewSeries(input: $input) { __typename
  ... on SeriesPreview { timeZone priceLockedUntil opensUntil dates { ${DATE} } }
  ... on UserError { code message } ... on InvalidVisitError { field } ... on NotBookableError { reasons { code } } } }`;

export const ACCEPT_SERIES = `mutation Accept($input: AcceptSeriesInput!) { acceptSeries(input: $input) { __typename ${FAILURES}
  ... on SeriesAccepted { series { ${SERIES} } } ... on SeriesPriceChangedError { total { amount currency } } ... on PaymentDeclinedError { declineCode } } }`;

const CANCEL_SERIES_VISITS = `mutation Cancel($input: CancelSeriesVisitsInput!) { cancelSeriesVisits(input: $input) { __typename
  ... on UserError { code message } ... on SeriesVisitsCancelled { fee { amount currency } series { ${SERIES} } } ... on SeriesFeeChangedError { quote { fee { amount currency } } } } }`;

const MOVE_SERIES_VISITS = `mutation Move($input: MoveSeriesVisitsInput!) { moveSeriesVisits(input: $input) { __typename
  ... on UserError { code message } ... on SeriesVisitsMoved { series { ${SERIES} } } ... on SeriesDatesFailedError { dates { ${DATE} } } } }`;

const SERIES_QUERY = `query Series($id: ID!) { bookingSeries(id: $id) { ${SERIES} } }`;

/** Three rooms on each Thursday from tomorrow at 10:00 on, four times; overrides last. */
export function toSeriesWish(scene: BookingScene, changes: Partial<SeriesWish> = {}): SeriesWish {
  const { providerId, items, start, place } = scene.wish();
  return { providerId, items, start, place: place ?? null, everyWeeks: 1, weekdays: [4], count: 4, ...changes };
}

export async function previewSeries(client: GraphQLClient, input: SeriesWish): Promise<SeriesOutcome> {
  return (await client.ask<{ previewSeries: SeriesOutcome }>(PREVIEW, { input })).previewSeries;
}

export interface AcceptInput {
  readonly series: SeriesWish;
  readonly choices?: readonly { readonly date: string; readonly start?: string | null }[];
  readonly expectedTotal: number;
  readonly paymentMethod?: string;
  readonly note?: string;
  readonly doorNote?: string;
  readonly idempotencyKey?: string;
}

export function toAcceptVariables(input: AcceptInput): { input: object } {
  return { input: { choices: [], paymentMethod: 'sandbox_visa', idempotencyKey: randomUUID(), ...input } };
}

export async function acceptSeries(client: GraphQLClient, input: AcceptInput): Promise<SeriesOutcome> {
  return (await client.ask<{ acceptSeries: SeriesOutcome }>(ACCEPT_SERIES, toAcceptVariables(input))).acceptSeries;
}

export interface ScopedChange {
  readonly seriesVisitId: string;
  readonly scope: 'ONE' | 'FOLLOWING' | 'ALL';
  readonly idempotencyKey?: string;
}

export async function cancelSeriesVisits(
  client: GraphQLClient,
  input: ScopedChange & { readonly expectedFee?: number },
): Promise<SeriesOutcome> {
  const variables = { input: { expectedFee: 0, idempotencyKey: randomUUID(), ...input } };
  return (await client.ask<{ cancelSeriesVisits: SeriesOutcome }>(CANCEL_SERIES_VISITS, variables)).cancelSeriesVisits;
}

export async function moveSeriesVisits(
  client: GraphQLClient,
  input: ScopedChange & { readonly start: string },
): Promise<SeriesOutcome> {
  const variables = { input: { idempotencyKey: randomUUID(), ...input } };
  return (await client.ask<{ moveSeriesVisits: SeriesOutcome }>(MOVE_SERIES_VISITS, variables)).moveSeriesVisits;
}

export async function findSeries(client: GraphQLClient, id: string): Promise<SeriesView | null> {
  return (await client.ask<{ bookingSeries: SeriesView | null }>(SERIES_QUERY, { id })).bookingSeries;
}

/** Prices of the dates added up, those left out not counted. */
export function totalOf(dates: readonly SeriesDateView[], leftOut: readonly string[] = []): number {
  return dates.reduce((sum, { date, price }) => (leftOut.includes(date) ? sum : sum + price.amount), 0);
}

/** When the provider is kept from others, soonest first. */
export async function listReservedStarts(api: TestApi, providerId: string): Promise<string[]> {
  const rows = await api.sql<{ at: Date }>(
    `select starts_at as at from reservation where provider_id = $1 and state in ('HELD', 'BOOKED') order by starts_at`,
    [providerId],
  );
  return rows.map(({ at }) => at.toISOString());
}
