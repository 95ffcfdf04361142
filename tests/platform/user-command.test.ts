import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { RESET_PASSWORD, SIGN_IN_ANY, actOn } from '../support/account-operations.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';
import { FakeClock } from '../support/fakes/clock.ts';
import { TEST_KEYS } from '../support/test-keys.ts';
import { startDoorstepCommand } from './support/node-process.ts';

const TEST_MS = 120_000;
const EMAIL = 'first@example.org';

let api: TestApi;
let folder: string;
beforeAll(async () => {
  // The command line has the clock of the machine, and a link of it has to be good here.
  api = await startTestApi({ clock: new FakeClock(new Date()) });
  folder = await mkdtemp(join(tmpdir(), 'doorstep-user-'));
});
afterAll(async () => {
  await api.close();
  await rm(folder, { recursive: true, force: true });
});

async function user(...args: string[]): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const environment = {
    DATABASE_URL: api.databaseUrl,
    KEYS: TEST_KEYS,
    DATA_DIR: folder,
    PUBLIC_URL: 'https://doorstep.test',
  };
  const command = startDoorstepCommand(['user', ...args], { environment });
  const code = await command.ended();
  return { code, stdout: command.stdout(), stderr: command.stderr() };
}

describe('doorstep user', () => {
  test(
    'gives an installation its first administrator, who sets the password by the printed link and needs a second factor',
    async () => {
      const made = await user(
        'create',
        '--email',
        EMAIL.toUpperCase(),
        '--name',
        'Ada First',
        '--role',
        'ADMINISTRATOR',
      );
      const token = /https:\/\/doorstep\.test\/reset-password#([\w.-]+)/.exec(made.stdout)?.[1];

      expect(made).toMatchObject({ code: 0, stderr: '' });
      const password = 'seven quiet green lamps';
      const reset = await actOn(api.visitor(), RESET_PASSWORD, { input: { token, password } });
      expect(reset.result.__typename).toBe('PasswordChanged');
      const signIn = await actOn(api.visitor(), SIGN_IN_ANY, { input: { email: EMAIL, password } });
      expect(signIn.result.__typename).toBe('SecondFactorRequired');
      expect(await api.sql('select email_verified_at as proven from account')).toEqual([{ proven: null }]);
      // The answer to a refused sign-in does not wait for its entry; the command has another clock than the server.
      await expect
        .poll(() => api.sql('select action, actor_kind as actor from audit_entry order by action'), { timeout: 10_000 })
        .toEqual([
          { action: 'account.created', actor: 'SYSTEM' },
          expect.objectContaining({ action: 'account.password-reset' }),
          { action: 'account.reset-link-given', actor: 'SYSTEM' },
          expect.objectContaining({ action: 'session.refused' }),
        ]);
    },
    TEST_MS,
  );

  test(
    'keeps the last administrator, in one sentence and with 1',
    async () => {
      const ban = await user('ban', EMAIL);
      const demote = await user('roles', EMAIL, '--revoke', 'administrator');

      for (const answer of [ban, demote]) {
        expect(answer).toEqual({
          code: 1,
          stdout: '',
          stderr: 'Nobody else administers this installation: give the role to somebody else first.\n',
        });
      }
    },
    TEST_MS,
  );

  test(
    'grants roles, bans, lists, and makes no second account of an address',
    async () => {
      await user('create', '--email', 'second@example.org', '--name', 'Bo Second');

      expect((await user('roles', 'second@example.org', '--grant', 'OPERATOR')).stdout).toContain(
        'roles now: HOUSEHOLD, OPERATOR',
      );
      expect((await user('ban', 'second@example.org', '--reason', 'left')).code).toBe(0);
      const { stdout } = await user('list');
      expect(stdout).toMatch(/^second@example\.org +Bo Second +HOUSEHOLD, OPERATOR, banned\nfirst@example\.org /);
      expect((await user('unban', 'second@example.org')).code).toBe(0);
      expect((await user('reset-link', 'second@example.org')).stdout).toContain('/reset-password#');
      const again = await user('create', '--email', 'second@example.org', '--name', 'Bo Third');
      expect(again).toMatchObject({ code: 1, stderr: expect.stringContaining('has an account already') });
      expect((await user('ban', 'nobody@example.org')).stderr).toContain('No account has the address');
      expect((await user('roles', EMAIL, '--grant', 'KING')).stderr).toContain('KING is no role');
    },
    TEST_MS,
  );
});
