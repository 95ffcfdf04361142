import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { hashPassword } from '../../api/modules/accounts/index.ts';
import { ASK_RESET, SIGN_IN_ANY, SIGN_UP_BY_MAIL, actOn } from '../support/account-operations.ts';
import { buildAccount } from '../support/builders/account.builder.ts';
import { collectStatements } from '../support/statement-counter.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';

const work = vi.hoisted(() => ({ hashes: 0 }));
vi.mock(import('@node-rs/argon2'), async (original) => {
  const real = await original();
  const count = <A extends unknown[], R>(act: (...args: A) => R) => {
    return (...args: A): R => {
      work.hashes += 1;
      return act(...args);
    };
  };
  return { ...real, hash: count(real.hash), verify: count(real.verify) };
});

const PASSWORD = 'correct horse battery';
const ROUNDS = 15;

let api: TestApi;
let passwordHash: string;
beforeAll(async () => {
  api = await startTestApi({ environment: { EMAIL_VERIFICATION: '1', RATE_LIMIT_SCALE: '1000' } });
  passwordHash = await hashPassword(PASSWORD);
});
afterAll(() => api.close());

let people = 0;
const unknownEmail = async (): Promise<string> => `unknown-${(people += 1)}@example.org`;
const knownEmail = async (): Promise<string> => (await buildAccount(api.em, { passwordHash })).email;

const OPERATIONS = {
  signIn: (email: string) => actOn(api.visitor(), SIGN_IN_ANY, { input: { email, password: 'not the password' } }),
  signUp: (email: string) =>
    actOn(api.visitor(), SIGN_UP_BY_MAIL, { input: { email, password: PASSWORD, displayName: 'Nia', locale: 'en' } }),
  requestPasswordReset: (email: string) => actOn(api.visitor(), ASK_RESET, { input: { email } }),
};

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;

describe.each(Object.entries(OPERATIONS))('%s', (_name, send) => {
  it('does the same for a known and an unknown address: statements, hashes, and the answer', async () => {
    await send(await knownEmail());
    const traces = [];
    for (const newEmail of [knownEmail, unknownEmail]) {
      const email = await newEmail();
      work.hashes = 0;
      let body = '';
      const statements = await collectStatements(async () => {
        const answer = await send(email);
        body = answer.body.replace(email, '<email>').replace(/"claim":"[\w-]{32}"/, '"claim":"<claim>"');
      });
      // Ids, hashes and sealed words differ from one to the next; what is asked for must not.
      const asked = statements.map((text) => text.replaceAll(/'[^']*'/g, '?').replaceAll(/\s+/g, ' '));
      traces.push({ body, hashes: work.hashes, statements: asked });
    }

    expect(traces[0]).toEqual(traces[1]);
    expect(traces[0]!.statements.length).toBeGreaterThan(0);
  });

  it('takes as long for the one as for the other', async () => {
    const known: number[] = [];
    const unknown: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const emails = [await knownEmail(), await unknownEmail()];
      // Taken in turns, so that whatever else the machine does falls on both.
      for (const [index, times] of (round % 2 === 0
        ? [
            [0, known],
            [1, unknown],
          ]
        : [
            [1, unknown],
            [0, known],
          ]) as [number, number[]][]) {
        const began = performance.now();
        await send(emails[index]!);
        times.push(performance.now() - began);
      }
    }

    const ratio = median(known) / median(unknown);
    expect(ratio).toBeGreaterThan(0.6);
    expect(ratio).toBeLessThan(1.67);
  });
});
