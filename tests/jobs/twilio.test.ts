import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createSmsTransport } from '../../api/platform/sms.ts';
import { startFakeTwilio } from '../support/fakes/twilio.ts';
import type { FakeTwilio } from '../support/fakes/twilio.ts';
import { describeOnEachQueue } from './support/backends.ts';
import { bookVisit } from './support/book-visit.ts';
import { FakeClock } from './support/fake-clock.ts';
import { eventually, openJobWorld } from './support/job-world.ts';
import type { JobWorld } from './support/job-world.ts';
import type { Sealed } from '../../api/platform/vault.ts';
import { TEST_VAULT } from '../support/test-keys.ts';
import { buildMarketplace } from './support/marketplace.builder.ts';

const SID = 'AC0123456789abcdef0123456789abcdef';
const TOKEN = 'the-secret-token';
const PHONE = '+447700900001';
const START = new Date('2027-03-25T10:00:00Z');

let twilio: FakeTwilio;
beforeEach(async () => {
  twilio = await startFakeTwilio();
});
afterEach(() => twilio.stop());

const settings = (from = '+15005550006') => ({
  accountSid: SID,
  authToken: TOKEN,
  from,
  apiBase: twilio.url,
  verifyService: null,
});

describeOnEachQueue(4, (redisUrl) => {
  let world: JobWorld;
  const clock = new FakeClock(new Date('2027-03-20T08:00:00Z'));

  beforeEach(async () => {
    world = await openJobWorld({ redisUrl, clock, sms: createSmsTransport(settings()) });
  });
  afterEach(() => world.close());

  interface SentText {
    readonly id: string;
    readonly status: string;
    readonly transport: string;
    readonly error: string | null;
    readonly body: Sealed;
    readonly sent: boolean;
  }
  const text = async (): Promise<SentText | undefined> => {
    const rows = await world.database.em
      .fork()
      .execute<SentText[]>(
        `select id, status, transport, error, body, sent_at is not null as sent from delivery where channel = 'SMS'`,
      );
    expect(rows.length).toBeLessThanOrEqual(1);
    return rows[0];
  };
  const book = async (): Promise<void> => {
    await bookVisit({ database: world.database, clock, market: await buildMarketplace(world.database, clock) }, START);
  };

  test('a text is sent as Twilio wants it, and marked as sent', async () => {
    await book();

    await world.settle();

    const delivery = await text();
    expect(delivery).toMatchObject({ status: 'SENT', transport: 'twilio', error: null, sent: true });
    expect(twilio.received).toEqual([
      {
        method: 'POST',
        path: `/2010-04-01/Accounts/${SID}/Messages.json`,
        credentials: `${SID}:${TOKEN}`,
        contentType: 'application/x-www-form-urlencoded',
        form: { To: PHONE, From: '+15005550006', Body: TEST_VAULT.open('delivery.body', delivery!.id, delivery!.body) },
      },
    ]);
  });

  test('a text that Twilio refuses has failed for that reason, and is not sent again', async () => {
    twilio.answerNext({ status: 400, code: 21_211, message: `The 'To' number ${PHONE} is not a valid phone number.` });
    await book();

    await world.settle();
    clock.advance(3_600_000);
    await world.settle();

    expect(await text()).toMatchObject({
      status: 'FAILED',
      sent: false,
      error: expect.stringMatching(/400.*21211.*not a valid phone number/),
    });
    expect(twilio.received).toHaveLength(1);
  });

  test.for([
    ['fails', { status: 503, code: 20_503, message: 'Service unavailable' }],
    ['is asked too often', { status: 429, code: 20_429, message: 'Too many requests' }],
  ] as const)('a text is sent later when Twilio %s', async ([, answer]) => {
    twilio.answerNext(answer, answer);
    await book();

    await world.settle();

    expect(await text()).toMatchObject({ status: 'SENT', error: null, sent: true });
    expect(twilio.received).toHaveLength(3);
  });

  test('a text is sent later when nobody answers at its address, and what went wrong is shown meanwhile', async () => {
    await twilio.goAway();
    await book();
    await world.outbox.relay();
    await eventually(async () => {
      await world.outbox.relay();
      return (await text())?.error != null;
    });
    expect(await text()).toMatchObject({
      status: 'QUEUED',
      sent: false,
      error: 'Twilio could not be reached (ECONNREFUSED)',
    });

    await twilio.comeBack();
    await world.settle();

    expect(await text()).toMatchObject({ status: 'SENT', error: null, sent: true });
    expect(twilio.received).toHaveLength(1);
  });

  test('neither recipient, words nor credentials of a failed text reach the log or the queue', async () => {
    await twilio.goAway();
    await book();
    await eventually(async () => {
      await world.outbox.relay();
      return world.log.some((line) => line.includes('job failed'));
    });

    const jobs = await world.queue.queue.getJobs(['delayed', 'failed', 'waiting', 'active']);
    const remembered =
      world.log.join('\n') +
      JSON.stringify(jobs.map((job) => ({ data: job.data, reason: job.failedReason, stack: job.stacktrace })));

    expect(remembered).toContain('Twilio could not be reached');
    for (const personal of [PHONE, TOKEN, Buffer.from(`${SID}:${TOKEN}`).toString('base64'), 'Home cleaning'])
      expect(remembered).not.toContain(personal);
    await twilio.comeBack();
  });
});

describe('the Twilio transport', () => {
  test('sends through a messaging service when it is given one in place of a number', async () => {
    await createSmsTransport(settings('MG0123456789abcdef0123456789abcdef')).send({ to: PHONE, body: 'Hello, 你好' });

    expect(twilio.received[0]?.form).toEqual({
      To: PHONE,
      MessagingServiceSid: 'MG0123456789abcdef0123456789abcdef',
      Body: 'Hello, 你好',
    });
  });

  test('gives up on an end that never answers, so that the text can be tried again', async () => {
    twilio.answerNext('never');

    const sending = createSmsTransport(settings()).send({ to: PHONE, body: 'Hello' });

    await expect(sending).rejects.toMatchObject({ name: 'SmsError', isRefusal: false });
  });
});
