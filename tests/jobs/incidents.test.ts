import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Role } from '../../api/modules/accounts/index.ts';
import { cancelBooking } from '../support/booking-operations.ts';
import { buildAccount } from '../support/builders/account.builder.ts';
import { FakeClock, TEST_NOW } from '../support/fakes/clock.ts';
import type { GraphQLClient } from '../support/graphql-client.ts';
import { START, buildMovableVisit } from '../support/movable-visit.ts';
import { runDueJobs } from '../support/run-jobs.ts';
import { buildDropOut } from '../support/substitute-scene.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';

const HOUR_MS = 3_600_000;

let api: TestApi;
let operator: GraphQLClient;
beforeAll(async () => {
  api = await startTestApi({ clock: new FakeClock() });
  operator = await api.as(await buildAccount(api.em, { roles: [Role.OPERATOR] }));
});
beforeEach(async () => {
  api.clock.set(TEST_NOW);
  await api.sql(`update outbox_message set done_at = now() where done_at is null`);
});
afterAll(() => api.close());

const beforeStart = (hours: number, offsetMs = 0): Date => new Date(START.getTime() - hours * HOUR_MS + offsetMs);

async function incidentsOf(providerId: string, by = operator): Promise<unknown> {
  const { provider } = await by.ask<{ provider: { incidents: unknown } }>(
    'query P($id: ID!) { provider(id: $id) { incidents { bookingId kind at } } }',
    { id: providerId },
  );
  return provider.incidents;
}

describe('an incident', () => {
  it.each([
    ['a second before 24 h before', beforeStart(24, -1_000), 0],
    ['at 24 h', beforeStart(24), 0],
    ['a second after', beforeStart(24, 1_000), 1],
  ] as const)('is a visit that its provider calls off late: %s', async (_case, now, count) => {
    const { bookingId, asProvider, provider, client } = await buildMovableVisit(api);
    api.clock.set(now);
    await cancelBooking(asProvider, { bookingId, idempotencyKey: randomUUID() });
    await runDueJobs(api);

    const expected = [{ bookingId, kind: 'LATE_CANCELLATION', at: now.toISOString() }].slice(0, count);
    expect(await incidentsOf(provider.id)).toEqual(expected);
    for (const other of [client, asProvider]) expect(await incidentsOf(provider.id, other)).toEqual([]);
  });

  it('is on record once, however often its message comes', async () => {
    const { bookingId, asProvider, provider } = await buildMovableVisit(api);
    api.clock.set(beforeStart(5));
    await cancelBooking(asProvider, { bookingId, idempotencyKey: randomUUID() });
    for (let time = 0; time < 2; time++) {
      await api.sql(
        `update outbox_message set done_at = null where topic = 'booking.cancelled' and payload->>'bookingId' = $1`,
        [bookingId],
      );
      await runDueJobs(api);
    }

    expect(await incidentsOf(provider.id)).toHaveLength(1);
  });

  it('is a visit that its provider drops out of late, whoever comes instead', async () => {
    const visit = await buildDropOut(api);
    const substitute = await visit.another();
    api.clock.set(beforeStart(10));
    await visit.dropOut();
    await visit.accept(substitute.id);
    await runDueJobs(api);

    expect(await incidentsOf(visit.provider.id)).toMatchObject([{ kind: 'LATE_CANCELLATION' }]);
    expect(await incidentsOf(substitute.id)).toEqual([]);
  });

  it('is a visit that its provider does not come to, and not one that the household misses', async () => {
    const missed = await buildMovableVisit(api);
    const missing = await buildMovableVisit(api, { startsAt: START });
    api.clock.set(new Date(START.getTime() + HOUR_MS));
    const report = 'mutation R($input: ReportNoShowInput!) { reportNoShow(input: $input) { __typename } }';
    const ask = (client: GraphQLClient, bookingId: string): Promise<unknown> =>
      client.ask(report, { input: { bookingId, note: 'nobody came', idempotencyKey: randomUUID() } });
    await ask(missed.client, missed.bookingId);
    await ask(missing.asProvider, missing.bookingId);
    await runDueJobs(api);

    expect(await incidentsOf(missed.provider.id)).toMatchObject([{ kind: 'NO_SHOW', bookingId: missed.bookingId }]);
    expect(await incidentsOf(missing.provider.id)).toEqual([]);
  });

  it('is never a visit that its provider left because they were not safe', async () => {
    const { bookingId, asProvider, provider } = await buildMovableVisit(api);
    api.clock.set(beforeStart(1));
    const ask = (name: string, type: string): Promise<unknown> =>
      asProvider.ask(`mutation M($input: ${type}!) { ${name}(input: $input) { __typename } }`, {
        input: { bookingId, idempotencyKey: randomUUID() },
      });
    await ask('startTravel', 'StartTravelInput');
    await ask('leaveUnsafe', 'LeaveUnsafeInput');
    await runDueJobs(api);

    expect(await api.sql('select left_unsafe from booking where id = $1', [bookingId])).toEqual([
      { left_unsafe: true },
    ]);
    expect(await incidentsOf(provider.id)).toEqual([]);
  });
});
