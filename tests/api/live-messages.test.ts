import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { Role } from '../../api/modules/accounts/index.ts';
import { buildHouseholdMember } from '../support/builders/household.builder.ts';
import { buildProvider } from '../support/builders/provider.builder.ts';
import { signedIn } from '../support/evidence-scene.ts';
import type { Person } from '../support/evidence-scene.ts';
import { GraphQLClient } from '../support/graphql-client.ts';
import { buildTalk, markRead, sendMessage } from '../support/message-operations.ts';
import { startServeProcess } from '../support/serve-process.ts';
import type { ServeProcess } from '../support/serve-process.ts';
import { subscribe } from '../support/socket-client.ts';
import type { Subscribed } from '../support/socket-client.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';

let api: TestApi;
let other: ServeProcess;
const opened: Subscribed[] = [];
beforeAll(async () => {
  api = await startTestApi();
  other = await startServeProcess(api.databaseUrl, { DATA_DIR: api.dataDir });
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map((one) => one.stop()));
});
afterAll(async () => {
  await other.stop();
  await api.close();
});

async function listen({ headers }: Person, query: string, url = api.url): Promise<Subscribed> {
  const subscribed = await subscribe(url, query, { token: headers['authorization']!.replace('Bearer ', '') });
  opened.push(subscribed);
  // The subscription itself is not acknowledged by the protocol.
  await sleep(60);
  return subscribed;
}

const added = (bookingId: string): string =>
  `subscription { messageAdded(bookingId: "${bookingId}") { sequence text side isOwn } }`;
const read = (bookingId: string): string =>
  `subscription { messagesRead(bookingId: "${bookingId}") { readByOtherSide readTo unreadCount } }`;

describe('across two server processes', () => {
  it('what is sent and read through one is heard through the other, in order, by both sides', async () => {
    const { household, provider, booking } = await buildTalk(api);
    const ofHousehold = await listen(household, added(booking.id), other.url);
    const ofProvider = await listen(provider, added(booking.id));
    const marks = await listen(household, read(booking.id), other.url);
    const throughOther = new GraphQLClient(other.url, household.headers);

    await sendMessage(throughOther, booking.id, 'One');
    await sendMessage(provider.client, booking.id, 'Two');
    await sendMessage(throughOther, booking.id, 'Three');
    await markRead(provider.client, booking.id, 3);

    const heard = (subscribed: Subscribed): unknown[] =>
      subscribed.events.map(({ data }) => (data as { messageAdded: { text: string; isOwn: boolean } }).messageAdded);
    await vi.waitFor(() => expect(heard(ofProvider)).toHaveLength(3), { timeout: 5_000 });
    await vi.waitFor(() => expect(heard(ofHousehold)).toHaveLength(3), { timeout: 5_000 });
    expect(heard(ofProvider)).toMatchObject([
      { text: 'One', isOwn: false },
      { text: 'Two', isOwn: true },
      { text: 'Three', isOwn: false },
    ]);
    expect(heard(ofHousehold)).toMatchObject([{ isOwn: true }, { isOwn: false }, { isOwn: true }]);
    await vi.waitFor(() =>
      expect(marks.events.at(-1)).toEqual({
        data: { messagesRead: { readByOtherSide: 3, readTo: 3, unreadCount: 0 } },
      }),
    );
  });
});

describe('whoever is no side of the booking', () => {
  it('hears nothing of it and is told nothing: a stranger, another provider, an operator', async () => {
    const { household, provider, booking } = await buildTalk(api);
    const strangers = await Promise.all(
      [Role.HOUSEHOLD, Role.PROVIDER, Role.OPERATOR].map(async (role) => signedIn(api, role)),
    );
    const silent = await Promise.all(
      strangers.flatMap((person) => [listen(person, added(booking.id)), listen(person, read(booking.id))]),
    );
    const side = await listen(provider, added(booking.id));

    await sendMessage(household.client, booking.id, 'Between us');
    await markRead(provider.client, booking.id, 1);

    await vi.waitFor(() => expect(side.events).toHaveLength(1));
    await sleep(150);
    expect(silent.map(({ events, problems, closed }) => [events.length, problems.length, closed])).toEqual(
      silent.map(() => [0, 0, null]),
    );
  });

  it('any more hears nothing from then on: a provider whose visit somebody else takes over', async () => {
    const { household, provider, booking } = await buildTalk(api);
    const before = await listen(provider, added(booking.id));
    const substitute = await signedIn(api, Role.PROVIDER);
    const row = await buildProvider(api.em, { account: substitute.account.id });
    await api.sql('update booking set provider_id = $1 where id = $2', [row.id, booking.id]);
    const after = await listen(substitute, added(booking.id));

    await sendMessage(household.client, booking.id, 'Hello');

    await vi.waitFor(() => expect(after.events).toHaveLength(1));
    await sleep(100);
    expect(before.events).toEqual([]);
  });

  it('any more is cut off: a member who was removed, and one who was made less', async () => {
    const { household, provider, booking } = await buildTalk(api);
    const [removed, demoted] = [await signedIn(api, Role.HOUSEHOLD), await signedIn(api, Role.HOUSEHOLD)];
    for (const { account } of [removed, demoted])
      await buildHouseholdMember(api.em, {
        household: household.account.id,
        account: account.id,
        role: 'MANAGER' as never,
      });
    const [ofRemoved, ofDemoted] = [await listen(removed, added(booking.id)), await listen(demoted, added(booking.id))];
    await api.sql('delete from household_member where account_id = $1', [removed.account.id]);
    await api.sql(`update household_member set role = 'MEMBER' where account_id = $1`, [demoted.account.id]);

    await sendMessage(provider.client, booking.id, 'For the household');

    for (const subscribed of [ofRemoved, ofDemoted])
      await vi.waitFor(() => expect(subscribed.closed).toEqual({ code: 4403, reason: 'Sign in again' }), {
        timeout: 5_000,
      });
    expect([...ofRemoved.events, ...ofDemoted.events]).toEqual([]);
  });

  it('is refused where nobody is signed in', async () => {
    const subscribed = await subscribe(api.url, added('0199c0de-0000-7000-8000-000000000000'));
    opened.push(subscribed);

    await vi.waitFor(() => expect(subscribed.events.length + subscribed.problems.length).toBe(1));
    const [problem] = [...subscribed.problems, ...subscribed.events.flatMap(({ errors = [] }) => errors)];
    expect(problem!.extensions).toEqual({ code: 'UNAUTHENTICATED' });
  });
});
