import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { weekdayOf } from '../../api/kernel/local-date.ts';
import { buildAccount } from '../support/builders/account.builder.ts';
import { buildAddress } from '../support/builders/address.builder.ts';
import { buildProvider } from '../support/builders/provider.builder.ts';
import type { BuiltProvider } from '../support/builders/provider.builder.ts';
import type { GraphQLClient } from '../support/graphql-client.ts';
import { TEST_NOW } from '../support/fakes/clock.ts';
import { ACCEPT_SERIES, previewSeries, toAcceptVariables, totalOf } from '../support/series-operations.ts';
import type { SeriesOutcome, SeriesWish } from '../support/series-operations.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';

const ROUNDS = 12;
const VISITS = 6;
const DAY_MS = 86_400_000;

interface Household {
  readonly client: GraphQLClient;
  readonly place: { readonly addressId: string };
}

let api: TestApi;
let provider: BuiltProvider;
let households: Household[];

beforeAll(async () => {
  api = await startTestApi();
  provider = await buildProvider(api.em);
  households = await Promise.all([0, 1].map(() => buildHousehold()));
});
afterAll(() => api.close());

async function buildHousehold(): Promise<Household> {
  const account = await buildAccount(api.em);
  const address = await buildAddress(api.em, { account: account.id, regionId: provider.region });
  return { client: await api.as(account), place: { addressId: address.id } };
}

/** Visits at noon; those of the second household begin half an hour later and a week on, so that all but one overlap. */
function wishOf(rival: BuiltProvider, { place }: Household, index: number): SeriesWish {
  const day = Math.floor(TEST_NOW.getTime() / DAY_MS) + 3 + 7 * index;
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
  const [row] = await api.sql<{ count: number }>(sql, [providerId]);
  return row!.count;
}

describe('two households at once over HTTP', () => {
  it('want series that overlap, again and again: one gets the whole, the other nothing and is told which dates', async () => {
    let deadlocks = 0;
    const winners = [0, 0];
    for (let round = 0; round < ROUNDS; round += 1) {
      const rival = await buildProvider(api.em, {
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
          `select count(*)::int as count from reservation where provider_id = $1 and state = 'BOOKED'`,
          rival.id,
        ),
      ).toBe(VISITS);
      expect(
        await countRows(
          `select count(*)::int as count from reservation where provider_id = $1 and state = 'HELD'`,
          rival.id,
        ),
      ).toBe(0);
      expect(
        await countRows(`select count(*)::int as count from booking_series where provider_id = $1`, rival.id),
      ).toBe(1);
    }
    console.info(
      `${ROUNDS} rounds of two series of ${VISITS} at once: won ${winners.join(' and ')}, ${deadlocks} errors`,
    );
    expect(deadlocks).toBe(0);
    const { length } = await api.sql(`select 1 from sandbox_charge where status = 'AUTHORIZED'`);
    expect(length).toBe(ROUNDS);
  }, 120_000);
});
