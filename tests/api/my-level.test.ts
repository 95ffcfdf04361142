import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../api/kernel/ids.ts';
import { Role } from '../../api/modules/accounts/index.ts';
import { BookingTransition } from '../../api/modules/bookings/booking-transition.entity.ts';
import { BookingState } from '../../api/modules/bookings/index.ts';
import { ProviderLevel } from '../../api/modules/catalog/index.ts';
import { buildAccount } from '../support/builders/account.builder.ts';
import { buildBooking } from '../support/builders/booking.builder.ts';
import { buildCourse } from '../support/builders/course.builder.ts';
import { buildProvider } from '../support/builders/provider.builder.ts';
import { buildServiceItem } from '../support/builders/service-item.builder.ts';
import { TEST_NOW } from '../support/fakes/clock.ts';
import type { GraphQLClient } from '../support/graphql-client.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';

const DAY_MS = 86_400_000;
const MY_LEVEL = `{ myLevel { level nextLevel belowSince demotionOn criteria { criterion required actual met }
  nextCriteria { criterion required actual met } metrics { metric value cases }
  cancellations { byHousehold byProvider byOperator missedByProvider missedByHousehold } history { from to } } }`;

interface Level {
  readonly level: string;
  readonly nextLevel: string | null;
  readonly belowSince: string | null;
  readonly demotionOn: string | null;
  readonly criteria: readonly object[];
  readonly nextCriteria: readonly {
    readonly criterion: string;
    readonly met: boolean;
    readonly actual: number | null;
  }[];
  readonly metrics: readonly { readonly metric: string; readonly value: number | null; readonly cases: number }[];
  readonly cancellations: object;
}

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

const read = async (client: GraphQLClient): Promise<Level> => (await client.ask<{ myLevel: Level }>(MY_LEVEL)).myLevel;

describe('myLevel', () => {
  it('is for providers alone; the rules are for everybody', async () => {
    expect((await api.visitor().send(MY_LEVEL)).errors[0]!.extensions.code).toBe('UNAUTHENTICATED');
    const household = await api.as(await buildAccount(api.em));
    expect((await household.send(MY_LEVEL)).errors[0]!.extensions.code).toBe('FORBIDDEN');
    const { levelRules } = await api
      .visitor()
      .ask<{ levelRules: object[] }>('{ levelRules { level completedVisits } }');
    expect(levelRules).toEqual([
      { level: 'CERTIFIED', completedVisits: 5 },
      { level: 'SENIOR', completedVisits: 30 },
      { level: 'MASTER', completedVisits: 100 },
    ]);
  });

  it('shows a newcomer what the next level asks for, and says of no figure more than it knows', async () => {
    const { course } = await buildCourse(api.em);
    const item = await buildServiceItem(api.em, { requiredCourseCode: course.code });
    const account = await buildAccount(api.em, { roles: [Role.PROVIDER] });
    await buildProvider(api.em, { account: account.id, items: [item], qualified: false, level: ProviderLevel.TRAINEE });

    const level = await read(await api.as(account));

    expect(level).toMatchObject({ level: 'TRAINEE', nextLevel: 'CERTIFIED', criteria: [], belowSince: null });
    expect(level.nextCriteria).toEqual([
      { criterion: 'COMPLETED_VISITS', required: 5, actual: 0, met: false },
      { criterion: 'RATING', required: 3.5, actual: null, met: false },
      { criterion: 'ON_TIME', required: 0.8, actual: null, met: true },
      { criterion: 'COURSES', required: 0, actual: 1, met: false },
    ]);
    expect(level.metrics.every(({ value, cases }) => value === null && cases === 0)).toBe(true);
  });

  it('counts the visits of the last 90 days, by cause', async () => {
    const account = await buildAccount(api.em, { roles: [Role.PROVIDER] });
    const provider = await buildProvider(api.em, { account: account.id });
    const regular = (await buildAccount(api.em)).id;
    let hour = 0;
    const visit = async (
      daysAgo: number,
      state: BookingState,
      by: string,
      { household, late }: { household?: string; late?: number } = {},
    ): Promise<void> => {
      // Each at an hour of its own, so that none overlaps another.
      const startsAt = new Date(TEST_NOW.getTime() - daysAgo * DAY_MS - 4 * hour++ * 3_600_000);
      const booking = await buildBooking(api.em, { provider, startsAt, state, ...(household ? { household } : {}) });
      const log = (to: BookingState, actorRole: string, at: Date): Promise<unknown> =>
        api.em.insert(BookingTransition, {
          id: newId(),
          booking: booking.id,
          from: null,
          to,
          actorRole,
          actor: null,
          at,
          reason: null,
        });
      await log(BookingState.CONFIRMED, 'HOUSEHOLD', startsAt);
      if (late !== undefined)
        await log(BookingState.IN_PROGRESS, 'PROVIDER', new Date(startsAt.getTime() + late * 60_000));
      await log(state, by, startsAt);
    };
    for (const late of [0, 5, 15, 20]) await visit(5, BookingState.COMPLETED, 'PROVIDER', { household: regular, late });
    for (let index = 0; index < 4; index += 1) await visit(9, BookingState.COMPLETED, 'PROVIDER', { late: 1 });
    await visit(20, BookingState.CANCELLED, 'HOUSEHOLD');
    await visit(20, BookingState.CANCELLED, 'PROVIDER');
    await visit(20, BookingState.NO_SHOW, 'HOUSEHOLD');
    await visit(120, BookingState.CANCELLED, 'PROVIDER');

    const { metrics, cancellations } = await read(await api.as(account));

    const figure = (name: string): object => metrics.find(({ metric }) => metric === name)!;
    expect(figure('ON_TIME')).toMatchObject({ value: 7 / 8, cases: 8 });
    expect(figure('COMPLETION')).toMatchObject({ value: 0.8, cases: 10 });
    expect(figure('REBOOKING')).toMatchObject({ value: 0.2, cases: 5 });
    expect(figure('ACCEPTANCE')).toMatchObject({ value: null, cases: 0 });
    expect(cancellations).toEqual({
      byHousehold: 1,
      byProvider: 1,
      byOperator: 0,
      missedByProvider: 1,
      missedByHousehold: 0,
    });
  });
});
