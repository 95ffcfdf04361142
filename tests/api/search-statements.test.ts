import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildAccount } from '../support/builders/account.builder.ts';
import { buildBooking } from '../support/builders/booking.builder.ts';
import { buildSearchScene } from '../support/search-scene.ts';
import { AVAILABLE_SLOTS } from '../support/search-operations.ts';
import { collectStatements } from '../support/statement-counter.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
  // The very first statement of a process asks besides whether the database exists.
  await api.visitor().ask('{ regions { id } }');
});
afterAll(() => api.close());

describe('the number of SQL statements', () => {
  it('of a page of results is the same for 3 providers and for 60, badges, ratings, quotes and times included', async () => {
    const scene = await buildSearchScene(api, {
      requiredCredentialCodes: ['IDENTITY', 'BACKGROUND_CHECK'],
      requiredCourseCode: 'SAFE_CLEANING',
    });
    const household = await api.as(await buildAccount(api.em));
    const countFor = async (client: typeof household, providers: number): Promise<number> => {
      const statements = await collectStatements(async () =>
        expect((await scene.search({ to: '2027-03-18' }, { first: 100 }, client)).edges).toHaveLength(providers),
      );
      return statements.length;
    };
    for (let index = 0; index < 3; index++) await scene.addProvider();
    const few = { visitor: await countFor(api.visitor(), 3), household: await countFor(household, 3) };
    for (let index = 3; index < 60; index++) await scene.addProvider();

    const many = { visitor: await countFor(api.visitor(), 60), household: await countFor(household, 60) };

    console.info(`a page of results: ${many.visitor} statements for a visitor, ${many.household} for a household`);
    expect(many).toEqual(few);
    expect(many.visitor).toBeLessThanOrEqual(20);
  });

  it('of a list of bookings is the same for 2 and for 12', async () => {
    const scene = await buildSearchScene(api);
    const account = await buildAccount(api.em);
    const client = await api.as(account);
    const question =
      '{ myBookings(first: 50) { edges { node { id provider { displayName badges { code } } items { item { name } options { name } } place { line } paymentStatus transitions { to } review { rating } canReview canCancel } } } }';
    const add = async (day: number): Promise<unknown> =>
      buildBooking(api.em, {
        provider: await scene.addProvider(),
        household: account.id,
        startsAt: new Date(Date.UTC(2027, 2, day, 10)),
      });
    const count = async (): Promise<number> => (await collectStatements(() => client.ask(question))).length;
    await add(11);
    await add(12);
    const few = await count();

    for (let day = 13; day <= 22; day++) await add(day);

    expect(await count()).toBe(few);
  });

  it('of a calendar does not grow with the days', async () => {
    const scene = await buildSearchScene(api);
    const provider = await scene.addProvider();
    const count = async (to: string): Promise<number> =>
      (
        await collectStatements(() =>
          api.visitor().ask(AVAILABLE_SLOTS, {
            input: {
              providerId: provider.id,
              items: scene.wish().items,
              place: scene.wish().place,
              from: '2027-03-11',
              to,
            },
          }),
        )
      ).length;

    expect(await count('2027-03-24')).toBe(await count('2027-03-11'));
  });
});
