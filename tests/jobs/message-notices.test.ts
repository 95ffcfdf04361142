import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildTalk, addPhoto, markRead, sendMessage } from '../support/message-operations.ts';
import { Delivery, SEALED_DELIVERY } from '../../api/modules/notifications/delivery.entity.ts';
import { runDueJobs } from '../support/run-jobs.ts';
import { photo } from '../support/sample-files.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';
import { TEST_VAULT } from '../support/test-keys.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

/** What was told about messages of the booking, in order. */
async function told(bookingId: string): Promise<{ account: string | null; body: string }[]> {
  const rows = await api.em.find(Delivery, { bookingId, kind: 'message-waiting' }, { orderBy: { id: 'asc' } });
  return rows.map((row) => ({ account: row.account, body: TEST_VAULT.openRow(SEALED_DELIVERY, row).body }));
}

async function later(minutes: number): Promise<void> {
  api.clock.advanceMinutes(minutes);
  await runDueJobs(api);
}

describe('whoever has not read a message', () => {
  it('is told once however many wait, without their words, and again only after having looked', async () => {
    const { household, provider, booking } = await buildTalk(api);
    await sendMessage(household.client, booking.id, 'The code of the gate is 4711');
    await later(2);
    await sendMessage(household.client, booking.id, 'And ring twice');
    await sendMessage(household.client, booking.id, 'Thank you');
    await later(2);

    expect(await told(booking.id)).toEqual([
      { account: provider.account.id, body: expect.stringContaining('/messages/') },
    ]);
    expect((await told(booking.id))[0]!.body).not.toContain('4711');

    await markRead(provider.client, booking.id, 3);
    await sendMessage(household.client, booking.id, 'One more thing');
    await later(2);

    expect(await told(booking.id)).toHaveLength(2);
  });

  it('is not told within the minute in which they read, nor when an answer came', async () => {
    const { household, provider, booking } = await buildTalk(api);
    await sendMessage(household.client, booking.id, 'Hello');
    await markRead(provider.client, booking.id, 1);
    await sendMessage(household.client, booking.id, 'Still there?');
    await sendMessage(provider.client, booking.id, 'Yes');
    await markRead(household.client, booking.id, 3);
    await later(2);

    expect(await told(booking.id)).toEqual([]);
  });
});

describe('photos', () => {
  const open = async (id: string): Promise<number> => {
    const [row] = await api.sql<{ count: number }>('select count(*)::int as count from message_photo where id = $1', [
      id,
    ]);
    return row!.count;
  };

  it('that were never sent are swept away, those that were sent stay', async () => {
    const { household, booking } = await buildTalk(api);
    const [sent, left] = [
      await addPhoto(api, household, booking.id, await photo()),
      await addPhoto(api, household, booking.id, await photo()),
    ];
    await sendMessage(household.client, booking.id, '', { photoIds: [sent] });
    const [row] = await api.sql<{ file_key: string }>('select file_key from message_photo where id = $1', [left]);

    await later(80);

    expect([await open(sent), await open(left)]).toEqual([1, 0]);
    await expect(api.files.open({ fileKey: row!.file_key, documentKey: '' })).resolves.toBeNull();
    expect(await sendMessage(household.client, booking.id, '', { photoIds: [left] })).toMatchObject({
      code: 'UNKNOWN_PHOTO',
    });
  });
});
