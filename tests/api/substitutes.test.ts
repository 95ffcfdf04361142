import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ProviderLevel } from '../../api/modules/catalog/index.ts';
import { Role } from '../../api/modules/accounts/index.ts';
import { findBooking } from '../support/booking-operations.ts';
import { buildAccount } from '../support/builders/account.builder.ts';
import { buildBooking } from '../support/builders/booking.builder.ts';
import { buildServiceItem } from '../support/builders/service-item.builder.ts';
import { FakeClock, TEST_NOW } from '../support/fakes/clock.ts';
import { START } from '../support/movable-visit.ts';
import { ACCEPT_SUBSTITUTE, DECLINE_SUBSTITUTE, buildDropOut } from '../support/substitute-scene.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';

const HOUR_MS = 3_600_000;

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ clock: new FakeClock() });
});
beforeEach(() => api.clock.set(TEST_NOW));
afterAll(() => api.close());

const liveTimes = async (providerId: string): Promise<string[]> => {
  const rows = await api.sql<{ at: Date }>(
    `select starts_at as at from reservation where provider_id = $1 and state in ('HELD', 'BOOKED') order by starts_at`,
    [providerId],
  );
  return rows.map(({ at }) => at.toISOString());
};
const settlements = (bookingId: string): Promise<object[]> =>
  api.sql(
    `select payload->'due' as due from outbox_message where topic = 'settle-payment' and payload->>'bookingId' = $1`,
    [bookingId],
  );
const ids = (search: { candidates: readonly { provider: { id: string } }[] } | null): string[] =>
  (search?.candidates ?? []).map(({ provider }) => provider.id);

describe('a provider who drops out', () => {
  it('ends nothing where others can come: the best three are proposed at the price agreed, and the time stays reserved', async () => {
    const { another, dropOut, search, provider, bookingId, client } = await buildDropOut(api);
    const rated = { ratingCount: 40, ratingSum: 190, ratingMean: 4.7, ratingUpper: 4.9 };
    const best = await another({ ...rated, ratingLower: 4.6, priceAmount: 2_100 });
    const second = await another({ ...rated, ratingLower: 4.2 });
    const third = await another({ ...rated, ratingLower: 3.8 });
    await another({ ...rated, ratingLower: 2 });

    const outcome = await dropOut();

    expect(outcome.__typename).toBe('SubstituteSought');
    const found = await search();
    expect(found).toMatchObject({ status: 'OFFERED', cause: 'PROVIDER_CANCELLED', substitute: null });
    expect(ids(found)).toEqual([best.id, second.id, third.id]);
    expect(found!.candidates.map(({ price }) => price.amount)).toEqual([6_000, 6_000, 6_000]);
    expect(await liveTimes(provider.id)).toEqual([START.toISOString()]);
    expect(await findBooking(client, bookingId)).toMatchObject({ state: 'CONFIRMED', cancelledBy: null });
    expect(await settlements(bookingId)).toEqual([]);
  });

  it.each([
    ['of a lower level', { level: ProviderLevel.TRAINEE }],
    ['who wants to be asked first', { instantBooking: false }],
    ['who does not come so far', { serviceRadiusMetres: 500 }],
    ['without hours that day', { hours: [] }],
  ] as const)(
    'calls the visit off at once and pays it back where there is only somebody %s',
    async (_who, overrides) => {
      const { another, dropOut, bookingId, provider, search } = await buildDropOut(api);
      await another(overrides);

      expect(await dropOut()).toMatchObject({ __typename: 'BookingCancelled', fee: { amount: 0 } });
      expect(await search()).toBeNull();
      expect(await liveTimes(provider.id)).toEqual([]);
      expect(await settlements(bookingId)).toEqual([{ due: 0 }]);
    },
  );

  it('proposes nobody whose credential does not hold on the day', async () => {
    const item = await buildServiceItem(api.em, { requiredCredentialCodes: ['IDENTITY'] });
    const { another, dropOut, search } = await buildDropOut(api, { items: [item] });
    const lapsed = await another();
    await api.sql(`update credential set valid_until = '2027-03-11' where provider_id = $1`, [lapsed.id]);
    const good = await another();

    await dropOut();

    expect(ids(await search())).toEqual([good.id]);
  });

  it('is asked once: the same answer comes again, also without a key, and their reason is in the history', async () => {
    const { another, dropOut, client, bookingId } = await buildDropOut(api);
    await another();

    const first = await dropOut();
    expect(await dropOut()).toEqual(first);
    const booking = await findBooking(client, bookingId);
    expect(booking!.transitions.at(-1)).toMatchObject({ from: 'CONFIRMED', to: 'CONFIRMED', actorRole: 'PROVIDER' });
    expect(await api.sql('select 1 from substitute_search where booking_id = $1', [bookingId])).toHaveLength(1);
  });
});

describe('acceptSubstitute', () => {
  it('hands the visit over in one step: new time reserved, old one free, price, place and time unchanged', async () => {
    const { another, dropOut, accept, provider, bookingId, client, asProvider } = await buildDropOut(api);
    const substitute = await another({ priceAmount: 3_000 });
    const before = await findBooking(client, bookingId);
    await dropOut();

    const outcome = await accept(substitute.id);

    expect(outcome).toMatchObject({
      __typename: 'SubstituteAccepted',
      substituted: { state: 'CONFIRMED', provider: { id: substitute.id } },
    });
    expect(await liveTimes(provider.id)).toEqual([]);
    expect(await liveTimes(substitute.id)).toEqual([START.toISOString()]);
    const after = await findBooking(client, bookingId);
    expect(after).toMatchObject({ start: before!.start, quote: before!.quote, place: before!.place });
    expect(await findBooking(asProvider, bookingId)).toBeNull();
    const [search] = await api.sql<object>(
      'select status, substitute_id, platform_share_amount, closed_by from substitute_search where booking_id = $1',
      [bookingId],
    );
    // £30 a room for three rooms, of which the household pays the £60 agreed.
    expect(search).toEqual({
      status: 'ACCEPTED',
      substitute_id: substitute.id,
      platform_share_amount: 3_000,
      closed_by: 'HOUSEHOLD',
    });
    expect(await settlements(bookingId)).toEqual([]);
  });

  it('leaves the visit as it was when the substitute was booked meanwhile, and proposes who is left', async () => {
    const { another, dropOut, accept, search, provider, bookingId } = await buildDropOut(api);
    const taken = await another();
    const free = await another();
    await dropOut();
    await buildBooking(api.em, { provider: taken, startsAt: START });

    expect(await accept(taken.id)).toMatchObject({ __typename: 'SubstituteUnavailableError' });
    expect(await liveTimes(provider.id)).toEqual([START.toISOString()]);
    expect(ids(await search())).toEqual([free.id]);
    expect(await api.sql('select provider_id from booking where id = $1', [bookingId])).toEqual([
      { provider_id: provider.id },
    ]);
    expect((await accept(free.id)).__typename).toBe('SubstituteAccepted');
  });

  it('takes nobody who was not proposed, however qualified', async () => {
    const { another, dropOut, accept } = await buildDropOut(api);
    await another();
    await dropOut();
    const late = await another();

    expect(await accept(late.id)).toMatchObject({ __typename: 'SubstituteUnavailableError' });
    expect(await accept('no-id')).toMatchObject({ __typename: 'SubstituteUnavailableError' });
  });

  it('answers a replay alike, and ten at once with one effect', async () => {
    const { another, dropOut, accept, bookingId } = await buildDropOut(api);
    const substitute = await another();
    await dropOut();
    const key = randomUUID();

    const answers = await Promise.all(Array.from({ length: 10 }, () => accept(substitute.id, key)));

    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]!.__typename).toBe('SubstituteAccepted');
    expect(await liveTimes(substitute.id)).toEqual([START.toISOString()]);
    expect(
      await api.sql(`select 1 from outbox_message where topic = 'booking.substituted' and payload->>'bookingId' = $1`, [
        bookingId,
      ]),
    ).toHaveLength(1);
  });

  it('gives one substitute to one of two households that want the same hour', async () => {
    const first = await buildDropOut(api);
    const substitute = await first.another();
    const second = await buildDropOut(api, { items: [first.item] });
    await first.dropOut();
    await second.dropOut();

    const outcomes = await Promise.all([first.accept(substitute.id), second.accept(substitute.id)]);

    expect(outcomes.map(({ __typename }) => __typename).sort()).toEqual([
      'SubstituteAccepted',
      'SubstituteUnavailableError',
    ]);
    expect(await liveTimes(substitute.id)).toEqual([START.toISOString()]);
  });

  it('is over at the deadline, and a second before it is not', async () => {
    const { another, dropOut, accept, search } = await buildDropOut(api);
    const substitute = await another();
    await dropOut();
    const deadline = new Date((await search())!.deadline);

    api.clock.set(deadline);
    expect(await accept(substitute.id)).toMatchObject({ __typename: 'SubstitutionOverError' });
    api.clock.set(new Date(deadline.getTime() - 1_000));
    expect((await accept(substitute.id)).__typename).toBe('SubstituteAccepted');
  });

  it('is the household’s alone: its provider, an operator and a neighbour learn nothing of it', async () => {
    const { another, dropOut, bookingId, asProvider, search } = await buildDropOut(api);
    const substitute = await another();
    await dropOut();
    const input = { bookingId, providerId: substitute.id, idempotencyKey: randomUUID() };
    const operator = await api.as(await buildAccount(api.em, { roles: [Role.OPERATOR] }));
    const neighbour = await api.as(await buildAccount(api.em));
    const unknown = { ...input, bookingId: randomUUID() };
    const expected = (await neighbour.send(ACCEPT_SUBSTITUTE, { input: unknown })).errors[0]!;

    for (const client of [asProvider, operator, neighbour]) {
      const { errors } = await client.send(ACCEPT_SUBSTITUTE, { input: { ...input, idempotencyKey: randomUUID() } });
      expect({ message: errors[0]!.message, code: errors[0]!.extensions.code }).toEqual({
        message: expected.message,
        code: expected.extensions.code,
      });
    }
    expect((await api.visitor().send(ACCEPT_SUBSTITUTE, { input })).errors[0]!.extensions.code).toBe('UNAUTHENTICATED');
    expect(await search(asProvider)).toBeNull();
    expect(ids(await search(operator))).toEqual([substitute.id]);
  });
});

describe('declineSubstitute', () => {
  it('pays back in full, on account of the provider, at any hour', async () => {
    const { another, dropOut, decline, provider, bookingId, search } = await buildDropOut(api);
    await another();
    api.clock.set(new Date(START.getTime() - 5 * HOUR_MS));
    await dropOut();

    expect(await decline()).toMatchObject({
      __typename: 'SubstituteDeclined',
      declined: { state: 'CANCELLED', cancelledBy: 'PROVIDER' },
      refund: { amount: 6_000 },
    });
    expect(await liveTimes(provider.id)).toEqual([]);
    expect(await settlements(bookingId)).toEqual([{ due: 0 }]);
    expect(await search()).toMatchObject({ status: 'REFUNDED', candidates: [] });
  });

  it('has nothing to decline while the provider comes, nor twice; a replay is answered alike', async () => {
    const { another, dropOut, decline } = await buildDropOut(api);
    expect(await decline()).toMatchObject({ __typename: 'SubstitutionOverError' });
    await another();
    await dropOut();
    const key = randomUUID();
    const first = await decline(key);

    expect(await decline(key)).toEqual(first);
    expect(await decline()).toMatchObject({ __typename: 'SubstitutionOverError' });
    expect(
      (await api.visitor().send(DECLINE_SUBSTITUTE, { input: { bookingId: randomUUID(), idempotencyKey: 'k' } }))
        .errors[0]!.extensions.code,
    ).toBe('UNAUTHENTICATED');
  });

  it('costs nothing either when the household cancels or moves the visit instead', async () => {
    const { another, dropOut, client, bookingId, move, search } = await buildDropOut(api);
    await another();
    api.clock.set(new Date(START.getTime() - 3 * HOUR_MS));
    await dropOut();
    const quotes = await client.ask<Record<string, { fee: { amount: number } }>>(
      `query Q($id: ID!) { cancellationQuote(bookingId: $id) { fee { amount } } rescheduleQuote(bookingId: $id) { fee { amount } } }`,
      { id: bookingId },
    );

    expect(Object.values(quotes).map(({ fee }) => fee.amount)).toEqual([0, 0]);
    expect((await move()).__typename).toBe('BookingRescheduled');
    expect(await search()).toMatchObject({ status: 'WITHDRAWN' });
  });
});
