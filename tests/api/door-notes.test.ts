import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Role } from '../../api/modules/accounts/index.ts';
import { buildBooking } from '../support/builders/booking.builder.ts';
import { buildProvider } from '../support/builders/provider.builder.ts';
import { signedIn } from '../support/evidence-scene.ts';
import type { Person } from '../support/evidence-scene.ts';
import { TEST_NOW } from '../support/fakes/clock.ts';
import type { GraphQLClient } from '../support/graphql-client.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';

const HOUR_MS = 3_600_000;
const NOTE = 'query ($id: ID!) { booking(id: $id) { place { doorNote } again: place { doorNote } } }';
const READS = 'query ($id: ID!) { booking(id: $id) { doorNoteReads { at by } } }';

let api: TestApi;
let household: Person;
let provider: Person;
let operator: Person;
let booking: { readonly id: string; readonly startsAt: Date; readonly endsAt: Date };
beforeAll(async () => {
  api = await startTestApi();
});
beforeEach(async () => {
  api.clock.set(TEST_NOW);
  [household, provider, operator] = [
    await signedIn(api, Role.HOUSEHOLD),
    await signedIn(api, Role.PROVIDER),
    await signedIn(api, Role.OPERATOR),
  ];
  const row = await buildProvider(api.em, { account: provider.account.id });
  booking = await buildBooking(api.em, { provider: row, household: household.account.id });
});
afterAll(() => api.close());

async function noteFor({ client }: { readonly client: GraphQLClient }, at: Date): Promise<string | null> {
  api.clock.set(at);
  const answer = await client.ask<{ booking: { place: { doorNote: string | null } } }>(NOTE, { id: booking.id });
  return answer.booking.place.doorNote;
}

async function countReads(): Promise<number> {
  return (await api.sql(`select 1 from audit_entry where action = 'door-note.read' and subject_id = $1`, [booking.id]))
    .length;
}

describe('a door note', () => {
  test('is open to the provider from 24 hours before to 2 hours after, to the second', async () => {
    const opens = booking.startsAt.getTime() - 24 * HOUR_MS;
    const closes = booking.endsAt.getTime() + 2 * HOUR_MS;
    const at = (ms: number): Promise<string | null> => noteFor(provider, new Date(ms));

    expect(await at(opens - 1_000)).toBeNull();
    expect(await at(opens)).toBe('Ring twice, code 4711');
    expect(await at(closes - 1_000)).toBe('Ring twice, code 4711');
    expect(await at(closes)).toBeNull();
    expect(await countReads()).toBe(2);
  });

  test('read by the provider is on record once a request, and the household sees when and by whom', async () => {
    const first = new Date(booking.startsAt.getTime() - 2 * HOUR_MS);
    const second = new Date(booking.startsAt.getTime() - HOUR_MS);
    await noteFor(provider, first);
    await noteFor(provider, second);

    expect(await household.client.ask(READS, { id: booking.id })).toEqual({
      booking: {
        doorNoteReads: [
          { at: first.toISOString(), by: 'Rosa Almeida' },
          { at: second.toISOString(), by: 'Rosa Almeida' },
        ],
      },
    });
    expect(
      await api.sql(`select distinct actor_id from audit_entry where action = 'door-note.read' and subject_id = $1`, [
        booking.id,
      ]),
    ).toEqual([{ actor_id: provider.account.id }]);
  });

  test('read by the household itself is nobody else’s business', async () => {
    expect(await noteFor(household, booking.startsAt)).toBe('Ring twice, code 4711');

    expect(await countReads()).toBe(0);
  });

  test('that is not asked for, not there or not open leaves no record', async () => {
    api.clock.set(booking.startsAt);
    await provider.client.ask('query ($id: ID!) { booking(id: $id) { place { line } } }', { id: booking.id });
    await noteFor(operator, booking.startsAt);
    await api.sql('update booking set door_note = null where id = $1', [booking.id]);

    expect(await noteFor(provider, booking.startsAt)).toBeNull();
    expect(await countReads()).toBe(0);
  });

  test('has a list of reads for the household alone', async () => {
    await noteFor(provider, booking.startsAt);

    for (const { client } of [provider, operator])
      expect(await client.ask(READS, { id: booking.id })).toEqual({ booking: { doorNoteReads: [] } });
  });

  test('of many visits is recorded once for each of them by the screen of the day', async () => {
    api.clock.set(booking.startsAt);
    await provider.client.ask(
      '{ mySchedule(from: "2027-03-11", to: "2027-03-12") { visits { booking { id place { doorNote } } } } }',
    );

    expect(await countReads()).toBe(1);
  });
});
