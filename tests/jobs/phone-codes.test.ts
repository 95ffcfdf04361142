import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CODE_PROMISED } from '../../api/modules/accounts/promise-code.ts';
import { CODE_TEXTS } from '../../api/modules/notifications/send-phone-code.ts';
import { publish } from '../../api/platform/outbox.ts';
import { createPhoneVerification } from '../../api/platform/phone-verification.ts';
import type { Sealed } from '../../api/platform/vault.ts';
import { buildAccount } from '../support/builders/account.builder.ts';
import { buildPhoneCode } from '../support/builders/phone-code.builder.ts';
import type { UnsealedPhoneCode } from '../support/builders/phone-code.builder.ts';
import { VERIFY_SERVICE, startFakeVerify } from '../support/fakes/twilio-verify.ts';
import type { FakeVerify } from '../support/fakes/twilio-verify.ts';
import { figuresOf } from '../support/phone-operations.ts';
import { TEST_VAULT } from '../support/test-keys.ts';
import { FakeClock } from './support/fake-clock.ts';
import { openJobWorld } from './support/job-world.ts';
import type { JobWorld } from './support/job-world.ts';

const NOW = new Date('2027-03-20T08:00:00Z');
const KNOWN = '+447700900801';
const UNKNOWN = '+447700900802';

interface Text {
  readonly id: string;
  readonly recipient: Sealed;
  readonly body: Sealed;
  readonly secret: boolean;
  readonly status: string;
}

async function promise(world: JobWorld, phone: string, overrides: Partial<UnsealedPhoneCode> = {}): Promise<string> {
  const em = world.database.em.fork();
  const { id } = await buildPhoneCode(em, { phone, createdAt: NOW, ...overrides });
  await publish(em, { now: () => NOW }, [{ topic: CODE_PROMISED, payload: { codeId: id } }]);
  return id;
}

const textsOf = async (world: JobWorld): Promise<Text[]> =>
  world.database.em
    .fork()
    .execute<Text[]>(`select id, recipient, body, secret, status from delivery where kind = 'phone-code' order by id`);

/** Everything of the outbox, the queue and the log in one text. */
async function remembered(world: JobWorld): Promise<string> {
  const messages = await world.database.em.fork().execute('select * from outbox_message');
  const jobs = await world.queue.queue.getJobs(['delayed', 'failed', 'waiting', 'active', 'completed']);
  return (
    JSON.stringify([messages, jobs.map((job) => [job.data, job.failedReason, job.stacktrace])]) + world.log.join('\n')
  );
}

describe('a promised code of our own', () => {
  const clock = new FakeClock(NOW);
  let world: JobWorld;
  beforeAll(async () => {
    world = await openJobWorld({ redisUrl: null, clock });
    await buildAccount(world.database.em.fork(), { phone: KNOWN, phoneVerifiedAt: NOW });
  });
  afterAll(() => world.close());

  test('becomes one text, which only its reader may read, and leaves no trace elsewhere', async () => {
    const id = await promise(world, KNOWN);
    const figures = await figuresOf(id);
    await publish(world.database.em.fork(), clock, [{ topic: CODE_PROMISED, payload: { codeId: id } }]);

    await world.settle();

    const [text, ...others] = await textsOf(world);
    expect(others).toEqual([]);
    expect(text).toMatchObject({ secret: true, status: 'SENT' });
    expect(TEST_VAULT.open('delivery.recipient', text!.id, text!.recipient)).toBe(KNOWN);
    expect(TEST_VAULT.open('delivery.body', text!.id, text!.body)).toContain(figures);
    const all = await remembered(world);
    expect(all).toContain(id);
    expect(all).not.toContain(KNOWN.slice(1));
    expect(all).not.toMatch(new RegExp(`\\b${figures}\\b`));
  });

  test('to a number that nobody signs in with, of an ended or used promise, becomes none', async () => {
    const before = (await textsOf(world)).length;
    await promise(world, UNKNOWN);
    await promise(world, KNOWN, { expiresAt: NOW });
    await promise(world, KNOWN, { usedAt: NOW });
    await promise(world, KNOWN, { sentAt: NOW });

    await world.settle();

    expect(await textsOf(world)).toHaveLength(before);
  });

  test('goes to the number that an account wants, whoever else has it', async () => {
    const asker = await buildAccount(world.database.em.fork());
    const before = (await textsOf(world)).length;
    await promise(world, UNKNOWN, { account: asker.id });

    await world.settle();

    const texts = await textsOf(world);
    expect(texts).toHaveLength(before + 1);
    expect(texts.map((text) => TEST_VAULT.open('delivery.recipient', text.id, text.recipient))).toContain(UNKNOWN);
  });

  test('fits into one text of the carrier in either language', () => {
    expect(CODE_TEXTS.en('123456')).toMatch(/^[\x20-\x7e]{1,160}$/);
    expect(CODE_TEXTS['zh-CN']('123456').length).toBeLessThanOrEqual(70);
  });
});

describe('a promised code of Twilio Verify', () => {
  const clock = new FakeClock(NOW);
  let verify: FakeVerify;
  let world: JobWorld;
  beforeAll(async () => {
    verify = await startFakeVerify();
    const settings = {
      accountSid: `AC${'0'.repeat(32)}`,
      authToken: 'secret',
      from: '+15005550006',
      apiBase: verify.url,
      verifyService: VERIFY_SERVICE,
    };
    world = await openJobWorld({
      redisUrl: null,
      clock,
      phoneVerification: createPhoneVerification(settings, TEST_VAULT),
    });
    await buildAccount(world.database.em.fork(), { phone: KNOWN, phoneVerifiedAt: NOW });
  });
  afterAll(async () => {
    await world.close();
    await verify.stop();
  });

  test('is sent by it, later when it was away, and by us not at all', async () => {
    verify.failNext({ status: 503, code: 20_503 });
    await promise(world, KNOWN);

    await world.settle();

    expect(verify.sent.map(({ form }) => form['To'])).toEqual([KNOWN, KNOWN]);
    expect(await textsOf(world)).toEqual([]);
    expect(await remembered(world)).not.toContain(KNOWN.slice(1));
  });

  test('is not tried again when it was refused, and not sent for a number that nobody has', async () => {
    const before = verify.sent.length;
    verify.failNext({ status: 400, code: 60_200 });
    await promise(world, KNOWN);
    await promise(world, UNKNOWN);

    await world.settle();
    clock.advance(60_000);
    await world.settle();

    expect(verify.sent).toHaveLength(before + 1);
  });
});
