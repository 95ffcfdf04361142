import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cancelBooking, holdSlot } from '../support/booking-operations.ts';
import { FakeClock, TEST_NOW } from '../support/fakes/clock.ts';
import { runDueJobs } from '../support/run-jobs.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';
import { acceptOffer, declineOffer, leaveList, myWaitlist } from '../support/waitlist-operations.ts';
import { TEN, buildFullDay } from '../support/waitlist-scene.ts';
import type { FullDay, Waiter } from '../support/waitlist-scene.ts';

const ROUNDS = 6;
const WAITERS = 4;

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ clock: new FakeClock() });
});
afterAll(() => api.close());

const twoWorkers = async (): Promise<unknown> => Promise.all([runDueJobs(api), runDueJobs(api)]);

/** Several messages that say the same, as after a busy minute. */
const announce = async (day: FullDay): Promise<void> => {
  for (let copies = 0; copies < 4; copies += 1)
    await api.sql(
      `insert into outbox_message (id, topic, payload, due_at, created_at)
       values ($1, 'waitlist.offer-freed-times', jsonb_build_object('providerId', $2::text), $3, $3)`,
      [randomUUID(), day.provider.id, api.clock.now()],
    );
};

async function expectOneHolder(day: FullDay): Promise<void> {
  const [row] = await api.sql<{ live: number; open: number }>(
    `select (select count(*)::int from reservation where provider_id = $1 and starts_at = $2 and state in ('HELD', 'BOOKED')) as live,
       (select count(*)::int from waitlist_offer where provider_id = $1 and status = 'OPEN') as open`,
    [day.provider.id, TEN],
  );
  expect(row!.live).toBeLessThanOrEqual(1);
  expect(row!.open).toBeLessThanOrEqual(1);
}

const offeredTo = async (waiters: readonly Waiter[]): Promise<Waiter | undefined> => {
  for (const waiter of waiters) if ((await myWaitlist(waiter.client))[0]?.offer) return waiter;
  return undefined;
};

describe('two workers', () => {
  it('offer a time to one after the other in the order of joining, whatever the households do meanwhile', async () => {
    const made = { offers: 0, accepted: 0, passedOn: 0, left: 0, lapsed: 0 };
    for (let round = 0; round < ROUNDS; round += 1) {
      api.clock.set(TEST_NOW);
      const day = await buildFullDay(api);
      const waiters: Waiter[] = [];
      for (let index = 0; index < WAITERS; index += 1) waiters.push(await day.waiter());
      // One of them leaves as the time becomes free.
      const early = waiters[(round + 1) % WAITERS]!;
      await Promise.all([
        cancelBooking(day.asOwner, { bookingId: day.taken.id, expectedFee: 0, idempotencyKey: randomUUID() }),
        leaveList(early.client, early.entryId),
      ]);
      const order: string[] = [];
      for (let turn = 0; turn < WAITERS + 2; turn += 1) {
        await announce(day);
        await twoWorkers();
        await expectOneHolder(day);
        const holder = await offeredTo(waiters);
        if (holder === undefined) break;
        order.push(holder.entryId);
        made.offers += 1;
        const { offer } = (await myWaitlist(holder.client))[0]!;
        const act = (round + turn) % 4;
        // Others try to come between all the time.
        const stranger = holdSlot(day.client, day.wish({ start: TEN.toISOString() }));
        if (act === 0) {
          expect(await declineOffer(holder.client, offer!.id)).toBe(true);
          made.passedOn += 1;
        }
        if (act === 1) {
          const [left] = await Promise.all([leaveList(holder.client, holder.entryId), twoWorkers()]);
          expect(left).toBe(true);
          made.left += 1;
        }
        if (act === 2) {
          api.clock.set(new Date(offer!.expiresAt));
          const [taken] = await Promise.all([acceptOffer(holder.client, offer!.id), twoWorkers()]);
          expect(taken.__typename).toBe('WaitlistOfferOverError');
          made.lapsed += 1;
        }
        expect((await stranger).__typename).toBe('SlotTakenError');
        await expectOneHolder(day);
        if (act === 3 && turn > 1) {
          const answers = await Promise.all([
            acceptOffer(holder.client, offer!.id),
            acceptOffer(holder.client, offer!.id),
            // Whoever of the household declines at the same time may be first, so one round goes without.
            round < 4 ? declineOffer(holder.client, offer!.id) : false,
            twoWorkers(),
          ]);
          const holds = answers
            .slice(0, 2)
            .filter((answer) => (answer as { __typename: string }).__typename === 'Hold');
          expect(holds.length + Number(answers[2])).toBe(1);
          await expectOneHolder(day);
          made.accepted += holds.length;
          if (holds.length === 1) break;
        } else if (act === 3) {
          expect(await declineOffer(holder.client, offer!.id)).toBe(true);
          made.passedOn += 1;
        }
      }

      const expected = waiters.filter((waiter) => waiter !== early).map(({ entryId }) => entryId);
      expect(order).toEqual(expected.slice(0, order.length));
      expect(new Set(order).size).toBe(order.length);
    }

    // The rounds were eventful enough to say something.
    expect(made.offers).toBeGreaterThan(ROUNDS * 2);
    expect(Math.min(made.passedOn, made.left, made.lapsed, made.accepted)).toBeGreaterThan(0);
  }, 240_000);
});
