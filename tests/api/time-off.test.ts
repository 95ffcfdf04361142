import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BookingState } from '../../api/modules/bookings/index.ts';
import { buildBooking } from '../support/builders/booking.builder.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';
import { ADD_TIME_OFF, CHANGE_TIME_OFF, REMOVE_TIME_OFF, buildDiaryScene } from '../support/diary-scene.ts';
import type { DiaryScene } from '../support/diary-scene.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

describe('addTimeOff', () => {
  it('takes the free times away and names the visits inside, which stay', async () => {
    const { asProvider, provider, startsOn } = await buildDiaryScene(api);
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
    const { asProvider, startsOn } = await buildDiaryScene(api);
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
    const { asProvider, provider } = await buildDiaryScene(api);

    expect(await asProvider.ask(ADD_TIME_OFF, { input: { start, end } })).toMatchObject({
      addTimeOff: { __typename: 'InvalidHoursError', code, field: 'end' },
    });
    expect(await api.sql('select id from time_off where provider_id = $1', [provider.id])).toEqual([]);
  });
});

describe('changeTimeOff', () => {
  const take = async (scene: DiaryScene): Promise<string> => {
    const { addTimeOff } = await scene.asProvider.ask<{ addTimeOff: { timeOff: { id: string } } }>(ADD_TIME_OFF, {
      input: { start: '2027-03-11T00:00:00Z', end: '2027-03-12T00:00:00Z', reason: 'Dentist' },
    });
    return addTimeOff.timeOff.id;
  };

  it('gives back what it leaves, takes what it moves to, and names the visits inside', async () => {
    const scene = await buildDiaryScene(api);
    const usual = await scene.startsOn('2027-03-11');
    const id = await take(scene);
    const inside = await buildBooking(api.em, { provider: scene.provider, startsAt: new Date('2027-03-12T13:00:00Z') });

    const { changeTimeOff } = await scene.asProvider.ask<{ changeTimeOff: object }>(CHANGE_TIME_OFF, {
      input: { id, start: '2027-03-12T10:00:00Z', end: '2027-03-12T20:00:00Z', reason: ' Later ' },
    });

    expect(changeTimeOff).toMatchObject({
      __typename: 'TimeOffAdded',
      timeOff: { id, start: '2027-03-12T10:00:00.000Z', end: '2027-03-12T20:00:00.000Z', reason: 'Later' },
      conflicts: [{ id: inside.id }],
    });
    expect(await scene.startsOn('2027-03-11')).toEqual(usual);
    expect(await scene.startsOn('2027-03-12')).toEqual(['08:00']);
    expect(
      await api.sql(
        `select 1 from outbox_message where topic = 'availability.hours-changed' and payload->>'providerId' = $1`,
        [scene.provider.id],
      ),
    ).toHaveLength(1);
  });

  it('refuses what makes no sense and leaves it as it was', async () => {
    const scene = await buildDiaryScene(api);
    const id = await take(scene);

    const { changeTimeOff } = await scene.asProvider.ask<{ changeTimeOff: object }>(CHANGE_TIME_OFF, {
      input: { id, start: '2027-03-12T10:00:00Z', end: '2027-03-12T09:00:00Z' },
    });

    expect(changeTimeOff).toMatchObject({ __typename: 'InvalidHoursError', code: 'ENDS_BEFORE_START', field: 'end' });
    expect(await api.sql('select starts_at, reason from time_off where id = $1', [id])).toEqual([
      { starts_at: new Date('2027-03-11T00:00:00Z'), reason: 'Dentist' },
    ]);
  });

  it("answers another's as one that does not exist, and leaves it alone", async () => {
    const [mine, theirs] = [await buildDiaryScene(api), await buildDiaryScene(api)];
    const id = await take(mine);
    const change = (of: string): Promise<unknown> =>
      theirs.asProvider.ask(CHANGE_TIME_OFF, {
        input: { id: of, start: '2027-03-12T10:00:00Z', end: '2027-03-12T20:00:00Z' },
      });

    for (const of of [id, crypto.randomUUID(), 'nothing'])
      await expect(change(of)).rejects.toMatchObject({ code: 'BAD_USER_INPUT', field: 'input.id' });
    expect(await api.sql('select starts_at from time_off where id = $1', [id])).toEqual([
      { starts_at: new Date('2027-03-11T00:00:00Z') },
    ]);
  });
});
