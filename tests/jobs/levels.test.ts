import { afterEach, beforeEach, expect, test } from 'vitest';
import { newId } from '../../api/kernel/ids.ts';
import { Role } from '../../api/modules/accounts/index.ts';
import { BookingTransition } from '../../api/modules/bookings/booking-transition.entity.ts';
import { BookingState } from '../../api/modules/bookings/index.ts';
import { ProviderLevel } from '../../api/modules/catalog/index.ts';
import { buildAccount } from '../support/builders/account.builder.ts';
import { buildBooking } from '../support/builders/booking.builder.ts';
import { buildProvider } from '../support/builders/provider.builder.ts';
import type { BuiltProvider, ProviderOverrides } from '../support/builders/provider.builder.ts';
import { describeOnEachQueue } from './support/backends.ts';
import { FakeClock } from './support/fake-clock.ts';
import { openJobWorld } from './support/job-world.ts';
import type { JobWorld } from './support/job-world.ts';
import { listDeliveries } from './support/sent-messages.ts';

const DAY_MS = 86_400_000;
const START = new Date('2027-03-10T08:00:00Z');
const GOOD = { completedVisits: 40, ratingLower: 4.2, ratingMean: 4.6, ratingUpper: 5, ratingCount: 30 };
const POOR = { completedVisits: 40, ratingLower: 3.7, ratingMean: 4.1, ratingUpper: 4.5, ratingCount: 30 };

describeOnEachQueue(11, (redisUrl) => {
  const clock = new FakeClock(START);
  let world: JobWorld;

  beforeEach(async () => {
    clock.set(START);
    world = await openJobWorld({ redisUrl, clock });
  });
  afterEach(() => world.close());

  const build = async (overrides: ProviderOverrides): Promise<BuiltProvider> => {
    const em = world.database.em.fork();
    const account = await buildAccount(em, { roles: [Role.PROVIDER], phone: null });
    return buildProvider(em, { account: account.id, level: ProviderLevel.CERTIFIED, ...overrides });
  };
  /** The night that many days after the first. */
  const night = async (day: number): Promise<void> => {
    clock.set(new Date(START.getTime() + day * DAY_MS));
    await world.outbox.scheduleDaily();
    await world.settle();
  };
  const rows = async (statement: string, provider: BuiltProvider): Promise<object[]> =>
    world.database.em.fork().execute<object[]>(statement, [provider.id]);
  const levelOf = async (provider: BuiltProvider): Promise<object[]> =>
    rows('select level from provider where id = ?', provider);
  const historyOf = async (provider: BuiltProvider): Promise<object[]> =>
    rows('select "from", "to" from level_change where provider_id = ? order by id', provider);

  test('whoever earned more is promoted the next night, once, on the record, and is told', async () => {
    const provider = await build(GOOD);

    await night(0);
    await night(0);
    await night(1);

    expect(await levelOf(provider)).toEqual([{ level: 'SENIOR' }]);
    expect(await historyOf(provider)).toEqual([{ from: 'CERTIFIED', to: 'SENIOR' }]);
    expect(await rows(`select action from audit_entry where subject_id = ?`, provider)).toEqual([
      { action: 'provider.promoted' },
    ]);
    expect((await listDeliveries(world.database, 'level-changed')).map(({ kind }) => kind)).toEqual(['level-changed']);
  });

  test('whoever is below stays for two windows of 30 days in a row, and falls by one level then', async () => {
    const provider = await build({ ...POOR, level: ProviderLevel.MASTER });

    await night(0);
    await night(30);
    await night(59);
    expect(await levelOf(provider)).toEqual([{ level: 'MASTER' }]);
    expect(await rows('select below_since::text as since from level_run where provider_id = ?', provider)).toEqual([
      { since: '2027-03-10' },
    ]);
    await night(60);
    await night(61);

    expect(await levelOf(provider)).toEqual([{ level: 'SENIOR' }]);
    expect(await historyOf(provider)).toEqual([{ from: 'MASTER', to: 'SENIOR' }]);
  });

  test('one good night in between heals', async () => {
    const provider = await build({ ...POOR, level: ProviderLevel.SENIOR });
    const set = async (lower: number): Promise<void> => {
      await world.database.em.fork().execute('update provider set rating_lower = ? where id = ?', [lower, provider.id]);
    };

    await night(0);
    await set(4.2);
    await night(40);
    expect(await rows('select 1 from level_run where provider_id = ?', provider)).toEqual([]);
    await set(3.7);
    await night(41);
    await night(90);

    expect(await levelOf(provider)).toEqual([{ level: 'SENIOR' }]);
    expect(await historyOf(provider)).toEqual([]);
  });

  test('punctuality is that of the starts of the last 90 days, and nobody is judged by starts that were not recorded', async () => {
    const measured = await build(GOOD);
    const unmeasured = await build(GOOD);
    for (const [daysAgo, minutesLate] of [
      [100, 40],
      [10, 3],
      [9, 15],
      [8, 16],
      [7, 30],
    ] as const) {
      const em = world.database.em.fork();
      const startsAt = new Date(START.getTime() - daysAgo * DAY_MS);
      const booking = await buildBooking(em, { provider: measured, startsAt, state: BookingState.COMPLETED });
      await em.insert(BookingTransition, {
        id: newId(),
        booking: booking.id,
        from: BookingState.CONFIRMED,
        to: BookingState.IN_PROGRESS,
        actorRole: 'PROVIDER',
        actor: null,
        at: new Date(startsAt.getTime() + minutesLate * 60_000),
        reason: null,
      });
    }

    await night(0);

    expect(await rows('select on_time_share, level from provider where id = ?', measured)).toEqual([
      { on_time_share: 0.5, level: 'CERTIFIED' },
    ]);
    expect(await rows('select on_time_share, level from provider where id = ?', unmeasured)).toEqual([
      { on_time_share: null, level: 'SENIOR' },
    ]);
  });
});
