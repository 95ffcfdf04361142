import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Role } from '../../api/modules/accounts/index.ts';
import { holdSlot } from '../support/booking-operations.ts';
import { buildBookingScene } from '../support/booking-scene.ts';
import { buildProvider } from '../support/builders/provider.builder.ts';
import { buildAccount } from '../support/builders/account.builder.ts';
import { FakeClock, TEST_NOW } from '../support/fakes/clock.ts';
import type { GraphQLClient } from '../support/graphql-client.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';

const TERMS = 'regionId regionName steps { hoursBefore percent } graceMinutes freeMoveHours onceFreeMoveHours revision';
const READ = `{ regionPolicies { ${TERMS} } }`;
const SAVE = `mutation ($input: SaveRegionPolicyInput!) { saveRegionPolicy(input: $input) { __typename
  ... on UserError { code message } ... on InvalidPolicyError { field }
  ... on RegionPolicySaved { policy { ${TERMS} } } ... on PolicyChangedError { policy { ${TERMS} } } } }`;
const STEPS = 'query ($id: ID!) { booking(id: $id) { cancellationSteps { percent } } }';
const NOTHING = '01900000-0000-7000-8000-000000000000';

interface Terms {
  readonly regionId: string;
  readonly revision: string;
  readonly steps: readonly { readonly hoursBefore: number | null; readonly percent: number }[];
  readonly graceMinutes: number;
  readonly freeMoveHours: number;
  readonly onceFreeMoveHours: number;
}
interface Outcome {
  readonly __typename: string;
  readonly code?: string;
  readonly field?: string;
  readonly policy?: Terms;
}

let api: TestApi;
let operator: GraphQLClient;
beforeAll(async () => {
  api = await startTestApi({ clock: new FakeClock() });
  operator = await api.as(await buildAccount(api.em, { roles: [Role.OPERATOR], displayName: 'Sam Reid' }));
});
beforeEach(() => api.clock.set(TEST_NOW));
afterAll(() => api.close());

const read = async (regionId: string): Promise<Terms> => {
  const { regionPolicies } = await operator.ask<{ regionPolicies: Terms[] }>(READ);
  return regionPolicies.find((policy) => policy.regionId === regionId)!;
};
const save = async (input: object, client = operator): Promise<Outcome> =>
  (await client.ask<{ saveRegionPolicy: Outcome }>(SAVE, { input })).saveRegionPolicy;
const wish = (terms: Terms, change: object = {}): object => {
  const { steps, graceMinutes, freeMoveHours, onceFreeMoveHours, regionId, revision } = terms;
  return { steps, graceMinutes, freeMoveHours, onceFreeMoveHours, regionId, revision, ...change };
};
const STRICT = [
  { hoursBefore: 48, percent: 0 },
  { hoursBefore: null, percent: 80 },
];

describe('saveRegionPolicy', () => {
  it('holds for bookings made from then on; those made before keep their terms', async () => {
    const scene = await buildBookingScene(api);
    const region = scene.provider.region;
    const percentsOfHold = async (start: string): Promise<string> => {
      const { booking: hold } = await holdSlot(scene.client, scene.wish({ start }));
      const { booking } = await scene.client.ask<{ booking: { cancellationSteps: { percent: number }[] } }>(STEPS, {
        id: hold!.id,
      });
      return booking.cancellationSteps.map(({ percent }) => percent).join();
    };
    const terms = await read(region);
    const before = await percentsOfHold('2027-03-15T10:00:00.000Z');

    expect(await save(wish(terms, { steps: STRICT, graceMinutes: 0 }))).toMatchObject({
      __typename: 'RegionPolicySaved',
      policy: { steps: STRICT, graceMinutes: 0, freeMoveHours: 24 },
    });

    expect(before).toBe('0,50,100');
    expect(await percentsOfHold('2027-03-16T10:00:00.000Z')).toBe('0,80');
    const [entry] = await api.sql<{ action: string; subject: string }>(
      `select action, subject_id as subject from audit_entry where action = 'region.policy-changed'`,
    );
    expect(entry).toMatchObject({ subject: region });
  });

  it('tells whoever saves over terms they have not seen', async () => {
    const { region } = await buildProvider(api.em);
    const seen = await read(region);
    await save(wish(seen, { graceMinutes: 5 }));

    expect(await save(wish(seen, { graceMinutes: 20 }))).toMatchObject({
      __typename: 'PolicyChangedError',
      code: 'POLICY_CHANGED',
      policy: { graceMinutes: 5 },
    });
    expect((await read(region)).graceMinutes).toBe(5);
  });

  it('lets one of two through who save at once', async () => {
    const { region } = await buildProvider(api.em);
    const seen = await read(region);

    const outcomes = await Promise.all([1, 2, 3, 4].map((graceMinutes) => save(wish(seen, { graceMinutes }))));

    expect(outcomes.filter(({ __typename }) => __typename === 'RegionPolicySaved')).toHaveLength(1);
    expect(outcomes.filter(({ __typename }) => __typename === 'PolicyChangedError')).toHaveLength(3);
  });

  it('refuses terms that make no sense, and says where', async () => {
    const { region } = await buildProvider(api.em);
    const seen = await read(region);

    const bad = await save(wish(seen, { steps: [{ hoursBefore: 24, percent: 50 }, { percent: 20 }] }));

    expect(bad).toMatchObject({ __typename: 'InvalidPolicyError', code: 'BAD_PERCENT', field: 'steps[1]' });
    expect(await save(wish(seen, { regionId: NOTHING }))).toMatchObject({ code: 'UNKNOWN_REGION', field: 'regionId' });
    expect(await read(region)).toEqual(seen);
  });

  it('is for operators with a proof of the last ten minutes', async () => {
    const { region } = await buildProvider(api.em);
    const seen = await read(region);
    const household = await api.as(await buildAccount(api.em, { roles: [Role.HOUSEHOLD] }));

    await expect(save(wish(seen), household)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    api.clock.advanceMinutes(11);
    await expect(save(wish(seen))).rejects.toMatchObject({ code: 'REAUTHENTICATION_REQUIRED' });
  });
});
