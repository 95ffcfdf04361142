import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Role } from '../../api/modules/accounts/index.ts';
import { BookingState } from '../../api/modules/bookings/index.ts';
import { holdSlot } from '../support/booking-operations.ts';
import { buildBookingScene } from '../support/booking-scene.ts';
import type { BookingScene } from '../support/booking-scene.ts';
import { buildAccount } from '../support/builders/account.builder.ts';
import { buildBooking } from '../support/builders/booking.builder.ts';
import type { GraphQLClient } from '../support/graphql-client.ts';
import { availableStarts } from '../support/search-operations.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

const SET_HOURS =
  'mutation ($input: SetWorkingHoursInput!) { setWorkingHours(input: $input) { __typename ... on UserError { code message } ... on InvalidHoursError { field } ... on WorkingHoursSet { schedule { weekday start end } } } }';
const SET_EXCEPTION =
  'mutation ($input: SetHoursExceptionInput!) { setHoursException(input: $input) { __typename ... on UserError { code message } ... on InvalidHoursError { field } ... on HoursExceptionSet { exception { id date spans { start end } } } } }';
const ADD_TIME_OFF =
  'mutation ($input: AddTimeOffInput!) { addTimeOff(input: $input) { __typename ... on UserError { code message } ... on InvalidHoursError { field } ... on TimeOffAdded { timeOff { id start end reason } conflicts { id } } } }';
const REMOVE_TIME_OFF = 'mutation ($id: ID!) { removeTimeOff(id: $id) }';
const REMOVE_EXCEPTION = 'mutation ($id: ID!) { removeHoursException(id: $id) }';

interface DiaryScene extends BookingScene {
  readonly asProvider: GraphQLClient;
  /** Wall times at which a visit of two hours may start on that day. */
  startsOn(day: string): Promise<string[]>;
}

async function buildDiaryScene(): Promise<DiaryScene> {
  const account = await buildAccount(api.em, { roles: [Role.PROVIDER] });
  const scene = await buildBookingScene(api, { account: account.id });
  return {
    ...scene,
    asProvider: await api.as(account),
    startsOn: async (day) => {
      const { items, place } = scene.wish();
      return (
        await availableStarts(scene.client, { providerId: scene.provider.id, items, place, from: day, to: day })
      ).map((start) => start.slice(11, 16));
    },
  };
}

describe('setWorkingHours', () => {
  it('replaces the week plan, and the free times with it', async () => {
    const { asProvider, startsOn } = await buildDiaryScene();

    const { setWorkingHours } = await asProvider.ask<{ setWorkingHours: object }>(SET_HOURS, {
      input: {
        spans: [
          { weekday: 4, start: '18:00', end: '20:15' },
          { weekday: 4, start: '09:00', end: '11:30' },
          { weekday: 5, start: '22:00', end: '24:00' },
        ],
      },
    });

    expect(setWorkingHours).toEqual({
      __typename: 'WorkingHoursSet',
      schedule: [
        { weekday: 4, start: '09:00', end: '11:30' },
        { weekday: 4, start: '18:00', end: '20:15' },
        { weekday: 5, start: '22:00', end: '24:00' },
      ],
    });
    expect(await startsOn('2027-03-11')).toEqual(['09:00', '09:15', '09:30', '18:00', '18:15']);
    expect(await startsOn('2027-03-12')).toEqual(['22:00']);
    expect(await startsOn('2027-03-13')).toEqual([]);
  });

  it('holds at once: a time that is no working time any more cannot be held', async () => {
    const { asProvider, client, wish } = await buildDiaryScene();

    await asProvider.ask(SET_HOURS, { input: { spans: [] } });

    expect(await holdSlot(client, wish())).toMatchObject({ __typename: 'SlotTakenError', alternatives: [] });
  });

  it('leaves bookings that are made already', async () => {
    const { asProvider, provider } = await buildDiaryScene();
    const { id } = await buildBooking(api.em, { provider });

    await asProvider.ask(SET_HOURS, { input: { spans: [] } });

    expect(await api.sql('select state from booking where id = $1', [id])).toEqual([{ state: 'CONFIRMED' }]);
  });

  it.each([
    {
      what: 'an end before the start',
      spans: [{ weekday: 1, start: '12:00', end: '09:00' }],
      code: 'ENDS_BEFORE_START',
      field: 'spans[0].end',
    },
    {
      what: 'an end at the start',
      spans: [
        { weekday: 2, start: '08:00', end: '09:00' },
        { weekday: 1, start: '12:00', end: '12:00' },
      ],
      code: 'ENDS_BEFORE_START',
      field: 'spans[1].end',
    },
    {
      what: 'spans that overlap',
      spans: [
        { weekday: 3, start: '12:00', end: '15:00' },
        { weekday: 3, start: '09:00', end: '12:15' },
      ],
      code: 'OVERLAPS',
      field: 'spans[0].start',
    },
  ])('refuses $what and changes nothing', async ({ spans, code, field }) => {
    const { asProvider, provider } = await buildDiaryScene();

    const { setWorkingHours } = await asProvider.ask<{ setWorkingHours: object }>(SET_HOURS, { input: { spans } });

    expect(setWorkingHours).toMatchObject({ __typename: 'InvalidHoursError', code, field });
    expect(await api.sql('select id from working_span where provider_id = $1', [provider.id])).toHaveLength(7);
  });

  it('takes spans that touch', async () => {
    const { asProvider } = await buildDiaryScene();

    expect(
      await asProvider.ask(SET_HOURS, {
        input: {
          spans: [
            { weekday: 1, start: '09:00', end: '12:00' },
            { weekday: 1, start: '12:00', end: '15:00' },
          ],
        },
      }),
    ).toMatchObject({ setWorkingHours: { __typename: 'WorkingHoursSet' } });
  });

  it.each([
    { spans: [{ weekday: 8, start: '09:00', end: '12:00' }], field: 'input.spans[0].weekday' },
    { spans: [{ weekday: 0, start: '09:00', end: '12:00' }], field: 'input.spans[0].weekday' },
    { spans: Array.from({ length: 43 }, () => ({ weekday: 1, start: '09:00', end: '12:00' })), field: 'input.spans' },
  ])('refuses what no week has: $field', async ({ spans, field }) => {
    const { asProvider, provider } = await buildDiaryScene();

    await expect(asProvider.ask(SET_HOURS, { input: { spans } })).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      field,
    });
    expect(await api.sql('select id from working_span where provider_id = $1', [provider.id])).toHaveLength(7);
  });

  it.each(['9:00', '24:30', '09:60', 'noon'])('refuses the time %s', async (start) => {
    const { asProvider } = await buildDiaryScene();

    await expect(
      asProvider.ask(SET_HOURS, { input: { spans: [{ weekday: 1, start, end: '12:00' }] } }),
    ).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });
});

describe('setHoursException', () => {
  it('replaces the hours of one day, until it is taken back', async () => {
    const { asProvider, startsOn } = await buildDiaryScene();
    const usual = await startsOn('2027-03-11');

    const set = await asProvider.ask<{ setHoursException: { exception: { id: string } } }>(SET_EXCEPTION, {
      input: { date: '2027-03-11', spans: [{ start: '06:00', end: '08:15' }] },
    });
    const changed = await startsOn('2027-03-11');
    const removed = [
      await asProvider.ask(REMOVE_EXCEPTION, { id: set.setHoursException.exception.id }),
      await asProvider.ask(REMOVE_EXCEPTION, { id: set.setHoursException.exception.id }),
    ];

    expect(changed).toEqual(['06:00', '06:15']);
    expect(removed).toEqual([{ removeHoursException: true }, { removeHoursException: false }]);
    expect(await startsOn('2027-03-11')).toEqual(usual);
  });

  it('closes a day, and a second exception of the day takes the place of the first', async () => {
    const { asProvider, provider, startsOn } = await buildDiaryScene();
    await asProvider.ask(SET_EXCEPTION, { input: { date: '2027-03-11', spans: [{ start: '06:00', end: '08:15' }] } });

    await asProvider.ask(SET_EXCEPTION, { input: { date: '2027-03-11', spans: [] } });

    expect(await startsOn('2027-03-11')).toEqual([]);
    expect(await api.sql('select id from hours_exception where provider_id = $1', [provider.id])).toHaveLength(1);
  });

  it('refuses spans that overlap', async () => {
    const { asProvider } = await buildDiaryScene();

    const answer = await asProvider.ask(SET_EXCEPTION, {
      input: {
        date: '2027-03-11',
        spans: [
          { start: '06:00', end: '08:00' },
          { start: '07:00', end: '09:00' },
        ],
      },
    });

    expect(answer).toMatchObject({
      setHoursException: { __typename: 'InvalidHoursError', code: 'OVERLAPS', field: 'spans[1].start' },
    });
  });
});

describe('addTimeOff', () => {
  it('takes the free times away and names the visits inside, which stay', async () => {
    const { asProvider, provider, startsOn } = await buildDiaryScene();
    const inside = await buildBooking(api.em, { provider, startsAt: new Date('2027-03-11T13:00:00Z') });
    await buildBooking(api.em, { provider, startsAt: new Date('2027-03-12T13:00:00Z') });
    await buildBooking(api.em, { provider, startsAt: new Date('2027-03-11T17:00:00Z'), state: BookingState.CANCELLED });

    const { addTimeOff } = await asProvider.ask<{ addTimeOff: object }>(ADD_TIME_OFF, {
      input: { start: '2027-03-11T10:00:00Z', end: '2027-03-11T20:00:00Z', reason: ' Dentist ' },
    });

    expect(addTimeOff).toMatchObject({
      __typename: 'TimeOffAdded',
      timeOff: { start: '2027-03-11T10:00:00.000Z', end: '2027-03-11T20:00:00.000Z', reason: 'Dentist' },
      conflicts: [{ id: inside.id }],
    });
    expect(await startsOn('2027-03-11')).toEqual(['08:00']);
    expect(await api.sql('select state from booking where id = $1', [inside.id])).toEqual([{ state: 'CONFIRMED' }]);
  });

  it('gives the times back when it is taken back', async () => {
    const { asProvider, startsOn } = await buildDiaryScene();
    const usual = await startsOn('2027-03-11');
    const added = await asProvider.ask<{ addTimeOff: { timeOff: { id: string } } }>(ADD_TIME_OFF, {
      input: { start: '2027-03-11T00:00:00Z', end: '2027-03-12T00:00:00Z' },
    });
    const { id } = added.addTimeOff.timeOff;

    expect(await startsOn('2027-03-11')).toEqual([]);
    expect([await asProvider.ask(REMOVE_TIME_OFF, { id }), await asProvider.ask(REMOVE_TIME_OFF, { id })]).toEqual([
      { removeTimeOff: true },
      { removeTimeOff: false },
    ]);
    expect(await startsOn('2027-03-11')).toEqual(usual);
  });

  it.each([
    {
      what: 'an end before the start',
      start: '2027-03-12T00:00:00Z',
      end: '2027-03-11T00:00:00Z',
      code: 'ENDS_BEFORE_START',
    },
    { what: 'what has passed', start: '2027-03-08T00:00:00Z', end: '2027-03-10T09:00:00Z', code: 'IN_PAST' },
    { what: 'more than a year', start: '2027-04-01T00:00:00Z', end: '2028-04-03T00:00:00Z', code: 'TOO_LONG' },
  ])('refuses $what', async ({ start, end, code }) => {
    const { asProvider, provider } = await buildDiaryScene();

    expect(await asProvider.ask(ADD_TIME_OFF, { input: { start, end } })).toMatchObject({
      addTimeOff: { __typename: 'InvalidHoursError', code, field: 'end' },
    });
    expect(await api.sql('select id from time_off where provider_id = $1', [provider.id])).toEqual([]);
  });
});

describe('a diary is its provider’s own', () => {
  const inputs = {
    hours: { input: { spans: [] } },
    day: { input: { date: '2027-03-11', spans: [] } },
    off: { input: { start: '2027-03-11T00:00:00Z', end: '2027-03-12T00:00:00Z' } },
    id: { id: '01900000-0000-7000-8000-000000000000' },
  };
  const OPERATIONS: [string, string, Record<string, unknown>][] = [
    ['setWorkingHours', SET_HOURS, inputs.hours],
    ['setHoursException', SET_EXCEPTION, inputs.day],
    ['addTimeOff', ADD_TIME_OFF, inputs.off],
    ['removeTimeOff', REMOVE_TIME_OFF, inputs.id],
    ['removeHoursException', REMOVE_EXCEPTION, inputs.id],
    ['mySchedule', '{ mySchedule(from: "2027-03-11", to: "2027-03-12") { timeZone } }', {}],
  ];

  it.each(OPERATIONS)('%s is refused to a visitor and to a household', async (_name, document, variables) => {
    const household = await api.as(await buildAccount(api.em));
    const providerless = await api.as(await buildAccount(api.em, { roles: [Role.PROVIDER] }));

    await expect(api.visitor().ask(document, variables)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    await expect(household.ask(document, variables)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(providerless.ask(document, variables)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('cannot be changed by another provider: their time off looks like none', async () => {
    const [mine, theirs] = [await buildDiaryScene(), await buildDiaryScene()];
    const added = await mine.asProvider.ask<{ addTimeOff: { timeOff: { id: string } } }>(ADD_TIME_OFF, {
      input: { start: '2027-03-11T00:00:00Z', end: '2027-03-12T00:00:00Z' },
    });
    const set = await mine.asProvider.ask<{ setHoursException: { exception: { id: string } } }>(SET_EXCEPTION, {
      input: { date: '2027-03-12', spans: [] },
    });

    expect(await theirs.asProvider.ask(REMOVE_TIME_OFF, { id: added.addTimeOff.timeOff.id })).toEqual({
      removeTimeOff: false,
    });
    expect(await theirs.asProvider.ask(REMOVE_EXCEPTION, { id: set.setHoursException.exception.id })).toEqual({
      removeHoursException: false,
    });
    await theirs.asProvider.ask(SET_HOURS, { input: { spans: [] } });
    expect([await mine.startsOn('2027-03-11'), await mine.startsOn('2027-03-12')]).toEqual([[], []]);
    expect((await mine.startsOn('2027-03-13')).length).toBeGreaterThan(0);
  });

  it('shows hours, exceptions, time off and visits, with the way to each', async () => {
    const { asProvider, provider } = await buildDiaryScene();
    await buildBooking(api.em, { provider });
    await buildBooking(api.em, { provider, startsAt: new Date('2027-03-11T15:00:00Z') });
    await asProvider.ask(ADD_TIME_OFF, { input: { start: '2027-03-12T00:00:00Z', end: '2027-03-13T00:00:00Z' } });

    const { mySchedule } = await asProvider.ask<{ mySchedule: { visits: object[] } }>(
      '{ mySchedule(from: "2027-03-11", to: "2027-03-12") { timeZone workingHours { weekday } exceptions { id } timeOff { start } visits { travelMinutesBefore earnings { amount } booking { state householdName } } } }',
    );

    expect(mySchedule).toMatchObject({
      timeZone: 'Europe/London',
      exceptions: [],
      timeOff: [{ start: '2027-03-12T00:00:00.000Z' }],
    });
    // 3.6 km from where the provider starts by bicycle; the second visit is at the same door.
    expect(mySchedule.visits).toEqual([
      {
        travelMinutesBefore: 30,
        earnings: { amount: 6_000 },
        booking: { state: 'CONFIRMED', householdName: 'Ann Miller' },
      },
      {
        travelMinutesBefore: 0,
        earnings: { amount: 6_000 },
        booking: { state: 'CONFIRMED', householdName: 'Ann Miller' },
      },
    ]);
  });

  it('refuses a reversed range of days and one over 62', async () => {
    const { asProvider } = await buildDiaryScene();
    const ask = (from: string, to: string): Promise<unknown> =>
      asProvider.ask('query ($from: LocalDate!, $to: LocalDate!) { mySchedule(from: $from, to: $to) { timeZone } }', {
        from,
        to,
      });

    await expect(ask('2027-03-12', '2027-03-11')).rejects.toMatchObject({ code: 'BAD_USER_INPUT', field: 'to' });
    await expect(ask('2027-03-01', '2027-05-02')).rejects.toMatchObject({ code: 'BAD_USER_INPUT', field: 'to' });
    expect(await ask('2027-03-01', '2027-05-01')).toMatchObject({ mySchedule: { timeZone: 'Europe/London' } });
  });
});
