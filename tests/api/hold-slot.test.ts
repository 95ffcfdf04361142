import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ProviderLevel, Venue } from '../../api/modules/catalog/index.ts';
import { ProviderStatus, TravelMode } from '../../api/modules/providers/index.ts';
import { HOLD_SLOT, findBooking, holdSlot } from '../support/booking-operations.ts';
import { buildBookingScene, buildNeighbour } from '../support/booking-scene.ts';
import { buildBooking } from '../support/builders/booking.builder.ts';
import { buildServiceItem } from '../support/builders/service-item.builder.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

const liveReservations = (providerId: string): Promise<{ state: string; startsAt: Date; expiresAt: Date | null }[]> =>
  api.sql(
    `select state, starts_at as "startsAt", expires_at as "expiresAt" from reservation where provider_id = $1 and state in ('HELD', 'BOOKED') order by starts_at`,
    [providerId],
  );

describe('holdSlot', () => {
  it('asks a visitor to sign in, and stores nothing', async () => {
    const { provider, wish } = await buildBookingScene(api);

    const answer = await api.visitor().send(HOLD_SLOT, { input: wish() });

    expect(answer.errors[0]).toMatchObject({ message: 'Sign in first.', extensions: { code: 'UNAUTHENTICATED' } });
    expect(await liveReservations(provider.id)).toEqual([]);
  });

  it('keeps the time for ten minutes: booking, reservation, history and the lapse to come', async () => {
    const { client, household, provider, wish } = await buildBookingScene(api);

    const outcome = await holdSlot(client, wish({ expectedTotal: 6_000 }));

    const lapses = new Date(api.clock.now().getTime() + 10 * 60_000);
    expect(outcome).toMatchObject({
      __typename: 'Hold',
      expiresAt: lapses.toISOString(),
      booking: {
        state: 'HELD',
        version: 1,
        start: '2027-03-11T10:00:00.000Z',
        end: '2027-03-11T12:00:00.000Z',
        holdRenewable: true,
        paymentStatus: null,
        quote: { total: { amount: 6_000, currency: 'GBP' } },
        place: { line: '12 Canonbury Lane, Flat 3', doorNote: 'Ring twice, code 4711', approximate: false },
        transitions: [{ from: null, to: 'HELD', actorRole: 'HOUSEHOLD' }],
      },
    });
    expect(await liveReservations(provider.id)).toEqual([
      { state: 'HELD', startsAt: new Date('2027-03-11T10:00:00Z'), expiresAt: lapses },
    ]);
    const [occupied] = await api.sql<{ from: Date; to: Date }>(
      `select lower(occupied) as "from", upper(occupied) as "to" from reservation where provider_id = $1`,
      [provider.id],
    );
    expect(occupied).toEqual({ from: new Date('2027-03-11T10:00:00Z'), to: new Date('2027-03-11T12:15:00Z') });
    const outbox = await api.sql(
      `select topic, due_at as "dueAt" from outbox_message where payload->>'bookingId' = $1`,
      [outcome.booking!.id],
    );
    expect(outbox).toEqual([{ topic: 'expire-hold', dueAt: lapses }]);
    expect(await api.sql(`select household_id as household from booking where id = $1`, [outcome.booking!.id])).toEqual(
      [{ household: household.id }],
    );
  });

  it('shows the household its own hold and nobody else', async () => {
    const scene = await buildBookingScene(api);
    const { client } = await buildNeighbour(api, scene);

    const { booking } = await holdSlot(scene.client, scene.wish());

    const question = `{ viewer { heldBooking { id } } }`;
    expect(await scene.client.ask(question)).toEqual({ viewer: { heldBooking: { id: booking!.id } } });
    expect(await client.ask(question)).toEqual({ viewer: { heldBooking: null } });
    expect(await findBooking(client, booking!.id)).toBeNull();
  });

  it('is exclusive: the second household gets alternatives, each of which can be held', async () => {
    const scene = await buildBookingScene(api);
    const { client, address } = await buildNeighbour(api, scene);
    await holdSlot(scene.client, scene.wish());

    const refused = await holdSlot(client, scene.wish({ place: { addressId: address.id } }));

    expect(refused).toMatchObject({
      __typename: 'SlotTakenError',
      code: 'SLOT_TAKEN',
      message: 'This time is not free for this visit.',
    });
    expect(refused.alternatives).toHaveLength(3);
    for (const { start } of refused.alternatives!) {
      expect(await holdSlot(client, scene.wish({ start, place: { addressId: address.id } }))).toMatchObject({
        __typename: 'Hold',
        booking: { start },
      });
    }
  });

  it('leaves the travel time to the visit before: one grid step nearer is refused, the step after is held', async () => {
    const scene = await buildBookingScene(api, { travelMode: TravelMode.BICYCLE });
    // Visit until 12:00 in Islington, buffer until 12:15; 3.1 km east of it are 25 minutes by bicycle: 12:40, so 12:45 on the grid.
    await buildBooking(api.em, { provider: scene.provider });
    const place = { latitude: 51.5362, longitude: -0.0583 };

    const tooNear = await holdSlot(scene.client, scene.wish({ start: '2027-03-11T12:30:00.000Z', place }));
    const farEnough = await holdSlot(scene.client, scene.wish({ start: '2027-03-11T12:45:00.000Z', place }));

    expect(tooNear.__typename).toBe('SlotTakenError');
    expect(tooNear.alternatives!.map(({ start }) => start)).toContain('2027-03-11T12:45:00.000Z');
    expect(farEnough.__typename).toBe('Hold');
  });

  it('at the same address lets the next visit begin when the buffer ends', async () => {
    const scene = await buildBookingScene(api);
    await buildBooking(api.em, { provider: scene.provider });

    const within = await holdSlot(scene.client, scene.wish({ start: '2027-03-11T12:00:00.000Z' }));
    const after = await holdSlot(scene.client, scene.wish({ start: '2027-03-11T12:15:00.000Z' }));

    expect([within.__typename, after.__typename]).toEqual(['SlotTakenError', 'Hold']);
  });

  it('releases the first hold when a second is placed', async () => {
    const { client, provider, wish } = await buildBookingScene(api);
    const first = await holdSlot(client, wish());

    const second = await holdSlot(client, wish({ start: '2027-03-11T15:00:00.000Z' }));

    expect(second.__typename).toBe('Hold');
    expect(await findBooking(client, first.booking!.id)).toMatchObject({
      state: 'CANCELLED',
      version: 2,
      transitions: [{ to: 'HELD' }, { from: 'HELD', to: 'CANCELLED', reason: 'hold released' }],
    });
    expect((await liveReservations(provider.id)).map(({ startsAt }) => startsAt.toISOString())).toEqual([
      '2027-03-11T15:00:00.000Z',
    ]);
  });

  it('lets the household move its own hold by a quarter of an hour, into the time it holds itself', async () => {
    const { client, wish } = await buildBookingScene(api);
    await holdSlot(client, wish());

    expect(await holdSlot(client, wish({ start: '2027-03-11T10:15:00.000Z' }))).toMatchObject({
      __typename: 'Hold',
      booking: { start: '2027-03-11T10:15:00.000Z' },
    });
  });

  it('keeps the first hold when the second fails', async () => {
    const { client, provider, wish } = await buildBookingScene(api);
    await buildBooking(api.em, { provider, startsAt: new Date('2027-03-11T15:00:00Z') });
    const first = await holdSlot(client, wish());

    const second = await holdSlot(client, wish({ start: '2027-03-11T15:00:00.000Z' }));

    expect(second.__typename).toBe('SlotTakenError');
    expect(await findBooking(client, first.booking!.id)).toMatchObject({ state: 'HELD', version: 1 });
    expect((await liveReservations(provider.id)).map(({ state }) => state).sort()).toEqual(['BOOKED', 'HELD']);
  });

  it('names every reason when the provider cannot be booked', async () => {
    const region = (await buildServiceItem(api.em)).region;
    const item = await buildServiceItem(api.em, {
      region,
      requiredCredentialCodes: ['IDENTITY'],
      requiredCourseCode: 'SAFE_CLEANING',
      minimumLevel: ProviderLevel.SENIOR,
    });
    const { client, wish } = await buildBookingScene(api, {
      items: [item],
      status: ProviderStatus.PAUSED,
      qualified: false,
    });

    const outcome = await holdSlot(client, wish());

    expect(outcome.__typename).toBe('NotBookableError');
    expect(outcome.reasons).toEqual([
      { code: 'PROVIDER_NOT_ACTIVE', subject: null },
      { code: 'CREDENTIAL_MISSING', subject: 'IDENTITY' },
      { code: 'COURSE_MISSING', subject: 'SAFE_CLEANING' },
      { code: 'LEVEL_TOO_LOW', subject: null },
    ]);
  });

  it('says that the provider does not come so far', async () => {
    const { client, wish } = await buildBookingScene(api, { serviceRadiusMetres: 3_000 });

    expect(await holdSlot(client, wish())).toMatchObject({
      __typename: 'NotBookableError',
      reasons: [{ code: 'OUTSIDE_SERVICE_AREA' }],
    });
  });

  it('says that a studio visit needs a studio', async () => {
    const { client, wish } = await buildBookingScene(api);

    expect(await holdSlot(client, wish({ place: null }))).toMatchObject({
      __typename: 'NotBookableError',
      reasons: [{ code: 'VENUE_NOT_OFFERED' }],
    });
  });

  it('holds a studio visit without a place', async () => {
    const item = await buildServiceItem(api.em, { venues: [Venue.AT_STUDIO] });
    const { client, wish } = await buildBookingScene(api, { items: [item], hasStudio: true });

    expect(await holdSlot(client, wish({ place: null }))).toMatchObject({
      __typename: 'Hold',
      booking: { place: null },
    });
  });

  it('says that the service is switched off', async () => {
    const { client, provider, wish } = await buildBookingScene(api);
    await api.sql('update offering set enabled = false where provider_id = $1', [provider.id]);

    expect(await holdSlot(client, wish())).toMatchObject({
      __typename: 'NotBookableError',
      reasons: [{ code: 'OFFERING_OFF' }],
    });
  });

  it('takes the price from the server: a total that was not shown holds nothing and comes back with the right one', async () => {
    const { client, provider, wish } = await buildBookingScene(api);

    expect(await holdSlot(client, wish({ expectedTotal: 1 }))).toMatchObject({
      __typename: 'PriceChangedError',
      quote: { total: { amount: 6_000 } },
    });
    expect(await liveReservations(provider.id)).toEqual([]);
  });

  it('adds up several items and their options in one visit', async () => {
    const first = await buildServiceItem(api.em);
    const second = await buildServiceItem(api.em, {
      region: first.region,
      name: { en: 'Windows', 'zh-CN': '擦窗' },
      priceAmount: 700,
      durationMinutes: 15,
      minutesPerUnit: 10,
    });
    const { client, option, wish } = await buildBookingScene(api, { items: [first, second] });

    const outcome = await holdSlot(
      client,
      wish({
        items: [
          { itemId: first.id, units: 2, optionIds: [option.id] },
          { itemId: second.id, units: 4 },
        ],
      }),
    );

    // 2 × £20 + £15 + 4 × £7; 30 + 60 + 30 + 15 + 40 minutes.
    expect(outcome.booking).toMatchObject({ end: '2027-03-11T12:55:00.000Z', quote: { total: { amount: 8_300 } } });
  });
});
