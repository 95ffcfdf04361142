import { setTimeout as sleep } from 'node:timers/promises';
import { UnrecoverableError } from 'bullmq';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { defineHandler } from '../../api/platform/module.ts';
import type { JobContext, ModuleDefinition } from '../../api/platform/module.ts';
import { publish } from '../../api/platform/outbox.ts';
import { describeOnEachQueue } from './support/backends.ts';
import { FakeClock } from './support/fake-clock.ts';
import { eventually, openJobWorld } from './support/job-world.ts';
import type { JobWorld } from './support/job-world.ts';

const NOW = new Date('2027-03-10T01:00:00Z');
const MINUTE_MS = 60_000;
/** A little more than the lateness at which the sweep brings a message back. */
const LATE_MS = 16_000;

const labelled = z.object({ label: z.string() });

/** Failures to come, by label: what the handler throws, first to last. */
const failures = new Map<string, Error[]>();
/** Labels in the order in which the handler outside transactions was called. */
const calls: string[] = [];

async function note({ em }: JobContext, { label }: { label: string }): Promise<void> {
  await em.execute('insert into noted (label) values (?)', [label]);
  const failure = failures.get(label)?.shift();
  if (failure) throw failure;
}

const notebook: ModuleDefinition = {
  name: 'notebook',
  entities: [],
  resolvers: [],
  facts: ['something.happened'],
  jobs: [
    defineHandler({ topic: 'note', payload: labelled, handle: note }),
    defineHandler({
      topic: 'call',
      payload: labelled,
      external: true,
      handle: async (_context, { label }) => {
        calls.push(label);
        const failure = failures.get(label)?.shift();
        if (failure) throw failure;
      },
    }),
  ],
  subscribers: [
    defineHandler({
      topic: 'something.happened',
      payload: labelled,
      handle: (context, { label }) => note(context, { label: `${label}, first listener` }),
    }),
    defineHandler({
      topic: 'something.happened',
      payload: labelled,
      handle: (context, { label }) => note(context, { label: `${label}, second listener` }),
    }),
  ],
};

describeOnEachQueue(1, (redisUrl) => {
  const clock = new FakeClock(NOW);
  let world: JobWorld;

  beforeEach(async () => {
    clock.set(NOW);
    failures.clear();
    calls.length = 0;
    world = await openJobWorld({ redisUrl, clock, modules: [notebook] });
    await world.database.em.fork().execute('create table noted (label text not null)');
  });
  afterEach(() => world.close());

  const send = (topic: string, label: string, dueAt?: Date): Promise<void> =>
    world.database.em.fork().transactional((em) => publish(em, clock, [{ topic, payload: { label }, dueAt }]));
  const noted = async (): Promise<string[]> => {
    const rows = await world.database.em.fork().execute<{ label: string }[]>('select label from noted order by label');
    return rows.map(({ label }) => label);
  };
  const onlyMessage = async (): Promise<{ id: string; handed: boolean; done: boolean }> => {
    const rows = await world.database.em
      .fork()
      .execute<{ id: string; handed: boolean; done: boolean }[]>(
        'select id, handed_at is not null as handed, done_at is not null as done from outbox_message',
      );
    expect(rows).toHaveLength(1);
    return rows[0]!;
  };

  test('a message is handled when its transaction commits, and not at all when it rolls back', async () => {
    await send('note', 'committed');
    const undone = world.database.em.fork().transactional(async (em) => {
      await publish(em, clock, [{ topic: 'note', payload: { label: 'rolled back' } }]);
      throw new Error('undo');
    });
    await expect(undone).rejects.toThrow('undo');

    await world.settle();

    expect(await noted()).toEqual(['committed']);
  });

  test('nothing is handled before its transaction commits', async () => {
    await world.database.em.fork().transactional(async (em) => {
      await publish(em, clock, [{ topic: 'note', payload: { label: 'open' } }]);
      expect(await world.outbox.relay()).toBe(0);
    });

    await world.settle();

    expect(await noted()).toEqual(['open']);
  });

  test('all listeners of a fact are told, once each', async () => {
    await send('something.happened', 'fact');

    await world.settle();

    expect(await noted()).toEqual(['fact, first listener', 'fact, second listener']);
  });

  test('a message handed over again while it waits and after it is done is handled once', async () => {
    await send('note', 'twice');
    const { id } = await onlyMessage();
    const handOverAgain = (): Promise<unknown> =>
      world.database.em.fork().execute('update outbox_message set handed_at = null where id = ?', [id]);

    await world.outbox.relay();
    await handOverAgain();
    await world.outbox.relay();
    await world.settle();
    await world.queue.queue.add('note', {}, { jobId: id });
    await eventually(async () => (await world.queue.queue.getJob(id)) === undefined);

    expect(await noted()).toEqual(['twice']);
  });

  test('handlers called at the same time for one message do its work once', async () => {
    await send('note', 'at once');
    const { id } = await onlyMessage();
    const other = await world.addRunner();

    await Promise.all([world.outbox, other.outbox, world.outbox, other.outbox].map((outbox) => outbox.handle(id)));

    expect(await noted()).toEqual(['at once']);
  });

  test('two processes that relay and work side by side handle each of 400 messages once', async () => {
    const labels = Array.from({ length: 400 }, (_, index) => `message ${String(index).padStart(3, '0')}`);
    const other = await world.addRunner();
    await world.database.em.fork().transactional((em) =>
      publish(
        em,
        clock,
        labels.map((label) => ({ topic: 'note', payload: { label } })),
      ),
    );

    while ((await world.countWaiting()) > 0) await Promise.all([world.outbox.relay(), other.outbox.relay()]);

    expect(await noted()).toEqual(labels);
  });

  test('a handler that fails leaves nothing of its try behind, and is tried again', async () => {
    failures.set('stumbles', [new Error('first time')]);
    await send('note', 'stumbles');

    await world.settle();

    expect(failures.get('stumbles')).toEqual([]);
    expect(await noted()).toEqual(['stumbles']);
  });

  test('a message whose tries are used up is brought back by the sweep', async () => {
    failures.set('given up', [new UnrecoverableError('no use')]);
    await send('note', 'given up');
    const { id } = await onlyMessage();
    await world.outbox.relay();
    await eventually(async () => (await (await world.queue.queue.getJob(id))?.getState()) === 'failed');
    expect(await noted()).toEqual([]);

    clock.advance(LATE_MS);
    await world.settle();

    expect(await noted()).toEqual(['given up']);
  });

  test('what a flushed queue forgot is brought back by the sweep, and handled once', async () => {
    await send('note', 'forgotten', new Date(NOW.getTime() + 5 * MINUTE_MS));
    await send('note', 'forgotten, but late', new Date(NOW.getTime() + 6 * MINUTE_MS));
    expect(await world.outbox.relay()).toBe(2);

    await world.loseQueue();
    clock.advance(6 * MINUTE_MS + LATE_MS);
    expect(await world.outbox.relay()).toBe(0);
    expect(await noted()).toEqual([]);
    await world.settle();

    expect(await noted()).toEqual(['forgotten', 'forgotten, but late']);
  });

  test('a message due far ahead stays out of the queue until its time is near', async () => {
    const dueAt = new Date(NOW.getTime() + 24 * 60 * MINUTE_MS);
    await send('note', 'tomorrow', dueAt);
    expect(await world.outbox.relay()).toBe(0);

    clock.set(dueAt);
    await world.settle();

    expect(await noted()).toEqual(['tomorrow']);
  });

  test('a message whose delay the queue still counts is run by the sweep once its time has passed', async () => {
    await send('note', 'overdue', new Date(NOW.getTime() + 9 * MINUTE_MS));
    await world.outbox.relay();
    const { id } = await onlyMessage();
    expect(await (await world.queue.queue.getJob(id))?.getState()).toBe('delayed');

    clock.advance(9 * MINUTE_MS + LATE_MS);
    await world.settle();

    expect(await noted()).toEqual(['overdue']);
  });

  test('a message that reaches its handler before its time waits for it', async () => {
    await send('note', 'early', new Date(NOW.getTime() + MINUTE_MS));
    const { id } = await onlyMessage();

    await expect(world.outbox.handle(id)).rejects.toThrow('not due');

    expect(await noted()).toEqual([]);
    expect(await onlyMessage()).toMatchObject({ done: false });
    clock.advance(MINUTE_MS);
    await world.outbox.handle(id);
    expect(await noted()).toEqual(['early']);
  });

  test('a message of a topic that this version does not know is kept for one that does', async () => {
    await send('from.a.newer.version', 'unknown');
    const { id } = await onlyMessage();

    await expect(world.outbox.handle(id)).rejects.toThrow('from.a.newer.version');

    expect(await onlyMessage()).toMatchObject({ done: false });
  });

  test('a fact that nobody listens to is done at once', async () => {
    const quiet: ModuleDefinition = { name: 'quiet', entities: [], resolvers: [], facts: ['nobody.cares'] };
    const lonely = await openJobWorld({ redisUrl: null, clock, modules: [quiet] });
    try {
      await lonely.database.em
        .fork()
        .transactional((em) => publish(em, clock, [{ topic: 'nobody.cares', payload: {} }]));

      await lonely.settle();

      expect(await lonely.countWaiting()).toBe(0);
    } finally {
      await lonely.close();
    }
  });

  test('work outside of transactions is not repeated once it is done, and is repeated when it failed', async () => {
    failures.set('phone', [new Error('engaged')]);
    await send('call', 'phone');
    const { id } = await onlyMessage();

    await world.settle();
    await world.outbox.handle(id);

    expect(calls).toEqual(['phone', 'phone']);
  });

  test('started, it relays by itself and runs a delayed message when it is due, not before', async () => {
    const systemClock = { now: () => new Date() };
    await world.close();
    world = await openJobWorld({ redisUrl, clock: systemClock, modules: [notebook] });
    await world.database.em
      .fork()
      .execute('create table noted (label text not null, at timestamptz not null default clock_timestamp())');
    const dueAt = new Date(Date.now() + 1_500);
    world.outbox.start();
    await world.database.em
      .fork()
      .transactional((em) => publish(em, systemClock, [{ topic: 'note', payload: { label: 'soon' }, dueAt }]));

    const read = (): Promise<{ at: Date }[]> =>
      world.database.em.fork().execute<{ at: Date }[]>('select at from noted');
    await eventually(async () => (await read()).length > 0);
    await sleep(300);

    const rows = await read();
    expect(rows).toHaveLength(1);
    const lateness = new Date(rows[0]!.at).getTime() - dueAt.getTime();
    expect(lateness).toBeGreaterThanOrEqual(0);
    expect(lateness).toBeLessThan(2_000);
  });
});
