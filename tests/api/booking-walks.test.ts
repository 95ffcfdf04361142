import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildGraphQLSchema } from '../../api/app/graphql-schema.ts';
import { FakeClock } from '../support/fakes/clock.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';
import { findFaults } from '../walks/checks.ts';
import { walk } from '../walks/walk.ts';
import { buildWalkWorld } from '../walks/world.ts';
import type { WalkWorld } from '../walks/world.ts';
import { newId } from '../../api/kernel/ids.ts';
import type { ServiceItem } from '../../api/modules/catalog/index.ts';
import { Provider } from '../../api/modules/providers/index.ts';
import type { BuiltProvider } from '../support/builders/provider.builder.ts';
import { buildBooking } from '../support/builders/booking.builder.ts';

const SEED = 20_271;
/** `npm run walks` takes 20,000. */
const STEPS = 200;

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ clock: new FakeClock(), environment: { RATE_LIMIT_SCALE: '10000' } });
});
afterAll(() => api.close());

describe('random people doing random things to bookings while the clock moves', () => {
  it(`never leave anything that the table or the diary forbids, in ${STEPS} steps`, async () => {
    const report = await walk(api, buildGraphQLSchema(), { steps: STEPS, seed: SEED });

    expect(report.faults).toEqual([]);
    expect(report.steps).toBe(STEPS);
    // Were nearly everything refused, the walk would say little.
    expect(Object.keys(report.moves).length).toBeGreaterThan(9);
  }, 240_000);
});

describe('what counts as a fault', () => {
  const START = new Date('2027-03-14T10:00:00Z');
  const log = async (id: string, from: string | null, to: string, by: string): Promise<unknown> =>
    api.sql(
      `insert into booking_transition (id, booking_id, "from", "to", actor_role, at) values ($1, $2, $3, $4, $5, now())`,
      [newId(), id, from, to, by],
    );
  const providerOf = async (world: WalkWorld): Promise<BuiltProvider> => {
    const [id] = world.providerIds;
    const provider = await api.em.findOneOrFail(Provider, { id: id! }, { disableIdentityMap: true });
    return Object.assign(provider, { items: [{ id: world.itemIds[0]! } as ServiceItem] });
  };
  const ofItsTime = 'where id = (select reservation_id from booking where id = $1)';

  it.each<[string, string | null, (id: string) => Promise<unknown>, string[]]>([
    ['nothing, where nothing is wrong', null, async () => Promise.resolve(), []],
    [
      'an end whose time is kept',
      `update booking set state = 'CANCELLED' where id = $1`,
      (id) => log(id, 'CONFIRMED', 'CANCELLED', 'HOUSEHOLD'),
      ['<id>: CANCELLED, and its time is still BOOKED'],
    ],
    [
      'a state that nobody made',
      `update booking set state = 'IN_PROGRESS' where id = $1`,
      async () => Promise.resolve(),
      ['<id>: the history ends at CONFIRMED, the booking is IN_PROGRESS'],
    ],
    [
      'time given back',
      `update reservation set state = 'RELEASED' ${ofItsTime}`,
      async () => Promise.resolve(),
      ['<id>: CONFIRMED without time', '<id>: CONFIRMED with time RELEASED'],
    ],
    [
      'time that was moved',
      `update reservation set ends_at = ends_at + interval '1 minute' ${ofItsTime}`,
      async () => Promise.resolve(),
      ['<id>: its time and the reserved time differ'],
    ],
    [
      'a change that the table forbids',
      null,
      (id) => log(id, 'CONFIRMED', 'CONFIRMED', 'SYSTEM'),
      ['<id>: SYSTEM made CONFIRMED → CONFIRMED, which the table forbids'],
    ],
  ])('%s', async (_what, statement, also, faults) => {
    const world = await buildWalkWorld(api);
    const { id } = await buildBooking(api.em, { provider: await providerOf(world), startsAt: START });
    await log(id, null, 'HELD', 'HOUSEHOLD');
    await log(id, 'HELD', 'CONFIRMED', 'HOUSEHOLD');
    if (statement !== null) await api.sql(statement, [id]);
    await also(id);

    const found = await findFaults(api, world);

    expect(found.map((fault) => fault.replaceAll(id, '<id>'))).toEqual(faults);
  });

  it('a neighbour that cannot be reached', async () => {
    const world = await buildWalkWorld(api);
    const provider = await providerOf(world);
    await buildBooking(api.em, { provider, startsAt: START });
    await buildBooking(api.em, { provider, startsAt: new Date('2027-03-14T12:20:00Z'), latitude: 51.46 });

    const faults = await findFaults(api, world);

    expect(faults.filter((fault) => / 5 min apart, \d+ min of way/.test(fault))).toHaveLength(1);
  });
});
