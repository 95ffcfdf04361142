import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../api/kernel/ids.ts';
import { BookingState } from '../../api/modules/bookings/index.ts';
import { buildAccount } from '../support/builders/account.builder.ts';
import { buildAddress } from '../support/builders/address.builder.ts';
import { buildBooking } from '../support/builders/booking.builder.ts';
import {
  CANCEL_BOOKING,
  cancelBooking,
  confirmBooking,
  findBooking,
  holdSlot,
  releaseHold,
} from '../support/booking-operations.ts';
import { buildBookingScene, buildNeighbour } from '../support/booking-scene.ts';
import type { BookingScene } from '../support/booking-scene.ts';
import {
  CHANGE_ROLE,
  LEAVE_HOUSEHOLD,
  REMOVE_MEMBER,
  buildMember,
  myHousehold,
} from '../support/household-operations.ts';
import type { GraphQLClient } from '../support/graphql-client.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

const ADDRESSES = '{ viewer { householdRole addresses { id line doorNote } heldBooking { id } } }';
const BOOKER =
  'query ($id: ID!) { booking(id: $id) { householdName bookedBy { displayName isViewer } canCancel canReview transitions { member { displayName isViewer } } } }';
const MINE = '{ myBookings { edges { node { id } } } }';
const SAVE_ADDRESS =
  'mutation ($input: SaveAddressInput!) { saveAddress(input: $input) { __typename ... on AddressSaved { address { id } } } }';

async function book(client: GraphQLClient, scene: BookingScene): Promise<string> {
  const { booking } = await holdSlot(client, scene.wish());
  const confirmed = await confirmBooking(client, { bookingId: booking!.id, idempotencyKey: randomUUID() });
  expect(confirmed.__typename).toBe('BookingConfirmed');
  return booking!.id;
}

async function listMine(client: GraphQLClient): Promise<string[]> {
  const { myBookings } = await client.ask<{ myBookings: { edges: { node: { id: string } }[] } }>(MINE);
  return myBookings.edges.map(({ node }) => node.id);
}

describe('a member of a household', () => {
  it('sees its addresses, door notes included, and books for it; everybody of it sees the visit and who booked it', async () => {
    const scene = await buildBookingScene(api);
    const { client } = await buildMember(api, scene.household);

    expect(await client.ask(ADDRESSES)).toMatchObject({
      viewer: { householdRole: 'MEMBER', addresses: [{ id: scene.address.id, line: scene.address.line }] },
    });
    const id = await book(client, scene);

    expect(await listMine(scene.client)).toEqual([id]);
    expect(await scene.client.ask(BOOKER, { id })).toMatchObject({
      booking: {
        householdName: 'Ann Miller',
        bookedBy: { displayName: 'Wei Chen', isViewer: false },
        canCancel: true,
        transitions: [{ member: { displayName: 'Wei Chen' } }, { member: { displayName: 'Wei Chen' } }],
      },
    });
    expect(await client.ask(BOOKER, { id })).toMatchObject({
      booking: { bookedBy: { isViewer: true }, canCancel: true },
    });
    expect(await api.sql('select household_id, booked_by_id from booking where id = $1', [id])).toMatchObject([
      { household_id: scene.household.id, booked_by_id: expect.any(String) },
    ]);
  });

  it('shares the one hold of the household: a second releases the first, whoever holds', async () => {
    const scene = await buildBookingScene(api);
    const { client } = await buildMember(api, scene.household);
    const first = await holdSlot(scene.client, scene.wish());
    const second = await holdSlot(client, scene.wish({ start: '2027-03-12T10:00:00.000Z' }));

    expect((await findBooking(scene.client, first.booking!.id))!.state).toBe('CANCELLED');
    expect(await scene.client.ask(ADDRESSES)).toMatchObject({ viewer: { heldBooking: { id: second.booking!.id } } });
    expect(await releaseHold(scene.client, second.booking!.id)).toBe(true);
  });

  it('has answers of their own under a key of somebody else of the household', async () => {
    const scene = await buildBookingScene(api);
    const { client } = await buildMember(api, scene.household);
    const key = randomUUID();

    const first = await holdSlot(scene.client, scene.wish({ idempotencyKey: key }));
    const other = await holdSlot(client, scene.wish({ idempotencyKey: key, start: '2027-03-12T10:00:00.000Z' }));
    const again = await holdSlot(client, scene.wish({ idempotencyKey: key, start: '2027-03-12T10:00:00.000Z' }));

    expect(other.booking!.id).not.toBe(first.booking!.id);
    expect(again.booking!.id).toBe(other.booking!.id);
  });

  it('cancels what they booked, and nothing else; a manager and the owner cancel every visit', async () => {
    const scene = await buildBookingScene(api);
    const member = await buildMember(api, scene.household);
    const manager = await buildMember(api, scene.household, 'MANAGER', 'Lan Chen');
    const own = await book(member.client, scene);
    const cancel = (bookingId: string): Record<string, unknown> => ({
      input: { bookingId, expectedFee: 0, idempotencyKey: randomUUID() },
    });

    expect(await cancelBooking(member.client, { bookingId: own, idempotencyKey: randomUUID() })).toMatchObject({
      __typename: 'BookingCancelled',
    });
    const theirs = await book(scene.client, scene);
    expect((await member.client.send(CANCEL_BOOKING, cancel(theirs))).errors[0]!.extensions.code).toBe('FORBIDDEN');
    expect(await member.client.ask(BOOKER, { id: theirs })).toMatchObject({ booking: { canCancel: false } });
    expect(await cancelBooking(manager.client, { bookingId: theirs, idempotencyKey: randomUUID() })).toMatchObject({
      __typename: 'BookingCancelled',
    });
    const actors = await api.sql<{ actor_id: string }>(
      `select actor_id from booking_transition where booking_id = $1 and "to" = 'CANCELLED'`,
      [theirs],
    );
    expect(actors).toEqual([{ actor_id: manager.account.id }]);
  });

  it('adds no address, which managers do', async () => {
    const scene = await buildBookingScene(api);
    const member = await buildMember(api, scene.household);
    const manager = await buildMember(api, scene.household, 'MANAGER');
    const input = {
      regionId: scene.provider.region,
      label: 'Garden flat',
      line: '2 Barnsbury Road',
      district: 'Islington',
      latitude: 51.536,
      longitude: -0.11,
    };

    expect((await member.client.send(SAVE_ADDRESS, { input })).errors[0]!.extensions.code).toBe('FORBIDDEN');
    const saved = await manager.client.ask<{ saveAddress: { address: { id: string } } }>(SAVE_ADDRESS, { input });

    expect(await api.sql('select account_id from address where id = $1', [saved.saveAddress.address.id])).toEqual([
      { account_id: scene.household.id },
    ]);
  });

  it('reviews a visit of the household in their own name', async () => {
    const owner = await buildAccount(api.em);
    const { client, account } = await buildMember(api, owner);
    const past = new Date(api.clock.now().getTime() - 86_400_000);
    const visit = await buildBooking(api.em, {
      household: owner.id,
      state: BookingState.COMPLETED,
      startsAt: past,
      completedAt: past,
    });

    expect(await client.ask(BOOKER, { id: visit.id })).toMatchObject({ booking: { canReview: true } });
    await client.ask('mutation ($input: SubmitReviewInput!) { submitReview(input: $input) { __typename } }', {
      input: { bookingId: visit.id, rating: 5 },
    });

    expect(await api.sql('select author_id from review where booking_id = $1', [visit.id])).toEqual([
      { author_id: account.id },
    ]);
  });

  it('keeps to themselves what they booked before they joined', async () => {
    const owner = await buildAccount(api.em);
    const guest = await buildAccount(api.em);
    const past = await buildBooking(api.em, {
      household: guest.id,
      state: BookingState.CLOSED,
      startsAt: new Date(api.clock.now().getTime() - 20 * 86_400_000),
    });
    await api.sql(
      `insert into household_member (id, account_id, household_id, role, joined_at) values ($1, $2, $3, 'MEMBER', now())`,
      [newId(), guest.id, owner.id],
    );

    expect(await listMine(await api.as(guest))).toEqual([past.id]);
    expect(await listMine(await api.as(owner))).toEqual([]);
    expect(await findBooking(await api.as(owner), past.id)).toBeNull();
  });

  it('sees nothing of a household they do not belong to', async () => {
    const scene = await buildBookingScene(api);
    const { client } = await buildNeighbour(api, scene);
    const { client: memberOfOther } = await buildMember(api, await buildAccount(api.em));
    const id = await book(scene.client, scene);

    for (const stranger of [client, memberOfOther]) {
      expect(await findBooking(stranger, id)).toBeNull();
      expect(await listMine(stranger)).toEqual([]);
      expect(await holdSlot(stranger, scene.wish({ place: { addressId: scene.address.id } }))).toMatchObject({
        code: 'UNKNOWN_ADDRESS',
      });
    }
  });
});

describe('removeMember', () => {
  it('ends everything at their next request: visits, addresses, door notes and holds', async () => {
    const scene = await buildBookingScene(api);
    const { client, account } = await buildMember(api, scene.household);
    const id = await book(client, scene);
    const held = await holdSlot(client, scene.wish({ start: '2027-03-12T10:00:00.000Z' }));

    expect(await scene.client.ask(REMOVE_MEMBER, { memberId: account.id })).toEqual({ removeMember: true });

    expect(await findBooking(client, id)).toBeNull();
    expect(await listMine(client)).toEqual([]);
    expect(await client.ask(ADDRESSES)).toMatchObject({
      viewer: { householdRole: 'OWNER', addresses: [], heldBooking: null },
    });
    expect(await confirmBooking(client, { bookingId: held.booking!.id, idempotencyKey: randomUUID() })).toMatchObject({
      __typename: 'HoldExpiredError',
    });
    expect(await myHousehold(client)).toMatchObject({ id: account.id, role: 'OWNER', members: [{ isViewer: true }] });
    expect(await scene.client.ask(BOOKER, { id })).toMatchObject({
      booking: { bookedBy: { displayName: 'Wei Chen' } },
    });
    expect(
      await api.sql(`select 1 from account_message where account_id = $1 and kind = 'household-removed'`, [account.id]),
    ).toHaveLength(1);
  });

  it('is false for a member of another household, for nobody, and for oneself', async () => {
    const owner = await buildAccount(api.em);
    const { account } = await buildMember(api, owner);
    const stranger = await buildAccount(api.em);
    const client = await api.as(stranger);

    for (const memberId of [account.id, newId(), 'me', stranger.id, owner.id])
      expect(await client.ask(REMOVE_MEMBER, { memberId }), memberId).toEqual({ removeMember: false });
    expect((await myHousehold(await api.as(owner))).members).toHaveLength(2);
  });

  it('lets managers remove members, and not one another or the owner', async () => {
    const owner = await buildAccount(api.em);
    const manager = await buildMember(api, owner, 'MANAGER');
    const other = await buildMember(api, owner, 'MANAGER');
    const member = await buildMember(api, owner);

    const refused = await manager.client.send(REMOVE_MEMBER, { memberId: other.account.id });
    expect(refused.errors[0]!.extensions.code).toBe('FORBIDDEN');
    expect(await manager.client.ask(REMOVE_MEMBER, { memberId: owner.id })).toEqual({ removeMember: false });
    expect((await member.client.send(REMOVE_MEMBER, { memberId: other.account.id })).errors[0]!.extensions.code).toBe(
      'FORBIDDEN',
    );
    expect(await manager.client.ask(REMOVE_MEMBER, { memberId: member.account.id })).toEqual({ removeMember: true });
  });
});

describe('changeMemberRole', () => {
  it('is for the owner, holds at the next request, and is logged', async () => {
    const owner = await buildAccount(api.em);
    const manager = await buildMember(api, owner, 'MANAGER');
    const member = await buildMember(api, owner);
    const code = async (client: GraphQLClient, memberId: string, role: string): Promise<unknown> =>
      (await client.send(CHANGE_ROLE, { memberId, role })).errors[0]?.extensions.code;

    expect(await code(member.client, member.account.id, 'MANAGER')).toBe('FORBIDDEN');
    expect(await code(manager.client, member.account.id, 'MANAGER')).toBe('FORBIDDEN');
    expect(await code(await api.as(owner), member.account.id, 'OWNER')).toBe('FORBIDDEN');
    expect(await code(await api.as(owner), newId(), 'MANAGER')).toBe('BAD_USER_INPUT');
    expect(await code(await api.as(owner), member.account.id, 'MANAGER')).toBeUndefined();

    expect((await myHousehold(member.client)).role).toBe('MANAGER');
    expect(
      await api.sql(`select 1 from audit_entry where subject_id = $1 and action = 'household.role-changed'`, [
        owner.id,
      ]),
    ).toHaveLength(1);
  });
});

describe('leaveHousehold', () => {
  it('goes back to one’s own addresses; the others stay, and the owner cannot leave', async () => {
    const scene = await buildBookingScene(api);
    const { client, account } = await buildMember(api, scene.household);
    const staying = await buildMember(api, scene.household);
    const own = await buildAddress(api.em, { account: account.id, regionId: scene.provider.region });

    expect(await scene.client.ask(LEAVE_HOUSEHOLD)).toEqual({ leaveHousehold: false });
    expect(await client.ask(ADDRESSES)).toMatchObject({ viewer: { addresses: [{ id: scene.address.id }] } });
    expect(await client.ask(LEAVE_HOUSEHOLD)).toEqual({ leaveHousehold: true });

    expect(await client.ask(ADDRESSES)).toMatchObject({ viewer: { addresses: [{ id: own.id }] } });
    expect((await myHousehold(scene.client)).members).toMatchObject([
      { id: scene.household.id },
      { id: staying.account.id },
    ]);
  });
});
