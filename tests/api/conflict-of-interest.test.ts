import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../../api/kernel/ids.ts';
import { Role } from '../../api/modules/accounts/index.ts';
import { Business, BusinessManager } from '../../api/modules/providers/index.ts';
import { CredentialState } from '../../api/modules/qualifications/index.ts';
import { buildAuditor, suspendDraws } from '../support/audit-scene.ts';
import type { Auditor } from '../support/audit-scene.ts';
import { buildProvider } from '../support/builders/provider.builder.ts';
import { claimCredential, decideCredential } from '../support/credential-operations.ts';
import { buildSubmitted } from '../support/credential-scene.ts';
import { TEST_NOW } from '../support/fakes/clock.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';

const CONFLICT = 'query ($id: ID!) { credential(id: $id) { conflictOfInterest } }';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
  await suspendDraws(api);
});
beforeEach(() => api.clock.set(TEST_NOW));
afterAll(() => api.close());

async function buildBusiness(): Promise<string> {
  const id = newId();
  await api.em.insert(Business, { id, name: 'Willow Lane', createdAt: TEST_NOW });
  return id;
}

const manage = (business: string, account: string): Promise<unknown> =>
  api.em.insert(BusinessManager, { id: newId(), business, account, since: TEST_NOW });

const employ = (business: string, provider: string): Promise<unknown> =>
  api.sql('update provider set business_id = $1 where id = $2', [business, provider]);

/** An auditor who works as a provider too. */
async function employAuditor(business: string, { account }: Auditor): Promise<void> {
  const { id } = await buildProvider(api.em, { account: account.id });
  await employ(business, id);
}

type Scene = Awaited<ReturnType<typeof buildSubmitted>> & { readonly auditor: Auditor; readonly business: string };

const TIES: Readonly<Record<string, (scene: Scene) => Promise<unknown>>> = {
  EMPLOYER: async ({ auditor, business, credential }) => {
    await employ(business, credential.provider);
    await manage(business, auditor.account.id);
  },
  EMPLOYEE: async ({ auditor, business, owner }) => {
    await manage(business, owner.id);
    await employAuditor(business, auditor);
  },
  COLLEAGUE: async ({ auditor, business, credential }) => {
    await employ(business, credential.provider);
    await employAuditor(business, auditor);
  },
};

describe('who has to do with the holder', () => {
  it.each(Object.keys(TIES))('as %s sees it, and neither claims nor decides', async (kind) => {
    const scene: Scene = {
      ...(await buildSubmitted(api)),
      auditor: await buildAuditor(api),
      business: await buildBusiness(),
    };
    const { auditor, credential } = scene;
    const claimed = await claimCredential(auditor.client, credential.id);
    await TIES[kind]!(scene);

    expect(await auditor.client.ask(CONFLICT, { id: credential.id })).toEqual({
      credential: { conflictOfInterest: kind },
    });
    expect(
      await decideCredential(auditor.client, { credentialId: credential.id, version: claimed.credential!.version }),
    ).toMatchObject({ code: 'CONFLICT_OF_INTEREST' });
    await api.sql('update credential set claimed_by_id = null, claim_expires_at = null where id = $1', [credential.id]);
    expect(await claimCredential(auditor.client, credential.id)).toMatchObject({ code: 'CONFLICT_OF_INTEREST' });
  });

  it('of another business has nothing to do with it', async () => {
    const { credential } = await buildSubmitted(api);
    const auditor = await buildAuditor(api);
    await employ(await buildBusiness(), credential.provider);
    await manage(await buildBusiness(), auditor.account.id);

    expect(await auditor.client.ask(CONFLICT, { id: credential.id })).toEqual({
      credential: { conflictOfInterest: null },
    });
    expect((await claimCredential(auditor.client, credential.id)).__typename).toBe('CredentialClaimed');
  });

  it('cannot take it back as an operator either', async () => {
    const { credential } = await buildSubmitted(api, { state: CredentialState.APPROVED });
    const { account } = await buildAuditor(api);
    const business = await buildBusiness();
    await employ(business, credential.provider);
    await manage(business, account.id);
    await api.sql('update account set roles = $2 where id = $1', [account.id, [Role.OPERATOR]]);

    const operator = await api.as(account);
    const { revokeCredential } = await operator.ask<{ revokeCredential: { code: string } }>(
      `mutation ($input: RevokeCredentialInput!) { revokeCredential(input: $input) { ... on UserError { code } } }`,
      { input: { credentialId: credential.id, reasonCode: 'WRONG_DECISION', version: 1 } },
    );

    expect(revokeCredential.code).toBe('CONFLICT_OF_INTEREST');
  });

  it('is marked throughout the queue', async () => {
    const business = await buildBusiness();
    for (let index = 0; index < 5; index += 1) {
      const { credential } = await buildSubmitted(api);
      await employ(business, credential.provider);
    }
    const auditor = await buildAuditor(api);
    await manage(business, auditor.account.id);
    const { auditQueue } = await auditor.client.ask<{
      auditQueue: { edges: { node: { conflictOfInterest: string | null } }[] };
    }>('{ auditQueue(first: 100) { edges { node { conflictOfInterest } } } }');

    expect(auditQueue.edges.filter(({ node }) => node.conflictOfInterest === 'EMPLOYER')).toHaveLength(5);
  });
});
