import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../../api/kernel/ids.ts';
import {
  AddressRequest,
  AddressWish,
  SEALED_ADDRESS_REQUEST,
} from '../../api/modules/accounts/address-request.entity.ts';
import { ANSWER_ADDRESS } from '../../api/modules/accounts/ask-address.ts';
import { FORGET_ADDRESS_REQUESTS } from '../../api/modules/accounts/jobs/account.jobs.ts';
import { createMailTransport } from '../../api/platform/mail.ts';
import { publish } from '../../api/platform/outbox.ts';
import { startFakeMailServer } from '../support/fakes/mail-server.ts';
import type { FakeMailServer } from '../support/fakes/mail-server.ts';
import { TEST_VAULT } from '../support/test-keys.ts';
import { FakeClock } from './support/fake-clock.ts';
import { openJobWorld } from './support/job-world.ts';
import type { JobWorld } from './support/job-world.ts';
import { listDeliveries } from './support/sent-messages.ts';

const clock = new FakeClock(new Date('2027-03-20T08:00:00Z'));
let world: JobWorld;
let server: FakeMailServer;
beforeAll(async () => {
  server = await startFakeMailServer();
  const mail = createMailTransport({ url: server.url, from: 'Doorstep <hello@doorstep.test>' });
  world = await openJobWorld({ redisUrl: null, clock, mail });
});
afterAll(async () => {
  await world.close();
  await server.stop();
});

async function askToSignUp(email: string, createdAt = clock.now()): Promise<string> {
  const em = world.database.em.fork();
  const id = newId();
  const request = TEST_VAULT.sealRow(SEALED_ADDRESS_REQUEST, {
    id,
    wish: AddressWish.SIGN_UP,
    account: null,
    email,
    passwordHash: 'x',
    displayName: 'Nia Okafor',
    locale: 'en',
    claimHash: null,
    createdAt,
    expiresAt: new Date(createdAt.getTime() + 86_400_000),
  });
  await em.insert(AddressRequest, request);
  await publish(em, clock, [{ topic: ANSWER_ADDRESS, payload: { requestId: id } }]);
  return id;
}

describe('a sign-up that waits for its address', () => {
  test('is answered by one letter that really leaves, however often the job runs', async () => {
    const requestId = await askToSignUp('nia@example.org');
    await world.settle();

    expect(server.received).toHaveLength(1);
    expect(server.received[0]!.to).toEqual(['nia@example.org']);
    expect(server.received[0]!.raw.replaceAll(/=\r\n/g, '')).toContain('https://doorstep.test/verify-email#');
    expect(await listDeliveries(world.database)).toEqual([
      expect.objectContaining({ kind: 'verify-email', status: 'SENT', transport: 'smtp' }),
    ]);
    expect(await world.database.em.fork().count(AddressRequest, { id: requestId })).toBe(1);
  });

  test('is tried again where the server cannot take the letter now', async () => {
    server.answerNext({ code: 451, message: 'later' });
    const before = server.received.length;

    await askToSignUp('later@example.org');
    await world.settle();

    expect(server.received).toHaveLength(before + 1);
  });

  test('is given up where the server says no, and shows why', async () => {
    server.answerNext({ code: 550, message: 'no such person' });

    await askToSignUp('nobody@example.org');
    await world.settle();

    expect((await listDeliveries(world.database)).at(-1)).toMatchObject({ status: 'FAILED' });
  });

  test('is forgotten after seven days', async () => {
    const old = await askToSignUp('old@example.org', new Date(clock.now().getTime() - 7 * 86_400_000 - 1));
    const young = await askToSignUp('young@example.org', new Date(clock.now().getTime() - 6 * 86_400_000));

    await publish(world.database.em.fork(), clock, [
      { topic: FORGET_ADDRESS_REQUESTS, payload: { day: '2027-03-20' } },
    ]);
    await world.settle();

    const em = world.database.em.fork();
    expect(await em.count(AddressRequest, { id: old })).toBe(0);
    expect(await em.count(AddressRequest, { id: young })).toBe(1);
  });
});
