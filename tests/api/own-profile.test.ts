import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TEST_NOW } from '../support/fakes/clock.ts';
import { OWN_MUTATIONS, PAYOUT, RESUME, act, readSteps } from '../support/onboarding-operations.ts';
import { asOperator, buildApplicant, buildSubmittedApplicant } from '../support/onboarding-scene.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';

const NOTHING = '01900000-0000-7000-8000-000000000000';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

const stepOf = async (client: Parameters<typeof readSteps>[0], name: string) =>
  (await readSteps(client)).steps.find(({ step }) => step === name)!;

describe('saveProviderProfile', () => {
  it('keeps both languages, and fills one from the other', async () => {
    const { client } = await buildApplicant(api);

    const { profile } = await act(client, 'saveProviderProfile', RESUME);

    expect(profile).toMatchObject({
      displayName: { en: 'Nora Quinn', zhCN: '诺拉' },
      headline: { en: RESUME.headline.en, zhCN: RESUME.headline.en },
      specialities: [{ en: 'Old floors', zhCN: '老地板' }],
    });
  });

  it.each([
    [{ about: { en: 'Short.', zhCN: '' } }, 'about', 'TOO_SHORT'],
    [{ about: { en: '', zhCN: '' } }, 'about', 'EMPTY'],
    [{ headline: { en: 'x'.repeat(141), zhCN: '' } }, 'headline', 'TOO_LONG'],
    [{ about: { en: 'Write to nora@example.org for anything at all.', zhCN: '' } }, 'about', 'CONTACT'],
    [{ specialities: [{ en: 'www.example.org', zhCN: '' }] }, 'specialities[0]', 'CONTACT'],
    [{ languages: [] }, 'languages', 'EMPTY'],
    [{ languages: ['en', 'en'] }, 'languages[1]', 'UNKNOWN_LANGUAGE'],
  ])('refuses %j', async (changes, field, code) => {
    const { client } = await buildApplicant(api);

    expect(await act(client, 'saveProviderProfile', { ...RESUME, ...changes })).toMatchObject({ field, code });
  });
});

describe('saveOfferings and saveServiceArea', () => {
  it('keep the price within the band, and the item and place within the region', async () => {
    const { client, item, place } = await buildApplicant(api);
    const other = await buildApplicant(api);
    const offer = (changes: object) =>
      act(client, 'saveOfferings', {
        offerings: [{ itemId: item.id, enabled: true, priceAmount: item.priceAmount, ...changes }],
      });

    expect(await offer({ priceAmount: item.priceMax + 1 })).toMatchObject({
      code: 'OUTSIDE_BAND',
      field: 'offerings[0].priceAmount',
    });
    expect(await offer({ priceAmount: item.priceMin - 1 })).toMatchObject({ code: 'OUTSIDE_BAND' });
    expect(await offer({ itemId: other.item.id })).toMatchObject({ code: 'UNKNOWN_ITEM' });
    expect(await offer({ itemId: NOTHING })).toMatchObject({ code: 'UNKNOWN_ITEM' });
    expect(await act(client, 'saveServiceArea', { placeId: other.place.id, radiusMetres: 5_000 })).toMatchObject({
      code: 'UNKNOWN_PLACE',
    });
    expect(await act(client, 'saveServiceArea', { placeId: place.id, radiusMetres: 5_000 })).toMatchObject({
      profile: { startPlaceId: place.id, serviceRadiusMetres: 5_000 },
    });
  });

  it('change an offering instead of adding a second one', async () => {
    const { client, item, providerId } = await buildApplicant(api);
    for (const enabled of [true, false, true])
      await act(client, 'saveOfferings', { offerings: [{ itemId: item.id, enabled, priceAmount: item.priceMax }] });

    expect(await api.sql('select enabled, price_amount from offering where provider_id = $1', [providerId])).toEqual([
      { enabled: true, price_amount: item.priceMax },
    ]);
    const { myServices } = await client.ask<{ myServices: { enabled: boolean; price: { amount: number } }[] }>(
      '{ myServices { enabled price { amount } lowestPrice { amount } levelSuffices item { id } } }',
    );
    expect(myServices).toMatchObject([{ enabled: true, price: { amount: item.priceMax } }]);
  });
});

describe('savePayoutDetails', () => {
  it('seals the account and shows only how it ends', async () => {
    const { client, providerId } = await buildApplicant(api);

    const { profile } = await act(client, 'savePayoutDetails', PAYOUT);

    expect(profile!['payout']).toEqual({ kind: 'IBAN', holder: 'Nora Quinn', ending: '6819' });
    const [row] = await api.sql<{ number: string; holder: string }>(
      'select number, holder from payout_account where provider_id = $1',
      [providerId],
    );
    expect(`${row!.number}${row!.holder}`).not.toMatch(/GB29|6819|Nora/);
    expect(row!.number).toMatch(/^v1\./);
  });

  it.each([
    [{ number: 'GB29 NWBK 6016 1331 9268 18' }, 'number', 'WRONG_CHECK_DIGITS'],
    [{ number: 'GB29 NWBK' }, 'number', 'WRONG_LENGTH'],
    [{ number: 'not a number' }, 'number', 'WRONG_FORM'],
    [{ kind: 'BANK_CARD', number: '6222 0212 3456 7891' }, 'number', 'WRONG_CHECK_DIGITS'],
    [{ holder: ' ' }, 'holder', 'EMPTY'],
  ])('refuses %j', async (changes, field, code) => {
    const { client } = await buildApplicant(api);

    expect(await act(client, 'savePayoutDetails', { ...PAYOUT, ...changes })).toMatchObject({ field, code });
  });

  it('asks whoever came in a while ago to prove again that it is them', async () => {
    const { client, providerId } = await buildApplicant(api);
    api.clock.advanceMinutes(11);

    const { errors } = await client.send(OWN_MUTATIONS.savePayoutDetails, { input: PAYOUT });

    api.clock.set(TEST_NOW);
    expect(errors[0]!.extensions.code).toBe('REAUTHENTICATION_REQUIRED');
    expect(await api.sql('select 1 from payout_account where provider_id = $1', [providerId])).toEqual([]);
  });

  it('replaces what was there, and lets its owner be told', async () => {
    const { client, providerId } = await buildApplicant(api);
    await act(client, 'savePayoutDetails', PAYOUT);
    await act(client, 'savePayoutDetails', { kind: 'BANK_CARD', holder: 'N. Quinn', number: '4242424242424242' });

    expect(await api.sql('select kind from payout_account where provider_id = $1', [providerId])).toEqual([
      { kind: 'BANK_CARD' },
    ]);
    expect(
      await api.sql(
        `select count(*)::int from outbox_message o join payout_account p on p.id = (o.payload->>'payoutAccountId')::uuid
         where p.provider_id = $1`,
        [providerId],
      ),
    ).toEqual([{ count: 2 }]);
  });
});

describe('an operator', () => {
  it('approves, and the applicant is public and can be found', async () => {
    const { providerId, client } = await buildSubmittedApplicant(api);

    const outcome = await act(await asOperator(api), 'approveProvider', { providerId, reasonCode: 'ALL_IN_ORDER' });

    expect(outcome).toMatchObject({
      __typename: 'ProviderDecided',
      provider: {
        awaitingSince: null,
        provider: { status: 'ACTIVE' },
        history: [{ act: 'APPROVE' }, { act: 'SUBMIT' }, { act: 'APPLY' }],
      },
    });
    expect(await api.visitor().ask('query ($id: ID!) { provider(id: $id) { status } }', { id: providerId })).toEqual({
      provider: { status: 'ACTIVE' },
    });
    expect(await stepOf(client, 'APPROVAL')).toMatchObject({ state: 'DONE' });
  });

  it('cannot approve what is no longer complete, or what nobody handed in', async () => {
    const operator = await asOperator(api);
    const { providerId, client, item } = await buildSubmittedApplicant(api);
    await act(client, 'saveOfferings', {
      offerings: [{ itemId: item.id, enabled: false, priceAmount: item.priceAmount }],
    });
    const fresh = await buildApplicant(api);

    expect(await act(operator, 'approveProvider', { providerId, reasonCode: 'ALL_IN_ORDER' })).toMatchObject({
      __typename: 'ApplicationIncompleteError',
      missing: [{ code: 'SERVICE_MISSING' }],
    });
    expect(
      await act(operator, 'approveProvider', { providerId: fresh.providerId, reasonCode: 'ALL_IN_ORDER' }),
    ).toMatchObject({ code: 'NOTHING_WAITS', status: 'APPLICANT' });
  });

  it('sends back with a reason that the applicant reads, who hands in again', async () => {
    const { providerId, client } = await buildSubmittedApplicant(api);

    const outcome = await act(await asOperator(api), 'declineApplication', {
      providerId,
      reasonCode: 'PROFILE_UNCLEAR',
      note: 'Say what you do on a first visit.',
    });

    expect(outcome).toMatchObject({ provider: { provider: { status: 'APPLICANT' }, awaitingSince: null } });
    const { myProfile } = await client.ask<{ myProfile: { history: object[] } }>(
      '{ myProfile { history { act reason note } } }',
    );
    expect(myProfile.history[0]).toEqual({
      act: 'DECLINE',
      reason: 'The profile leaves open what you do: describe it in your own words',
      note: 'Say what you do on a first visit.',
    });
    expect((await act(client, 'submitApplication')).__typename).toBe('ApplicationSubmitted');
  });

  it('does not decide about themselves', async () => {
    const { providerId, account } = await buildSubmittedApplicant(api);
    await api.sql(`update account set roles = '{PROVIDER,OPERATOR}' where id = $1`, [account.id]);

    expect(
      await act(await api.as(account), 'approveProvider', { providerId, reasonCode: 'ALL_IN_ORDER' }),
    ).toMatchObject({ code: 'CONFLICT_OF_INTEREST' });
  });
});
