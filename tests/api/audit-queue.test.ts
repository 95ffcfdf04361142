import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildAuditor, vote } from '../support/audit-scene.ts';
import type { Auditor } from '../support/audit-scene.ts';
import { buildCredentialType } from '../support/builders/credential.builder.ts';
import { buildSubmitted } from '../support/credential-scene.ts';
import { TEST_NOW } from '../support/fakes/clock.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';

const QUEUE = `query ($filter: AuditQueueFilter, $first: Int, $after: String) { auditQueue(filter: $filter, first: $first, after: $after) {
  totalCount pageInfo { endCursor hasNextPage } edges { node { id conflictOfInterest votedByMe } } } }`;

interface Page {
  readonly totalCount: number;
  readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
  readonly edges: readonly { readonly node: { readonly id: string; readonly conflictOfInterest: string | null } }[];
}

let api: TestApi;
let auditor: Auditor;
beforeAll(async () => {
  api = await startTestApi();
  auditor = await buildAuditor(api);
});
beforeEach(() => api.clock.set(TEST_NOW));
afterAll(() => api.close());

const ask = async (variables: Readonly<Record<string, unknown>> = {}, who = auditor): Promise<Page> =>
  (await who.client.ask<{ auditQueue: Page }>(QUEUE, { first: 100, ...variables })).auditQueue;

const dueIn = (hours: number): { dueAt: Date } => ({ dueAt: new Date(TEST_NOW.getTime() + hours * 3_600_000) });

describe('auditQueue', () => {
  it('has what is overdue on top, then high risk, then the least time left; and pages in that order', async () => {
    const [high, low] = [await buildCredentialType(api.em, { highRisk: true }), await buildCredentialType(api.em)];
    const made = await Promise.all(
      [
        { type: low.id, ...dueIn(30) },
        { type: high.id, ...dueIn(40) },
        { type: low.id, ...dueIn(-1) },
        { type: high.id, ...dueIn(10) },
        { type: low.id, ...dueIn(2) },
        { type: high.id, ...dueIn(-0.1) },
      ].map(async (overrides) => (await buildSubmitted(api, overrides)).credential.id),
    );
    const wanted = [5, 2, 3, 1, 4, 0].map((index) => made[index]);

    const all = await ask();
    const paged: string[] = [];
    let after: string | null = null;
    do {
      const page: Page = await ask({ first: 2, after });
      paged.push(...page.edges.map(({ node }) => node.id));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);

    expect(all.edges.map(({ node }) => node.id)).toEqual(wanted);
    expect(paged).toEqual(wanted);
    expect(all.totalCount).toBe(6);
  });

  it('filters by type, state and lateness', async () => {
    const type = await buildCredentialType(api.em, { highRisk: true });
    const late = (await buildSubmitted(api, { type: type.id, ...dueIn(-5) })).credential.id;
    const second = (await buildSubmitted(api, { type: type.id })).credential.id;
    await vote(await buildAuditor(api), second);
    const ids = async (filter: object): Promise<string[]> =>
      (await ask({ filter: { typeId: type.id, ...filter } })).edges.map(({ node }) => node.id);

    expect(await ids({})).toEqual([late, second]);
    expect(await ids({ overdue: true })).toEqual([late]);
    expect(await ids({ states: ['SECOND_REVIEW'] })).toEqual([second]);
    expect(await ids({ states: ['THIRD_REVIEW', 'IN_REVIEW'] })).toEqual([]);
  });

  it('leaves out what one has voted on, and marks what one must not touch', async () => {
    const type = await buildCredentialType(api.em, { highRisk: true });
    const { credential, owner } = await buildSubmitted(api, { type: type.id });
    await vote(auditor, credential.id);
    await api.sql(`update account set roles = '{PROVIDER,AUDITOR}' where id = $1`, [owner.id]);
    const other = await buildAuditor(api);
    const filter = { typeId: type.id };

    expect((await ask({ filter })).totalCount).toBe(0);
    expect((await ask({ filter }, other)).edges.map(({ node }) => node.conflictOfInterest)).toEqual([null]);
    const own = await ask({ filter }, { account: owner, client: await api.as(owner) });
    expect(own.edges.map(({ node }) => node.conflictOfInterest)).toEqual(['OWN']);
  });
});
