import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { approximatePlace } from '../../api/kernel/approximate-place.ts';
import { distanceMetres } from '../../api/kernel/geo-point.ts';
import { Role } from '../../api/modules/accounts/index.ts';
import { BookingState } from '../../api/modules/bookings/index.ts';
import { findBooking } from '../support/booking-operations.ts';
import { buildBookingScene, buildNeighbour } from '../support/booking-scene.ts';
import { buildAccount } from '../support/builders/account.builder.ts';
import { buildBooking } from '../support/builders/booking.builder.ts';
import type { BookingOverrides } from '../support/builders/booking.builder.ts';
import { TEST_NOW } from '../support/fakes/clock.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';

/** Tomorrow 10:00 to 12:00. */
const START = new Date('2027-03-11T10:00:00Z');
const END = new Date('2027-03-11T12:00:00Z');
const HOUR_MS = 3_600_000;

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
beforeEach(() => api.clock.set(TEST_NOW));
afterAll(() => api.close());

async function buildScene(overrides: BookingOverrides = {}) {
  const account = await buildAccount(api.em, { roles: [Role.PROVIDER] });
  const scene = await buildBookingScene(api, { account: account.id });
  const booking = await buildBooking(api.em, {
    provider: scene.provider,
    household: scene.household.id,
    startsAt: START,
    ...overrides,
  });
  return { ...scene, booking, asProvider: await api.as(account) };
}

describe('who sees where a visit takes place (B11)', () => {
  it.each([BookingState.HELD, BookingState.REQUESTED, BookingState.DECLINED, BookingState.CANCELLED])(
    'the provider of a booking that is %s sees the cell of 1 km and nothing nearer',
    async (state) => {
      const { booking, asProvider } = await buildScene({ state });

      const { place } = (await findBooking(asProvider, booking.id))!;

      const cell = approximatePlace(booking);
      expect(place).toEqual({ ...cell, approximate: true, line: null, district: 'Islington', doorNote: null });
      expect(distanceMetres(cell, booking)).toBeGreaterThan(50);
      expect(distanceMetres(cell, booking)).toBeLessThan(750);
    },
  );

  it('the note of a request shows the provider no phone number until the visit is agreed, the household always', async () => {
    const note = 'Two cats. Ring 07700 900123';
    const { booking, asProvider, client } = await buildScene({
      state: BookingState.REQUESTED,
      confirmedAt: null,
      requestExpiresAt: new Date(TEST_NOW.getTime() + HOUR_MS),
      note,
    });
    const read = async (by: typeof client): Promise<string> =>
      (
        await by.ask<{ booking: { note: string } }>('query ($id: ID!) { booking(id: $id) { note } }', {
          id: booking.id,
        })
      ).booking.note;

    expect([await read(asProvider), await read(client)]).toEqual(['Two cats. Ring •••', note]);
    await api.sql(`update booking set state = 'CONFIRMED', confirmed_at = now() where id = $1`, [booking.id]);
    expect(await read(asProvider)).toBe(note);
  });

  it('two homes of one cell look the same before confirmation', async () => {
    const first = await buildScene({ state: BookingState.REQUESTED, latitude: 51.5362, longitude: -0.1033 });
    const second = await buildScene({ state: BookingState.REQUESTED, latitude: 51.5368, longitude: -0.1031 });

    expect((await findBooking(first.asProvider, first.booking.id))!.place).toEqual(
      (await findBooking(second.asProvider, second.booking.id))!.place,
    );
  });

  it('from confirmation on, the provider sees the address', async () => {
    const { booking, asProvider } = await buildScene();

    expect((await findBooking(asProvider, booking.id))!.place).toMatchObject({
      latitude: 51.5362,
      longitude: -0.1033,
      approximate: false,
      line: '12 Canonbury Lane, Flat 3',
    });
  });

  it.each([
    { when: 'a moment before the last 24 hours', instant: new Date(START.getTime() - 24 * HOUR_MS - 1), note: null },
    {
      when: 'from 24 hours before the start',
      instant: new Date(START.getTime() - 24 * HOUR_MS),
      note: 'Ring twice, code 4711',
    },
    {
      when: 'to the last moment of 2 hours after the end',
      instant: new Date(END.getTime() + 2 * HOUR_MS - 1),
      note: 'Ring twice, code 4711',
    },
    { when: 'at 2 hours after the end', instant: new Date(END.getTime() + 2 * HOUR_MS), note: null },
  ])('the provider reads the door note as $note $when', async ({ instant, note }) => {
    const { booking, asProvider } = await buildScene();

    api.clock.set(instant);

    expect((await findBooking(asProvider, booking.id))!.place!.doorNote).toBe(note);
  });

  it('the diary shows no more than the booking does', async () => {
    const { asProvider } = await buildScene({ state: BookingState.REQUESTED });

    const { mySchedule } = await asProvider.ask<{ mySchedule: { visits: { booking: { place: object } }[] } }>(
      '{ mySchedule(from: "2027-03-11", to: "2027-03-11") { visits { booking { place { approximate line doorNote } } } } }',
    );

    expect(mySchedule.visits).toEqual([{ booking: { place: { approximate: true, line: null, doorNote: null } } }]);
  });

  it('an operator sees the address, never the door note', async () => {
    const { booking } = await buildScene();
    const operator = await api.as(await buildAccount(api.em, { roles: [Role.OPERATOR] }));

    api.clock.set(START);
    const alone = await findBooking(operator, booking.id);
    const { bookings } = await operator.ask<{
      bookings: { edges: { node: { id: string; place: { line: string; doorNote: string | null } } }[] };
    }>('{ bookings(first: 100) { edges { node { id place { line doorNote } } } } }');

    expect(alone!.place).toMatchObject({ line: '12 Canonbury Lane, Flat 3', doorNote: null });
    expect(bookings.edges.find(({ node }) => node.id === booking.id)!.node.place).toEqual({
      line: '12 Canonbury Lane, Flat 3',
      doorNote: null,
    });
  });

  it('the household sees everything of its own, at any time', async () => {
    const { booking, client } = await buildScene({ state: BookingState.CANCELLED });

    expect((await findBooking(client, booking.id))!.place).toEqual({
      latitude: 51.5362,
      longitude: -0.1033,
      approximate: false,
      line: '12 Canonbury Lane, Flat 3',
      district: 'Islington',
      doorNote: 'Ring twice, code 4711',
    });
  });
});

describe('who sees a booking at all', () => {
  it.each([
    { who: 'a visitor', roles: null },
    { who: 'another household', roles: [Role.HOUSEHOLD] },
    { who: 'another provider', roles: [Role.PROVIDER] },
    { who: 'an auditor', roles: [Role.AUDITOR] },
    { who: 'an administrator', roles: [Role.ADMINISTRATOR] },
  ])('to $who somebody else’s booking looks exactly like one that does not exist', async ({ roles }) => {
    const { booking } = await buildScene();
    const client = roles === null ? api.visitor() : await api.as(await buildAccount(api.em, { roles }));
    const question = 'query ($id: ID!) { booking(id: $id) { id state place { line } } }';

    const foreign = await client.send(question, { id: booking.id });
    const missing = await client.send(question, { id: '01900000-0000-7000-8000-000000000000' });

    expect(foreign).toMatchObject({ status: 200, data: { booking: null }, errors: [] });
    expect(foreign.body).toBe(missing.body);
  });

  it('somebody else’s cancellation quote looks exactly like a missing one', async () => {
    const scene = await buildScene();
    const { client } = await buildNeighbour(api, scene);
    const question = 'query ($id: ID!) { cancellationQuote(bookingId: $id) { fee { amount } } }';

    const foreign = await client.send(question, { id: scene.booking.id });
    const missing = await client.send(question, { id: '01900000-0000-7000-8000-000000000000' });

    expect(foreign.errors[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT', field: 'bookingId' } });
    expect(foreign.body).toBe(missing.body);
  });

  it('everybody’s bookings are for operators alone', async () => {
    const { client, asProvider } = await buildScene();
    const refusals = await Promise.all(
      [api.visitor(), client, asProvider].map((one) => one.send('{ bookings { totalCount } }')),
    );

    expect(refusals.map(({ errors }) => errors[0]!.extensions.code)).toEqual([
      'UNAUTHENTICATED',
      'FORBIDDEN',
      'FORBIDDEN',
    ]);
  });

  it('my bookings are mine alone', async () => {
    const scene = await buildScene();
    const { client } = await buildNeighbour(api, scene);

    expect(await client.ask('{ myBookings { totalCount edges { node { id } } } }')).toEqual({
      myBookings: { totalCount: 0, edges: [] },
    });
  });

  it('pages through my bookings without gaps or doubles', async () => {
    const scene = await buildBookingScene(api);
    const ids: string[] = [];
    for (const day of [11, 12, 13, 14, 15]) {
      ids.push(
        (
          await buildBooking(api.em, {
            provider: scene.provider,
            household: scene.household.id,
            startsAt: new Date(`2027-03-${day}T10:00:00Z`),
          })
        ).id,
      );
    }
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: {
        myBookings: {
          totalCount: number;
          edges: { node: { id: string } }[];
          pageInfo: { hasNextPage: boolean; endCursor: string };
        };
      } = await scene.client.ask(
        'query ($after: String) { myBookings(filter: { tense: UPCOMING }, first: 2, after: $after) { totalCount edges { node { id } } pageInfo { hasNextPage endCursor } } }',
        { after },
      );
      expect(page.myBookings.totalCount).toBe(5);
      seen.push(...page.myBookings.edges.map(({ node }) => node.id));
      after = page.myBookings.pageInfo.hasNextPage ? page.myBookings.pageInfo.endCursor : null;
    } while (after !== null);

    expect(seen).toEqual(ids);
  });

  it.each([
    'WzEsIm5vLWlkIl0',
    'WyJub3ciLCJuby1pZCJd',
    'bm9uc2Vuc2U',
    'WzFlNDAwLCIwMTkwMDAwMC0wMDAwLTcwMDAtODAwMC0wMDAwMDAwMDAwMDAiXQ',
  ])('a cursor of somebody’s own making is refused: %s', async (after) => {
    const { client } = await buildScene();

    const answer = await client.send('query ($after: String) { myBookings(after: $after) { totalCount } }', { after });

    expect(answer.errors[0]).toMatchObject({
      message: expect.stringMatching(/take it from pageInfo.endCursor/),
      extensions: { code: 'BAD_USER_INPUT', field: 'after' },
    });
  });
});
