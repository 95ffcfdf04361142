import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Role } from '../../api/modules/accounts/index.ts';
import { ProviderLevel } from '../../api/modules/catalog/index.ts';
import { confirmBooking, holdSlot } from '../support/booking-operations.ts';
import { buildBookingScene } from '../support/booking-scene.ts';
import type { BookingScene } from '../support/booking-scene.ts';
import { buildAccount } from '../support/builders/account.builder.ts';
import type { ProviderOverrides } from '../support/builders/provider.builder.ts';
import { buildServiceItem } from '../support/builders/service-item.builder.ts';
import { TEST_NOW } from '../support/fakes/clock.ts';
import type { GraphQLClient } from '../support/graphql-client.ts';
import {
  DECISIONS,
  OVERSEEN_PROVIDER,
  OVERSEEN_PROVIDERS,
  OWN_MUTATIONS,
  act,
} from '../support/onboarding-operations.ts';
import { asOperator, buildSubmittedApplicant } from '../support/onboarding-scene.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';

const NOTHING = '01900000-0000-7000-8000-000000000000';

let api: TestApi;
let operator: GraphQLClient;
beforeAll(async () => {
  api = await startTestApi();
  operator = await asOperator(api);
});
beforeEach(() => api.clock.set(TEST_NOW));
afterAll(() => api.close());

interface WorkingScene extends BookingScene {
  readonly own: GraphQLClient;
}

/** A household, and an active provider who can sign in. */
async function buildWorkingScene(overrides: ProviderOverrides = {}): Promise<WorkingScene> {
  const account = await buildAccount(api.em, { roles: [Role.PROVIDER] });
  const scene = await buildBookingScene(api, { account: account.id, ...overrides });
  return { ...scene, own: await api.as(account) };
}

const statusOf = async (providerId: string): Promise<string> =>
  (await api.sql<{ status: string }>('select status from provider where id = $1', [providerId]))[0]!.status;
const confirm = (scene: BookingScene, bookingId: string) =>
  confirmBooking(scene.client, { bookingId, idempotencyKey: randomUUID() });

describe('confirming a hold', () => {
  it.each([
    ['suspended', `update provider set status = 'SUSPENDED' where id = $1`, 'PROVIDER_NOT_ACTIVE'],
    ['on a break', `update provider set status = 'PAUSED' where id = $1`, 'PROVIDER_NOT_ACTIVE'],
    ['gone', `update provider set status = 'LEFT' where id = $1`, 'PROVIDER_NOT_ACTIVE'],
    ['no longer offering it', 'update offering set enabled = false where provider_id = $1', 'OFFERING_OFF'],
    ['below its level', `update provider set level = 'TRAINEE' where id = $1`, 'LEVEL_TOO_LOW'],
  ])('fails where the provider is %s since, and charges nothing', async (_since, statement, code) => {
    const item = await buildServiceItem(api.em, { minimumLevel: ProviderLevel.CERTIFIED });
    const scene = await buildBookingScene(api, { items: [item], level: ProviderLevel.CERTIFIED });
    const bookingId = (await holdSlot(scene.client, scene.wish())).booking!.id;
    await api.sql(statement, [scene.provider.id]);

    const outcome = await confirm(scene, bookingId);

    expect(outcome).toMatchObject({ __typename: 'NotBookableError', reasons: [{ code }] });
    expect(await api.sql('select state from booking where id = $1', [bookingId])).toEqual([{ state: 'HELD' }]);
    expect(
      await api.sql(`select 1 from sandbox_charge where idempotency_key like $1 and status = 'AUTHORIZED'`, [
        `booking:${bookingId}:%`,
      ]),
    ).toEqual([]);
  });
});

describe('leaving', () => {
  it('waits for the visits ahead, and lets one apply again', async () => {
    const scene = await buildWorkingScene();
    const bookingId = (await holdSlot(scene.client, scene.wish())).booking!.id;
    await confirm(scene, bookingId);

    expect(await act(scene.own, 'leaveAsProvider')).toMatchObject({
      code: 'VISITS_AHEAD',
      __typename: 'ProviderNotMovedError',
    });
    api.clock.set(new Date('2027-03-12T10:00:00Z'));
    const { own } = await freshSession(scene);
    expect(await act(own, 'leaveAsProvider')).toMatchObject({ profile: { provider: { status: 'LEFT' } } });
    expect(await api.visitor().ask('query ($id: ID!) { provider(id: $id) { id } }', { id: scene.provider.id })).toEqual(
      {
        provider: null,
      },
    );
    expect(
      await act(own, 'applyAsProvider', { regionId: scene.provider.region, displayName: 'Rosa', headline: 'Back' }),
    ).toMatchObject({ profile: { id: scene.provider.id, provider: { status: 'APPLICANT' } } });
  });
});

async function freshSession({ provider }: WorkingScene): Promise<{ own: GraphQLClient }> {
  return { own: await api.as({ id: provider.account! }) };
}

describe('operators', () => {
  it.each(Object.keys(DECISIONS) as (keyof typeof DECISIONS)[])('%s is theirs alone', async (name) => {
    const { provider } = await buildWorkingScene();
    const variables = { input: { providerId: provider.id, reasonCode: 'SAFETY_CONCERN' } };

    expect((await api.visitor().send(DECISIONS[name], variables)).errors[0]!.extensions.code).toBe('UNAUTHENTICATED');
    for (const role of Object.values(Role).filter((one) => one !== Role.OPERATOR)) {
      const client = await api.as(await buildAccount(api.em, { roles: [role] }));
      expect((await client.send(DECISIONS[name], variables)).errors[0]!.extensions.code).toBe('FORBIDDEN');
    }
    expect(await statusOf(provider.id)).toBe('ACTIVE');
  });

  it.each(Object.keys(DECISIONS) as (keyof typeof DECISIONS)[])(
    '%s names a reason of its own, and knows nobody who does not exist',
    async (name) => {
      const { provider } = await buildWorkingScene();
      const reasons = {
        approveProvider: 'ALL_IN_ORDER',
        declineApplication: 'PROFILE_UNCLEAR',
        suspendProvider: 'CONDUCT',
        upholdSuspension: 'NOTHING_NEW',
        reinstateProvider: 'OUR_MISTAKE',
      };

      expect(await act(operator, name, { providerId: provider.id, reasonCode: 'BECAUSE' })).toMatchObject({
        code: 'REASON_UNKNOWN',
      });
      for (const providerId of [NOTHING, 'nonsense'])
        expect(await act(operator, name, { providerId, reasonCode: reasons[name] })).toMatchObject({ code: 'UNKNOWN' });
    },
  );

  it('find providers by status, name and whether they wait, in any order, page by page', async () => {
    const applicant = await buildSubmittedApplicant(api);
    const others = await Promise.all(
      ['Zora One', 'Zora Two', 'Zora Three'].map((name, index) =>
        buildWorkingScene({ displayName: { en: name, 'zh-CN': name }, completedVisits: index }),
      ),
    );
    const list = async (variables: object) =>
      (
        await operator.ask<{
          overseenProviders: {
            totalCount: number;
            pageInfo: { endCursor: string; hasNextPage: boolean };
            edges: { node: { id: string; provider: { displayName: string } } }[];
          };
        }>(OVERSEEN_PROVIDERS, { first: 20, sort: 'NAME', descending: false, ...variables })
      ).overseenProviders;
    const names = (page: Awaited<ReturnType<typeof list>>) => page.edges.map(({ node }) => node.provider.displayName);

    expect(names(await list({ filter: { name: 'zora' } }))).toEqual(['Zora One', 'Zora Three', 'Zora Two']);
    expect(names(await list({ filter: { name: 'zora' }, sort: 'VISITS', descending: true }))).toEqual([
      'Zora Three',
      'Zora Two',
      'Zora One',
    ]);
    const waiting = await list({ filter: { waiting: true, statuses: ['APPLICANT'] }, sort: 'WAITING', first: 100 });
    expect(waiting.edges.map(({ node }) => node.id)).toContain(applicant.providerId);
    expect(waiting.edges.map(({ node }) => node.id)).not.toContain(others[0]!.provider.id);
    for (const sort of ['NAME', 'VISITS', 'LEVEL', 'RATING', 'JOINED', 'WAITING']) {
      const first = await list({ filter: { name: 'zora' }, sort, first: 2, descending: true });
      const next = await list({
        filter: { name: 'zora' },
        sort,
        first: 2,
        descending: true,
        after: first.pageInfo.endCursor,
      });
      expect(first).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } });
      expect([...names(first), ...names(next)].sort()).toEqual(['Zora One', 'Zora Three', 'Zora Two']);
    }
  });

  it('see an applicant’s checklist, and nobody else sees the file', async () => {
    const { providerId, client } = await buildSubmittedApplicant(api);

    const { overseenProvider } = await operator.ask<{ overseenProvider: { steps: { state: string }[] } }>(
      OVERSEEN_PROVIDER,
      { id: providerId },
    );
    expect(overseenProvider.steps.map(({ state }) => state)).toEqual([
      'DONE',
      'DONE',
      'DONE',
      'DONE',
      'DONE',
      'DONE',
      'WAITING',
    ]);
    expect(await operator.ask(OVERSEEN_PROVIDER, { id: NOTHING })).toEqual({ overseenProvider: null });
    expect((await client.send(OVERSEEN_PROVIDER, { id: providerId })).errors[0]!.extensions.code).toBe('FORBIDDEN');
    expect((await client.send('{ providerReasons { code } }')).errors[0]!.extensions.code).toBe('FORBIDDEN');
  });

  it('never see where somebody’s earnings go', async () => {
    expect(Object.values(OWN_MUTATIONS).join('')).toContain('payout');
    const { errors } = await operator.send(
      '{ overseenProviders(sort: NAME, descending: false) { edges { node { payout { ending } } } } }',
    );

    expect(errors[0]!.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
  });
});
