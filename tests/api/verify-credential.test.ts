import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ProviderStatus } from '../../api/modules/providers/index.ts';
import { CredentialState } from '../../api/modules/qualifications/index.ts';
import type { Credential } from '../../api/modules/qualifications/index.ts';
import { buildCredential, buildCredentialType } from '../support/builders/credential.builder.ts';
import { buildProvider } from '../support/builders/provider.builder.ts';
import { TEST_NOW } from '../support/fakes/clock.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
beforeEach(() => api.clock.set(TEST_NOW));
afterAll(() => api.close());

describe('verifyCredential', () => {
  const light = async (code: string): Promise<unknown> =>
    (
      await api
        .visitor()
        .ask<{ verifyCredential: unknown }>(
          'query ($code: String!) { verifyCredential(code: $code) { light holderName typeName validUntil } }',
          { code },
        )
    ).verifyCredential;

  it.each<{ what: string; type: string; overrides: Partial<Credential>; status?: ProviderStatus; shows: string }>([
    { what: 'an approved one', type: 'IDENTITY', overrides: {}, shows: 'GREEN' },
    { what: 'one on its last day', type: 'FIRST_AID', overrides: { validUntil: '2027-03-10' }, shows: 'GREEN' },
    { what: 'one that ran out yesterday', type: 'FIRST_AID', overrides: { validUntil: '2027-03-09' }, shows: 'AMBER' },
    { what: 'one that begins tomorrow', type: 'FIRST_AID', overrides: { validFrom: '2027-03-11' }, shows: 'AMBER' },
    { what: 'one under review', type: 'IDENTITY', overrides: { state: CredentialState.IN_REVIEW }, shows: 'AMBER' },
    {
      what: 'a rejected secondary one',
      type: 'FIRST_AID',
      overrides: { state: CredentialState.REJECTED },
      shows: 'AMBER',
    },
    { what: 'a rejected identity', type: 'IDENTITY', overrides: { state: CredentialState.REJECTED }, shows: 'RED' },
    {
      what: 'a background check that was taken back',
      type: 'BACKGROUND_CHECK',
      overrides: { state: CredentialState.REVOKED },
      shows: 'RED',
    },
    {
      what: 'one of a suspended holder',
      type: 'FIRST_AID',
      overrides: {},
      status: ProviderStatus.SUSPENDED,
      shows: 'RED',
    },
  ])('shows $what as $shows', async ({ type, overrides, status, shows }) => {
    const provider = await buildProvider(api.em, status === undefined ? {} : { status });
    const credential = await buildCredential(api.em, {
      provider: provider.id,
      type: (await buildCredentialType(api.em, { code: type })).id,
      ...overrides,
    });

    expect(await light(credential.verificationCode)).toEqual({
      light: shows,
      holderName: 'Rosa Almeida',
      typeName: type,
      validUntil: overrides.validUntil ?? '2027-12-31',
    });
  });

  it.each([CredentialState.REVOKED, CredentialState.REJECTED])(
    'shows everything of a holder whose background check is %s as RED, unless another of it counts',
    async (state) => {
      const provider = await buildProvider(api.em);
      const firstAid = await buildCredential(api.em, { provider: provider.id });
      const type = (await buildCredentialType(api.em, { code: 'BACKGROUND_CHECK' })).id;
      await buildCredential(api.em, { provider: provider.id, type, state });

      expect(await light(firstAid.verificationCode)).toMatchObject({ light: 'RED' });
      await buildCredential(api.em, { provider: provider.id, type });
      expect(await light(firstAid.verificationCode)).toMatchObject({ light: 'GREEN' });
    },
  );

  it('has no page for a draft, nor for a type that is not public', async () => {
    const provider = await buildProvider(api.em);
    const draft = await buildCredential(api.em, { provider: provider.id, state: CredentialState.DRAFT });
    const type = (await buildCredentialType(api.em, { publicBadge: false })).id;
    const secret = await buildCredential(api.em, { provider: provider.id, type });

    expect(await light(draft.verificationCode)).toBeNull();
    expect(await light(secret.verificationCode)).toBeNull();
  });

  it.each(['', 'unknown', 'x'.repeat(101), `' or 1=1 --`])('knows nothing of the code "%s"', async (code) => {
    expect(await light(code)).toBeNull();
  });
});
