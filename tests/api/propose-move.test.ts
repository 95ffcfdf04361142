import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { HouseholdRole, Role } from '../../api/modules/accounts/index.ts';
import { BookingState } from '../../api/modules/bookings/index.ts';
import { cancelBooking } from '../support/booking-operations.ts';
import { buildNeighbour } from '../support/booking-scene.ts';
import { buildAccount } from '../support/builders/account.builder.ts';
import { buildBooking } from '../support/builders/booking.builder.ts';
import { buildHouseholdMember } from '../support/builders/household.builder.ts';
import { FakeClock, TEST_NOW } from '../support/fakes/clock.ts';
import { LATER, START, buildMovableVisit } from '../support/movable-visit.ts';
import type { MovableVisit } from '../support/movable-visit.ts';
import { proposeMove, readProposals, withdrawProposal } from '../support/move-proposal-operations.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';

const HOUR_MS = 3_600_000;
const asksFirst = { instantBooking: false } as const;

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ clock: new FakeClock() });
});
beforeEach(() => api.clock.set(TEST_NOW));
afterAll(() => api.close());

const beforeStart = (hours: number, offsetMs = 0): Date => new Date(START.getTime() - hours * HOUR_MS + offsetMs);
const reserved = async ({ provider }: MovableVisit): Promise<string[]> => {
  const rows = await api.sql<{ at: Date }>(
    `select starts_at as at from reservation where provider_id = $1 and state in ('HELD', 'BOOKED') order by starts_at`,
    [provider.id],
  );
  return rows.map(({ at }) => at.toISOString());
};

describe('proposeMove', () => {
  it('lets the provider ask the household, reserves nothing, moves nothing and tells it', async () => {
    const visit = await buildMovableVisit(api);
    const { bookingId, asProvider, client } = visit;

    const outcome = await proposeMove(asProvider, { bookingId, start: LATER, note: ' The van is at the garage ' });

    expect(outcome).toMatchObject({
      __typename: 'MoveProposed',
      proposed: {
        proposedBy: 'PROVIDER',
        start: LATER,
        end: '2027-03-15T16:00:00.000Z',
        note: 'The van is at the garage',
        term: 'FREE',
        status: 'PENDING',
        expiresAt: new Date(TEST_NOW.getTime() + 4 * HOUR_MS).toISOString(),
        canAnswer: false,
        canWithdraw: true,
      },
    });
    expect(await reserved(visit)).toEqual([START.toISOString()]);
    const seen = await readProposals(client, bookingId);
    expect(seen).toMatchObject({ start: START.toISOString(), state: 'CONFIRMED' });
    expect(seen!.moveProposal).toMatchObject({ id: outcome.proposed!.id, canAnswer: true, canWithdraw: false });
    const topics = await api.sql<{ topic: string }>(
      `select topic from outbox_message where payload->>'bookingId' = $1 order by topic`,
      [bookingId],
    );
    expect(topics.map(({ topic }) => topic)).toEqual(['expire-move-proposal', 'move.proposed']);
    const [stored] = await api.sql<{ note: string }>('select note from move_proposal where booking_id = $1', [
      bookingId,
    ]);
    expect(stored!.note).not.toContain('van');
  });

  it('lets the household of a provider who wants to be asked ask, and a member of it only for their own visits', async () => {
    const { bookingId, client, household } = await buildMovableVisit(api, {}, asksFirst);
    expect(await readProposals(client, bookingId)).toMatchObject({ canProposeMove: true, canReschedule: false });
    const member = await buildAccount(api.em);
    await buildHouseholdMember(api.em, { household: household.id, account: member.id, role: HouseholdRole.MEMBER });

    await expect(proposeMove(await api.as(member), { bookingId, start: LATER })).rejects.toThrow(
      'Your account may not do this.',
    );
    expect(await proposeMove(client, { bookingId, start: LATER })).toMatchObject({
      proposed: { proposedBy: 'HOUSEHOLD', note: null },
    });
  });

  it('is one proposal however often it is said, alone or at once; another takes its place', async () => {
    const { bookingId, asProvider } = await buildMovableVisit(api);
    const wish = { bookingId, start: LATER, note: 'so' };

    const all = await Promise.all([1, 2, 3, 4].map(() => proposeMove(asProvider, wish)));
    const again = await proposeMove(asProvider, wish);

    expect(new Set([...all, again].map(({ proposed }) => proposed!.id)).size).toBe(1);
    const other = await proposeMove(asProvider, { bookingId, start: '2027-03-16T09:00:00.000Z' });
    expect((await readProposals(asProvider, bookingId))!.moveProposals.map(({ status }) => status)).toEqual([
      'WITHDRAWN',
      'PENDING',
    ]);
    expect((await readProposals(asProvider, bookingId))!.moveProposal!.id).toBe(other.proposed!.id);
  });

  it('is refused while the other side waits for an answer, and by the sixth time', async () => {
    const { bookingId, asProvider, client } = await buildMovableVisit(api, {}, asksFirst);
    const first = await proposeMove(client, { bookingId, start: LATER });

    expect(await proposeMove(asProvider, { bookingId, start: LATER })).toMatchObject({ code: 'ANSWER_FIRST' });
    await withdrawProposal(client, first.proposed!.id);
    for (const hour of ['09', '10', '11', '12'])
      expect(await proposeMove(client, { bookingId, start: `2027-03-16T${hour}:00:00.000Z` })).toMatchObject({
        __typename: 'MoveProposed',
      });
    expect(await proposeMove(client, { bookingId, start: LATER })).toMatchObject({ code: 'TOO_MANY' });
  });

  it('is not even asked for a time that cannot be had', async () => {
    const { bookingId, provider, asProvider } = await buildMovableVisit(api);
    await buildBooking(api.em, { provider, startsAt: new Date(LATER) });

    const taken = await proposeMove(asProvider, { bookingId, start: LATER });

    expect(taken).toMatchObject({ __typename: 'SlotTakenError' });
    expect(taken.alternatives).toHaveLength(3);
    for (const start of ['2027-03-15T14:07:00.000Z', '2027-09-15T14:00:00.000Z'])
      expect((await proposeMove(asProvider, { bookingId, start })).__typename).toBe('InvalidVisitError');
    expect((await readProposals(asProvider, bookingId))!.moveProposals).toEqual([]);
  });

  it('may overlap the time as agreed, which makes way, but is not that time', async () => {
    const { bookingId, asProvider } = await buildMovableVisit(api);

    expect(await proposeMove(asProvider, { bookingId, start: START.toISOString() })).toMatchObject({
      code: 'SAME_TIME',
    });
    const overlapping = new Date(START.getTime() + 30 * 60_000).toISOString();
    expect(await proposeMove(asProvider, { bookingId, start: overlapping })).toMatchObject({
      __typename: 'MoveProposed',
    });
  });

  it.each([
    ['a second before 2 h before the visit', beforeStart(2, -1_000), 'MoveProposed'],
    ['at 2 h before', beforeStart(2), 'MoveNotProposableError'],
    ['a second after', beforeStart(2, 1_000), 'MoveNotProposableError'],
  ] as const)('needs time for an answer: %s', async (_case, now, expected) => {
    const { bookingId, asProvider } = await buildMovableVisit(api);
    api.clock.set(now);

    const outcome = await proposeMove(asProvider, { bookingId, start: LATER });

    expect(outcome.__typename).toBe(expected);
    if (expected === 'MoveProposed') expect(outcome.proposed!.expiresAt).toBe(beforeStart(2).toISOString());
    else expect(outcome.code).toBe('TOO_LATE');
    expect((await readProposals(asProvider, bookingId))!.canProposeMove).toBe(expected === 'MoveProposed');
  });

  it.each([
    ['at 24 h', beforeStart(24), 'FREE'],
    ['a second after', beforeStart(24, 1_000), 'FREE_ONCE'],
    ['at 4 h', beforeStart(4), 'FREE_ONCE'],
    ['a second after', beforeStart(4, 1_000), null],
  ] as const)(
    'costs a household what moving costs then, and nothing that it would have to pay: %s',
    async (_case, now, term) => {
      const { bookingId, client } = await buildMovableVisit(api, {}, asksFirst);
      api.clock.set(now);

      const outcome = await proposeMove(client, { bookingId, start: LATER });

      expect(outcome).toMatchObject(term === null ? { code: 'FEE_DUE' } : { proposed: { term } });
    },
  );

  it('is refused where there is nobody to ask, where nothing is agreed, and to operators', async () => {
    const { bookingId, client, provider, household, asProvider } = await buildMovableVisit(api);
    const operator = await api.as(await buildAccount(api.em, { roles: [Role.OPERATOR] }));
    expect(await proposeMove(client, { bookingId, start: LATER })).toMatchObject({ code: 'MOVE_DIRECTLY' });
    expect(await proposeMove(operator, { bookingId, start: LATER })).toMatchObject({ code: 'NOT_YOURS' });
    const requested = await buildBooking(api.em, {
      provider,
      household: household.id,
      state: BookingState.REQUESTED,
      confirmedAt: null,
      startsAt: new Date('2027-03-17T10:00:00Z'),
    });
    expect(await proposeMove(asProvider, { bookingId: requested.id, start: LATER })).toMatchObject({
      code: 'NOT_CONFIRMED',
      state: 'REQUESTED',
    });
    await cancelBooking(client, { bookingId, idempotencyKey: randomUUID() });
    expect(await proposeMove(asProvider, { bookingId, start: LATER })).toMatchObject({ state: 'CANCELLED' });
  });

  it('knows nothing of a booking of strangers', async () => {
    const visit = await buildMovableVisit(api);
    const { client } = await buildNeighbour(api, visit);

    for (const bookingId of [visit.bookingId, randomUUID(), 'nonsense'])
      await expect(proposeMove(client, { bookingId, start: LATER })).rejects.toThrow('There is no such booking.');
  });
});
