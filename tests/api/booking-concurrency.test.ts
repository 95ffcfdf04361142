import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSession } from '../../api/modules/accounts/session-token.ts';
import { greatCircleEstimator } from '../../api/modules/availability/index.ts';
import { HOLD_SLOT } from '../support/booking-operations.ts';
import type { HoldInput, Outcome } from '../support/booking-operations.ts';
import { formatPoint } from '../../api/kernel/geo-point.ts';
import { buildAccount } from '../support/builders/account.builder.ts';
import { buildAddress } from '../support/builders/address.builder.ts';
import { buildProvider } from '../support/builders/provider.builder.ts';
import type { BuiltProvider } from '../support/builders/provider.builder.ts';
import { GraphQLClient } from '../support/graphql-client.ts';
import type { GraphQLAnswer } from '../support/graphql-client.ts';
import { startServeProcess } from '../support/serve-process.ts';
import type { ServeProcess } from '../support/serve-process.ts';
import { createTestDatabase } from '../support/test-database.ts';
import type { TestDatabase } from '../support/test-database.ts';

const BOOKERS = 64;
const MINUTE_MS = 60_000;
/** Server processes live by the real clock: the visits are two days from now. */
const clock = { now: () => new Date() };

interface Booker {
  readonly client: GraphQLClient;
  readonly place: { readonly addressId: string };
}

interface Attempt {
  readonly answer: GraphQLAnswer<{ holdSlot: Outcome }>;
  readonly booker: Booker;
  readonly milliseconds: number;
}

let test: TestDatabase;
let servers: ServeProcess[];
let region: string;
let bookers: Booker[];

beforeAll(async () => {
  test = await createTestDatabase({ pool: 4 });
  servers = await Promise.all([startServeProcess(test.url), startServeProcess(test.url)]);
  region = (await buildProvider(test.database.em.fork())).region;
  bookers = await Promise.all(Array.from({ length: BOOKERS }, (_, index) => buildBooker(index)));
}, 90_000);
afterAll(async () => {
  await Promise.all(servers.map((server) => server.stop()));
  await test.close();
});

/** Households live in a row eastwards, so that each is some travel away from the next; they use the two servers in turn. */
async function buildBooker(index: number): Promise<Booker> {
  const em = test.database.em.fork();
  const account = await buildAccount(em);
  const address = await buildAddress(em, {
    account: account.id,
    regionId: region,
    point: formatPoint({ latitude: 51.5362, longitude: -0.1033 + index * 0.001 }),
  });
  const { token } = await openSession(em, clock, { accountId: account.id, userAgent: null });
  return {
    client: new GraphQLClient(servers[index % servers.length]!.url, { authorization: `Bearer ${token}` }),
    place: { addressId: address.id },
  };
}

/** A quarter hour, two days from now at 10:00 UTC, plus so many minutes. */
function startAt(minutes: number): string {
  const day = Math.floor(Date.now() / 86_400_000) + 2;
  return new Date(day * 86_400_000 + (10 * 60 + minutes) * MINUTE_MS).toISOString();
}

async function buildRoundTheClockProvider(): Promise<BuiltProvider> {
  return buildProvider(test.database.em.fork(), { region, hours: [{ start: '00:00', end: '24:00' }] });
}

async function attempt(booker: Booker, provider: BuiltProvider, start: string): Promise<Attempt> {
  const input: HoldInput = {
    providerId: provider.id,
    items: [{ itemId: provider.items[0]!.id, units: 3 }],
    start,
    place: booker.place,
    idempotencyKey: randomUUID(),
  };
  const began = performance.now();
  const answer = await booker.client.send<{ holdSlot: Outcome }>(HOLD_SLOT, { input });
  return { answer, booker, milliseconds: performance.now() - began };
}

const outcomeOf = ({ answer }: Attempt): Outcome => answer.data!.holdSlot;

function expectOrdinaryAnswers(attempts: readonly Attempt[]): void {
  expect(attempts.map(({ answer }) => answer.status)).toEqual(attempts.map(() => 200));
  expect(attempts.flatMap(({ answer }) => answer.errors)).toEqual([]);
}

function report(what: string, attempts: readonly Attempt[]): void {
  const winners = attempts.filter((one) => outcomeOf(one).__typename === 'Hold').length;
  const sorted = attempts.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
  const percentile = (share: number): number =>
    Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!);
  console.info(
    `${what}: ${attempts.length} attempts by 2 servers, ${winners} held, p50 ${percentile(0.5)} ms, p99 ${percentile(0.99)} ms`,
  );
}

/** Pairs of live reservations of one provider that overlap, or leave less than the way between them. */
async function findConflicts(providerId: string): Promise<string[]> {
  const rows = await test.database.em.fork().execute<
    {
      id: string;
      start: string;
      end: string;
      occupiedEnd: string;
      latitude: number;
      longitude: number;
      overlaps: number;
    }[]
  >(
    `
    select a.id, extract(epoch from a.starts_at)::int as start, extract(epoch from a.ends_at)::int as "end", extract(epoch from a.occupied_end)::int as "occupiedEnd", a.latitude, a.longitude,
      (select count(*)::int from reservation b where b.provider_id = a.provider_id and b.id <> a.id and b.state in ('HELD', 'BOOKED') and b.occupied && a.occupied) as overlaps
    from reservation a where a.provider_id = ? and a.state in ('HELD', 'BOOKED') order by a.starts_at`,
    [providerId],
  );
  return rows.flatMap((row, index) => {
    const next = rows[index + 1];
    const found = row.overlaps > 0 ? [`${row.id} overlaps`] : [];
    if (!next) return found;
    const gapMinutes = (Number(next.start) - Number(row.occupiedEnd)) / 60;
    const way = greatCircleEstimator.minutes(row, next, 'BICYCLE');
    return gapMinutes < way ? [...found, `${row.id}: ${gapMinutes} min for a way of ${way}`] : found;
  });
}

async function countLive(providerId: string): Promise<number> {
  const [row] = await test.database.em
    .fork()
    .execute<{ count: number }[]>(
      `select count(*)::int as count from reservation where provider_id = ? and state in ('HELD', 'BOOKED')`,
      [providerId],
    );
  return row!.count;
}

describe('64 households through two server processes', () => {
  it('want one time: one gets it, each other gets alternatives, and one of those can be booked', async () => {
    const provider = await buildRoundTheClockProvider();

    const attempts = await Promise.all(bookers.map((booker) => attempt(booker, provider, startAt(0))));

    report('one slot', attempts);
    expectOrdinaryAnswers(attempts);
    const losers = attempts.filter((one) => outcomeOf(one).__typename !== 'Hold');
    expect(losers).toHaveLength(BOOKERS - 1);
    expect(losers.map((one) => [outcomeOf(one).__typename, outcomeOf(one).alternatives!.length])).toEqual(
      losers.map(() => ['SlotTakenError', 3]),
    );
    expect(await countLive(provider.id)).toBe(1);
    for (const loser of losers.slice(0, 3)) {
      const { start } = outcomeOf(loser).alternatives![0]!;
      const second = await attempt(loser.booker, provider, start);
      expect(outcomeOf(second)).toMatchObject({ __typename: 'Hold', booking: { start } });
      await loser.booker.client.ask('mutation ($id: ID!) { releaseHold(bookingId: $id) }', {
        id: outcomeOf(second).booking!.id,
      });
    }
  });

  it('want staggered times that all overlap one another: one gets theirs', async () => {
    const provider = await buildRoundTheClockProvider();

    const attempts = await Promise.all(
      bookers.map((booker, index) => attempt(booker, provider, startAt((index % 8) * 15))),
    );

    report('staggered, all overlapping', attempts);
    expectOrdinaryAnswers(attempts);
    expect(attempts.filter((one) => outcomeOf(one).__typename === 'Hold')).toHaveLength(1);
    expect(await findConflicts(provider.id)).toEqual([]);
  });

  it('want times all over the day: as many as fit get theirs, none overlap and the ways between them fit', async () => {
    const provider = await buildRoundTheClockProvider();

    const attempts = await Promise.all(
      bookers.map((booker, index) => attempt(booker, provider, startAt((index % 32) * 15))),
    );

    report('staggered over eight hours', attempts);
    expectOrdinaryAnswers(attempts);
    const held = attempts.filter((one) => outcomeOf(one).__typename === 'Hold').length;
    // Two hours and a quarter each, and some way between: two at least fit into eight hours, four at most.
    expect(held).toBeGreaterThanOrEqual(2);
    expect(held).toBeLessThanOrEqual(4);
    expect(await countLive(provider.id)).toBe(held);
    expect(await findConflicts(provider.id)).toEqual([]);
  });

  it('whose holds have all lapsed swap providers at the same moment: each gets their time and nobody sees a deadlock', async () => {
    const [first, second] = [await buildRoundTheClockProvider(), await buildRoundTheClockProvider()];
    const swap = (turn: number): Promise<Attempt[]> =>
      Promise.all(
        bookers.map((booker, index) =>
          attempt(booker, (index + turn) % 2 === 0 ? first : second, startAt(Math.floor(index / 2) * 240)),
        ),
      );
    const before = await swap(0);
    expect(before.map((one) => outcomeOf(one).__typename)).toEqual(before.map(() => 'Hold'));
    await test.database.em
      .fork()
      .execute(`update reservation set expires_at = now() - interval '1 minute' where state = 'HELD'`);
    await test.database.em
      .fork()
      .execute(`update booking set hold_expires_at = now() - interval '1 minute' where state = 'HELD'`);

    const attempts = await swap(1);

    report('swapping lapsed holds between two providers', attempts);
    expectOrdinaryAnswers(attempts);
    expect(attempts.map((one) => outcomeOf(one).__typename)).toEqual(attempts.map(() => 'Hold'));
    expect([...(await findConflicts(first.id)), ...(await findConflicts(second.id))]).toEqual([]);
  });
});
