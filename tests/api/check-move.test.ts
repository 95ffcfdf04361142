import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Role } from '../../api/modules/accounts/index.ts';
import { BookingState } from '../../api/modules/bookings/index.ts';
import { buildAccount } from '../support/builders/account.builder.ts';
import { buildBooking } from '../support/builders/booking.builder.ts';
import { ADD_TIME_OFF } from '../support/diary-scene.ts';
import { FakeClock } from '../support/fakes/clock.ts';
import type { GraphQLClient } from '../support/graphql-client.ts';
import { START, buildMovableVisit } from '../support/movable-visit.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';

const MINUTE_MS = 60_000;
const CHECK = `query C($id: ID!, $start: DateTime!) { checkMove(bookingId: $id, start: $start) {
  bookingId start end objections { kind message missingMinutes visit { id householdName } }
  travelBefore { minutes visit { id } } travelAfter { minutes visit { id } } } }`;
const SLOTS = `query S($id: ID!, $from: LocalDate!, $to: LocalDate!) {
  rescheduleSlots(bookingId: $id, from: $from, to: $to) { slots { start } } }`;

interface Check {
  readonly start: string;
  readonly end: string;
  readonly objections: readonly {
    readonly kind: string;
    readonly message: string;
    readonly missingMinutes: number | null;
    readonly visit: { readonly id: string; readonly householdName: string } | null;
  }[];
  readonly travelBefore: { readonly minutes: number; readonly visit: { readonly id: string } | null } | null;
  readonly travelAfter: { readonly minutes: number; readonly visit: { readonly id: string } | null } | null;
}

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ clock: new FakeClock() });
});
afterAll(() => api.close());

async function check(client: GraphQLClient, id: string, start: string | Date): Promise<Check> {
  const { checkMove } = await client.ask<{ checkMove: Check }>(CHECK, {
    id,
    start: typeof start === 'string' ? start : start.toISOString(),
  });
  return checkMove;
}
const kindsOf = ({ objections }: Check): string[] => objections.map(({ kind }) => kind);

describe('checkMove', () => {
  it('has nothing against exactly the starts that are offered, over a week with all sorts of things in the way', async () => {
    const { bookingId, asProvider, provider } = await buildMovableVisit(api, {}, { maxVisitsPerDay: 2 });
    const far = { latitude: 51.5, longitude: -0.05 };
    await buildBooking(api.em, { provider, startsAt: new Date('2027-03-12T14:00:00Z'), ...far });
    await buildBooking(api.em, { provider, startsAt: new Date('2027-03-13T09:00:00Z') });
    await buildBooking(api.em, { provider, startsAt: new Date('2027-03-13T13:00:00Z'), ...far });
    await buildBooking(api.em, {
      provider,
      startsAt: new Date('2027-03-14T12:00:00Z'),
      state: BookingState.HELD,
      holdExpiresAt: new Date('2027-03-10T10:05:00Z'),
    });
    await asProvider.ask(ADD_TIME_OFF, { input: { start: '2027-03-15T09:00:00Z', end: '2027-03-15T13:20:00Z' } });
    const { rescheduleSlots } = await asProvider.ask<{ rescheduleSlots: { slots: { start: string }[] }[] }>(SLOTS, {
      id: bookingId,
      from: '2027-03-10',
      to: '2027-03-16',
    });
    const offered = new Set(rescheduleSlots.flatMap(({ slots }) => slots.map(({ start }) => start)));

    const first = Date.parse('2027-03-10T05:00:00Z');
    const starts = Array.from({ length: 270 }, (_, index) => new Date(first + index * 35 * MINUTE_MS).toISOString());
    const checks: Check[] = [];
    for (let at = 0; at < starts.length; at += 9)
      checks.push(
        ...(await Promise.all(starts.slice(at, at + 9).map(async (start) => check(asProvider, bookingId, start)))),
      );
    const kinds = new Set(checks.flatMap(kindsOf));

    for (const { start, objections } of checks) {
      expect({ start, isFree: objections.length === 0 }).toEqual({ start, isFree: offered.has(start) });
    }
    expect(checks.filter(({ objections }) => objections.length === 0).length).toBeGreaterThan(10);
    expect(offered.size).toBeGreaterThan(50);
    expect([...kinds].sort()).toEqual([
      'DAY_FULL',
      'KEPT_FOR_SOMEBODY',
      'OFF_GRID',
      'OUTSIDE_WORKING_HOURS',
      'OVERLAPS_VISIT',
      'TIME_OFF',
      'TOO_SOON',
      'TRAVEL_AFTER',
      'TRAVEL_BEFORE',
    ]);
  });

  it('names the visit it would overlap, and the ways before and after', async () => {
    const { bookingId, asProvider, provider } = await buildMovableVisit(api);
    const before = await buildBooking(api.em, { provider, startsAt: new Date('2027-03-13T09:00:00Z') });
    const after = await buildBooking(api.em, {
      provider,
      startsAt: new Date('2027-03-13T16:00:00Z'),
      latitude: 51.5,
      longitude: -0.05,
    });

    const overlapping = await check(asProvider, bookingId, '2027-03-13T10:00:00Z');
    const between = await check(asProvider, bookingId, '2027-03-13T11:15:00Z');

    expect(overlapping.objections).toEqual([
      {
        kind: 'OVERLAPS_VISIT',
        message: 'It overlaps another visit.',
        missingMinutes: null,
        visit: { id: before.id, householdName: 'Ann Miller' },
      },
    ]);
    expect(between).toMatchObject({
      start: '2027-03-13T11:15:00.000Z',
      end: '2027-03-13T13:15:00.000Z',
      objections: [],
      // The same door as the visit before it; 5.5 km by bicycle to the one after.
      travelBefore: { minutes: 0, visit: { id: before.id } },
      travelAfter: { minutes: 40, visit: { id: after.id } },
    });
  });

  it('says how many minutes of travel are missing, packing up counted and not taken for an overlap', async () => {
    const { bookingId, asProvider, provider } = await buildMovableVisit(api);
    const far = { latitude: 51.5, longitude: -0.05 };
    const before = await buildBooking(api.em, { provider, startsAt: new Date('2027-03-13T08:00:00Z'), ...far });
    const after = await buildBooking(api.em, { provider, startsAt: new Date('2027-03-13T16:00:00Z'), ...far });

    const early = await check(asProvider, bookingId, '2027-03-13T10:00:00Z');
    const late = await check(asProvider, bookingId, '2027-03-13T13:30:00Z');

    // Over at 10:00, packed up at 10:15, 40 minutes on the way.
    expect(early.objections).toMatchObject([
      {
        kind: 'TRAVEL_BEFORE',
        missingMinutes: 55,
        visit: { id: before.id },
        message: '55 minutes are missing to get there from the visit before.',
      },
    ]);
    // Over at 15:30, packed up at 15:45, there at 16:25.
    expect(late.objections).toMatchObject([{ kind: 'TRAVEL_AFTER', missingMinutes: 25, visit: { id: after.id } }]);
    expect(kindsOf(await check(asProvider, bookingId, '2027-03-13T11:00:00Z'))).toEqual([]);
    expect(kindsOf(await check(asProvider, bookingId, '2027-03-13T13:00:00Z'))).toEqual([]);
  });

  it('comes from where the day starts when it would be the first of it', async () => {
    const { bookingId, asProvider } = await buildMovableVisit(api);

    expect(await check(asProvider, bookingId, '2027-03-13T11:00:00Z')).toMatchObject({
      travelBefore: { minutes: 30, visit: null },
      travelAfter: null,
    });
  });

  it('objects to its own time, to a second within a minute, and to a visit that is not agreed', async () => {
    const { bookingId, asProvider, provider } = await buildMovableVisit(api);
    const request = await buildBooking(api.em, {
      provider,
      startsAt: new Date('2027-03-13T16:00:00Z'),
      state: BookingState.REQUESTED,
    });

    expect(kindsOf(await check(asProvider, bookingId, START))).toEqual(['UNCHANGED']);
    expect(kindsOf(await check(asProvider, bookingId, '2027-03-13T11:00:30Z'))).toEqual(['OFF_GRID']);
    expect(kindsOf(await check(asProvider, request.id, '2027-03-14T11:00:00Z'))).toEqual(['NOT_MOVABLE']);
  });

  it('objects to a day on which its provider is not qualified, and says why', async () => {
    const { bookingId, asProvider, provider } = await buildMovableVisit(api);
    await api.sql('update offering set enabled = false where provider_id = $1', [provider.id]);

    expect((await check(asProvider, bookingId, '2027-03-13T11:00:00Z')).objections).toEqual([
      {
        kind: 'NOT_QUALIFIED',
        message: 'Does not offer this service at present.',
        missingMinutes: null,
        visit: null,
      },
    ]);
  });

  it('objects to a place that is out of reach by now, and no time is offered there either', async () => {
    const { bookingId, asProvider, provider } = await buildMovableVisit(api);
    await api.sql('update provider set service_radius_metres = 500 where id = $1', [provider.id]);

    const slots = await asProvider.ask<{ rescheduleSlots: { slots: object[] }[] }>(SLOTS, {
      id: bookingId,
      from: '2027-03-13',
      to: '2027-03-13',
    });

    expect(kindsOf(await check(asProvider, bookingId, '2027-03-13T11:00:00Z'))).toEqual(['NOT_QUALIFIED']);
    expect(slots.rescheduleSlots[0]!.slots).toEqual([]);
  });

  it('never tells of a hold whose it is', async () => {
    const { bookingId, asProvider, provider } = await buildMovableVisit(api);
    await buildBooking(api.em, {
      provider,
      startsAt: new Date('2027-03-13T11:00:00Z'),
      state: BookingState.HELD,
      holdExpiresAt: new Date('2027-03-10T10:05:00Z'),
    });

    const { objections, travelBefore } = await check(asProvider, bookingId, '2027-03-13T11:00:00Z');

    expect(objections).toMatchObject([{ kind: 'KEPT_FOR_SOMEBODY', visit: null }]);
    expect(travelBefore).toMatchObject({ visit: null });
  });

  it('is for the provider of the visit and for operators; to others it does not exist', async () => {
    const { bookingId, client, asProvider } = await buildMovableVisit(api);
    const other = await buildMovableVisit(api);
    const operator = await api.as(await buildAccount(api.em, { roles: [Role.OPERATOR] }));
    const start = '2027-03-13T11:00:00Z';

    expect(kindsOf(await check(operator, bookingId, start))).toEqual([]);
    await expect(check(client, bookingId, start)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(check(api.visitor(), bookingId, start)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    const messages = await Promise.all(
      [check(other.asProvider, bookingId, start), check(asProvider, crypto.randomUUID(), start)].map(async (asked) =>
        asked.catch((error: unknown) => String(error)),
      ),
    );
    expect(messages[0]).toContain('There is no such booking.');
    expect(messages[1]).toBe(messages[0]);
  });

  it('is answered in Chinese to whoever reads Chinese', async () => {
    const { bookingId } = await buildMovableVisit(api);
    const operator = await buildAccount(api.em, { roles: [Role.OPERATOR] });
    const chinese = await api.as(operator, { 'accept-language': 'zh-CN' });

    const { objections } = await check(chinese, bookingId, '2027-03-13T04:00:00Z');

    expect(objections[0]?.message).toBe('超出了工作时间。');
  });
});
