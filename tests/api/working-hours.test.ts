import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { holdSlot } from '../support/booking-operations.ts';
import { buildBooking } from '../support/builders/booking.builder.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';
import { REMOVE_EXCEPTION, SET_EXCEPTION, SET_HOURS, buildDiaryScene } from '../support/diary-scene.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

describe('setWorkingHours', () => {
  it('replaces the week plan, and the free times with it', async () => {
    const { asProvider, startsOn } = await buildDiaryScene(api);

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
    const { asProvider, client, wish } = await buildDiaryScene(api);

    await asProvider.ask(SET_HOURS, { input: { spans: [] } });

    expect(await holdSlot(client, wish())).toMatchObject({ __typename: 'SlotTakenError', alternatives: [] });
  });

  it('leaves bookings that are made already', async () => {
    const { asProvider, provider } = await buildDiaryScene(api);
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
    const { asProvider, provider } = await buildDiaryScene(api);

    const { setWorkingHours } = await asProvider.ask<{ setWorkingHours: object }>(SET_HOURS, { input: { spans } });

    expect(setWorkingHours).toMatchObject({ __typename: 'InvalidHoursError', code, field });
    expect(await api.sql('select id from working_span where provider_id = $1', [provider.id])).toHaveLength(7);
  });

  it('takes spans that touch', async () => {
    const { asProvider } = await buildDiaryScene(api);

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
    const { asProvider, provider } = await buildDiaryScene(api);

    await expect(asProvider.ask(SET_HOURS, { input: { spans } })).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      field,
    });
    expect(await api.sql('select id from working_span where provider_id = $1', [provider.id])).toHaveLength(7);
  });

  it.each(['9:00', '24:30', '09:60', 'noon'])('refuses the time %s', async (start) => {
    const { asProvider } = await buildDiaryScene(api);

    await expect(
      asProvider.ask(SET_HOURS, { input: { spans: [{ weekday: 1, start, end: '12:00' }] } }),
    ).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });
});

describe('setHoursException', () => {
  it('replaces the hours of one day, until it is taken back', async () => {
    const { asProvider, startsOn } = await buildDiaryScene(api);
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
    const { asProvider, provider, startsOn } = await buildDiaryScene(api);
    await asProvider.ask(SET_EXCEPTION, { input: { date: '2027-03-11', spans: [{ start: '06:00', end: '08:15' }] } });

    await asProvider.ask(SET_EXCEPTION, { input: { date: '2027-03-11', spans: [] } });

    expect(await startsOn('2027-03-11')).toEqual([]);
    expect(await api.sql('select id from hours_exception where provider_id = $1', [provider.id])).toHaveLength(1);
  });

  it('refuses spans that overlap', async () => {
    const { asProvider } = await buildDiaryScene(api);

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
