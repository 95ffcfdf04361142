import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { newId } from '../../api/kernel/ids.ts';
import { createPhoneVerification } from '../../api/platform/phone-verification.ts';
import type { PhoneVerification } from '../../api/platform/phone-verification.ts';
import { VERIFY_SERVICE, startFakeVerify } from '../support/fakes/twilio-verify.ts';
import type { FakeVerify } from '../support/fakes/twilio-verify.ts';
import { TEST_VAULT } from '../support/test-keys.ts';

let verify: FakeVerify;
beforeAll(async () => {
  verify = await startFakeVerify();
});
afterAll(() => verify.stop());

const twilio = (apiBase = verify.url): PhoneVerification =>
  createPhoneVerification(
    {
      accountSid: `AC${'0'.repeat(32)}`,
      authToken: 'secret',
      from: '+15005550006',
      apiBase,
      verifyService: VERIFY_SERVICE,
    },
    TEST_VAULT,
  );

let phones = 100;
const newPhone = (): string => `+447700900${(phones += 1)}`;

interface Subject {
  readonly verification: PhoneVerification;
  /** Has a code sent and reads it at the phone. */
  receive(id: string, to: string): Promise<string>;
}

describe.each(['local', 'twilio-verify'])('phone verification by %s', (name) => {
  let subject: Subject;
  beforeEach(() => {
    const verification = name === 'local' ? createPhoneVerification(null, TEST_VAULT) : twilio();
    subject = {
      verification,
      receive: async (id, to) => {
        let text = '';
        await verification.send({ id, to, locale: 'en' }, async (figures) => {
          text = figures;
        });
        return text === '' ? verify.codeAt(to) : text;
      },
    };
  });

  test('says who it is', () => {
    expect(subject.verification.name).toBe(name);
  });

  test('sends six figures and knows them again', async () => {
    const [id, to] = [newId(), newPhone()];

    const code = await subject.receive(id, to);

    expect(code).toMatch(/^\d{6}$/);
    expect(await subject.verification.check({ id, to, code })).toBe(true);
  });

  test('takes no other figures, and nothing that is none', async () => {
    const [id, to] = [newId(), newPhone()];
    const right = await subject.receive(id, to);

    const wrong = [right === '123456' ? '123457' : '123456', '', 'abcdef', `${right}0`];
    for (const code of wrong) expect(await subject.verification.check({ id, to, code }), code).toBe(false);
  });

  test('takes nothing for a number that no code was sent to, and breaks nothing', async () => {
    expect(await subject.verification.check({ id: newId(), to: newPhone(), code: '123456' })).toBe(false);
  });

  test('does not take the code of another request', async () => {
    const other = await subject.receive(newId(), newPhone());
    const [id, to] = [newId(), newPhone()];
    const own = await subject.receive(id, to);

    expect(own).not.toBe(other);
    expect(await subject.verification.check({ id, to, code: other })).toBe(false);
  });

  test('sends the same code again when the job is repeated', async () => {
    const [id, to] = [newId(), newPhone()];

    expect(await subject.receive(id, to)).toBe(await subject.receive(id, to));
  });
});

describe('Twilio Verify', () => {
  test('is asked for a text in the language of the reader, as its interface wants it', async () => {
    const to = newPhone();

    await twilio().send({ id: newId(), to, locale: 'zh-CN' }, async () => {
      throw new Error('words of ours were sent');
    });

    expect(verify.sent.at(-1)).toEqual({
      path: `/v2/Services/${VERIFY_SERVICE}/Verifications`,
      form: { To: to, Channel: 'sms', Locale: 'zh-CN' },
    });
  });

  test('that tried a code too often takes it no more', async () => {
    verify.failNext({ status: 429, code: 60_202 });

    expect(await twilio().check({ id: newId(), to: newPhone(), code: '123456' })).toBe(false);
  });

  test.each([
    [{ status: 400, code: 60_200 }, true],
    [{ status: 503, code: 20_503 }, false],
    [{ status: 429, code: 20_429 }, false],
    [{ status: 401, code: 20_003 }, false],
  ])('that answers %o has refused: %s, and the error has neither number nor code', async (failure, isRefusal) => {
    verify.failNext(failure);

    const error = await twilio()
      .send({ id: newId(), to: '+447700900999', locale: 'en' }, async () => undefined)
      .catch((thrown: unknown) => thrown);

    expect(error).toMatchObject({ name: 'VerificationError', isRefusal });
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain('7700900999');
  });

  test('that cannot be reached has not refused', async () => {
    await expect(twilio('http://127.0.0.1:9').check({ id: newId(), to: newPhone(), code: '1' })).rejects.toMatchObject({
      name: 'VerificationError',
      isRefusal: false,
    });
  });
});
