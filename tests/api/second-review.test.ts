import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Role } from '../../api/modules/accounts/index.ts';
import type { UnsealedAccount } from '../../api/modules/accounts/index.ts';
import { suspendDraws } from '../support/audit-scene.ts';
import { buildAccount } from '../support/builders/account.builder.ts';
import { buildCredentialType } from '../support/builders/credential.builder.ts';
import { claimCredential, decideCredential, readCredential } from '../support/credential-operations.ts';
import type { CredentialOutcome } from '../support/credential-operations.ts';
import { buildSubmitted } from '../support/credential-scene.ts';
import { TEST_NOW } from '../support/fakes/clock.ts';
import type { GraphQLClient } from '../support/graphql-client.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';

const NOTE = 'The photograph looks wrong to me.';

/** Everything of a credential that an auditor can ask for. */
const EVERYTHING = `id state version dueAt submittedAt claimedByMe claimedByOther claimExpiresAt
  decisions { decision reasonCode note decidedBy at } history { from to actorRole actorName at reason }`;
const DETAIL = `query ($id: ID!) { credential(id: $id) { ${EVERYTHING} } }`;
const QUEUE = `{ auditQueue(first: 100) { totalCount edges { node { ${EVERYTHING} } } } }`;

let api: TestApi;
let people: UnsealedAccount[];
let [first, second, third]: GraphQLClient[] = [];
beforeAll(async () => {
  api = await startTestApi();
  await suspendDraws(api);
  people = await Promise.all(
    ['Grace Turner', 'Fang Wei', 'Priya Nair'].map((displayName) =>
      buildAccount(api.em, { roles: [Role.AUDITOR], displayName }),
    ),
  );
  [first, second, third] = await Promise.all(people.map((person) => api.as(person)));
});
beforeEach(() => api.clock.set(TEST_NOW));
afterAll(() => api.close());

async function buildHighRisk(): Promise<Awaited<ReturnType<typeof buildSubmitted>>> {
  const type = await buildCredentialType(api.em, { highRisk: true });
  return buildSubmitted(api, { type: type.id });
}

async function vote(
  auditor: GraphQLClient,
  credentialId: string,
  decision: 'APPROVE' | 'REJECT' | 'REQUEST_MORE',
  note?: string,
): Promise<CredentialOutcome> {
  const claimed = await claimCredential(auditor, credentialId);
  if (!claimed.credential) return claimed;
  const reasonCode = { APPROVE: 'MATCHES', REJECT: 'NUMBER_WRONG', REQUEST_MORE: 'DATES_UNCLEAR' }[decision];
  return decideCredential(auditor, {
    credentialId,
    decision,
    reasonCode,
    version: claimed.credential.version,
    ...(note === undefined ? {} : { note }),
  });
}

describe('what could hurt somebody', () => {
  it.each([
    { votes: ['APPROVE', 'APPROVE'], state: 'APPROVED' },
    { votes: ['REJECT', 'REJECT'], state: 'REJECTED' },
    { votes: ['APPROVE', 'REJECT'], state: 'THIRD_REVIEW' },
    { votes: ['REJECT', 'APPROVE', 'APPROVE'], state: 'APPROVED' },
    { votes: ['APPROVE', 'REJECT', 'REJECT'], state: 'REJECTED' },
    { votes: ['APPROVE', 'REQUEST_MORE'], state: 'MORE_INFO' },
  ] as const)('after $votes is $state', async ({ votes, state }) => {
    const { credential } = await buildHighRisk();

    let outcome: CredentialOutcome | undefined;
    for (const [index, decision] of votes.entries())
      outcome = await vote([first, second, third][index]!, credential.id, decision);

    expect(outcome!.credential!.state).toBe(state);
  });

  it('takes two different people', async () => {
    const { credential } = await buildHighRisk();
    await vote(first!, credential.id, 'APPROVE');

    const again = await vote(first!, credential.id, 'APPROVE');

    expect(again).toMatchObject({ __typename: 'CredentialNotClaimableError', code: 'ALREADY_VOTED' });
    await api.sql(`update credential set claimed_by_id = $1, claim_expires_at = $2 where id = $3`, [
      people[0]!.id,
      new Date(TEST_NOW.getTime() + 60_000),
      credential.id,
    ]);
    const { version } = (await readCredential(first!, credential.id))!;
    expect(await decideCredential(first!, { credentialId: credential.id, version })).toMatchObject({
      __typename: 'CredentialNotDecidableError',
      code: 'ALREADY_VOTED',
    });
  });

  it('tells nobody before the decision, and the provider then', async () => {
    const { credential, asOwner } = await buildHighRisk();
    const announced = (): Promise<unknown[]> =>
      api.sql(`select topic from outbox_message where payload->>'credentialId' = $1`, [credential.id]);

    await vote(first!, credential.id, 'REJECT', NOTE);
    expect(await announced()).toEqual([]);
    expect((await readCredential(asOwner, credential.id))!.decisions).toEqual([]);

    await vote(second!, credential.id, 'REJECT');
    expect(await announced()).toEqual([{ topic: 'credential.decided' }]);
    expect((await readCredential(asOwner, credential.id))!.decisions).toEqual([
      expect.objectContaining({ decision: 'REJECT', note: NOTE, decidedBy: 'Auditor' }),
      expect.objectContaining({ decision: 'REJECT', decidedBy: 'Auditor' }),
    ]);
  });

  it('tells the provider what was decided, not who was outvoted', async () => {
    const { credential, asOwner } = await buildHighRisk();
    await vote(first!, credential.id, 'REJECT', NOTE);
    await vote(second!, credential.id, 'APPROVE');
    await vote(third!, credential.id, 'APPROVE');

    const { decisions } = (await readCredential(asOwner, credential.id))!;

    expect(decisions.map(({ decision }) => decision)).toEqual(['APPROVE', 'APPROVE']);
    expect((await readCredential(first!, credential.id))!.decisions).toHaveLength(3);
  });
});

describe('auditors are blind to each other', () => {
  /** What the others are shown after a first vote, with what differs between any two credentials put aside. */
  async function shownAfter(decision: 'APPROVE' | 'REJECT'): Promise<{ detail: string; queue: string; total: number }> {
    const { credential } = await buildHighRisk();
    api.clock.advanceMinutes(7);
    await vote(first!, credential.id, decision, NOTE);
    api.clock.set(TEST_NOW);
    const detail = (await second!.send(DETAIL, { id: credential.id })).body;
    const queue = await second!.ask<{ auditQueue: { totalCount: number; edges: { node: { id: string } }[] } }>(QUEUE);
    const node = queue.auditQueue.edges.find((edge) => edge.node.id === credential.id);
    await vote(second!, credential.id, decision);
    const neutral = (text: string): string => text.replaceAll(credential.id, 'ID');
    return { detail: neutral(detail), queue: neutral(JSON.stringify(node)), total: queue.auditQueue.totalCount };
  }

  it('the whole answer is the same whether the first vote was for or against', async () => {
    const approved = await shownAfter('APPROVE');
    const rejected = await shownAfter('REJECT');

    expect(rejected).toEqual(approved);
    expect(approved.detail).toContain('SECOND_REVIEW');
    for (const secret of [NOTE, 'Grace', 'MATCHES', 'NUMBER_WRONG', people[0]!.id, '09:07'])
      expect(approved.detail + approved.queue).not.toContain(secret);
  });

  it('each sees their own vote, and all of them once it is decided', async () => {
    const { credential } = await buildHighRisk();
    await vote(first!, credential.id, 'APPROVE', NOTE);
    expect((await readCredential(first!, credential.id))!.decisions).toHaveLength(1);

    await vote(second!, credential.id, 'REJECT');
    expect((await readCredential(first!, credential.id))!.decisions).toHaveLength(1);
    expect((await third!.send(DETAIL, { id: credential.id })).body).not.toMatch(/Grace|Fang|photograph/);

    await vote(third!, credential.id, 'APPROVE');
    const { decisions } = (await readCredential(second!, credential.id))!;
    expect(decisions.map(({ decidedBy }) => decidedBy)).toEqual(['Grace Turner', 'Fang Wei', 'Priya Nair']);
  });

  it('a request for more shows what is asked, and keeps the vote before it closed', async () => {
    const { credential, asOwner } = await buildHighRisk();
    await vote(first!, credential.id, 'APPROVE', NOTE);
    await vote(second!, credential.id, 'REQUEST_MORE', 'Both sides, please.');

    const forThird = (await readCredential(third!, credential.id))!.decisions;
    const forOwner = (await readCredential(asOwner, credential.id))!.decisions;

    expect(forThird.map(({ note }) => note)).toEqual(['Both sides, please.']);
    expect(forOwner.map(({ note }) => note)).toEqual(['Both sides, please.']);
  });
});
