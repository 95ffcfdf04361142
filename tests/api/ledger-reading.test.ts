import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Role } from '../../api/modules/accounts/index.ts';
import { signedIn } from '../support/evidence-scene.ts';
import type { Person } from '../support/evidence-scene.ts';
import { QUOTE, buildPaidVisit } from '../support/ledger-scene.ts';
import { buildBooking } from '../support/builders/booking.builder.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';
import { minutesIn } from '../support/visit-scene.ts';
import type { VisitScene } from '../support/visit-scene.ts';

let api: TestApi;
let operator: Person;
let scene: VisitScene;
let other: VisitScene;
beforeAll(async () => {
  api = await startTestApi();
  operator = await signedIn(api, Role.OPERATOR);
  scene = await buildPaidVisit(api);
  other = await buildPaidVisit(api);
});
afterAll(() => api.close());

const EARNINGS =
  '{ myEarnings { timeZone today { amount } week { amount } owed { amount currency } waiting { amount } ahead { amount } } }';
const LEDGER = `query ($first: Int, $after: String) { myLedger(first: $first, after: $after) { totalCount pageInfo { endCursor hasNextPage }
  edges { node { id kind commissionBasisPoints earned { amount } entries { account amount { amount } } booking { id } } } } }`;
const OF_BOOKING =
  'query ($bookingId: ID!) { bookingLedger(bookingId: $bookingId) { kind earned { amount } provider { id } booking { id } } }';

interface Node {
  readonly id: string;
  readonly kind: string;
  readonly earned: { readonly amount: number };
  readonly booking: { readonly id: string };
  readonly entries: readonly { readonly account: string; readonly amount: { readonly amount: number } }[];
}
interface Page {
  readonly myLedger: { totalCount: number; pageInfo: { endCursor: string }; edges: { node: Node }[] };
}

describe('myEarnings', () => {
  it('says what was earned today and this week, what is owed, what waits and what is to come', async () => {
    await buildBooking(api.em, {
      provider: scene.provider,
      startsAt: minutesIn(600),
      storedQuote: { ...QUOTE, lines: [] },
    });
    const sum = { amount: 5_870 };
    const ask = async (): Promise<unknown> => (await scene.asProvider.ask<{ myEarnings: object }>(EARNINGS)).myEarnings;

    // Of 6,200 of work 15 % is 930, and there is a tip of 600.
    expect(await ask()).toEqual({
      timeZone: 'Europe/London',
      today: sum,
      week: sum,
      owed: { ...sum, currency: 'GBP' },
      waiting: sum,
      ahead: sum,
    });
    const before = api.clock.now();
    api.clock.set(new Date(before.getTime() + 49 * 3_600_000));
    expect(await ask()).toMatchObject({ today: { amount: 0 }, week: sum, owed: sum, waiting: { amount: 0 } });
    api.clock.set(new Date(before.getTime() + 8 * 24 * 3_600_000));
    expect(await ask()).toMatchObject({ week: { amount: 0 }, owed: sum });
    api.clock.set(before);
  });

  it.each([Role.HOUSEHOLD, Role.OPERATOR])('is not for a %s', async (role) => {
    const { client } = await signedIn(api, role);

    await expect(client.ask(EARNINGS)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(client.ask(LEDGER)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('myLedger', () => {
  it('shows a provider their own transactions alone, with each entry', async () => {
    const { myLedger } = await scene.asProvider.ask<Page>(LEDGER);

    expect(myLedger.totalCount).toBe(1);
    const { node } = myLedger.edges[0]!;
    expect(node).toMatchObject({ kind: 'VISIT', commissionBasisPoints: 1_500, earned: { amount: 5_870 } });
    expect(node.booking.id).toBe(scene.bookingId);
    expect(node.entries.reduce((sum, { amount }) => sum + amount.amount, 0)).toBe(0);
  });
});

describe('the books', () => {
  it('are paged for operators, latest first, and narrowed to a provider', async () => {
    const query = `query ($providerId: ID, $after: String) { ledger(providerId: $providerId, first: 1, after: $after) { totalCount pageInfo { endCursor } edges { node { booking { id } } } } }`;
    interface Books {
      readonly ledger: {
        totalCount: number;
        pageInfo: { endCursor: string };
        edges: { node: { booking: { id: string } } }[];
      };
    }
    const first = (await operator.client.ask<Books>(query)).ledger;
    const second = (await operator.client.ask<Books>(query, { after: first.pageInfo.endCursor })).ledger;

    expect([first, second].map(({ totalCount }) => totalCount)).toEqual([2, 2]);
    expect(new Set([first, second].map(({ edges }) => edges[0]!.node.booking.id))).toEqual(
      new Set([scene.bookingId, other.bookingId]),
    );
    const own = (await operator.client.ask<Books>(query, { providerId: other.provider.id })).ledger;
    expect(own.edges.map(({ node }) => node.booking.id)).toEqual([other.bookingId]);
    expect((await operator.client.ask<Books>(query, { providerId: 'none' })).ledger.totalCount).toBe(0);
  });

  it('tell of one booking, and of an unknown one nothing', async () => {
    const ask = async (bookingId: string): Promise<unknown> =>
      (await operator.client.ask<{ bookingLedger: object[] | null }>(OF_BOOKING, { bookingId })).bookingLedger;

    expect(await ask(scene.bookingId)).toEqual([
      {
        kind: 'VISIT',
        earned: { amount: 5_870 },
        provider: { id: scene.provider.id },
        booking: { id: scene.bookingId },
      },
    ]);
    expect(await ask(randomUUID())).toBeNull();
    expect(await ask('none')).toBeNull();
  });

  it('have balances that sum to zero', async () => {
    const { ledgerBalances } = await operator.client.ask<{ ledgerBalances: { account: string; amount: number }[] }>(
      '{ ledgerBalances { account currency amount } }',
    );

    expect(ledgerBalances.find(({ account }) => account === 'PROVIDER_PAYABLE')?.amount).toBe(-2 * 5_270);
    expect(ledgerBalances.reduce((sum, { amount }) => sum + amount, 0)).toBe(0);
  });

  it.each([
    ['a provider', (): Promise<unknown> => scene.asProvider.ask(OF_BOOKING, { bookingId: scene.bookingId })],
    ['a household', (): Promise<unknown> => scene.client.ask(OF_BOOKING, { bookingId: scene.bookingId })],
    ['a provider', (): Promise<unknown> => scene.asProvider.ask('{ ledger { totalCount } }')],
    ['a household', (): Promise<unknown> => scene.client.ask('{ ledgerBalances { amount } }')],
  ])('are not for %s', async (_who, ask) => {
    await expect(ask()).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});
