import { hash } from '@node-rs/argon2';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openDoorstepDatabase } from '../../api/app/application.ts';
import { Role } from '../../api/modules/accounts/index.ts';
import type { UnsealedAccount } from '../../api/modules/accounts/index.ts';
import { BookingState } from '../../api/modules/bookings/index.ts';
import { CredentialState } from '../../api/modules/qualifications/index.ts';
import { reapplyErasures } from '../../api/modules/privacy/index.ts';
import { signIn, signUp } from '../support/account-operations.ts';
import { buildAccount } from '../support/builders/account.builder.ts';
import { buildAddress } from '../support/builders/address.builder.ts';
import { buildBooking } from '../support/builders/booking.builder.ts';
import { buildCredential } from '../support/builders/credential.builder.ts';
import { buildProvider } from '../support/builders/provider.builder.ts';
import { addPhoto } from '../support/evidence-scene.ts';
import { TEST_NOW } from '../support/fakes/clock.ts';
import type { GraphQLClient } from '../support/graphql-client.ts';
import { eraseMyAccount } from '../support/privacy-operations.ts';
import { runDueJobs } from '../support/run-jobs.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';

const PASSWORD = 'correct horse battery';

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

async function eraseNow({ client }: Leaver): Promise<void> {
  const outcome = await eraseMyAccount(client, rightly);
  if (!outcome.erasure) throw new Error(`not erased: ${outcome.code} ${JSON.stringify(outcome.obstacles)}`);
  api.clock.set(new Date(outcome.erasure.dueAt));
  await runDueJobs(api);
}

describe('an account whose seven days are over', () => {
  test('was untouched a second before, and then has no name, address, number or password any more', async () => {
    const one = await leaver();
    await buildAddress(api.em, { account: one.account.id });
    const booking = await buildBooking(api.em, {
      household: one.account.id,
      state: BookingState.COMPLETED,
      startsAt: new Date(TEST_NOW.getTime() - 10_000_000),
      note: 'Mind the step',
    });
    const { erasure } = await eraseMyAccount(one.client, rightly);
    api.clock.set(new Date(new Date(erasure!.dueAt).getTime() - 1_000));
    await runDueJobs(api);
    const before = await rowOf(one.account);
    api.clock.set(new Date(erasure!.dueAt));
    await runDueJobs(api);

    expect(before['display_name']).toBe('Nia Okafor');
    expect(await rowOf(one.account)).toMatchObject({
      display_name: 'Former household',
      email: '',
      email_hash: `erased:${one.account.id}`,
      phone: null,
      phone_hash: null,
      password_hash: '',
      roles: [],
    });
    expect(await api.sql('select 1 from address where account_id = $1', [one.account.id])).toEqual([]);
    const [kept] = await api.sql('select * from booking where id = $1', [booking.id]);
    expect(kept).toMatchObject({
      address_line: null,
      door_note: null,
      note: null,
      district: null,
      latitude: 51.54,
      longitude: -0.1,
      stored_quote: { total: 6_000 },
      reference: booking.reference,
    });
    expect(await api.sql('select kind, recipient, body from delivery where account_id = $1', [one.account.id])).toEqual(
      [{ kind: 'erasure-requested', recipient: '', body: '' }],
    );
  });

  test('cannot be signed in to, and its address is free for a new one', async () => {
    const one = await leaver();
    await eraseNow(one);

    const back = await signIn(api.visitor(), one.account.email, PASSWORD);
    const fresh = await signUp(api.visitor(), { email: one.account.email });

    expect(back.data!.signIn.__typename).toBe('InvalidCredentialsError');
    expect(fresh.data!.signUp.viewer?.id).not.toBe(one.account.id);
    expect(fresh.data!.signUp.__typename).toMatch(/SignedIn|VerificationSent/);
  });

  test('of a provider: no one finds or books them, and no copy of their documents opens again', async () => {
    const one = await leaver({ roles: [Role.PROVIDER] });
    const provider = await buildProvider(api.em, { account: one.account.id });
    const decided = await buildCredential(api.em, { provider: provider.id, state: CredentialState.DRAFT });
    const photo = await addPhoto(api, { owner: one, credential: decided });
    await api.sql(`update credential set state = 'APPROVED' where id = $1`, [decided.id]);
    const [evidence] = await api.sql<{ file_key: string; document_key: string }>(
      'select file_key, document_key from evidence where id = $1',
      [photo.id],
    );
    await eraseNow(one);

    expect(
      await api.sql('select status, display_name, headline, account_id from provider where id = $1', [provider.id]),
    ).toEqual([
      {
        status: 'LEFT',
        display_name: { en: 'Former provider', 'zh-CN': '已注销的服务者' },
        headline: { en: '', 'zh-CN': '' },
        account_id: one.account.id,
      },
    ]);
    expect(await api.sql('select document_key, name, sha256 from evidence where id = $1', [photo.id])).toEqual([
      { document_key: '', name: '', sha256: photo.sha256 },
    ]);
    expect(
      await api.files.open({ fileKey: evidence!.file_key, documentKey: Buffer.alloc(32).toString('base64url') }),
    ).toBeNull();
    const auditor = await buildAccount(api.em, { roles: [Role.AUDITOR] });
    const url = api.files.signReadUrl({
      source: 'evidence',
      id: photo.id,
      accountId: auditor.id,
      expiresAt: new Date(api.clock.now().getTime() + 60_000),
    });
    const answer = await fetch(new URL(url, api.url), {
      headers: { authorization: `Bearer ${await api.openSession(auditor)}` },
    });
    expect(answer.status).toBe(404);
  });

  test('is put off by a day while a visit that was booked meanwhile lies ahead, and erased when it is over', async () => {
    const one = await leaver();
    const { erasure } = await eraseMyAccount(one.client, rightly);
    const due = new Date(erasure!.dueAt);
    const booking = await buildBooking(api.em, {
      household: one.account.id,
      startsAt: new Date(due.getTime() + 3_600_000),
    });
    api.clock.set(due);
    await runDueJobs(api);
    const after = await rowOf(one.account);

    await api.sql(`update booking set state = 'COMPLETED' where id = $1`, [booking.id]);
    api.clock.set(new Date(due.getTime() + 86_400_000));
    await runDueJobs(api);

    expect(after['display_name']).toBe('Nia Okafor');
    expect((await rowOf(one.account))['display_name']).toBe('Former household');
  });

  test('stays erased after an older database was restored', async () => {
    const one = await leaver();
    const backup = await rowOf(one.account);
    await eraseNow(one);
    await api.sql(
      'update account set email = $2, email_hash = $3, display_name = $4, password_hash = $5 where id = $1',
      [one.account.id, backup['email'], backup['email_hash'], backup['display_name'], backup['password_hash']],
    );
    await api.sql('delete from account_erasure where account_id = $1', [one.account.id]);
    const database = openDoorstepDatabase(api.databaseUrl, 2);

    const again = await reapplyErasures(database, { files: api.files, clock: api.clock });
    const nothingLeft = await reapplyErasures(database, { files: api.files, clock: api.clock });
    await database.close(true);

    expect([again, nothingLeft]).toEqual([1, 0]);
    expect(await rowOf(one.account)).toMatchObject({ display_name: 'Former household', email: '', password_hash: '' });
    expect(
      await api.sql('select erased_at is not null as erased from account_erasure where account_id = $1', [
        one.account.id,
      ]),
    ).toEqual([{ erased: true }]);
  });

  test('leaves the audit log whole, with the erasure in it', async () => {
    const one = await leaver();
    await eraseNow(one);

    const entries = await api.sql<{ action: string }>(
      'select action from audit_entry where subject_id = $1 order by at, id',
      [one.account.id],
    );

    expect(entries.map(({ action }) => action)).toEqual(['account.erasure-requested', 'account.erased']);
  });
});
