import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Role } from '../../api/modules/accounts/index.ts';
import { BookingState } from '../../api/modules/bookings/index.ts';
import { buildHouseholdMember } from '../support/builders/household.builder.ts';
import { signedIn } from '../support/evidence-scene.ts';
import { SEND_MESSAGE, addPhoto, buildTalk, readConversation, sendMessage } from '../support/message-operations.ts';
import { METADATA_CANARY, photo, photoWithMetadata } from '../support/sample-files.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';

const DAY_MS = 86_400_000;
let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

const countMessages = async (bookingId: string): Promise<number> => {
  const [row] = await api.sql<{ count: number }>('select count(*)::int as count from message where booking_id = $1', [
    bookingId,
  ]);
  return row!.count;
};

describe('sendMessage', () => {
  it('brings what one side writes to the other, in order, and keeps the words sealed', async () => {
    const { household, provider, booking } = await buildTalk(api);

    const first = await sendMessage(household.client, booking.id, '  Please bring a ladder.  ');
    const second = await sendMessage(provider.client, booking.id, '好的，我会带梯子。');

    expect(first).toMatchObject({
      __typename: 'MessageSent',
      message: { sequence: 1, side: 'HOUSEHOLD', text: 'Please bring a ladder.', isOwn: true, masked: false },
    });
    expect(second.message).toMatchObject({ sequence: 2, side: 'PROVIDER', text: '好的，我会带梯子。' });
    const seen = await readConversation(provider.client, booking.id);
    expect(seen!.messages.edges.map(({ node }) => [node.text, node.isOwn])).toEqual([
      ['好的，我会带梯子。', true],
      ['Please bring a ladder.', false],
    ]);
    const rows = await api.sql<{ body: string }>('select body from message where booking_id = $1', [booking.id]);
    expect(rows.every(({ body }) => body.startsWith('v1.'))).toBe(true);
  });

  it('masks contacts until the visit is agreed, keeps nothing of them, and shows them from then on', async () => {
    const { household, booking } = await buildTalk(api, {
      state: BookingState.REQUESTED,
      confirmedAt: null,
      requestExpiresAt: new Date(api.clock.now().getTime() + DAY_MS),
    });
    expect(await readConversation(household.client, booking.id)).toMatchObject({ masksContacts: true, state: 'OPEN' });

    const masked = await sendMessage(household.client, booking.id, 'Ring 07700 900123 at 10:30');
    await api.sql(`update booking set state = 'CONFIRMED', confirmed_at = now() where id = $1`, [booking.id]);
    const shown = await sendMessage(household.client, booking.id, 'Ring 07700 900123 at 10:30');

    expect(masked.message).toMatchObject({ text: 'Ring ••• at 10:30', masked: true });
    expect(shown.message).toMatchObject({ text: 'Ring 07700 900123 at 10:30', masked: false });
  });

  it('sends up to four photos, drawn anew, that only the two sides can open', async () => {
    const { household, provider, booking } = await buildTalk(api);
    const first = await addPhoto(api, household, booking.id, await photoWithMetadata(80, 60));
    const second = await addPhoto(api, household, booking.id, await photo());

    const { message } = await sendMessage(household.client, booking.id, '', { photoIds: [second, first] });

    expect(message).toMatchObject({ text: '', photos: [{ id: second }, { id: first, width: 60 }] });
    const { node } = (await readConversation(provider.client, booking.id))!.messages.edges[0]!;
    const answer = await fetch(new URL(node.photos[1]!.url!, api.url), { headers: provider.headers });
    const body = Buffer.from(await answer.arrayBuffer());
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
    expect(body.includes(METADATA_CANARY)).toBe(false);
    const stranger = await signedIn(api, Role.PROVIDER);
    expect((await fetch(new URL(node.photos[1]!.url!, api.url), { headers: stranger.headers })).status).toBe(404);
    // The other side's address is for the other side: the household's own session cannot use it.
    expect((await fetch(new URL(node.photos[1]!.url!, api.url), { headers: household.headers })).status).toBe(404);
  });

  it.each([
    ['nothing', '   ', undefined, 'EMPTY', 'text'],
    ['too many words', '字'.repeat(2_001), undefined, 'TOO_LONG', 'text'],
    ['a photo that there is not', 'Look', [randomUUID()], 'UNKNOWN_PHOTO', 'photoIds'],
    ['five photos', 'Look', Array.from({ length: 5 }, () => randomUUID()), 'TOO_MANY_PHOTOS', 'photoIds'],
  ])('refuses %s', async (_, text, photoIds, code, field) => {
    const { household, booking } = await buildTalk(api);

    const refused = await sendMessage(household.client, booking.id, text, { photoIds });

    expect(refused).toMatchObject({ __typename: 'InvalidMessageError', code, field });
    expect(await countMessages(booking.id)).toBe(0);
  });

  it('takes 2,000 characters whatever their length in code units', async () => {
    const { household, booking } = await buildTalk(api);

    expect(await sendMessage(household.client, booking.id, '🧹'.repeat(2_000))).toMatchObject({
      __typename: 'MessageSent',
    });
  });

  it('refuses photos of somebody else, of another booking, and one that was sent before', async () => {
    const { household, provider, row, booking } = await buildTalk(api);
    const other = await buildTalk(api);
    const theirs = await addPhoto(api, provider, booking.id, await photo());
    const elsewhere = await addPhoto(api, other.household, other.booking.id, await photo());
    const own = await addPhoto(api, household, booking.id, await photo());
    await sendMessage(household.client, booking.id, '', { photoIds: [own] });

    for (const id of [theirs, elsewhere, own])
      expect(await sendMessage(household.client, booking.id, 'Look', { photoIds: [id] })).toMatchObject({
        code: 'UNKNOWN_PHOTO',
      });
    expect(row.account).toBe(provider.account.id);
  });

  it('is open until seven days after the end, that instant excluded, also for a visit that was called off', async () => {
    const { household, booking } = await buildTalk(api, { state: BookingState.CANCELLED, cancelledBy: 'PROVIDER' });
    const closes = booking.endsAt.getTime() + 7 * DAY_MS;
    const before = api.clock.now();

    try {
      api.clock.set(new Date(closes - 1));
      expect(await sendMessage(household.client, booking.id, 'Still here?')).toMatchObject({
        __typename: 'MessageSent',
      });
      api.clock.set(new Date(closes));
      expect(await sendMessage(household.client, booking.id, 'And now?')).toMatchObject({
        __typename: 'ConversationClosedError',
        code: 'CLOSED',
      });
      expect(await readConversation(household.client, booking.id)).toMatchObject({
        state: 'CLOSED',
        messages: { totalCount: 1 },
      });
    } finally {
      api.clock.set(before);
    }
  });

  it.each([
    ['a hold', BookingState.HELD],
    ['a hold that lapsed', BookingState.EXPIRED],
    ['a hold that was let go', BookingState.CANCELLED],
  ])('is not open for %s', async (_, state) => {
    const { household, booking } = await buildTalk(api, { state, confirmedAt: null });

    expect(await sendMessage(household.client, booking.id, 'Hello')).toMatchObject({
      __typename: 'ConversationClosedError',
      code: 'NOT_OPEN',
    });
    expect(await readConversation(household.client, booking.id)).toBeNull();
  });

  it('lets managers and whoever booked write, and a member who did not read along', async () => {
    const { household, provider, booking } = await buildTalk(api);
    const [manager, member, booker] = [
      await signedIn(api, Role.HOUSEHOLD),
      await signedIn(api, Role.HOUSEHOLD),
      await signedIn(api, Role.HOUSEHOLD),
    ];
    const of = { household: household.account.id };
    await buildHouseholdMember(api.em, { ...of, account: manager.account.id, role: 'MANAGER' as never });
    await buildHouseholdMember(api.em, { ...of, account: member.account.id });
    await buildHouseholdMember(api.em, { ...of, account: booker.account.id });
    await api.sql('update booking set booked_by_id = $1 where id = $2', [booker.account.id, booking.id]);

    expect(await sendMessage(manager.client, booking.id, 'From the manager')).toMatchObject({
      __typename: 'MessageSent',
    });
    expect(await sendMessage(booker.client, booking.id, 'From who booked')).toMatchObject({
      __typename: 'MessageSent',
    });
    expect(await sendMessage(member.client, booking.id, 'From a member')).toMatchObject({
      __typename: 'ConversationReadOnlyError',
      code: 'READ_ONLY',
    });
    const read = await readConversation(member.client, booking.id);
    expect(read).toMatchObject({ state: 'READ_ONLY', messages: { totalCount: 2 } });
    // The household's names are the household's: the provider knows whose visit it is.
    const names = (await readConversation(provider.client, booking.id))!.messages.edges.map(
      ({ node }) => node.authorName,
    );
    expect(new Set(names)).toEqual(new Set([household.account.displayName]));
  });

  it('stays under the name of who wrote it when somebody else takes the visit over', async () => {
    const { household, provider, row, booking } = await buildTalk(api);
    const other = await buildTalk(api);
    await api.sql(`update provider set display_name = '{"en": "Former", "zh-CN": "前任"}' where id = $1`, [row.id]);
    await sendMessage(provider.client, booking.id, 'I cannot come after all');
    await api.sql('update booking set provider_id = $1 where id = $2', [other.row.id, booking.id]);

    const { edges } = (await readConversation(household.client, booking.id))!.messages;

    expect(edges.map(({ node }) => node.authorName)).toEqual(['Former']);
    expect(await readConversation(provider.client, booking.id)).toBeNull();
  });

  it.each(['household', 'provider', 'operator'] as const)(
    'answers a %s who has nothing to do with it as for a booking that there is not',
    async (who) => {
      const { booking } = await buildTalk(api);
      const role = { household: Role.HOUSEHOLD, provider: Role.PROVIDER, operator: Role.OPERATOR }[who];
      const stranger = await signedIn(api, role);
      const ask = async (id: string): Promise<string> =>
        (await stranger.client.send(SEND_MESSAGE, { input: { bookingId: id, text: 'Hi', idempotencyKey: 'k' } })).body;

      expect(await ask(booking.id)).toBe(await ask(randomUUID()));
      expect(await readConversation(stranger.client, booking.id)).toBeNull();
      expect(await countMessages(booking.id)).toBe(0);
    },
  );
});

describe('sent again under its key', () => {
  it('is there once, ten times in a row and ten times at once, with one notice and one photo', async () => {
    const { household, booking } = await buildTalk(api);
    const photoIds = [await addPhoto(api, household, booking.id, await photo())];
    const input = { bookingId: booking.id, text: 'Once', photoIds, idempotencyKey: randomUUID() };
    const send = async (): Promise<string> => (await household.client.send(SEND_MESSAGE, { input })).body;
    const withoutUrl = (body: string): string => body.replaceAll(/\/files\/[^"]+/g, '');

    const atOnce = await Promise.all(Array.from({ length: 10 }, send));
    const inARow: string[] = [];
    for (let count = 0; count < 10; count += 1) inARow.push(await send());

    expect(new Set([...atOnce, ...inARow].map(withoutUrl)).size).toBe(1);
    expect(await countMessages(booking.id)).toBe(1);
    const [notices] = await api.sql<{ count: number }>(
      `select count(*)::int as count from outbox_message where topic = 'message.sent' and payload ->> 'messageId' in
        (select id::text from message where booking_id = $1)`,
      [booking.id],
    );
    expect(notices!.count).toBe(1);
  });

  it('is refused with other words', async () => {
    const { household, booking } = await buildTalk(api);
    const idempotencyKey = randomUUID();
    await sendMessage(household.client, booking.id, 'Once', { idempotencyKey });

    await expect(sendMessage(household.client, booking.id, 'Twice', { idempotencyKey })).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'input.idempotencyKey',
    });
    expect(await countMessages(booking.id)).toBe(1);
  });

  it('numbers what both sides send at once without a gap', async () => {
    const { household, provider, booking } = await buildTalk(api);

    const sent = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        sendMessage((index % 2 ? household : provider).client, booking.id, `No. ${index}`),
      ),
    );

    const numbers = sent.map(({ message }) => message!.sequence).sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
  });
});
