import { Role } from '../../api/modules/accounts/index.ts';
import { buildBookingScene } from './booking-scene.ts';
import type { BookingScene } from './booking-scene.ts';
import { buildAccount } from './builders/account.builder.ts';
import type { GraphQLClient } from './graphql-client.ts';
import { availableStarts } from './search-operations.ts';
import type { TestApi } from './test-api.ts';

export const SET_HOURS =
  'mutation ($input: SetWorkingHoursInput!) { setWorkingHours(input: $input) { __typename ... on UserError { code message } ... on InvalidHoursError { field } ... on WorkingHoursSet { schedule { weekday start end } } } }';
export const SET_EXCEPTION =
  'mutation ($input: SetHoursExceptionInput!) { setHoursException(input: $input) { __typename ... on UserError { code message } ... on InvalidHoursError { field } ... on HoursExceptionSet { exception { id date spans { start end } } } } }';
export const ADD_TIME_OFF =
  'mutation ($input: AddTimeOffInput!) { addTimeOff(input: $input) { __typename ... on UserError { code message } ... on InvalidHoursError { field } ... on TimeOffAdded { timeOff { id start end reason } conflicts { id } } } }';
export const CHANGE_TIME_OFF =
  'mutation ($input: ChangeTimeOffInput!) { changeTimeOff(input: $input) { __typename ... on UserError { code message } ... on InvalidHoursError { field } ... on TimeOffAdded { timeOff { id start end reason } conflicts { id } } } }';
export const REMOVE_TIME_OFF = 'mutation ($id: ID!) { removeTimeOff(id: $id) }';
export const REMOVE_EXCEPTION = 'mutation ($id: ID!) { removeHoursException(id: $id) }';

export interface DiaryScene extends BookingScene {
  readonly asProvider: GraphQLClient;
  /** Wall times at which a visit of two hours may start on that day. */
  startsOn(day: string): Promise<string[]>;
}

/** A scene whose provider can sign in. */
export async function buildDiaryScene(api: TestApi): Promise<DiaryScene> {
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
