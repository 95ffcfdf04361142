import { Role } from '../../api/modules/accounts/index.ts';
import type { UnsealedBooking } from '../../api/modules/bookings/index.ts';
import { buildNeighbour } from './booking-scene.ts';
import { buildAccount } from './builders/account.builder.ts';
import { buildBooking } from './builders/booking.builder.ts';
import type { GraphQLClient } from './graphql-client.ts';
import { buildBookingScene } from './booking-scene.ts';
import type { BookingScene } from './booking-scene.ts';
import type { TestApi } from './test-api.ts';
import { joinWaitlist } from './waitlist-operations.ts';
import type { JoinInput } from './waitlist-operations.ts';

/** The day on which the provider works from 10:00 to 12:00, which is as long as the visit. */
export const DAY = '2027-03-12';
export const TEN = new Date('2027-03-12T10:00:00Z');

export interface Waiter {
  readonly client: GraphQLClient;
  readonly addressId: string;
  readonly entryId: string;
}

/** A provider with one visit's time a day, which somebody else has booked on `DAY`. */
export interface FullDay extends BookingScene {
  readonly taken: UnsealedBooking;
  readonly asOwner: GraphQLClient;
  readonly asProvider: GraphQLClient;
  joinInput(addressId: string, changes?: Partial<JoinInput>): JoinInput;
  /** A further household that waits for that day. */
  waiter(changes?: Partial<JoinInput>): Promise<Waiter>;
}

export async function buildFullDay(api: TestApi): Promise<FullDay> {
  const providerAccount = await buildAccount(api.em, { roles: [Role.PROVIDER] });
  const scene = await buildBookingScene(api, {
    account: providerAccount.id,
    hours: [{ start: '10:00', end: '12:15' }],
  });
  const owner = await buildAccount(api.em);
  const taken = await buildBooking(api.em, { provider: scene.provider, household: owner.id, startsAt: TEN });
  const joinInput = (addressId: string, changes: Partial<JoinInput> = {}): JoinInput => ({
    regionId: scene.provider.region,
    items: [{ itemId: scene.item.id, units: 3 }],
    place: { addressId },
    from: DAY,
    to: DAY,
    ...changes,
  });
  return {
    ...scene,
    taken,
    asOwner: await api.as(owner),
    asProvider: await api.as(providerAccount),
    joinInput,
    waiter: async (changes) => {
      const { client, address } = await buildNeighbour(api, scene);
      // Whoever joins later waits longer.
      api.clock.advanceMinutes(1);
      const joined = await joinWaitlist(client, joinInput(address.id, changes));
      if (joined.entry === undefined) throw new Error(`did not join: ${joined.__typename}`);
      return { client, addressId: address.id, entryId: joined.entry.id };
    },
  };
}
