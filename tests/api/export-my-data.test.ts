import { readFile, readdir } from 'node:fs/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Role } from '../../api/modules/accounts/index.ts';
import { buildBooking } from '../support/builders/booking.builder.ts';
import { buildAddress } from '../support/builders/address.builder.ts';
import { buildProvider } from '../support/builders/provider.builder.ts';
import { addPhoto, buildDraft, signedIn } from '../support/evidence-scene.ts';
import { TEST_NOW } from '../support/fakes/clock.ts';
import { EXPORT_MY_DATA, exportMyData, fetchExport, listMyExports } from '../support/privacy-operations.ts';
import { runDueJobs } from '../support/run-jobs.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';

const DAY_MINUTES = 24 * 60;

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
beforeEach(() => api.clock.set(TEST_NOW));
afterAll(() => api.close());

async function statusOf(url: string, headers: Readonly<Record<string, string>> = {}): Promise<number> {
  const answer = await fetch(new URL(url, api.url), { headers });
  await answer.arrayBuffer();
  return answer.status;
}

describe('exportMyData', () => {
  test('is refused to visitors', async () => {
    const { errors } = await api.visitor().send(EXPORT_MY_DATA);

    expect(errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  test('gives a household all the register says of them, opened, and of the provider only the name they saw', async () => {
    const { account, client, headers } = await signedIn(api, Role.HOUSEHOLD);
    const provider = await buildProvider(api.em);
    await buildAddress(api.em, { account: account.id, line: '7 Export Row', doorNote: 'Mind the cat' });
    await buildBooking(api.em, { provider, household: account.id, note: 'Bring a ladder' });
    await buildBooking(api.em, { provider, note: 'Of somebody else', startsAt: new Date('2027-03-12T10:00:00Z') });

    const started = await exportMyData(client);
    await runDueJobs(api);
    const { data } = await fetchExport(api, client, headers);

    expect(started).toMatchObject({
      __typename: 'DataExportStarted',
      export: { state: 'QUEUED', progress: 0, parts: [] },
    });
    expect(data).toMatchObject({
      accountId: account.id,
      account: [{ email: account.email, displayName: account.displayName }],
      addresses: [{ line: '7 Export Row', doorNote: 'Mind the cat', point: '51.536200,-0.103300' }],
      bookings: [{ note: 'Bring a ladder', addressLine: '12 Canonbury Lane, Flat 3', provider: provider.displayName }],
      sessions: [{ userAgent: 'test' }],
    });
    expect(JSON.stringify(data)).not.toMatch(/Of somebody else|argon2|tokenHash|passwordHash|emailHash|v1\.k1/);
  });

  test('gives a provider their documents and the names of households they saw, and nothing else of those', async () => {
    const draft = await buildDraft(api);
    const photo = await addPhoto(api, draft, { name: 'my licence.jpg' });
    const provider = { ...(await buildProvider(api.em)), id: draft.credential.provider };
    const booking = await buildBooking(api.em, { provider, note: 'A secret of the household' });

    await exportMyData(draft.owner.client);
    await runDueJobs(api);
    const { data, files } = await fetchExport(api, draft.owner.client, draft.owner.headers);

    const path = `files/evidence/${photo.id}-my licence.jpg`;
    expect(Object.keys(files)).toEqual([path]);
    expect(files[path]!.length).toBe(photo.bytes);
    expect(data).toMatchObject({
      credentials: [{ number: draft.credential.number }],
      evidence: [{ name: 'my licence.jpg', sha256: photo.sha256, file: path }],
      visits: [{ reference: booking.reference, household: 'Ann Miller' }],
    });
    expect(JSON.stringify(data)).not.toMatch(/A secret of the household|Canonbury Lane|Ring twice/);
  });

  test('shows its progress, and lies encrypted where it is kept', async () => {
    const { account, client } = await signedIn(api, Role.HOUSEHOLD);
    await exportMyData(client);
    await runDueJobs(api);

    const [row] = await listMyExports(client);

    expect(row).toMatchObject({ state: 'READY', progress: 100, readyAt: TEST_NOW.toISOString() });
    expect(row!.expiresAt).toBe('2027-03-17T09:00:00.000Z');
    const [part] = await api.sql<{ file_key: string; document_key: string }>(
      'select file_key, document_key from data_export_part where id = $1',
      [row!.parts[0]!.id],
    );
    const kept = await readFile(`${api.dataDir}/files/${part!.file_key}`, 'latin1');
    expect(kept).not.toContain('data.json');
    expect(kept).not.toContain(account.email);
    expect(part!.document_key).toMatch(/^v1\.k1\./);
  });

  test('is given to nobody else, whoever the address was signed for', async () => {
    const one = await signedIn(api, Role.HOUSEHOLD);
    const other = await signedIn(api, Role.OPERATOR);
    await exportMyData(one.client);
    await runDueJobs(api);
    const [row] = await listMyExports(one.client);
    const { url, id } = row!.parts[0]!;
    const signedForOther = api.files.signReadUrl({
      source: 'data-export',
      id,
      accountId: other.account.id,
      expiresAt: new Date(TEST_NOW.getTime() + 60_000),
    });

    expect(await statusOf(url, one.headers)).toBe(200);
    expect(await statusOf(url, other.headers)).toBe(404);
    expect(await statusOf(url)).toBe(404);
    expect(await statusOf(signedForOther, other.headers)).toBe(404);
    expect(await listMyExports(other.client)).toEqual([]);
  });

  test('is on record when it is asked for and each time it is fetched', async () => {
    const { account, client, headers } = await signedIn(api, Role.HOUSEHOLD);
    const { export: started } = await exportMyData(client);
    await runDueJobs(api);
    await fetchExport(api, client, headers);
    await fetchExport(api, client, headers);

    const entries = await api.sql<{ action: string; actor_id: string }>(
      'select action, actor_id from audit_entry where subject_id = $1 order by at, id',
      [started!.id],
    );

    expect(entries.map(({ action }) => action)).toEqual([
      'data-export.requested',
      'data-export.read',
      'data-export.read',
    ]);
    expect(new Set(entries.map(({ actor_id }) => actor_id))).toEqual(new Set([account.id]));
  });

  test('runs one at a time, however many are asked for at once', async () => {
    const { client } = await signedIn(api, Role.HOUSEHOLD);

    const outcomes = await Promise.all(Array.from({ length: 5 }, () => exportMyData(client)));

    expect(outcomes.map(({ __typename }) => __typename).toSorted()).toEqual([
      'DataExportStarted',
      ...Array.from({ length: 4 }, () => 'ExportRunningError'),
    ]);
    expect(await listMyExports(client)).toHaveLength(1);
  });

  test('can be had three times a day, and again when the first is a day old', async () => {
    const { client } = await signedIn(api, Role.HOUSEHOLD);
    for (let count = 0; count < 3; count += 1) {
      expect((await exportMyData(client)).__typename).toBe('DataExportStarted');
      await runDueJobs(api);
    }

    const fourth = await exportMyData(client);
    api.clock.advanceMinutes(DAY_MINUTES);
    const nextDay = await exportMyData(client);

    expect(fourth).toMatchObject({
      __typename: 'ExportLimitError',
      code: 'TOO_MANY',
      retryAt: '2027-03-11T09:00:00.000Z',
    });
    expect(nextDay.__typename).toBe('DataExportStarted');
  });

  test('that nobody finished stops blocking the next', async () => {
    const { client } = await signedIn(api, Role.HOUSEHOLD);
    await exportMyData(client);

    api.clock.advanceMinutes(6 * 60);
    expect((await exportMyData(client)).__typename).toBe('ExportRunningError');
    api.clock.advanceMinutes(1);
    expect((await exportMyData(client)).__typename).toBe('DataExportStarted');

    expect((await listMyExports(client)).map(({ state }) => state)).toEqual(['QUEUED', 'FAILED']);
  });

  test('is gone after seven days, to the second, with its files and their keys', async () => {
    const { client, headers } = await signedIn(api, Role.HOUSEHOLD);
    await exportMyData(client);
    await runDueJobs(api);
    const [row] = await listMyExports(client);
    const folder = `${api.dataDir}/files/stored`;
    const before = await readdir(folder);
    api.clock.set(new Date(new Date(row!.expiresAt!).getTime() - 1_000));
    const lastUrl = (await listMyExports(client))[0]!.parts[0]!.url;
    const last = await statusOf(lastUrl, headers);

    api.clock.set(new Date(row!.expiresAt!));
    const atTheEnd = await statusOf(lastUrl, headers);
    await runDueJobs(api);

    expect([last, atTheEnd]).toEqual([200, 404]);
    expect((await listMyExports(client))[0]!.state).toBe('EXPIRED');
    expect((await readdir(folder)).length).toBeLessThan(before.length);
    expect(await api.sql('select document_key from data_export_part where id = $1', [row!.parts[0]!.id])).toEqual([
      { document_key: '' },
    ]);
  });
});
