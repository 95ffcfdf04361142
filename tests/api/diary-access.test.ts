import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Role } from '../../api/modules/accounts/index.ts';
import { buildAccount } from '../support/builders/account.builder.ts';
import { buildBooking } from '../support/builders/booking.builder.ts';
import { Venue } from '../../api/modules/catalog/index.ts';
import type { GraphQLClient } from '../support/graphql-client.ts';
import { LATER, START, buildMovableVisit } from '../support/movable-visit.ts';
import { proposeMove, withdrawProposal } from '../support/move-proposal-operations.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';
import {
  ADD_TIME_OFF,
  REMOVE_EXCEPTION,
  REMOVE_TIME_OFF,
  SET_EXCEPTION,
  SET_HOURS,
  buildDiaryScene,
} from '../support/diary-scene.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

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
    const [mine, theirs] = [await buildDiaryScene(api), await buildDiaryScene(api)];
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
    const { asProvider, provider } = await buildDiaryScene(api);
    await buildBooking(api.em, { provider });
    await buildBooking(api.em, { provider, startsAt: new Date('2027-03-11T15:00:00Z') });
    await asProvider.ask(ADD_TIME_OFF, { input: { start: '2027-03-12T00:00:00Z', end: '2027-03-13T00:00:00Z' } });

    const { mySchedule } = await asProvider.ask<{ mySchedule: { visits: object[] } }>(
      '{ mySchedule(from: "2027-03-11", to: "2027-03-12") { timeZone workingHours { weekday } exceptions { id } timeOff { start } visits { travelMinutesBefore travelMinutesMissing earnings { amount } booking { state householdName } } } }',
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
        travelMinutesMissing: 0,
        earnings: { amount: 4_250 },
        booking: { state: 'CONFIRMED', householdName: 'Ann Miller' },
      },
      {
        travelMinutesBefore: 0,
        travelMinutesMissing: 0,
        earnings: { amount: 4_250 },
        booking: { state: 'CONFIRMED', householdName: 'Ann Miller' },
      },
    ]);
  });

  it('says of how many minutes the way is short, and counts the way to the studio from a visit elsewhere', async () => {
    const { asProvider, provider } = await buildDiaryScene(api);
    const studio = { venue: Venue.AT_STUDIO, latitude: provider.latitude, longitude: provider.longitude };
    await buildBooking(api.em, { provider, startsAt: new Date('2027-03-11T09:00:00Z'), ...studio });
    await buildBooking(api.em, { provider, startsAt: new Date('2027-03-11T11:20:00Z') });
    await buildBooking(api.em, { provider, startsAt: new Date('2027-03-11T14:00:00Z'), ...studio });

    const { mySchedule } = await asProvider.ask<{ mySchedule: { visits: object[] } }>(
      '{ mySchedule(from: "2027-03-11", to: "2027-03-11") { visits { travelMinutesBefore travelMinutesMissing } } }',
    );

    expect(mySchedule.visits).toEqual([
      { travelMinutesBefore: null, travelMinutesMissing: 0 },
      { travelMinutesBefore: 30, travelMinutesMissing: 10 },
      { travelMinutesBefore: 30, travelMinutesMissing: 0 },
    ]);
  });

  it('has the times proposed for visits in the days that they would lie on, while nobody has answered', async () => {
    const { bookingId, asProvider, client } = await buildMovableVisit(api);
    const other = await buildMovableVisit(api);
    const proposed = await proposeMove(client, { bookingId, start: LATER });
    expect(proposed.__typename).toBe('MoveNotProposableError');
    const asked = await proposeMove(asProvider, { bookingId, start: LATER });
    const PROPOSED = `{ mySchedule(from: "2027-03-15", to: "2027-03-15") { visits { booking { id } } proposedMoves { id start moveProposal { start } } } }`;
    const read = async (by: GraphQLClient): Promise<object> =>
      (await by.ask<{ mySchedule: object }>(PROPOSED)).mySchedule;

    expect(await read(asProvider)).toEqual({
      visits: [],
      proposedMoves: [{ id: bookingId, start: START.toISOString(), moveProposal: { start: LATER } }],
    });
    expect(await read(other.asProvider)).toEqual({ visits: [], proposedMoves: [] });
    await withdrawProposal(asProvider, asked.proposed!.id);
    expect(await read(asProvider)).toEqual({ visits: [], proposedMoves: [] });
  });

  it('refuses a reversed range of days and one over 62', async () => {
    const { asProvider } = await buildDiaryScene(api);
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
