import { randomUUID } from 'node:crypto';
import { Role } from '../../api/modules/accounts/index.ts';
import { rescheduleBooking } from './booking-operations.ts';
import type { Outcome, RescheduleInput } from './booking-operations.ts';
import { buildBookingScene } from './booking-scene.ts';
import type { BookingScene } from './booking-scene.ts';
import { buildAccount } from './builders/account.builder.ts';
import { buildBooking } from './builders/booking.builder.ts';
import type { BookingOverrides } from './builders/booking.builder.ts';
import type { ProviderOverrides } from './builders/provider.builder.ts';
import type { GraphQLClient } from './graphql-client.ts';
import type { TestApi } from './test-api.ts';

/** For £60, the day after tomorrow at 10:00: free to move until tomorrow at 10:00, once until 06:00 of the day. */
export const START = new Date('2027-03-12T10:00:00Z');
export const LATER = '2027-03-15T14:00:00.000Z';

export interface MovableVisit extends BookingScene {
  readonly bookingId: string;
  readonly asProvider: GraphQLClient;
  /** Moves it to `LATER` for nothing, unless told otherwise. */
  move(changes?: Partial<RescheduleInput>, by?: GraphQLClient): Promise<Outcome>;
}

/** An agreed visit of a household, its provider, and how the household moves it. */
export async function buildMovableVisit(
  api: TestApi,
  overrides: BookingOverrides = {},
  provider: ProviderOverrides = {},
): Promise<MovableVisit> {
  const providerAccount = await buildAccount(api.em, { roles: [Role.PROVIDER] });
  const scene = await buildBookingScene(api, { account: providerAccount.id, ...provider });
  const { id: bookingId } = await buildBooking(api.em, {
    provider: scene.provider,
    household: scene.household.id,
    startsAt: START,
    ...overrides,
  });
  const move = (changes: Partial<RescheduleInput> = {}, by = scene.client): Promise<Outcome> =>
    rescheduleBooking(by, { bookingId, start: LATER, expectedFee: 0, idempotencyKey: randomUUID(), ...changes });
  return { ...scene, bookingId, move, asProvider: await api.as(providerAccount) };
}
