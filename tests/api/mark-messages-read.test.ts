import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Role } from '../../api/modules/accounts/index.ts';
import { buildHouseholdMember } from '../support/builders/household.builder.ts';
import { signedIn } from '../support/evidence-scene.ts';
import { buildTalk, countUnread, markRead, readConversation, sendMessage } from '../support/message-operations.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

const LIST =
  'query ($first: Int, $after: String) { myConversations(first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor } edges { node { unreadCount booking { id } lastMessage { text } } } } }';

interface ListAnswer {
  readonly myConversations: {
    readonly totalCount: number;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
    readonly edges: readonly {
      readonly node: {
        readonly unreadCount: number;
        readonly booking: { readonly id: string };
        readonly lastMessage: { readonly text: string };
      };
    }[];
  };
}

describe('markMessagesRead', () => {
  it('moves a mark forward and never back, nor beyond what was sent, and shows it to the other side', async () => {
    const { household, provider, booking } = await buildTalk(api);
    for (const text of ['One', 'Two', 'Three']) await sendMessage(household.client, booking.id, text);
    expect(await readConversation(provider.client, booking.id)).toMatchObject({ unreadCount: 3, readTo: 0 });
    expect(await countUnread(provider.client)).toBe(3);

    expect(await markRead(provider.client, booking.id, 2)).toBe(true);
    expect(await markRead(provider.client, booking.id, 1)).toBe(false);

    expect(await readConversation(provider.client, booking.id)).toMatchObject({ unreadCount: 1, readTo: 2 });
    expect(await readConversation(household.client, booking.id)).toMatchObject({ readByOtherSide: 2, unreadCount: 0 });
    expect(await markRead(provider.client, booking.id, 2_000_000_000)).toBe(true);
    expect(await readConversation(household.client, booking.id)).toMatchObject({ readByOtherSide: 3 });
    expect(await countUnread(provider.client)).toBe(0);
  });

  it('takes an answer for having read', async () => {
    const { household, provider, booking } = await buildTalk(api);
    await sendMessage(household.client, booking.id, 'Are you coming?');

    await sendMessage(provider.client, booking.id, 'Yes');

    expect(await countUnread(provider.client)).toBe(0);
    expect(await readConversation(household.client, booking.id)).toMatchObject({ readByOtherSide: 2, unreadCount: 1 });
  });

  it('counts for each of a household by itself, and lets who joins begin where the household is', async () => {
    const { household, provider, booking } = await buildTalk(api);
    await sendMessage(provider.client, booking.id, 'Old news');
    await markRead(household.client, booking.id, 1);
    const member = await signedIn(api, Role.HOUSEHOLD);
    await buildHouseholdMember(api.em, { household: household.account.id, account: member.account.id });
    expect(await countUnread(member.client)).toBe(0);

    await markRead(member.client, booking.id, 1);
    await sendMessage(provider.client, booking.id, 'News');
    await markRead(household.client, booking.id, 2);

    expect([await countUnread(member.client), await countUnread(household.client)]).toEqual([1, 0]);
  });

  it('answers a stranger and an operator as where there is no booking, and changes nothing', async () => {
    const { household, booking } = await buildTalk(api);
    await sendMessage(household.client, booking.id, 'Hello');

    for (const role of [Role.HOUSEHOLD, Role.PROVIDER, Role.OPERATOR]) {
      const { client } = await signedIn(api, role);
      expect([await markRead(client, booking.id, 1), await markRead(client, randomUUID(), 1)]).toEqual([false, false]);
    }
    expect(await readConversation(household.client, booking.id)).toMatchObject({ readByOtherSide: 0 });
    expect(
      (await api.visitor().send(`mutation { markMessagesRead(input: { bookingId: "${booking.id}", sequence: 1 }) }`))
        .errors[0],
    ).toMatchObject({
      extensions: { code: 'UNAUTHENTICATED' },
    });
  });
});

describe('conversation', () => {
  it('gives its messages by pages, the newest first, each once, whatever comes in between', async () => {
    const { household, provider, booking } = await buildTalk(api);
    for (let count = 1; count <= 5; count += 1) await sendMessage(household.client, booking.id, `No. ${count}`);

    const first = (await readConversation(provider.client, booking.id, { first: 2 }))!.messages;
    await sendMessage(provider.client, booking.id, 'No. 6');
    const second = (await readConversation(provider.client, booking.id, { first: 2, after: first.pageInfo.endCursor }))!
      .messages;
    const third = (await readConversation(provider.client, booking.id, { first: 2, after: second.pageInfo.endCursor }))!
      .messages;

    expect([first, second, third].flatMap(({ edges }) => edges.map(({ node }) => node.sequence))).toEqual([
      5, 4, 3, 2, 1,
    ]);
    expect([first, second, third].map(({ pageInfo }) => pageInfo.hasNextPage)).toEqual([true, true, false]);
    await expect(readConversation(provider.client, booking.id, { first: 2, after: 'nonsense' })).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
    });
  });
});

describe('myConversations', () => {
  it('lists those in which something was written, the newest first, to both sides and nobody else', async () => {
    const one = await buildTalk(api);
    const two = await buildTalk(api, { household: one.household.account.id });
    await buildTalk(api, { household: one.household.account.id });
    await sendMessage(two.provider.client, two.booking.id, 'Second visit');
    api.clock.advanceMinutes(1);
    await sendMessage(one.provider.client, one.booking.id, 'First visit');
    const list = async (variables = {}): Promise<ListAnswer['myConversations']> =>
      (await one.household.client.ask<ListAnswer>(LIST, variables)).myConversations;

    const all = await list();
    const page = await list({ first: 1 });
    const rest = await list({ first: 1, after: page.pageInfo.endCursor });

    expect(all.edges.map(({ node }) => [node.booking.id, node.unreadCount, node.lastMessage.text])).toEqual([
      [one.booking.id, 1, 'First visit'],
      [two.booking.id, 1, 'Second visit'],
    ]);
    expect([page, rest].flatMap(({ edges }) => edges.map(({ node }) => node.booking.id))).toEqual([
      one.booking.id,
      two.booking.id,
    ]);
    const stranger = await signedIn(api, Role.HOUSEHOLD);
    expect((await stranger.client.ask<ListAnswer>(LIST)).myConversations.totalCount).toBe(0);
  });
});
