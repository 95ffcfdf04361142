import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Role } from '../../api/modules/accounts/index.ts';
import { countVisits } from '../../api/modules/quality/metrics.queries.ts';
import { buildAccount } from '../support/builders/account.builder.ts';
import { FakeClock } from '../support/fakes/clock.ts';
import type { GraphQLClient } from '../support/graphql-client.ts';
import { runDueJobs } from '../support/run-jobs.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';
import { readVisit, take } from '../support/visit-operations.ts';
import { buildVisitScene, minutesIn } from '../support/visit-scene.ts';

let api: TestApi;
let operator: GraphQLClient;
beforeAll(async () => {
  api = await startTestApi({ clock: new FakeClock() });
  operator = await api.as(await buildAccount(api.em, { roles: [Role.OPERATOR] }));
});
beforeEach(() => api.clock.set(minutesIn(15)));
afterAll(() => api.close());

const NOTE = 'Rang three times and called';
const paymentOf = async (bookingId: string): Promise<Record<string, unknown>> => {
  await runDueJobs(api);
  const [row] = await api.sql<Record<string, unknown>>('select status, captured from payment where reference = $1', [
    bookingId,
  ]);
  return row!;
};
const isReserved = async (providerId: string): Promise<boolean> =>
  (await api.sql(`select 1 from reservation where provider_id = $1 and state = 'BOOKED'`, [providerId])).length > 0;

interface CaseView {
  readonly id: string;
  readonly kind: string;
  readonly said: string | null;
  readonly outcome: string | null;
  readonly closedAt: string | null;
  readonly booking: { readonly id: string };
}
const listCases = async (open = true): Promise<CaseView[]> => {
  const answer = await operator.ask<{ supportCases: { edges: { node: CaseView }[] } }>(
    'query Cases($open: Boolean!) { supportCases(open: $open, first: 100) { edges { node { id kind said outcome closedAt booking { id } } } } }',
    { open },
  );
  return answer.supportCases.edges.map(({ node }) => node);
};

describe('reportNoShow', () => {
  it('by the provider: the household pays what cancelling costs then, the time is free again, both read why', async () => {
    const { bookingId, byProvider, client, provider } = await buildVisitScene(api);

    const { booking } = await byProvider('reportNoShow', { note: NOTE });

    expect(booking).toMatchObject({ state: 'NO_SHOW', cancellationFee: { amount: 6_000 } });
    expect((await readVisit(client, bookingId))!.transitions.at(-1)).toMatchObject({
      to: 'NO_SHOW',
      actorRole: 'PROVIDER',
      reason: NOTE,
    });
    expect(await paymentOf(bookingId)).toEqual({ status: 'CAPTURED', captured: 6_000 });
    expect(await isReserved(provider.id)).toBe(false);
  });

  it('by the household: it pays nothing', async () => {
    const { bookingId, byHousehold, byProvider } = await buildVisitScene(api);
    await byProvider('startTravel');

    expect(await byHousehold('reportNoShow', { note: NOTE })).toMatchObject({
      booking: { state: 'NO_SHOW', cancellationFee: { amount: 0 } },
    });
    expect(await paymentOf(bookingId)).toEqual({ status: 'VOIDED', captured: 0 });
  });

  it.each(['byProvider', 'byHousehold'] as const)('takes a quarter of an hour: %s', async (side) => {
    const scene = await buildVisitScene(api);
    api.clock.set(new Date(minutesIn(15).getTime() - 1));

    expect(await scene[side]('reportNoShow', { note: NOTE })).toMatchObject({
      code: 'WAIT_LONGER',
      from: minutesIn(15).toISOString(),
    });
    api.clock.set(minutesIn(15));
    expect(await scene[side]('reportNoShow', { note: '  ' })).toMatchObject({ code: 'NO_NOTE' });
    expect(await scene[side]('reportNoShow', { note: NOTE })).toMatchObject({ __typename: 'VisitUpdated' });
  });

  it('is too late once the visit has begun, is none of the operator’s, and is done once under one key', async () => {
    const { bookingId, byProvider, byHousehold, begin } = await buildVisitScene(api);
    const other = await buildVisitScene(api);
    const input = { bookingId: other.bookingId, note: NOTE, idempotencyKey: randomUUID() };

    expect(await take(operator, 'reportNoShow', { bookingId, note: NOTE })).toMatchObject({ code: 'NOT_YOURS' });
    await begin();
    expect(await byHousehold('reportNoShow', { note: NOTE })).toMatchObject({ code: 'NOT_NOW' });
    expect(await byProvider('reportNoShow', { note: NOTE })).toMatchObject({ code: 'NOT_NOW', state: 'IN_PROGRESS' });
    const answers = await Promise.all(Array.from({ length: 10 }, () => take(other.client, 'reportNoShow', input)));
    expect(new Set(answers.map(({ __typename }) => __typename))).toEqual(new Set(['VisitUpdated']));
    expect((await readVisit(other.client, other.bookingId))!.transitions).toHaveLength(1);
  });
});

describe('leaveUnsafe', () => {
  it('at work: the household pays for the time spent, and cannot review the provider for it', async () => {
    const { bookingId, byProvider, client, begin, provider } = await buildVisitScene(api);
    api.clock.set(minutesIn(0));
    await begin();
    api.clock.set(minutesIn(30));

    const { booking } = await byProvider('leaveUnsafe', { note: 'A threat' });

    expect(booking).toMatchObject({ state: 'COMPLETED', leftUnsafe: true });
    expect(await paymentOf(bookingId)).toEqual({ status: 'CAPTURED', captured: 1_500 });
    expect(await readVisit(client, bookingId)).toMatchObject({ leftUnsafe: true, canReview: false });
    expect(await countVisits(api.em, provider.id, api.clock.now())).toMatchObject({ completed: 1, agreed: 0 });
  });

  it('at the door: it costs nothing, and does not count as the provider’s cancellation', async () => {
    const { bookingId, byProvider, provider } = await buildVisitScene(api);
    api.clock.set(minutesIn(-5));
    await byProvider('startTravel');

    expect(await byProvider('leaveUnsafe')).toMatchObject({ booking: { state: 'CANCELLED', leftUnsafe: true } });
    expect(await paymentOf(bookingId)).toEqual({ status: 'VOIDED', captured: 0 });
    expect(await isReserved(provider.id)).toBe(false);
    const counts = await countVisits(api.em, provider.id, minutesIn(600));
    expect(counts).toMatchObject({ agreed: 0, cancelledByProvider: 0 });
  });

  it('opens one case, which operators read and close, and tells the household nothing of why', async () => {
    const { bookingId, byProvider, client, begin } = await buildVisitScene(api);
    await begin();
    const input = { bookingId, note: 'Somebody shouted', idempotencyKey: randomUUID() };
    await byProvider('leaveUnsafe', input);
    await byProvider('leaveUnsafe', input);
    await runDueJobs(api);

    const [opened, ...more] = (await listCases()).filter(({ booking }) => booking.id === bookingId);
    expect(more).toEqual([]);
    expect(opened).toMatchObject({ kind: 'UNSAFE_EXIT', said: 'Somebody shouted', closedAt: null });
    expect(JSON.stringify(await readVisit(client, bookingId))).not.toContain('shouted');
    const close = async (): Promise<{ __typename: string }> =>
      (
        await operator.ask<{ closeSupportCase: { __typename: string } }>(
          'mutation ($input: CloseSupportCaseInput!) { closeSupportCase(input: $input) { __typename } }',
          { input: { caseId: opened!.id, outcome: 'Called both' } },
        )
      ).closeSupportCase;
    expect(await close()).toEqual({ __typename: 'SupportCaseClosed' });
    expect(await close()).toEqual({ __typename: 'CaseNotOpenError' });
    expect((await listCases(false)).find(({ id }) => id === opened!.id)).toMatchObject({ outcome: 'Called both' });
  });

  it('is for the provider at the door: not from home, not for the household, not after the end', async () => {
    const { byProvider, byHousehold, begin } = await buildVisitScene(api);
    api.clock.set(new Date(minutesIn(-15).getTime() - 1));

    expect(await byProvider('leaveUnsafe')).toMatchObject({ code: 'NOT_NOW', state: 'CONFIRMED' });
    api.clock.set(minutesIn(0));
    expect(await byHousehold('leaveUnsafe')).toMatchObject({ code: 'NOT_YOURS' });
    await begin();
    await byProvider('finishVisit');
    expect(await byProvider('leaveUnsafe')).toMatchObject({ code: 'NOT_NOW', state: 'COMPLETED' });
  });
});
