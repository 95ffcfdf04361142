import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { publish } from '../../api/platform/outbox.ts';
import { createTestDatabase } from '../support/test-database.ts';
import type { TestDatabase } from '../support/test-database.ts';
import { startFakeTwilio } from '../support/fakes/twilio.ts';
import type { FakeTwilio } from '../support/fakes/twilio.ts';
import { describeOnEachQueue } from './support/backends.ts';
import { bookVisit, holdVisit } from './support/book-visit.ts';
import { eventually } from './support/job-world.ts';
import { buildMarketplace } from './support/marketplace.builder.ts';
import { startWorkProcess } from './support/work-process.ts';
import { TEST_KEYS } from '../support/test-keys.ts';
import type { WorkProcess } from './support/work-process.ts';

const systemClock = { now: () => new Date() };
const DAY_MS = 86_400_000;
/** A queue notices after 10 to 15 s that whoever held a job is gone; the sweep looks every 30 s. */
const RECOVERY_MS = 60_000;
const TEST_MS = 120_000;

describeOnEachQueue(5, (redisUrl) => {
  let twilio: FakeTwilio;
  let world: TestDatabase;
  const workers: WorkProcess[] = [];

  beforeEach(async () => {
    twilio = await startFakeTwilio();
    world = await createTestDatabase();
  });
  afterEach(async () => {
    await Promise.all(workers.splice(0).map((worker) => worker.kill()));
    await world.close();
    await twilio.stop();
  });

  const startWorker = async (): Promise<WorkProcess> => {
    const worker = await startWorkProcess({
      DATABASE_URL: world.url,
      KEYS: TEST_KEYS,
      ...(redisUrl === null ? {} : { REDIS_URL: redisUrl }),
      TWILIO_ACCOUNT_SID: 'AC0123456789abcdef0123456789abcdef',
      TWILIO_AUTH_TOKEN: 'token',
      TWILIO_FROM: '+15005550006',
      TWILIO_API_BASE: twilio.url,
    });
    workers.push(worker);
    return worker;
  };
  /** Ten in the morning three days from now, in the zone of the test marketplace or an hour off it. */
  const visitStart = (): Date => new Date(Math.floor(Date.now() / DAY_MS) * DAY_MS + 3 * DAY_MS + 10 * 3_600_000);
  const marketplace = async () => ({
    database: world.database,
    clock: systemClock,
    market: await buildMarketplace(world.database, systemClock),
  });
  const undone = async (): Promise<number> => {
    const [row] = await world.database.em
      .fork()
      .execute<{ count: number }[]>(
        'select count(*)::int as count from outbox_message where done_at is null and due_at <= now()',
      );
    return row!.count;
  };

  test(
    'a worker killed while a handler has its transaction open loses nothing',
    async () => {
      const held = await holdVisit(await marketplace(), visitStart());
      await world.database.em
        .fork()
        .execute(`update booking set hold_expires_at = now() - interval '1 minute' where id = ?`, [held.id]);
      await world.database.em.fork().execute(`update outbox_message set due_at = now() where topic = 'expire-hold'`);
      const blocker = new pg.Client({ connectionString: world.url });
      await blocker.connect();
      await blocker.query('begin');
      await blocker.query('select 1 from booking where id = $1 for update', [held.id]);

      const first = await startWorker();
      await eventually(async () => {
        const waiting = await world.database.em
          .fork()
          .execute(`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`);
        return waiting.length > 0;
      }, RECOVERY_MS);
      await first.kill();
      await blocker.query('rollback');
      await blocker.end();
      const lost = await world.database.em
        .fork()
        .execute(`select 1 from outbox_message where topic = 'expire-hold' and done_at is null`);
      expect(lost).toHaveLength(1);
      await startWorker();
      await eventually(async () => (await undone()) === 0, RECOVERY_MS);

      const history = await world.database.em
        .fork()
        .execute('select "to" from booking_transition where booking_id = ? order by id', [held.id]);
      expect(history).toEqual([{ to: 'HELD' }, { to: 'EXPIRED' }]);
    },
    TEST_MS,
  );

  test(
    'a text whose worker is killed before Twilio answers is sent by the next worker',
    async () => {
      twilio.answerNext('never');
      await bookVisit(await marketplace(), visitStart());

      const first = await startWorker();
      await eventually(() => twilio.received.length === 1, RECOVERY_MS);
      await first.kill();
      await startWorker();
      await eventually(async () => (await undone()) === 0, RECOVERY_MS);

      const texts = await world.database.em
        .fork()
        .execute(`select status, transport from delivery where channel = 'SMS'`);
      expect(texts).toEqual([{ status: 'SENT', transport: 'twilio' }]);
      expect(twilio.received).toHaveLength(2);
      expect(twilio.received[1]?.form).toEqual(twilio.received[0]?.form);
    },
    TEST_MS,
  );

  test(
    '200 messages survive a worker that is killed again and again',
    async () => {
      const booker = await marketplace();
      const booking = await bookVisit(booker, visitStart());
      const drafts = Array.from({ length: 200 }, () => ({
        topic: 'booking.confirmed',
        payload: { bookingId: booking.id, generation: booking.generation },
      }));
      await world.database.em.fork().transactional((em) => publish(em, systemClock, drafts));

      for (let round = 0; round < 3; round++) {
        const before = await undone();
        const worker = await startWorker();
        await eventually(async () => (await undone()) < before, RECOVERY_MS);
        await worker.kill();
      }
      await startWorker();
      await eventually(async () => (await undone()) === 0, RECOVERY_MS);

      const told = await world.database.em.fork().execute('select kind, status from delivery order by kind');
      expect(told).toEqual([
        { kind: 'booking-confirmed', status: 'SENT' },
        { kind: 'booking-confirmed', status: 'SENT' },
      ]);
    },
    2 * TEST_MS,
  );
});
