import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildAccount } from '../support/builders/account.builder.ts';
import { buildCertificate, buildCredential, buildCredentialType } from '../support/builders/credential.builder.ts';
import { buildCourse } from '../support/builders/course.builder.ts';
import { buildRegion } from '../support/builders/region.builder.ts';
import { CredentialState } from '../../api/modules/qualifications/index.ts';
import { MY_ONBOARDING, OWN_MUTATIONS, PAYOUT, RESUME, act, readSteps } from '../support/onboarding-operations.ts';
import { asOperator, buildApplicant, buildSubmittedApplicant, fillChecklist } from '../support/onboarding-scene.ts';
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

describe('applyAsProvider', () => {
  it('makes an applicant who may use the provider’s pages, and whom nobody else sees', async () => {
    const { client, providerId, account } = await buildApplicant(api);

    expect(await api.sql('select roles from account where id = $1', [account.id])).toEqual([
      { roles: ['HOUSEHOLD', 'PROVIDER'] },
    ]);
    const PROVIDER = 'query ($id: ID!) { provider(id: $id) { status level } }';
    expect(await client.ask(PROVIDER, { id: providerId })).toEqual({
      provider: { status: 'APPLICANT', level: 'TRAINEE' },
    });
    expect(await api.visitor().ask(PROVIDER, { id: providerId })).toEqual({ provider: null });
    expect(
      await api.sql('select act, "to", actor_role from provider_transition where provider_id = $1', [providerId]),
    ).toEqual([{ act: 'APPLY', to: 'APPLICANT', actor_role: 'PROVIDER' }]);
    expect(await api.sql('select action from audit_entry where subject_id = $1', [providerId])).toEqual([
      { action: 'provider.applied' },
    ]);
  });

  it('asks a visitor to sign in', async () => {
    const answer = await api
      .visitor()
      .send(OWN_MUTATIONS.applyAsProvider, { input: { regionId: NOTHING, displayName: 'A', headline: 'B' } });

    expect(answer.errors[0]!.extensions.code).toBe('UNAUTHENTICATED');
  });

  it.each([
    [{ regionId: NOTHING }, 'regionId', 'UNKNOWN_REGION'],
    [{ regionId: 'nonsense' }, 'regionId', 'UNKNOWN_REGION'],
    [{ displayName: '   ' }, 'displayName', 'EMPTY'],
    [{ headline: 'Call 07700 900 123 now' }, 'headline', 'CONTACT'],
  ])('refuses %j', async (changes, field, code) => {
    const region = await buildRegion(api.em);
    const client = await api.as(await buildAccount(api.em));

    const outcome = await act(client, 'applyAsProvider', {
      regionId: region.id,
      displayName: 'Nora',
      headline: 'Cleaning',
      ...changes,
    });

    expect(outcome).toMatchObject({ __typename: 'InvalidProviderError', field, code });
  });

  it('makes one provider of an account, however often and at once it is asked', async () => {
    const region = await buildRegion(api.em);
    const account = await buildAccount(api.em);
    const client = await api.as(account);
    const input = { regionId: region.id, displayName: 'Nora', headline: 'Cleaning' };

    const outcomes = await Promise.all([1, 2, 3].map(() => act(client, 'applyAsProvider', input)));

    expect(outcomes.map(({ __typename }) => __typename).sort()).toEqual([
      'AlreadyProviderError',
      'AlreadyProviderError',
      'ProviderApplied',
    ]);
    expect(await api.sql('select count(*)::int from provider where account_id = $1', [account.id])).toEqual([
      { count: 1 },
    ]);
  });
});

describe('myOnboarding', () => {
  it('finds everything missing at first, and each step done once its data is there', async () => {
    const applicant = await buildApplicant(api);
    const { client } = applicant;

    const before = await readSteps(client);
    expect(before.canSubmit).toBe(false);
    expect(before.steps.map(({ step, state }) => `${step} ${state}`)).toEqual([
      'PROFILE TODO',
      'SERVICES TODO',
      'HOURS TODO',
      'CREDENTIALS DONE',
      'COURSES DONE',
      'PAYOUT TODO',
      'APPROVAL TODO',
    ]);
    await fillChecklist(applicant);

    const after = await readSteps(client);
    expect(after.canSubmit).toBe(true);
    expect(after.steps.filter(({ state }) => state !== 'DONE').map(({ step }) => step)).toEqual(['APPROVAL']);
  });

  it('asks for the credentials and courses of the chosen services, and says where each stands', async () => {
    const type = await buildCredentialType(api.em);
    const { course } = await buildCourse(api.em);
    const applicant = await buildApplicant(api, {
      requiredCredentialCodes: [type.code],
      requiredCourseCode: course.code,
    });
    const { client, providerId: provider } = applicant;
    await fillChecklist(applicant);

    expect(await stepOf(client, 'CREDENTIALS')).toMatchObject({
      state: 'TODO',
      gaps: [{ code: 'CREDENTIAL_MISSING', subject: type.code }],
    });
    expect(await stepOf(client, 'COURSES')).toMatchObject({
      state: 'TODO',
      gaps: [{ code: 'COURSE_MISSING', subject: course.code }],
    });
    await buildCredential(api.em, { provider, type: type.id, state: CredentialState.SUBMITTED });
    expect(await stepOf(client, 'CREDENTIALS')).toMatchObject({ state: 'WAITING' });
    await api.sql(`update credential set state = 'REJECTED' where provider_id = $1`, [provider]);
    expect(await stepOf(client, 'CREDENTIALS')).toMatchObject({
      state: 'TODO',
      gaps: [{ code: 'CREDENTIAL_REFUSED' }],
    });
    await api.sql(`update credential set state = 'APPROVED', valid_until = '2026-01-02' where provider_id = $1`, [
      provider,
    ]);
    expect(await stepOf(client, 'CREDENTIALS')).toMatchObject({ gaps: [{ code: 'CREDENTIAL_ENDED' }] });
    await api.sql(`update credential set valid_until = '2028-01-02' where provider_id = $1`, [provider]);
    expect(await stepOf(client, 'CREDENTIALS')).toMatchObject({ state: 'DONE', gaps: [] });
    await buildCertificate(api.em, { provider, courseCode: course.code });
    expect(await stepOf(client, 'COURSES')).toMatchObject({ state: 'DONE' });
  });

  it.each(['submitApplication', 'pauseMyProfile', 'leaveAsProvider', 'resumeMyProfile'] as const)(
    '%s and the checklist are for providers alone',
    async (name) => {
      const household = await api.as(await buildAccount(api.em));
      for (const document of [MY_ONBOARDING, OWN_MUTATIONS[name]]) {
        expect((await household.send(document)).errors[0]!.extensions.code).toBe('FORBIDDEN');
        expect((await api.visitor().send(document)).errors[0]!.extensions.code).toBe('UNAUTHENTICATED');
      }
    },
  );
});

describe('submitApplication', () => {
  it('lists what is missing and changes nothing', async () => {
    const { client, providerId } = await buildApplicant(api);

    const outcome = await act(client, 'submitApplication');

    expect(outcome.__typename).toBe('ApplicationIncompleteError');
    expect(outcome.missing!.map(({ code }) => code)).toEqual([
      'ABOUT_MISSING',
      'LANGUAGES_MISSING',
      'SERVICE_MISSING',
      'AREA_MISSING',
      'HOURS_MISSING',
      'PAYOUT_MISSING',
    ]);
    expect(await api.sql('select awaiting_since from provider where id = $1', [providerId])).toEqual([
      { awaiting_since: null },
    ]);
  });

  it('hands in once; a second time there is nothing to hand in', async () => {
    const applicant = await buildApplicant(api);
    await fillChecklist(applicant);

    const outcomes = await Promise.all([1, 2].map(() => act(applicant.client, 'submitApplication')));

    expect(outcomes.map(({ __typename, code }) => code ?? __typename).sort()).toEqual([
      'ApplicationSubmitted',
      'NOT_POSSIBLE_NOW',
    ]);
    expect(await stepOf(applicant.client, 'APPROVAL')).toMatchObject({
      state: 'WAITING',
      gaps: [{ code: 'IN_REVIEW' }],
    });
  });
});

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
