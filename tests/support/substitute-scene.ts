import { randomUUID } from 'node:crypto';
import { Role } from '../../api/modules/accounts/index.ts';
import type { ServiceItem } from '../../api/modules/catalog/index.ts';
import { cancelBooking } from './booking-operations.ts';
import type { Outcome } from './booking-operations.ts';
import { buildAccount } from './builders/account.builder.ts';
import type { BookingOverrides } from './builders/booking.builder.ts';
import { buildProvider } from './builders/provider.builder.ts';
import type { BuiltProvider, ProviderOverrides } from './builders/provider.builder.ts';
import { buildServiceItem } from './builders/service-item.builder.ts';
import type { GraphQLClient } from './graphql-client.ts';
import { buildMovableVisit } from './movable-visit.ts';
import type { MovableVisit } from './movable-visit.ts';
import type { TestApi } from './test-api.ts';

export interface SearchView {
  readonly status: string;
  readonly cause: string;
  readonly deadline: string;
  readonly candidates: readonly {
    readonly provider: { readonly id: string };
    readonly price: { readonly amount: number };
  }[];
  readonly substitute: { readonly id: string } | null;
}

export interface SubstituteOutcome {
  readonly __typename: string;
  readonly code?: string;
  readonly substituted?: { readonly id: string; readonly state: string; readonly provider: { readonly id: string } };
  readonly declined?: { readonly state: string; readonly cancelledBy: string };
  readonly refund?: { readonly amount: number };
}

export const ACCEPT_SUBSTITUTE = /* GraphQL */ `
  mutation Accept($input: AcceptSubstituteInput!) {
    acceptSubstitute(input: $input) {
      __typename
      ... on UserError {
        code
      }
      ... on SubstituteAccepted {
        substituted {
          id
          state
          provider {
            id
          }
        }
      }
    }
  }
`;

export const DECLINE_SUBSTITUTE = /* GraphQL */ `
  mutation Decline($input: DeclineSubstituteInput!) {
    declineSubstitute(input: $input) {
      __typename
      ... on UserError {
        code
      }
      ... on SubstituteDeclined {
        declined {
          state
          cancelledBy
        }
        refund {
          amount
        }
      }
    }
  }
`;

const SEARCH = /* GraphQL */ `
  query Search($id: ID!) {
    booking(id: $id) {
      state
      substituteSoughtUntil
      substituteSearch {
        status
        cause
        deadline
        candidates {
          provider {
            id
          }
          price {
            amount
          }
        }
        substitute {
          id
        }
      }
    }
  }
`;

/** An agreed visit, and how its provider drops out of it. */
export interface DropOut extends MovableVisit {
  readonly item: ServiceItem;
  /** Somebody else of the same service and region, qualified and free all day. */
  another(overrides?: ProviderOverrides): Promise<BuiltProvider>;
  dropOut(): Promise<Outcome>;
  search(by?: GraphQLClient): Promise<SearchView | null>;
  accept(providerId: string, key?: string, by?: GraphQLClient): Promise<SubstituteOutcome>;
  decline(key?: string, by?: GraphQLClient): Promise<SubstituteOutcome>;
}

export async function buildDropOut(
  api: TestApi,
  provider: ProviderOverrides = {},
  booking: BookingOverrides = {},
): Promise<DropOut> {
  const item = provider.items?.[0] ?? (await buildServiceItem(api.em));
  const visit = await buildMovableVisit(api, booking, { items: [item], ...provider });
  const { bookingId } = visit;
  return {
    ...visit,
    item,
    another: async (overrides = {}) =>
      buildProvider(api.em, {
        account: (await buildAccount(api.em, { roles: [Role.PROVIDER] })).id,
        items: [item],
        region: visit.provider.region,
        ...overrides,
      }),
    dropOut: () => cancelBooking(visit.asProvider, { bookingId, expectedFee: 0, idempotencyKey: randomUUID() }),
    search: async (by = visit.client) =>
      (await by.ask<{ booking: { substituteSearch: SearchView | null } }>(SEARCH, { id: bookingId })).booking
        .substituteSearch,
    accept: async (providerId, idempotencyKey = randomUUID(), by = visit.client) =>
      (
        await by.ask<{ acceptSubstitute: SubstituteOutcome }>(ACCEPT_SUBSTITUTE, {
          input: { bookingId, providerId, idempotencyKey },
        })
      ).acceptSubstitute,
    decline: async (idempotencyKey = randomUUID(), by = visit.client) =>
      (
        await by.ask<{ declineSubstitute: SubstituteOutcome }>(DECLINE_SUBSTITUTE, {
          input: { bookingId, idempotencyKey },
        })
      ).declineSubstitute,
  };
}
