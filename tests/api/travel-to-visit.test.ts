import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { greatCircleEstimator } from '../../api/modules/availability/index.ts';
import { Venue } from '../../api/modules/catalog/index.ts';
import { buildBooking } from '../support/builders/booking.builder.ts';
import { buildNeighbour } from '../support/booking-scene.ts';
import { FakeClock } from '../support/fakes/clock.ts';
import { runDueJobs } from '../support/run-jobs.ts';
import { subscribe } from '../support/socket-client.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';
import { readVisit } from '../support/visit-operations.ts';
import { buildVisitScene, minutesIn } from '../support/visit-scene.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ clock: new FakeClock() });
});
beforeEach(() => api.clock.set(minutesIn(-60)));
afterAll(() => api.close());

const PLACE = { latitude: 51.5362, longitude: -0.1033 };
const after = (minutes: number): string => new Date(minutesIn(-60).getTime() + minutes * 60_000).toISOString();
const told = async (bookingId: string): Promise<string[]> => {
  const rows = await api.sql<{ kind: string }>('select kind from delivery where booking_id = $1 order by id', [
    bookingId,
  ]);
  return rows.map(({ kind }) => kind);
};

describe('startTravel', () => {
  it('shows the household when the provider will be there, by the estimate from where their day starts, and tells it once', async () => {
    const { bookingId, byProvider, client, provider } = await buildVisitScene(api);

    const { booking } = await byProvider('startTravel');

    expect(booking!.state).toBe('EN_ROUTE');
    const minutes = greatCircleEstimator.minutes(provider, PLACE, provider.travelMode);
    expect((await readVisit(client, bookingId))!.visit.eta).toBe(after(minutes));
    await runDueJobs(api);
    expect(await told(bookingId)).toEqual(['visit-on-the-way']);
  });

  it('goes from the visit before it on the day, or from where the provider says they are', async () => {
    const scene = await buildVisitScene(api);
    const before = { latitude: 51.54, longitude: -0.11 };
    await buildBooking(api.em, {
      provider: scene.provider,
      startsAt: minutesIn(-240),
      endsAt: minutesIn(-180),
      ...before,
    });

    const { booking } = await scene.byProvider('startTravel');
    const other = await buildVisitScene(api);
    const shared = await other.byProvider('startTravel', PLACE);

    expect(booking!.visit.eta).toBe(after(greatCircleEstimator.minutes(before, PLACE, 'BICYCLE')));
    expect(shared.booking!.visit.eta).toBe(after(0));
  });

  it('is refused before four hours ahead, for a visit at the studio, and for whoever is not the provider', async () => {
    const { byProvider, byHousehold } = await buildVisitScene(api);
    const studio = await buildVisitScene(api, { venue: Venue.AT_STUDIO }, { hasStudio: true });
    api.clock.set(new Date(minutesIn(-240).getTime() - 1));

    expect(await byProvider('startTravel')).toMatchObject({ code: 'TOO_EARLY', from: minutesIn(-240).toISOString() });
    api.clock.set(minutesIn(-240));
    expect(await studio.byProvider('startTravel')).toMatchObject({ code: 'AT_STUDIO' });
    expect(await byHousehold('startTravel')).toMatchObject({ code: 'NOT_YOURS' });
    expect(await byProvider('startTravel')).toMatchObject({ __typename: 'VisitUpdated' });
    expect(await byProvider('startTravel')).toMatchObject({ code: 'NOT_NOW', state: 'EN_ROUTE' });
  });
});

describe('announceDelay', () => {
  it('gives the household a new time each time, and tells it of each', async () => {
    const { bookingId, byProvider, client } = await buildVisitScene(api);
    await byProvider('startTravel');

    await byProvider('announceDelay', { minutes: 75 });
    await runDueJobs(api);
    const first = await readVisit(client, bookingId);
    await byProvider('announceDelay', { minutes: 90 });
    await runDueJobs(api);

    expect(first!.visit).toMatchObject({ eta: after(75), delayedAt: minutesIn(-60).toISOString() });
    expect((await readVisit(client, bookingId))!.visit.eta).toBe(after(90));
    expect(await told(bookingId)).toEqual(['visit-on-the-way', 'visit-late', 'visit-late']);
  });

  it('is refused when the visit is far or has begun, and for the household', async () => {
    const { byProvider, byHousehold, begin } = await buildVisitScene(api);
    api.clock.set(minutesIn(-241));

    expect(await byProvider('announceDelay', { minutes: 30 })).toMatchObject({ code: 'TOO_EARLY' });
    api.clock.set(minutesIn(0));
    expect(await byHousehold('announceDelay', { minutes: 30 })).toMatchObject({ code: 'NOT_YOURS' });
    await begin();
    expect(await byProvider('announceDelay', { minutes: 30 })).toMatchObject({ code: 'NOT_NOW' });
  });
});

describe('bookingChanged', () => {
  it('reaches both sides of the visit the moment it changes, and nobody else', async () => {
    const scene = await buildVisitScene(api);
    const neighbour = await buildNeighbour(api, scene);
    const watch = async (account: { readonly id: string }): ReturnType<typeof subscribe> =>
      subscribe(api.url, 'subscription { bookingChanged { bookingId } }', { token: await api.openSession(account) });
    const household = await watch(scene.household);
    const provider = await watch({ id: scene.provider.account! });
    const stranger = await watch(neighbour.account);
    await sleep(60);

    await scene.byProvider('startTravel');

    const event = { data: { bookingChanged: { bookingId: scene.bookingId } } };
    await vi.waitFor(() => expect([household.events[0], provider.events[0]]).toEqual([event, event]));
    expect(stranger.events).toEqual([]);
    await Promise.all([household, provider, stranger].map((one) => one.stop()));
  });
});
