import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildGraphQLSchema } from '../../api/app/graphql-schema.ts';
import { FakeClock } from '../support/fakes/clock.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';
import { findFaults } from '../walks/checks.ts';
import { walk } from '../walks/walk.ts';
import { buildWalkWorld } from '../walks/world.ts';
import { buildBooking } from '../support/builders/booking.builder.ts';

const SEED = 20_271;
/** `npm run walks` takes 20,000. */
const STEPS = 300;

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
    expect(Object.keys(report.moves).length).toBeGreaterThan(12);
  }, 240_000);
});

describe('what counts as a fault', () => {
  const END = new Date('2027-03-14T12:00:00Z');
  const spoil = async (statement: string): Promise<string[]> => {
    const world = await buildWalkWorld(api);
    const provider = {
      id: world.providerIds[0]!,
      region: await regionOf(world.providerIds[0]!),
      items: [{ id: world.itemIds[0]! }],
    };
    const { id } = await buildBooking(api.em, {
      provider: provider as never,
      endsAt: END,
      startsAt: new Date('2027-03-14T10:00:00Z'),
    });
    await api.sql(
      `insert into booking_transition (id, booking_id, "from", "to", actor_role, at) values (gen_random_uuid(), $1, null, 'HELD', 'HOUSEHOLD', now())`,
      [id],
    );
    await api.sql(
      `insert into booking_transition (id, booking_id, "from", "to", actor_role, at) values ('ffffffff-ffff-7fff-bfff-' || right($1::text, 12), $1, 'HELD', 'CONFIRMED', 'HOUSEHOLD', now())`,
      [id],
    );
    await api.sql(statement, [id]);
    return (await findFaults(api, world)).map((fault) => fault.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '<id>'));
  };
  const regionOf = async (id: string): Promise<string> =>
    (await api.sql<{ region_id: string }>('select region_id from provider where id = $1', [id]))[0]!.region_id;

  it.each([
    ['nothing', 'select $1::uuid', []],
    [
      'an end whose time is kept',
      `with changed as (update booking set state = 'CANCELLED' where id = $1 returning id) insert into booking_transition (id, booking_id, "from", "to", actor_role, at) select 'ffffffff-ffff-7fff-cfff-' || right(id::text, 12), id, 'CONFIRMED', 'CANCELLED', 'HOUSEHOLD', now() from changed`,
      ['<id>: CANCELLED, and its time is still BOOKED'],
    ],
    [
      'a state that nobody made',
      `update booking set state = 'IN_PROGRESS' where id = $1`,
      ['<id>: the history ends at CONFIRMED, the booking is IN_PROGRESS'],
    ],
    [
      'time given back',
      `update reservation set state = 'RELEASED' where id = (select reservation_id from booking where id = $1)`,
      ['<id>: CONFIRMED without time', '<id>: CONFIRMED with time RELEASED'],
    ],
    [
      'time that was moved',
      `update reservation set ends_at = ends_at + interval '1 minute' where id = (select reservation_id from booking where id = $1)`,
      ['<id>: its time and the reserved time differ'],
    ],
    [
      'a change that the table forbids',
      `insert into booking_transition (id, booking_id, "from", "to", actor_role, at) select 'ffffffff-ffff-7fff-cfff-' || right($1::text, 12), $1, 'CONFIRMED', 'CONFIRMED', 'PROVIDER', now()`,
      ['<id>: PROVIDER made CONFIRMED → CONFIRMED, which the table forbids'],
    ],
  ])('%s', async (_what, statement, faults) => {
    expect(await spoil(statement)).toEqual(faults);
  });

  it('a neighbour that cannot be reached', async () => {
    const world = await buildWalkWorld(api);
    const [id] = world.providerIds;
    const provider = { id: id!, region: await regionOf(id!), items: [{ id: world.itemIds[0]! }] } as never;
    await buildBooking(api.em, { provider, startsAt: new Date('2027-03-15T10:00:00Z') });
    await buildBooking(api.em, { provider, startsAt: new Date('2027-03-15T12:20:00Z'), latitude: 51.46 });

    const faults = await findFaults(api, world);

    expect(faults.filter((fault) => /5 min apart, \d+ min of way/.test(fault))).toHaveLength(1);
  });
});
