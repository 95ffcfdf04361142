import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Role } from '../../api/modules/accounts/index.ts';
import { cancelBooking, findBooking } from '../support/booking-operations.ts';
import { buildNeighbour } from '../support/booking-scene.ts';
import { buildAccount } from '../support/builders/account.builder.ts';
import { buildBooking } from '../support/builders/booking.builder.ts';
import type { ProviderOverrides } from '../support/builders/provider.builder.ts';
import { buildServiceItem } from '../support/builders/service-item.builder.ts';
import { FakeClock, TEST_NOW } from '../support/fakes/clock.ts';
import { LATER, START, buildMovableVisit } from '../support/movable-visit.ts';
import type { MovableVisit } from '../support/movable-visit.ts';
import { answerProposal, proposeMove, readProposals, withdrawProposal } from '../support/move-proposal-operations.ts';
import { runDueJobs } from '../support/run-jobs.ts';
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

const beforeStart = (hours: number, offsetMs = 0): Date => new Date(START.getTime() - hours * HOUR_MS + offsetMs);

interface Asked extends MovableVisit {
  readonly proposalId: string;
}

async function asked(by: 'household' | 'provider', now = TEST_NOW, provider: ProviderOverrides = {}): Promise<Asked> {
  api.clock.set(now);
  const visit = await buildMovableVisit(api, {}, { instantBooking: by === 'provider', ...provider });
  const asker = by === 'household' ? visit.client : visit.asProvider;
  const { proposed } = await proposeMove(asker, { bookingId: visit.bookingId, start: LATER });
  return { ...visit, proposalId: proposed!.id };
}

const stored = async ({ bookingId }: MovableVisit): Promise<Record<string, unknown>> => {
  const [row] = await api.sql<Record<string, unknown>>(
    `select b.version, b.generation, b.starts_at, b.state, b.fee_floor_percent as floor, b.late_move_used as late,
       r.state as reserved, r.starts_at as reserved_from
     from booking b join reservation r on r.id = b.reservation_id where b.id = $1`,
    [bookingId],
  );
  return row!;
};
const told = async ({ bookingId }: MovableVisit): Promise<string[]> => {
  const rows = await api.sql<{ key: string }>(
    `select kind || ' ' || split_part(dedupe_key, ':', 3) as key from delivery where booking_id = $1 and kind like 'move-%' order by 1`,
    [bookingId],
  );
  return rows.map(({ key }) => key);
};

describe('accepting a proposed time', () => {
  it('of the provider moves the visit at once for nothing and leaves the free move of the household', async () => {
    const visit = await asked('provider', beforeStart(3));

    const outcome = await answerProposal(visit.client, visit.proposalId, true);

    expect(outcome).toMatchObject({ __typename: 'MoveProposalAnswered', answered: { status: 'ACCEPTED' } });
    expect(await stored(visit)).toMatchObject({
      starts_at: new Date(LATER),
      reserved: 'BOOKED',
      reserved_from: new Date(LATER),
      generation: 2,
      late: false,
      floor: 0,
    });
    const after = await readProposals(visit.client, visit.bookingId);
    expect(after).toMatchObject({ start: LATER, moveProposal: null });
    expect(after!.transitions.at(-1)).toEqual({
      to: 'CONFIRMED',
      actorRole: 'HOUSEHOLD',
      reason: 'proposal-accepted',
    });
    expect(await api.sql('select 1 from payment where reference like $1', [`${visit.bookingId}/move%`])).toEqual([]);
  });

  it('of the household is done by the provider, at what moving cost when it was asked', async () => {
    const visit = await asked('household', beforeStart(24));
    api.clock.set(beforeStart(21));

    expect(await answerProposal(visit.asProvider, visit.proposalId, true)).toMatchObject({
      answered: { status: 'ACCEPTED' },
    });
    expect(await stored(visit)).toMatchObject({ starts_at: new Date(LATER), late: false, floor: 0 });
    expect((await readProposals(visit.client, visit.bookingId))!.transitions.at(-1)).toMatchObject({
      actorRole: 'PROVIDER',
      reason: 'proposal-accepted',
    });
  });

  it('of the household close to the visit takes its one free move and does not set the clock of the fee back', async () => {
    const visit = await asked('household', beforeStart(10));

    await answerProposal(visit.asProvider, visit.proposalId, true);

    expect(await stored(visit)).toMatchObject({ late: true, floor: 50 });
    expect(
      await cancelBooking(visit.client, {
        bookingId: visit.bookingId,
        expectedFee: 3_000,
        idempotencyKey: randomUUID(),
      }),
    ).toMatchObject({
      __typename: 'BookingCancelled',
      fee: { amount: 3_000 },
    });
  });

  it('leaves everything as it was when the time is gone, and the proposal open for when it is free again', async () => {
    const visit = await asked('provider');
    const other = await buildBooking(api.em, { provider: visit.provider, startsAt: new Date(LATER) });
    const before = await stored(visit);

    const outcome = await answerProposal(visit.client, visit.proposalId, true);

    expect(outcome).toMatchObject({ __typename: 'SlotTakenError' });
    expect(await stored(visit)).toEqual(before);
    expect((await readProposals(visit.client, visit.bookingId))!.moveProposal).toMatchObject({ status: 'PENDING' });
    await api.sql(`update reservation set state = 'RELEASED' where id = $1`, [other.reservation]);
    expect((await answerProposal(visit.client, visit.proposalId, true)).__typename).toBe('MoveProposalAnswered');
  });

  it('leaves everything as it was when a credential ends before it', async () => {
    const item = await buildServiceItem(api.em, { requiredCredentialCodes: ['IDENTITY'] });
    const visit = await asked('provider', TEST_NOW, { items: [item] });
    await api.sql(`update credential set valid_until = '2027-03-14' where provider_id = $1`, [visit.provider.id]);
    const before = await stored(visit);

    expect((await answerProposal(visit.client, visit.proposalId, true)).__typename).toBe('NotBookableError');
    expect(await stored(visit)).toEqual(before);
  });

  it('is done once, however often at once it is said', async () => {
    const visit = await asked('provider');

    const all = await Promise.all([1, 2, 3, 4, 5].map(() => answerProposal(visit.client, visit.proposalId, true)));

    expect(new Set(all.map(({ __typename }) => __typename))).toEqual(new Set(['MoveProposalAnswered']));
    expect(await stored(visit)).toMatchObject({ generation: 2, version: 3 });
  });

  it('and taking it back at once: one of them holds', async () => {
    const visit = await asked('provider');

    const [accepted, withdrawn] = await Promise.all([
      answerProposal(visit.client, visit.proposalId, true),
      withdrawProposal(visit.asProvider, visit.proposalId),
    ]);

    const isMoved = accepted.__typename === 'MoveProposalAnswered';
    expect(withdrawn.__typename).toBe(isMoved ? 'MoveProposalOverError' : 'MoveProposalWithdrawn');
    expect((await stored(visit))['starts_at']).toEqual(isMoved ? new Date(LATER) : START);
  });

  it.each([
    ['a second before it ends', -1_000, 'MoveProposalAnswered'],
    ['as it ends', 0, 'MoveProposalOverError'],
    ['a second after', 1_000, 'MoveProposalOverError'],
  ] as const)('is possible until it ends, whether or not the job came: %s', async (_case, offset, expected) => {
    const visit = await asked('provider');
    api.clock.set(new Date(TEST_NOW.getTime() + 4 * HOUR_MS + offset));

    const outcome = await answerProposal(visit.client, visit.proposalId, true);

    expect(outcome.__typename).toBe(expected);
    if (expected === 'MoveProposalOverError')
      expect(outcome).toMatchObject({ code: 'PROPOSAL_OVER', status: 'EXPIRED' });
  });
});

describe('declining it', () => {
  it('leaves the visit as it is and tells whoever asked', async () => {
    const visit = await asked('household');
    const before = await stored(visit);

    for (let time = 0; time < 2; time++)
      expect(await answerProposal(visit.asProvider, visit.proposalId, false)).toMatchObject({
        answered: { status: 'DECLINED' },
      });
    expect(await answerProposal(visit.asProvider, visit.proposalId, true)).toMatchObject({
      code: 'PROPOSAL_OVER',
      status: 'DECLINED',
    });
    expect(await stored(visit)).toEqual(before);
    await runDueJobs(api);
    expect(await told(visit)).toEqual(['move-declined HOUSEHOLD']);
  });

  it('is for the other side alone, as taking back is for whoever asked; an operator does neither', async () => {
    const visit = await asked('provider');
    const operator = await api.as(await buildAccount(api.em, { roles: [Role.OPERATOR] }));

    for (const client of [visit.asProvider, operator])
      expect(await answerProposal(client, visit.proposalId, true)).toMatchObject({ code: 'NOT_YOURS' });
    for (const client of [visit.client, operator])
      expect(await withdrawProposal(client, visit.proposalId)).toMatchObject({ code: 'NOT_YOURS' });
    expect((await readProposals(operator, visit.bookingId))!.moveProposal).toMatchObject({
      canAnswer: false,
      canWithdraw: false,
    });
  });

  it('knows nothing of a proposal of strangers', async () => {
    const visit = await asked('provider');
    const { client } = await buildNeighbour(api, visit);

    for (const id of [visit.proposalId, randomUUID(), 'nonsense']) {
      await expect(answerProposal(client, id, true)).rejects.toThrow('There is no such proposal.');
      await expect(withdrawProposal(client, id)).rejects.toThrow('There is no such proposal.');
    }
  });
});

describe('a proposal that nobody answers', () => {
  it('is told to the other side, ends at its time, and both are told', async () => {
    const visit = await asked('provider');
    await runDueJobs(api);
    expect(await told(visit)).toEqual(['move-proposed HOUSEHOLD']);

    api.clock.set(new Date(TEST_NOW.getTime() + 4 * HOUR_MS - 1_000));
    await runDueJobs(api);
    expect((await readProposals(visit.client, visit.bookingId))!.moveProposal).not.toBeNull();
    api.clock.set(new Date(TEST_NOW.getTime() + 4 * HOUR_MS));
    await runDueJobs(api);

    expect((await readProposals(visit.client, visit.bookingId))!.moveProposals).toMatchObject([{ status: 'EXPIRED' }]);
    expect(await told(visit)).toEqual(['move-expired HOUSEHOLD', 'move-expired PROVIDER', 'move-proposed HOUSEHOLD']);
    expect(await findBooking(visit.client, visit.bookingId)).toMatchObject({
      state: 'CONFIRMED',
      start: START.toISOString(),
    });
  });

  it.each([
    ['moves', (visit: Asked) => visit.move({ start: '2027-03-16T09:00:00.000Z' })],
    [
      'is called off',
      ({ client, bookingId }: Asked) => cancelBooking(client, { bookingId, idempotencyKey: randomUUID() }),
    ],
  ] as const)('ends with the visit that %s, and nobody is told that it was not answered', async (_case, change) => {
    const visit = await asked('provider');
    await change(visit);

    expect((await readProposals(visit.client, visit.bookingId))!.moveProposals).toMatchObject([
      { status: 'WITHDRAWN' },
    ]);
    expect(await answerProposal(visit.client, visit.proposalId, true)).toMatchObject({ code: 'PROPOSAL_OVER' });
    api.clock.set(new Date(TEST_NOW.getTime() + 5 * HOUR_MS));
    await runDueJobs(api);
    expect(await told(visit)).toEqual([]);
  });

  it('ends when the provider sets off', async () => {
    const visit = await asked('provider', beforeStart(3));
    await visit.asProvider.ask('mutation ($input: StartTravelInput!) { startTravel(input: $input) { __typename } }', {
      input: { bookingId: visit.bookingId, idempotencyKey: randomUUID() },
    });

    expect(await readProposals(visit.client, visit.bookingId)).toMatchObject({
      state: 'EN_ROUTE',
      canProposeMove: false,
      moveProposals: [{ status: 'WITHDRAWN' }],
    });
  });
});
