import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Role } from '../../api/modules/accounts/index.ts';
import { ProviderStatus } from '../../api/modules/providers/index.ts';
import { cancelBooking, findBooking } from '../support/booking-operations.ts';
import { buildAccount } from '../support/builders/account.builder.ts';
import { buildServiceItem } from '../support/builders/service-item.builder.ts';
import { FakeClock, TEST_NOW } from '../support/fakes/clock.ts';
import { START } from '../support/movable-visit.ts';
import { runDueJobs } from '../support/run-jobs.ts';
import { buildDropOut } from '../support/substitute-scene.ts';
import type { DropOut } from '../support/substitute-scene.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';

const HOUR_MS = 3_600_000;

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ clock: new FakeClock() });
});
beforeEach(async () => {
  api.clock.set(TEST_NOW);
  await api.sql(`update outbox_message set done_at = now() where done_at is null`);
});
afterAll(() => api.close());

const lookAt = (visit: DropOut): Promise<unknown> =>
  api.sql(
    `insert into outbox_message (id, topic, payload, due_at, created_at)
     values ($1, 'find-endangered-visits', jsonb_build_object('providerId', $2::text), $3, $3)`,
    [randomUUID(), visit.provider.id, api.clock.now()],
  );
const setStatus = (visit: DropOut, status: ProviderStatus): Promise<unknown> =>
  api.sql('update provider set status = $2 where id = $1', [visit.provider.id, status]);
const told = async (visit: DropOut): Promise<string[]> => {
  const rows = await api.sql<{ kind: string }>(
    'select kind from delivery where booking_id = $1 order by created_at, id',
    [visit.bookingId],
  );
  return rows.map(({ kind }) => kind);
};

describe('somebody else is sought', () => {
  it('for the visits of a provider who is suspended, and no longer once they are reinstated', async () => {
    const visit = await buildDropOut(api);
    const substitute = await visit.another();
    await setStatus(visit, ProviderStatus.SUSPENDED);
    await lookAt(visit);
    await runDueJobs(api);

    expect(await visit.search()).toMatchObject({ status: 'OFFERED', cause: 'PROVIDER_UNAVAILABLE' });
    expect(await told(visit)).toEqual(['substitute-sought']);

    await setStatus(visit, ProviderStatus.ACTIVE);
    await lookAt(visit);
    await runDueJobs(api);
    expect(await visit.search()).toMatchObject({ status: 'WITHDRAWN' });
    expect(await told(visit)).toEqual(['substitute-sought', 'substitution-withdrawn']);
    expect(await visit.accept(substitute.id)).toMatchObject({ __typename: 'SubstitutionOverError' });
    expect(await findBooking(visit.client, visit.bookingId)).toMatchObject({ state: 'CONFIRMED' });
  });

  it('for a visit whose credential will have ended, also where nobody is free yet; whoever turns up is proposed', async () => {
    const item = await buildServiceItem(api.em, { requiredCredentialCodes: ['IDENTITY'] });
    const visit = await buildDropOut(api, { items: [item] });
    await api.sql(`update credential set valid_until = '2027-03-11' where provider_id = $1`, [visit.provider.id]);
    await lookAt(visit);
    await runDueJobs(api);
    expect(await visit.search()).toMatchObject({ status: 'UNCOVERED', cause: 'CREDENTIAL_ENDS', candidates: [] });

    const substitute = await visit.another();
    await lookAt(visit);
    await runDueJobs(api);

    expect(await visit.search()).toMatchObject({
      status: 'OFFERED',
      candidates: [{ provider: { id: substitute.id } }],
    });
    expect((await visit.accept(substitute.id)).__typename).toBe('SubstituteAccepted');
    await runDueJobs(api);
    expect(await told(visit)).toEqual([
      'substitute-sought',
      'substitute-accepted',
      'substitute-accepted',
      'substitute-accepted',
    ]);
  });

  it('daily, for all of them', async () => {
    const visit = await buildDropOut(api);
    await setStatus(visit, ProviderStatus.LEFT);
    await api.sql(
      `insert into outbox_message (id, topic, payload, due_at, created_at)
       values ($1, 'find-endangered-visits-daily', '{"day": "2027-03-10"}', $2, $2)`,
      [randomUUID(), api.clock.now()],
    );
    await runDueJobs(api);

    expect(await visit.search()).toMatchObject({ status: 'UNCOVERED', cause: 'PROVIDER_UNAVAILABLE' });
  });
});

describe('the deadline', () => {
  it('reminds at half-time, pays back in full by itself, and never a second too early', async () => {
    const visit = await buildDropOut(api);
    await visit.another();
    await visit.dropOut();
    const deadline = new Date((await visit.search())!.deadline);
    const half = new Date((TEST_NOW.getTime() + deadline.getTime()) / 2);

    await runDueJobs(api);
    api.clock.set(half);
    await runDueJobs(api);
    expect(await told(visit)).toEqual(['substitute-sought', 'substitute-still-sought']);
    api.clock.set(new Date(deadline.getTime() - 1_000));
    await runDueJobs(api);
    expect(await findBooking(visit.client, visit.bookingId)).toMatchObject({ state: 'CONFIRMED' });

    api.clock.set(deadline);
    await runDueJobs(api);
    expect(await findBooking(visit.client, visit.bookingId)).toMatchObject({
      state: 'CANCELLED',
      cancelledBy: 'PROVIDER',
      cancellationFee: { amount: 0 },
    });
    expect(await visit.search()).toMatchObject({ status: 'REFUNDED' });
    expect((await told(visit)).filter((kind) => kind === 'booking-cancelled')).toHaveLength(2);
  });

  it('charges nobody for a visit that nobody did, even when all jobs come hours late', async () => {
    const visit = await buildDropOut(api);
    await visit.another();
    await api.sql(
      `insert into outbox_message (id, topic, payload, due_at, created_at)
       values ($1, 'complete-visit', jsonb_build_object('bookingId', $2::text, 'generation', 1), $3, $3)`,
      [randomUUID(), visit.bookingId, new Date(START.getTime() + 2 * HOUR_MS)],
    );
    await visit.dropOut();
    // The message that ends the search is lost among late ones: the one that completes visits runs first.
    await api.sql(`update outbox_message set due_at = $1 where topic = 'end-substitution'`, [
      new Date(START.getTime() + 3 * HOUR_MS),
    ]);
    api.clock.set(new Date(START.getTime() + 4 * HOUR_MS));
    await runDueJobs(api);

    expect(await findBooking(visit.client, visit.bookingId)).toMatchObject({ state: 'CANCELLED' });
    const settled = await api.sql<{ due: number }>(
      `select payload->'due' as due from outbox_message where topic = 'settle-payment' and payload->>'bookingId' = $1`,
      [visit.bookingId],
    );
    expect(settled).toEqual([{ due: 0 }]);
  });

  it('does not touch what was settled before', async () => {
    const visit = await buildDropOut(api);
    const substitute = await visit.another();
    await visit.dropOut();
    const deadline = new Date((await visit.search())!.deadline);
    await visit.accept(substitute.id);
    api.clock.set(deadline);
    await runDueJobs(api);

    expect(await findBooking(visit.client, visit.bookingId)).toMatchObject({ state: 'CONFIRMED' });
  });
});

describe('the board of operators', () => {
  it('has every search under what became of it, and is theirs alone', async () => {
    const visit = await buildDropOut(api);
    await visit.another();
    await visit.dropOut();
    const operator = await api.as(await buildAccount(api.em, { roles: [Role.OPERATOR] }));
    const BOARD = `query ($status: SubstituteStatus!, $after: String) { substituteSearches(status: $status, first: 1, after: $after) { totalCount
      pageInfo { hasNextPage endCursor } edges { node { id deadline visit { id } platformShare { amount } } } } }`;
    interface Page {
      totalCount: number;
      pageInfo: { hasNextPage: boolean; endCursor: string };
      edges: { node: { visit: { id: string } } }[];
    }
    const list = async (status: string): Promise<string[]> => {
      const found: string[] = [];
      let after: string | null = null;
      for (;;) {
        const { substituteSearches: page }: { substituteSearches: Page } = await operator.ask(BOARD, { status, after });
        found.push(...page.edges.map(({ node }) => node.visit.id));
        if (!page.pageInfo.hasNextPage) return found;
        after = page.pageInfo.endCursor;
      }
    };

    expect(await list('OFFERED')).toContain(visit.bookingId);
    await cancelBooking(visit.client, { bookingId: visit.bookingId, expectedFee: 0, idempotencyKey: randomUUID() });
    expect(await list('OFFERED')).not.toContain(visit.bookingId);
    expect(await list('REFUNDED')).toContain(visit.bookingId);
    expect((await visit.client.send(BOARD, { status: 'OFFERED' })).errors[0]!.extensions.code).toBe('FORBIDDEN');
  });
});
