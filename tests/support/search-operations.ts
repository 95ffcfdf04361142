import type { PlaceChoice, SlotView, VisitItem } from './booking-operations.ts';
import type { GraphQLClient } from './graphql-client.ts';

export interface ProviderResultView {
  readonly provider: {
    readonly id: string;
    readonly displayName: string;
    readonly level: string;
    readonly gender: string;
    readonly languages: readonly string[];
    readonly instantBooking: boolean;
    readonly badges: readonly { readonly code: string }[];
    readonly rating: {
      readonly mean: number | null;
      readonly lower: number | null;
      readonly count: number;
      readonly isNew: boolean;
    };
  };
  readonly quote: { readonly total: { readonly amount: number } };
  readonly distanceMetres: number | null;
  readonly travelMinutes: number | null;
  readonly nextSlots: readonly SlotView[];
  readonly score: {
    readonly total: number;
    readonly terms: readonly {
      readonly name: string;
      readonly weight: number;
      readonly value: number;
      readonly contribution: number;
    }[];
  };
}

export interface SearchPage {
  readonly edges: readonly { readonly cursor: string; readonly node: ProviderResultView }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly totalCount: number;
  readonly emptyReason: string | null;
  readonly nearestDates: readonly string[];
}

export interface SearchInput {
  readonly regionId: string;
  readonly items: readonly VisitItem[];
  readonly place?: PlaceChoice | null;
  readonly from: string;
  readonly to: string;
  readonly earliest?: string;
  readonly latest?: string;
  readonly filter?: Readonly<Record<string, unknown>>;
  readonly sort?: string;
}

export const SEARCH_PROVIDERS = /* GraphQL */ `
  query Search($input: SearchProvidersInput!, $first: Int, $after: String) {
    searchProviders(input: $input, first: $first, after: $after) {
      totalCount
      emptyReason
      nearestDates
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        cursor
        node {
          provider {
            id
            displayName
            headline
            level
            gender
            languages
            instantBooking
            badges {
              code
              name
            }
            rating {
              mean
              lower
              count
              isNew
            }
          }
          quote {
            total {
              amount
              currency
            }
            lines {
              kind
              label
              amount {
                amount
              }
            }
          }
          distanceMetres
          travelMinutes
          nextSlots {
            start
            end
          }
          score {
            total
            terms {
              name
              weight
              value
              contribution
            }
          }
        }
      }
    }
  }
`;

export const AVAILABLE_SLOTS = /* GraphQL */ `
  query Slots($input: AvailableSlotsInput!) {
    availableSlots(input: $input) {
      date
      slots {
        start
        end
      }
    }
  }
`;

export async function searchProviders(
  client: GraphQLClient,
  input: SearchInput,
  page: { readonly first?: number; readonly after?: string | null } = {},
): Promise<SearchPage> {
  return (await client.ask<{ searchProviders: SearchPage }>(SEARCH_PROVIDERS, { input, ...page })).searchProviders;
}

export interface SlotsInput {
  readonly providerId: string;
  readonly items: readonly VisitItem[];
  readonly place?: PlaceChoice | null;
  readonly from: string;
  readonly to: string;
}

/** All free starts of the range, in order. */
export async function availableStarts(client: GraphQLClient, input: SlotsInput): Promise<string[]> {
  const { availableSlots } = await client.ask<{ availableSlots: { slots: SlotView[] }[] }>(AVAILABLE_SLOTS, { input });
  return availableSlots.flatMap(({ slots }) => slots.map(({ start }) => start));
}
