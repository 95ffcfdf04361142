import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Role } from '../../api/modules/accounts/index.ts';
import { CredentialState } from '../../api/modules/qualifications/index.ts';
import { holdSlot } from '../support/booking-operations.ts';
import { buildBookingScene } from '../support/booking-scene.ts';
import { suspendDraws } from '../support/audit-scene.ts';
import { buildAccount } from '../support/builders/account.builder.ts';
import { buildCredential, buildCredentialType } from '../support/builders/credential.builder.ts';
import { buildServiceItem } from '../support/builders/service-item.builder.ts';
import { claimCredential, decideCredential, readCredential } from '../support/credential-operations.ts';
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
  await suspendDraws(api);
  auditor = await api.as(await buildAccount(api.em, { roles: [Role.AUDITOR], displayName: 'Grace Turner' }));
  otherAuditor = await api.as(await buildAccount(api.em, { roles: [Role.AUDITOR] }));
});
beforeEach(() => api.clock.set(TEST_NOW));
afterAll(() => api.close());

describe('decideCredential', () => {
  async function buildClaimed(): Promise<Awaited<ReturnType<typeof buildSubmitted>> & { version: number }> {
    const submitted = await buildSubmitted(api);
    const { credential } = await claimCredential(auditor, submitted.credential.id);
    return { ...submitted, version: credential!.version };
  }

  it.each([
    { decision: 'APPROVE', reasonCode: 'MATCHES', state: 'APPROVED' },
    { decision: 'REJECT', reasonCode: 'NUMBER_WRONG', state: 'REJECTED' },
  ])('$decision makes it $state, on the record and in the outbox', async ({ decision, reasonCode, state }) => {
    const { credential, asOwner, version } = await buildClaimed();

    const outcome = await decideCredential(auditor, {
      credentialId: credential.id,
      decision,
      reasonCode,
      note: ' Thank you. ',
      version,
    });

    expect(outcome).toMatchObject({
      __typename: 'CredentialDecided',
      credential: {
        state,
        version: version + 1,
        claimedByMe: false,
        claimExpiresAt: null,
        decisions: [{ decision, reasonCode, note: 'Thank you.', decidedBy: 'Grace Turner' }],
      },
    });
    expect((await readCredential(asOwner, credential.id))!.decisions).toEqual([
      { decision, reasonCode, note: 'Thank you.', decidedBy: 'Auditor' },
    ]);
    expect(
      await api.sql(`select topic from outbox_message where payload->>'credentialId' = $1`, [credential.id]),
    ).toEqual([{ topic: 'credential.decided' }]);
  });

  it('needs a claim of one’s own that still runs', async () => {
    const { credential, version } = await buildClaimed();

    const another = await decideCredential(otherAuditor, { credentialId: credential.id, version });
    api.clock.advanceMinutes(30);
    const late = await decideCredential(auditor, { credentialId: credential.id, version });

    expect([another.code, late.code]).toEqual(['NOT_CLAIMED', 'NOT_CLAIMED']);
    expect((await readCredential(auditor, credential.id))!.decisions).toEqual([]);
  });

  it('counts only on the version that was looked at', async () => {
    const { credential, version } = await buildClaimed();
    await claimCredential(auditor, credential.id);

    expect(await decideCredential(auditor, { credentialId: credential.id, version })).toMatchObject({
      __typename: 'CredentialNotDecidableError',
      code: 'CHANGED',
    });
    expect(await decideCredential(auditor, { credentialId: credential.id, version: version + 1 })).toMatchObject({
      __typename: 'CredentialDecided',
    });
  });

  it.each([
    { decision: 'APPROVE', reasonCode: 'NUMBER_WRONG' },
    { decision: 'REJECT', reasonCode: 'MATCHES' },
    { decision: 'APPROVE', reasonCode: 'BECAUSE' },
  ])('refuses a reason that does not fit: $decision for $reasonCode', async ({ decision, reasonCode }) => {
    const { credential, version } = await buildClaimed();

    expect(
      await decideCredential(auditor, { credentialId: credential.id, decision, reasonCode, version }),
    ).toMatchObject({ code: 'REASON_UNKNOWN' });
    expect((await readCredential(auditor, credential.id))!.state).toBe('IN_REVIEW');
  });

  it('is done once: of two decisions at once the second does not count', async () => {
    const { credential, version } = await buildClaimed();

    const outcomes = await Promise.all([
      decideCredential(auditor, { credentialId: credential.id, version }),
      decideCredential(auditor, {
        credentialId: credential.id,
        decision: 'REJECT',
        reasonCode: 'NUMBER_WRONG',
        version,
      }),
    ]);

    expect(outcomes.map(({ __typename }) => __typename).sort()).toEqual([
      'CredentialDecided',
      'CredentialNotDecidableError',
    ]);
    expect((await readCredential(auditor, credential.id))!.decisions).toHaveLength(1);
  });

  it('is not for one’s own, even where the claim is there', async () => {
    const { credential, owner, version } = await buildClaimed();
    await api.sql(`update account set roles = '{PROVIDER,AUDITOR}' where id = $1`, [owner.id]);
    await api.sql('update credential set claimed_by_id = $1 where id = $2', [owner.id, credential.id]);

    expect(await decideCredential(await api.as(owner), { credentialId: credential.id, version })).toMatchObject({
      code: 'CONFLICT_OF_INTEREST',
    });
  });

  it('knows nothing of a credential that does not exist', async () => {
    expect(await decideCredential(auditor, { credentialId: NOTHING, version: 1 })).toMatchObject({ code: 'UNKNOWN' });
  });
});

describe('what a decision changes', () => {
  it.each([
    { decision: 'APPROVE', reasonCode: 'MATCHES', then: 'Hold' },
    { decision: 'REJECT', reasonCode: 'NUMBER_WRONG', then: 'NotBookableError' },
  ])('after $decision a booking ends as $then', async ({ decision, reasonCode, then }) => {
    const item = await buildServiceItem(api.em, { requiredCredentialCodes: ['IDENTITY'] });
    const scene = await buildBookingScene(api, { items: [item], qualified: false });
    const credential = await buildCredential(api.em, {
      provider: scene.provider.id,
      type: (await buildCredentialType(api.em, { code: 'IDENTITY' })).id,
      state: CredentialState.SUBMITTED,
    });
    expect(await holdSlot(scene.client, scene.wish())).toMatchObject({ __typename: 'NotBookableError' });
    const claimed = await claimCredential(auditor, credential.id);

    await decideCredential(auditor, {
      credentialId: credential.id,
      decision,
      reasonCode,
      version: claimed.credential!.version,
    });

    expect((await holdSlot(scene.client, scene.wish())).__typename).toBe(then);
  });
});
