import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildAccount } from '../support/builders/account.builder.ts';
import { buildRegion } from '../support/builders/region.builder.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

describe('saveAddress', () => {
  const SAVE =
    'mutation ($input: SaveAddressInput!) { saveAddress(input: $input) { __typename ... on UserError { code message } ... on InvalidAddressError { field } ... on AddressSaved { address { id label doorNote } } } }';
  const input = async (changes: object = {}): Promise<object> => ({
    regionId: (await buildRegion(api.em)).id,
    label: 'Home',
    line: '12 Canonbury Lane',
    district: 'Islington',
    latitude: 51.5362,
    longitude: -0.1033,
    ...changes,
  });

  it('keeps a place of the household, which nobody else sees', async () => {
    const [client, other] = [await api.as(await buildAccount(api.em)), await api.as(await buildAccount(api.em))];

    expect(await client.ask(SAVE, { input: await input() })).toMatchObject({
      saveAddress: { __typename: 'AddressSaved', address: { label: 'Home', doorNote: null } },
    });
    expect(await client.ask('{ viewer { addresses { label } } }')).toEqual({
      viewer: { addresses: [{ label: 'Home' }] },
    });
    expect(await other.ask('{ viewer { addresses { label } } }')).toEqual({ viewer: { addresses: [] } });
  });

  it.each([
    { changes: { regionId: '01900000-0000-7000-8000-000000000000' }, code: 'UNKNOWN_REGION', field: 'regionId' },
    { changes: { latitude: 30.27, longitude: 120.15 }, code: 'OUTSIDE_REGION', field: 'latitude' },
    { changes: { latitude: 500 }, code: 'OUTSIDE_REGION', field: 'latitude' },
    { changes: { line: '   ' }, code: 'EMPTY', field: 'line' },
  ])('refuses $changes', async ({ changes, code, field }) => {
    const client = await api.as(await buildAccount(api.em));

    expect(await client.ask(SAVE, { input: await input(changes) })).toMatchObject({
      saveAddress: { __typename: 'InvalidAddressError', code, field },
    });
  });

  it('asks a visitor to sign in', async () => {
    await expect(api.visitor().ask(SAVE, { input: await input() })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });
});
