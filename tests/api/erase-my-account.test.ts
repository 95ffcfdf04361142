import { hash } from '@node-rs/argon2';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Role } from '../../api/modules/accounts/index.ts';
import type { UnsealedAccount } from '../../api/modules/accounts/index.ts';
import { BookingState } from '../../api/modules/bookings/index.ts';
import { signIn } from '../support/account-operations.ts';
import { buildAccount } from '../support/builders/account.builder.ts';
import { buildBooking } from '../support/builders/booking.builder.ts';
import { buildProvider } from '../support/builders/provider.builder.ts';
import { TEST_NOW } from '../support/fakes/clock.ts';
import type { GraphQLClient } from '../support/graphql-client.ts';
import { cancelErasure, eraseMyAccount, previewErasure } from '../support/privacy-operations.ts';
import { runDueJobs } from '../support/run-jobs.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';

const PASSWORD = 'correct horse battery';
const WEEK_MS = 7 * 86_400_000;
const ERASURE_OF_VIEWER = '{ viewer { erasure { dueAt } } }';

let api: TestApi;
let passwordHash: string;
beforeAll(async () => {
  api = await startTestApi();
  passwordHash = await hash(PASSWORD);
});
beforeEach(() => api.clock.set(TEST_NOW));
afterAll(() => api.close());

interface Leaver {
  readonly account: UnsealedAccount;
  readonly client: GraphQLClient;
  readonly headers: Readonly<Record<string, string>>;
}

async function leaver(overrides: Partial<UnsealedAccount> = {}): Promise<Leaver> {
  const account = await buildAccount(api.em, {
    passwordHash,
    displayName: 'Nia Okafor',
    phone: '+447700900555',
    ...overrides,
  });
  const headers = { authorization: `Bearer ${await api.openSession(account)}` };
  return { account, headers, client: api.visitor(headers) };
}

const rightly = { password: PASSWORD, confirmation: 'Nia Okafor' };

async function rowOf(account: { readonly id: string }): Promise<Record<string, unknown>> {
  const [row] = await api.sql<Record<string, unknown>>('select * from account where id = $1', [account.id]);
  return row!;
}

describe('eraseMyAccount', () => {
  test('is refused to visitors, as is its preview', async () => {
    await expect(eraseMyAccount(api.visitor(), rightly)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    await expect(previewErasure(api.visitor())).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    await expect(cancelErasure(api.visitor())).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  test('asks for the password and for the name of the account, and counts wrong passwords', async () => {
    const { client } = await leaver();

    expect(await eraseMyAccount(client, { ...rightly, password: 'wrong' })).toMatchObject({
      __typename: 'InvalidCredentialsError',
    });
    expect(await eraseMyAccount(client, { ...rightly, confirmation: 'yes' })).toMatchObject({
      __typename: 'ConfirmationError',
      code: 'WRONG_WORDS',
    });
    for (let attempt = 0; attempt < 10; attempt += 1) await eraseMyAccount(client, { ...rightly, password: 'wrong' });
    expect((await eraseMyAccount(client, rightly)).__typename).toBe('TooManyAttemptsError');
  });

  test('says beforehand what stays and why', async () => {
    const preview = await previewErasure((await leaver()).client);

    expect(preview).toMatchObject({ obstacles: [], undoDays: 7, confirmation: 'Nia Okafor' });
    expect(preview.kept.join('\n')).toMatch(/accounting law/);
    expect(new Set(preview.kept).size).toBe(preview.kept.length);
  });

  test.each([
    ['LIVE_BOOKINGS', BookingState.CONFIRMED],
    ['LIVE_BOOKINGS', BookingState.REQUESTED],
    ['OPEN_HOLD', BookingState.HELD],
  ])('waits for what the household has to settle: %s, %s', async (code, state) => {
    const one = await leaver();
    const booking = await buildBooking(api.em, {
      household: one.account.id,
      state,
      ...(state === BookingState.HELD && { holdExpiresAt: new Date(TEST_NOW.getTime() + 600_000) }),
    });

    const outcome = await eraseMyAccount(one.client, rightly);

    expect(outcome).toMatchObject({
      __typename: 'ErasureBlockedError',
      obstacles: [{ code, subjectIds: [booking.id] }],
    });
    expect((await previewErasure(one.client)).obstacles).toMatchObject([{ code }]);
  });

  test('waits for the visits that a provider is expected at', async () => {
    const one = await leaver({ roles: [Role.PROVIDER] });
    const provider = await buildProvider(api.em, { account: one.account.id });
    const booking = await buildBooking(api.em, { provider });

    expect(await eraseMyAccount(one.client, rightly)).toMatchObject({
      obstacles: [{ code: 'UPCOMING_VISITS', subjectIds: [booking.id] }],
    });
  });

  test('keeps the last administrator, and lets one of two go', async () => {
    const one = await leaver({ roles: [Role.ADMINISTRATOR], isDemo: true });
    const alone = await eraseMyAccount(one.client, rightly);
    await buildAccount(api.em, { roles: [Role.ADMINISTRATOR] });
    const oneOfTwo = await eraseMyAccount(one.client, rightly);

    expect(alone).toMatchObject({ obstacles: [{ code: 'LAST_ADMINISTRATOR' }] });
    expect(oneOfTwo.__typename).toBe('ErasureScheduled');
  });

  test('waits while they alone manage a business that people work for, and not when somebody else does too', async () => {
    const one = await leaver({ roles: [Role.BUSINESS] });
    const other = await buildAccount(api.em);
    const [business] = await api.sql<{ id: string }>(
      `insert into business (id, name, created_at) values (gen_random_uuid(), 'Bright Homes', now()) returning id`,
    );
    const manage = (accountId: string): Promise<object[]> =>
      api.sql(
        'insert into business_manager (id, business_id, account_id, since) values (gen_random_uuid(), $1, $2, now())',
        [business!.id, accountId],
      );
    await manage(one.account.id);
    await buildProvider(api.em, { business: business!.id });

    const alone = await eraseMyAccount(one.client, rightly);
    await manage(other.id);
    const oneOfTwo = await eraseMyAccount(one.client, rightly);

    expect(alone).toMatchObject({ obstacles: [{ code: 'RUNS_BUSINESS', subjectIds: [business!.id] }] });
    expect(oneOfTwo.__typename).toBe('ErasureScheduled');
  });

  test('signs out everywhere, takes a provider out of sight, tells the holder, and can be taken back after signing in', async () => {
    const one = await leaver({ roles: [Role.PROVIDER] });
    const provider = await buildProvider(api.em, { account: one.account.id });
    const elsewhere = await api.as(one.account);
    const statusOf = async (): Promise<unknown> =>
      (await api.sql<{ status: string }>('select status from provider where id = $1', [provider.id]))[0]!.status;

    const outcome = await eraseMyAccount(one.client, rightly);
    const hidden = await statusOf();
    await runDueJobs(api);

    expect(outcome.erasure?.dueAt).toBe(new Date(TEST_NOW.getTime() + WEEK_MS).toISOString());
    expect(hidden).toBe('PAUSED');
    expect(await elsewhere.ask('{ viewer { id } }')).toEqual({ viewer: null });
    expect(await api.sql('select kind from delivery where account_id = $1', [one.account.id])).toEqual([
      { kind: 'erasure-requested' },
    ]);

    const back = await signIn(api.visitor(), one.account.email, PASSWORD);
    const again = api.visitor({ authorization: `Bearer ${back.data!.signIn.token}` });
    expect(await again.ask(ERASURE_OF_VIEWER)).toEqual({ viewer: { erasure: { dueAt: outcome.erasure!.dueAt } } });
    expect((await cancelErasure(again)).__typename).toBe('ErasureCancelled');
    expect(await again.ask(ERASURE_OF_VIEWER)).toEqual({ viewer: { erasure: null } });
    expect(await statusOf()).toBe('ACTIVE');
    expect(await cancelErasure(again)).toMatchObject({ __typename: 'NoErasureError' });

    api.clock.set(new Date(outcome.erasure!.dueAt));
    await runDueJobs(api);
    expect((await rowOf(one.account))['display_name']).toBe('Nia Okafor');
  });

  test('asked for again, keeps the day', async () => {
    const one = await leaver();
    const first = await eraseMyAccount(one.client, rightly);
    api.clock.advanceMinutes(60);

    const second = await eraseMyAccount(await api.as(one.account), rightly);

    expect(second.erasure).toEqual(first.erasure);
    expect(await api.sql('select 1 from account_erasure where account_id = $1', [one.account.id])).toHaveLength(1);
  });
});
