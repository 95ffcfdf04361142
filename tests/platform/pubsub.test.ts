import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { Role } from '../../api/modules/accounts/index.ts';
import { Channel } from '../../api/platform/channel.ts';
import { PubSub, emitEvent } from '../../api/platform/pubsub.ts';
import { openSession } from '../../api/modules/accounts/session-token.ts';
import { buildAccount } from '../support/builders/account.builder.ts';
import { claimCredential } from '../support/credential-operations.ts';
import { buildSubmitted } from '../support/credential-scene.ts';
import { GraphQLClient } from '../support/graphql-client.ts';
import { startServeProcess } from '../support/serve-process.ts';
import { AUDIT_QUEUE_CHANGED, subscribe } from '../support/socket-client.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';

let api: TestApi;
let pubSub: PubSub;
beforeAll(async () => {
  api = await startTestApi();
  pubSub = new PubSub(api.databaseUrl, pino({ level: 'silent' }));
  await pubSub.start();
});
afterAll(async () => {
  await pubSub.close();
  await api.close();
});

describe('events between processes', () => {
  it('reach everyone who listens to the topic, in order, and nobody else', async () => {
    const [first, second, other] = ['a', 'a', 'b'].map((topic) => pubSub.subscribe(topic));
    for (const id of ['1', '2', '3']) await emitEvent(api.em, 'a', { id });
    await emitEvent(api.em, 'b', { id: '4' });

    for (const reader of [first!, second!]) {
      const read = [await reader.next(), await reader.next(), await reader.next()];
      expect(read.map(({ value }) => value as unknown)).toEqual([{ id: '1' }, { id: '2' }, { id: '3' }]);
    }
    expect((await other!.next()).value).toEqual({ id: '4' });
    await Promise.all([first, second, other].map((reader) => reader!.return!()));
    expect(pubSub.readers).toBe(0);
  });

  it('come when the transaction commits, and not when it does not', async () => {
    const reader = pubSub.subscribe('c');
    await api.em
      .transactional(async (em) => emitEvent(em, 'c', { id: 'undone' }).then(() => Promise.reject(new Error())))
      .catch(() => undefined);
    await api.em.transactional(async (em) => emitEvent(em, 'c', { id: 'done' }));

    expect((await reader.next()).value).toEqual({ id: 'done' });
    await reader.return!();
  });

  it('carry ids only: what does not fit is refused where it is sent', async () => {
    await expect(emitEvent(api.em, 'd', { id: 'x'.repeat(8_000) })).rejects.toThrow('carries more than ids');
  });

  it('pass over what another program sends on the channel', async () => {
    const reader = pubSub.subscribe('e');
    for (const payload of ['', 'no json', '[]', '{"topic":"e"}', '{"topic":"e","ids":{"id":7}}'])
      await api.sql(`select pg_notify('doorstep_event', $1)`, [payload]);
    await emitEvent(api.em, 'e', { id: 'good' });

    expect((await reader.next()).value).toEqual({ id: 'good' });
    await reader.return!();
  });

  it('end when some may have been missed, and the listener is told', async () => {
    const interrupted = vi.fn();
    pubSub.onInterrupted(interrupted);
    const reader = pubSub.subscribe('f');
    await api.sql(
      `select pg_terminate_backend(pid) from pg_stat_activity where query = 'listen doorstep_event' and datname = current_database()`,
    );

    expect((await reader.next()).done).toBe(true);
    expect(interrupted).toHaveBeenCalledTimes(1);
    await vi.waitFor(async () => {
      const again = pubSub.subscribe('f');
      await emitEvent(api.em, 'f', { id: 'again' });
      const read = await Promise.race([again.next(), sleep(100)]);
      expect(read?.value).toEqual({ id: 'again' });
    }, 5_000);
  });
});

describe('a channel', () => {
  it('ends for a reader who falls behind, and keeps nothing for them', async () => {
    const ended = vi.fn();
    const channel = new Channel<number>(2, ended);
    for (const value of [1, 2, 3]) channel.push(value);

    expect(ended).toHaveBeenCalledTimes(1);
    expect((await channel.next()).done).toBe(true);
  });

  it('ends at once for a reader who waits', async () => {
    const channel = new Channel<number>(2, () => undefined);
    const waiting = channel.next();
    await channel.return();

    expect(await waiting).toEqual({ value: undefined, done: true });
  });
});

describe('two serving processes', () => {
  it('a claim at one is heard of at the other', async () => {
    const [here, there] = await Promise.all([startServeProcess(api.databaseUrl), startServeProcess(api.databaseUrl)]);
    const auditor = await buildAccount(api.em, { roles: [Role.AUDITOR] });
    const { token } = await openSession(
      api.em,
      { now: () => new Date() },
      { accountId: auditor.id, userAgent: null, secondFactor: true },
    );
    const { credential } = await buildSubmitted(api);
    const watching = await subscribe(there.url, AUDIT_QUEUE_CHANGED, { token });
    await sleep(200);

    await claimCredential(new GraphQLClient(here.url, { authorization: `Bearer ${token}` }), credential.id);

    await vi.waitFor(() =>
      expect(watching.events).toEqual([{ data: { auditQueueChanged: { credentialId: credential.id } } }]),
    );
    await watching.stop();
    await Promise.all([here.stop(), there.stop()]);
  }, 120_000);
});
