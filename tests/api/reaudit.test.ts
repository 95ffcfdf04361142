import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../../api/kernel/ids.ts';
import { Role } from '../../api/modules/accounts/index.ts';
import { CredentialReaudit, ticketOf } from '../../api/modules/qualifications/index.ts';
import { buildAuditor, vote } from '../support/audit-scene.ts';
import type { Auditor } from '../support/audit-scene.ts';
import { buildAccount } from '../support/builders/account.builder.ts';
import { buildCredentialType } from '../support/builders/credential.builder.ts';
import { readCredential } from '../support/credential-operations.ts';
import { buildSubmitted } from '../support/credential-scene.ts';
import { TEST_NOW } from '../support/fakes/clock.ts';
import type { GraphQLClient } from '../support/graphql-client.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';

const NOTHING = '01900000-0000-7000-8000-000000000000';
const FIELDS = 'id version claimedByMe claimedByOther claimExpiresAt dueAt credential { id state }';
const QUEUE = `{ reauditQueue(first: 100) { totalCount edges { node { ${FIELDS} } } } }`;
const CLAIM = `mutation ($id: ID!) { claimReaudit(reauditId: $id) { __typename ... on UserError { code message } ... on ReauditClaimed { reaudit { ${FIELDS} } } } }`;
const DECIDE = `mutation ($input: DecideReauditInput!) { decideReaudit(input: $input) { __typename ... on UserError { code message } ... on ReauditDecided { reaudit { ${FIELDS} } } } }`;
const AGREEMENT = `query ($from: LocalDate!, $to: LocalDate!) { auditAgreement(from: $from, to: $to) {
  overall { pairs observed expected kappa } auditors { auditorId name figure { pairs kappa } } types { type { id } figure { pairs kappa } } } }`;
const DRAWS = '{ reauditDraws { period share commitment seed approvals drawn isConsistent } }';
const SPAN = { from: '2027-03-01', to: '2027-03-31' };

interface Outcome {
  readonly __typename: string;
  readonly code?: string;
  readonly reaudit?: { readonly id: string; readonly version: number; readonly claimedByMe: boolean };
}

let api: TestApi;
let first: Auditor;
let other: Auditor;
beforeAll(async () => {
  api = await startTestApi();
  first = await buildAuditor(api, 'Grace Turner');
  other = await buildAuditor(api, 'Fang Wei');
});
beforeEach(() => api.clock.set(TEST_NOW));
afterAll(() => api.close());

/** Approved by the first auditor, and drawn. */
async function buildDrawn(): Promise<{ id: string; credentialId: string; asOwner: GraphQLClient; ownerId: string }> {
  const { credential, asOwner, owner } = await buildSubmitted(api);
  await vote(first, credential.id, 'APPROVE', 'Looks right.');
  await api.sql('delete from credential_reaudit where credential_id = $1', [credential.id]);
  const id = newId();
  await api.em.insert(CredentialReaudit, {
    id,
    credential: credential.id,
    period: '2027-03',
    ticket: 0.01,
    drawnAt: TEST_NOW,
    dueAt: new Date(TEST_NOW.getTime() + 7 * 86_400_000),
    claimedBy: null,
    claimExpiresAt: null,
    version: 1,
    auditor: null,
    decision: null,
    reasonCode: null,
    note: null,
    decidedAt: null,
  });
  return { id, credentialId: credential.id, asOwner, ownerId: owner.id };
}

const claim = async ({ client }: Pick<Auditor, 'client'>, id: string): Promise<Outcome> =>
  (await client.ask<{ claimReaudit: Outcome }>(CLAIM, { id })).claimReaudit;

const decide = async (
  { client }: Pick<Auditor, 'client'>,
  reauditId: string,
  input: Readonly<Record<string, unknown>> = {},
): Promise<Outcome> =>
  (
    await client.ask<{ decideReaudit: Outcome }>(DECIDE, {
      input: { reauditId, decision: 'APPROVE', reasonCode: 'MATCHES', version: 2, ...input },
    })
  ).decideReaudit;

const queueOf = async ({ client }: Auditor): Promise<string[]> =>
  (await client.ask<{ reauditQueue: { edges: { node: { id: string } }[] } }>(QUEUE)).reauditQueue.edges.map(
    ({ node }) => node.id,
  );

describe('what was drawn to be audited again', () => {
  it('is for another auditor: it is in their queue and not in that of who approved it', async () => {
    const { id } = await buildDrawn();

    expect(await queueOf(other)).toContain(id);
    expect(await queueOf(first)).not.toContain(id);
    expect(await claim(first, id)).toMatchObject({ __typename: 'ReauditNotClaimableError', code: 'ALREADY_VOTED' });
  });

  it('hides the first vote until it is done', async () => {
    const { id, credentialId } = await buildDrawn();
    const detail = `query ($id: ID!) { credential(id: $id) { decisions { note decidedBy reasonCode } history { actorName to } } }`;
    await claim(other, id);

    const before = (await other.client.send(detail, { id: credentialId })).body;
    await decide(other, id);
    const after = (await other.client.send(detail, { id: credentialId })).body;

    expect(before).not.toMatch(/Grace|Looks right|MATCHES/);
    expect(after).toMatch(/Grace Turner/);
    expect((await readCredential(first.client, credentialId))!.state).toBe('APPROVED');
  });

  it('goes to one of two who claim at once, and is voted on once', async () => {
    const { id } = await buildDrawn();
    const third = await buildAuditor(api, 'Priya Nair');

    const claims = await Promise.all([claim(other, id), claim(third, id)]);
    expect(claims.map(({ __typename }) => __typename).sort()).toEqual(['ReauditClaimed', 'ReauditNotClaimableError']);
    const winner = claims[0].__typename === 'ReauditClaimed' ? other : third;
    const votes = await Promise.all([
      decide(winner, id),
      decide(winner, id, { decision: 'REJECT', reasonCode: 'NUMBER_WRONG' }),
    ]);
    expect(votes.map(({ __typename }) => __typename).sort()).toEqual(['ReauditDecided', 'ReauditNotDecidableError']);
    expect(await queueOf(third)).not.toContain(id);
  });

  it('is kept from who has to do with the holder', async () => {
    const { id, ownerId } = await buildDrawn();
    await api.sql(`update account set roles = '{PROVIDER,AUDITOR}' where id = $1`, [ownerId]);
    const owner = { client: await api.as({ id: ownerId }) };

    expect(await claim(owner, id)).toMatchObject({ code: 'CONFLICT_OF_INTEREST' });
  });

  it('counts on the version looked at, with a claim that runs and a reason that fits', async () => {
    const { id } = await buildDrawn();

    expect(await decide(other, id, { version: 1 })).toMatchObject({ code: 'NOT_CLAIMED' });
    await claim(other, id);
    expect(await decide(other, id, { version: 1 })).toMatchObject({ code: 'CHANGED' });
    expect(await decide(other, id, { reasonCode: 'NUMBER_WRONG' })).toMatchObject({ code: 'REASON_UNKNOWN' });
    expect(await decide(other, id, { decision: 'REQUEST_MORE', reasonCode: 'DATES_UNCLEAR' })).toMatchObject({
      code: 'REASON_UNKNOWN',
    });
    api.clock.advanceMinutes(30);
    expect(await decide(other, id)).toMatchObject({ code: 'NOT_CLAIMED' });
  });

  it.each([NOTHING, 'nonsense'])('knows nothing of %s', async (id) => {
    expect(await claim(other, id)).toMatchObject({ code: 'UNKNOWN' });
    expect(await decide(other, id)).toMatchObject({ code: 'UNKNOWN' });
  });

  it.each([
    ['reauditQueue', QUEUE, {}, [Role.AUDITOR]],
    ['claimReaudit', CLAIM, { id: NOTHING }, [Role.AUDITOR]],
    [
      'decideReaudit',
      DECIDE,
      { input: { reauditId: NOTHING, decision: 'APPROVE', reasonCode: 'MATCHES', version: 1 } },
      [Role.AUDITOR],
    ],
    ['auditAgreement', AGREEMENT, SPAN, [Role.AUDITOR, Role.OPERATOR]],
    ['reauditDraws', DRAWS, {}, [Role.AUDITOR, Role.OPERATOR]],
  ] as const)('%s is for its roles alone', async (_name, document, variables, roles) => {
    expect((await api.visitor().send(document, variables)).errors[0]!.extensions.code).toBe('UNAUTHENTICATED');
    for (const role of Object.values(Role)) {
      const client = await api.as(await buildAccount(api.em, { roles: [role] }));
      const code = (await client.send(document, variables)).errors[0]?.extensions.code;
      expect(code).toBe((roles as readonly Role[]).includes(role) ? undefined : 'FORBIDDEN');
    }
  });
});

describe('the draw', () => {
  it('takes what the seed says, shows the seed only when its month is over, and can be checked', async () => {
    api.clock.set(new Date('2027-05-31T22:00:00Z'));
    const auditor = await buildAuditor(api, 'Noor Ali');
    const approved: string[] = [];
    for (let index = 0; index < 40; index += 1) {
      const { credential } = await buildSubmitted(api);
      await vote(auditor, credential.id);
      approved.push(credential.id);
    }

    const draws = async (): Promise<Record<string, unknown>> =>
      (await auditor.client.ask<{ reauditDraws: { period: string }[] }>(DRAWS)).reauditDraws.find(
        ({ period }) => period === '2027-05',
      )!;
    const during = await draws();
    api.clock.set(new Date('2027-06-01T00:00:00Z'));
    const after = await draws();

    const [{ seed }] = (await api.sql<{ seed: string }>(`select seed from reaudit_seed where period = '2027-05'`)) as [
      { seed: string },
    ];
    const expected = approved.filter((id) => ticketOf(seed, id) < 0.05);
    const rows = await api.sql<{ id: string }>(
      `select credential_id as id from credential_reaudit where period = '2027-05'`,
    );
    expect(rows.map(({ id }) => id).sort()).toEqual(expected.sort());
    expect(during).toMatchObject({ seed: null, approvals: 40, drawn: expected.length, isConsistent: true });
    expect(after).toEqual({ ...during, seed });
  });

  it('notices a draw that was tampered with', async () => {
    api.clock.set(new Date('2027-07-10T10:00:00Z'));
    const auditor = await buildAuditor(api);
    const { credential } = await buildSubmitted(api);
    await vote(auditor, credential.id);
    await api.sql(`update reaudit_seed set share = 1 where period = '2027-07'`);
    await api.sql('delete from credential_reaudit where credential_id = $1', [credential.id]);

    const { reauditDraws } = await auditor.client.ask<{ reauditDraws: object[] }>(DRAWS);

    expect(reauditDraws).toContainEqual(
      expect.objectContaining({ period: '2027-07', approvals: 1, drawn: 0, isConsistent: false }),
    );
  });
});

describe('auditAgreement', () => {
  beforeEach(() => api.clock.set(new Date('2027-09-10T10:00:00Z')));

  it('compares blind votes per auditor and type, re-audits included', async () => {
    const [grace, fang] = [await buildAuditor(api, 'Grace T'), await buildAuditor(api, 'Fang W')];
    const type = await buildCredentialType(api.em, { highRisk: true });
    for (const [one, two] of [
      ['APPROVE', 'APPROVE'],
      ['APPROVE', 'APPROVE'],
      ['REJECT', 'REJECT'],
      ['APPROVE', 'REJECT'],
    ] as const) {
      const { credential } = await buildSubmitted(api, { type: type.id });
      await vote(grace, credential.id, one);
      await vote(fang, credential.id, two);
      if (one !== two) await vote(await buildAuditor(api, 'Third'), credential.id);
    }

    const { auditAgreement } = await grace.client.ask<{
      auditAgreement: {
        overall: { pairs: number; kappa: number };
        auditors: { auditorId: string; figure: { pairs: number; kappa: number | null } }[];
        types: { type: { id: string }; figure: { pairs: number; kappa: number } }[];
      };
    }>(AGREEMENT, { from: '2027-09-01', to: '2027-09-30' });

    // pₒ = 3/4, pₑ = (3·2 + 1·2) / 16 = 1/2.
    expect(auditAgreement.overall).toMatchObject({ pairs: 4, observed: 0.75, expected: 0.5, kappa: 0.5 });
    expect(auditAgreement.types).toEqual([{ type: { id: type.id }, figure: { pairs: 4, kappa: 0.5 } }]);
    expect(auditAgreement.auditors.map(({ auditorId, figure }) => [auditorId, figure.pairs])).toEqual([
      [fang.account.id, 4],
      [grace.account.id, 4],
    ]);
  });

  it('says nothing where there is nothing, and refuses a span that runs backwards', async () => {
    const { client } = await buildAuditor(api);
    const empty = await client.ask<{ auditAgreement: { overall: unknown } }>(AGREEMENT, {
      from: '2020-01-01',
      to: '2020-12-31',
    });

    expect(empty.auditAgreement).toEqual({
      overall: { pairs: 0, observed: null, expected: null, kappa: null },
      auditors: [],
      types: [],
    });
    await expect(client.ask(AGREEMENT, { from: '2027-03-02', to: '2027-03-01' })).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
    });
  });
});
