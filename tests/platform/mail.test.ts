import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { MailError, createMailTransport } from '../../api/platform/mail.ts';
import type { MailTransport } from '../../api/platform/mail.ts';
import { startFakeMailServer } from '../support/fakes/mail-server.ts';
import type { FakeMailServer } from '../support/fakes/mail-server.ts';

const LETTER = {
  to: 'ann@example.org',
  subject: '请确认您的邮箱',
  text: 'Open this: https://doorstep.test/verify-email#abc',
};

let server: FakeMailServer;
let transport: MailTransport;
beforeEach(async () => {
  server = await startFakeMailServer();
  transport = createMailTransport({ url: server.url, from: 'Doorstep <hello@doorstep.test>' });
});
afterEach(async () => {
  transport.close();
  await server.stop();
});

async function refusal(mail: MailTransport = transport): Promise<MailError> {
  const error = await mail.send(LETTER).then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof MailError)) throw new Error('it was sent, or failed otherwise', { cause: error });
  return error;
}

describe('a letter by SMTP', () => {
  test('arrives as it was written, in any language', async () => {
    await transport.send(LETTER);

    const [letter] = server.received;
    expect(letter).toMatchObject({ from: 'hello@doorstep.test', to: ['ann@example.org'] });
    const subject = /Subject: =\?UTF-8\?B\?(.+?)\?=/.exec(letter!.raw)?.[1] ?? '';
    expect(Buffer.from(subject, 'base64').toString('utf8')).toBe(LETTER.subject);
    expect(letter!.raw).toContain(LETTER.text);
    expect(letter!.raw).toContain('From: Doorstep <hello@doorstep.test>');
  });

  test('that the server refuses for good is a refusal, told without a word of the letter', async () => {
    server.answerNext({ code: 550, message: 'no such person: ann@example.org' });

    const error = await refusal();

    expect(error.isRefusal).toBe(true);
    expect(error.message).toBe('The mail server answered 550');
    expect(server.received).toEqual([]);
  });

  test('that the server cannot take now may be sent again', async () => {
    server.answerNext({ code: 451, message: 'later' });

    expect((await refusal()).isRefusal).toBe(false);
    await transport.send(LETTER);
    expect(server.received).toHaveLength(1);
  });

  test('waits where our own sign-in is not taken, since that is no fault of the letter', async () => {
    const wrong = createMailTransport({
      url: server.url.replace('secret', 'wrong'),
      from: 'Doorstep <hello@doorstep.test>',
    });

    const error = await refusal(wrong);
    wrong.close();

    expect(error).toMatchObject({ isRefusal: false, message: 'The mail server answered 535' });
  });

  test('waits where nobody answers', async () => {
    const closed = createServer().listen(0, '127.0.0.1');
    await once(closed, 'listening');
    const { port } = closed.address() as AddressInfo;
    closed.close();
    await once(closed, 'close');
    const nobody = createMailTransport({ url: `smtp://127.0.0.1:${port}`, from: 'Doorstep <hello@doorstep.test>' });

    const error = await refusal(nobody);
    nobody.close();

    expect(error.isRefusal).toBe(false);
    expect(error.message).toMatch(/could not be reached \((ECONNREFUSED|ESOCKET|ECONNECTION)\)/);
  });
});
