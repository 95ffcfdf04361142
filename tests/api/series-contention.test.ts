import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { weekdayOf } from '../../api/kernel/local-date.ts';
import { openSession } from '../../api/modules/accounts/session-token.ts';
import { buildAccount } from '../support/builders/account.builder.ts';
import { buildAddress } from '../support/builders/address.builder.ts';
import { buildProvider } from '../support/builders/provider.builder.ts';
import type { BuiltProvider } from '../support/builders/provider.builder.ts';
import { GraphQLClient } from '../support/graphql-client.ts';
import { ACCEPT_SERIES, previewSeries, toAcceptVariables, totalOf } from '../support/series-operations.ts';
import type { SeriesOutcome, SeriesWish } from '../support/series-operations.ts';
import { startServeProcess } from '../support/serve-process.ts';
import type { ServeProcess } from '../support/serve-process.ts';
import { createTestDatabase } from '../support/test-database.ts';
import type { TestDatabase } from '../support/test-database.ts';

const ROUNDS = 20;
const VISITS = 6;
const DAY_MS = 86_400_000;
/** Server processes live by the real clock: the first visits are three days from now. */
const clock = { now: () => new Date() };

interface Household {
  readonly client: GraphQLClient;
  readonly place: { readonly addressId: string };
}

let test: TestDatabase;
let servers: ServeProcess[];
let provider: BuiltProvider;
let households: Household[];

beforeAll(async () => {
  test = await createTestDatabase({ pool: 4 });
  servers = await Promise.all([startServeProcess(test.url), startServeProcess(test.url)]);
  provider = await buildProvider(test.database.em.fork(), { hours: [{ start: '00:00', end: '24:00' }] });
  households = await Promise.all([0, 1].map((index) => buildHousehold(index)));
}, 90_000);
afterAll(async () => {
  await Promise.all(servers.map((server) => server.stop()));
  await test.close();
});

/** Each uses a server process of its own. */
async function buildHousehold(index: number): Promise<Household> {
  const em = test.database.em.fork();
  const account = await buildAccount(em);
  const address = await buildAddress(em, { account: account.id, regionId: provider.region });
  const { token } = await openSession(em, clock, { accountId: account.id, userAgent: null });
  return {
    client: new GraphQLClient(servers[index]!.url, { authorization: `Bearer ${token}` }),
    place: { addressId: address.id },
  };
}

/** Visits at noon; those of the second household begin half an hour later and a week on, so that all but one overlap. */
function wishOf(rival: BuiltProvider, { place }: Household, index: number): SeriesWish {
  const day = Math.floor(Date.now() / DAY_MS) + 3 + 7 * index;
  const start = new Date(day * DAY_MS + 12 * 3_600_000 + index * 1_800_000);
  return {
    providerId: rival.id,
    items: [{ itemId: rival.items[0]!.id, units: 3 }],
    place,
    start: start.toISOString(),
    everyWeeks: 1,
    weekdays: [weekdayOf(start.toISOString().slice(0, 10))],
    count: VISITS,
  };
}

async function countRows(sql: string, providerId: string): Promise<number> {
  const [row] = await test.database.em.fork().execute<{ count: number }[]>(sql, [providerId]);
  return row!.count;
}

describe('two households through two server processes', () => {
  it('want series that overlap, again and again: one gets the whole, the other nothing and is told which dates', async () => {
    let deadlocks = 0;
    const winners = [0, 0];
    for (let round = 0; round < ROUNDS; round += 1) {
      const rival = await buildProvider(test.database.em.fork(), {
        region: provider.region,
        items: provider.items,
        hours: [{ start: '00:00', end: '24:00' }],
      });
      const wishes = households.map((household, index) => wishOf(rival, household, index));
      const previews = await Promise.all(households.map(({ client }, index) => previewSeries(client, wishes[index]!)));

      const answers = await Promise.all(
        households.map(({ client }, index) =>
          client.send<{ acceptSeries: SeriesOutcome }>(
            ACCEPT_SERIES,
            toAcceptVariables({
              series: wishes[index]!,
              expectedTotal: totalOf(previews[index]!.dates!),
              idempotencyKey: randomUUID(),
            }),
          ),
        ),
      );

      deadlocks += answers.filter(({ errors }) => errors.length > 0).length;
      const outcomes = answers.map(({ data }) => data!.acceptSeries);
      expect(outcomes.map(({ __typename }) => __typename).sort()).toEqual(['SeriesAccepted', 'SeriesDatesFailedError']);
      winners[outcomes.findIndex(({ series }) => series)]! += 1;
      const loser = outcomes.find(({ dates }) => dates)!;
      expect(loser.dates!.map(({ status }) => status)).toEqual(Array.from({ length: VISITS - 1 }, () => 'TAKEN'));
      expect(
        await countRows(
          `select count(*)::int as count from reservation where provider_id = ? and state = 'BOOKED'`,
          rival.id,
        ),
      ).toBe(VISITS);
      expect(
        await countRows(
          `select count(*)::int as count from reservation where provider_id = ? and state = 'HELD'`,
          rival.id,
        ),
      ).toBe(0);
      expect(await countRows(`select count(*)::int as count from booking_series where provider_id = ?`, rival.id)).toBe(
        1,
      );
    }
    console.info(
      `${ROUNDS} rounds of two series of ${VISITS} by 2 servers: won ${winners.join(' and ')}, ${deadlocks} errors`,
    );
    expect(deadlocks).toBe(0);
    const { length } = await test.database.em
      .fork()
      .execute<object[]>(`select 1 from sandbox_charge where status = 'AUTHORIZED'`);
    expect(length).toBe(ROUNDS);
  }, 120_000);
});
