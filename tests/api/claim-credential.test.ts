import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Role } from '../../api/modules/accounts/index.ts';
import { CredentialState } from '../../api/modules/qualifications/index.ts';
import { buildAccount } from '../support/builders/account.builder.ts';
import { claimCredential, readCredential } from '../support/credential-operations.ts';
import { TEST_NOW } from '../support/fakes/clock.ts';
import type { GraphQLClient } from '../support/graphql-client.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';
import { buildSubmitted } from '../support/credential-scene.ts';

const NOTHING = '01900000-0000-7000-8000-000000000000';

let api: TestApi;
let auditor: GraphQLClient;
let otherAuditor: GraphQLClient;
beforeAll(async () => {
  api = await startTestApi();
  auditor = await api.as(await buildAccount(api.em, { roles: [Role.AUDITOR], displayName: 'Grace Turner' }));
  otherAuditor = await api.as(await buildAccount(api.em, { roles: [Role.AUDITOR] }));
});
beforeEach(() => api.clock.set(TEST_NOW));
afterAll(() => api.close());

describe('claimCredential', () => {
  it('takes a credential for thirty minutes; another auditor sees that it is taken', async () => {
    const { credential } = await buildSubmitted(api);

    const outcome = await claimCredential(auditor, credential.id);

    expect(outcome).toMatchObject({
      __typename: 'CredentialClaimed',
      credential: {
        state: 'IN_REVIEW',
        version: 2,
        claimedByMe: true,
        claimedByOther: false,
        claimExpiresAt: new Date(TEST_NOW.getTime() + 30 * 60_000).toISOString(),
      },
    });
    expect(await readCredential(otherAuditor, credential.id)).toMatchObject({
      claimedByMe: false,
      claimedByOther: true,
    });
    expect(await claimCredential(otherAuditor, credential.id)).toMatchObject({
      __typename: 'CredentialNotClaimableError',
      code: 'NOT_OPEN',
    });
  });

  it('of two auditors at once gives it to one', async () => {
    const { credential } = await buildSubmitted(api);

    const outcomes = await Promise.all([
      claimCredential(auditor, credential.id),
      claimCredential(otherAuditor, credential.id),
    ]);

    expect(outcomes.map(({ __typename }) => __typename).sort()).toEqual([
      'CredentialClaimed',
      'CredentialNotClaimableError',
    ]);
  });

  it('lets another have it from the thirtieth minute on', async () => {
    const { credential } = await buildSubmitted(api);
    await claimCredential(auditor, credential.id);

    api.clock.advanceMinutes(29.99);
    const early = await claimCredential(otherAuditor, credential.id);
    api.clock.advanceMinutes(0.01);
    const late = await claimCredential(otherAuditor, credential.id);

    expect([early.__typename, late.__typename]).toEqual(['CredentialNotClaimableError', 'CredentialClaimed']);
  });

  it.each([CredentialState.APPROVED, CredentialState.REJECTED, CredentialState.MORE_INFO])(
    'does not open one that is %s',
    async (state) => {
      const { credential } = await buildSubmitted(api, { state });

      expect(await claimCredential(auditor, credential.id)).toMatchObject({
        __typename: 'CredentialNotClaimableError',
        code: 'NOT_OPEN',
      });
    },
  );

  it('knows nothing of a draft', async () => {
    const { credential } = await buildSubmitted(api, { state: CredentialState.DRAFT });

    expect(await claimCredential(auditor, credential.id)).toMatchObject({ code: 'UNKNOWN' });
    expect(await readCredential(auditor, credential.id)).toBeNull();
  });

  it('gives nobody their own', async () => {
    const { credential, owner } = await buildSubmitted(api);
    await api.sql(`update account set roles = '{PROVIDER,AUDITOR}' where id = $1`, [owner.id]);

    expect(await claimCredential(await api.as(owner), credential.id)).toMatchObject({ code: 'CONFLICT_OF_INTEREST' });
  });

  it.each([NOTHING, 'nonsense'])('knows nothing of %s', async (id) => {
    expect(await claimCredential(auditor, id)).toMatchObject({
      __typename: 'CredentialNotClaimableError',
      code: 'UNKNOWN',
    });
  });
});
