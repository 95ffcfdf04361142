import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildAccount } from '../support/builders/account.builder.ts';
import { buildCertificate, buildCredential, buildCredentialType } from '../support/builders/credential.builder.ts';
import { buildCourse } from '../support/builders/course.builder.ts';
import { buildRegion } from '../support/builders/region.builder.ts';
import { CredentialState } from '../../api/modules/qualifications/index.ts';
import { MY_ONBOARDING, OWN_MUTATIONS, act, readSteps } from '../support/onboarding-operations.ts';
import { buildApplicant, fillChecklist } from '../support/onboarding-scene.ts';
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
