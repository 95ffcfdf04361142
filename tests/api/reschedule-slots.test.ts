import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildBooking } from '../support/builders/booking.builder.ts';
import { FakeClock } from '../support/fakes/clock.ts';
import { LATER, START, buildMovableVisit } from '../support/movable-visit.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ clock: new FakeClock() });
});
afterAll(() => api.close());

describe('rescheduleSlots', () => {
  const SLOTS = `query S($id: ID!, $from: LocalDate!, $to: LocalDate!) {
    rescheduleSlots(bookingId: $id, from: $from, to: $to) { date slots { start } } }`;
  interface Days {
    readonly rescheduleSlots: { readonly date: string; readonly slots: { readonly start: string }[] }[];
  }

  it('has the times around its own, which it can be moved to, and not its own', async () => {
    const { bookingId, client, move } = await buildMovableVisit(api);

    const { rescheduleSlots } = await client.ask<Days>(SLOTS, { id: bookingId, from: '2027-03-12', to: '2027-03-12' });

    const starts = rescheduleSlots[0]!.slots.map(({ start }) => start);
    expect(starts).not.toContain(START.toISOString());
    const overlapping = new Date(START.getTime() + 15 * 60_000).toISOString();
    expect(starts).toContain(overlapping);
    expect((await move({ start: overlapping })).__typename).toBe('BookingRescheduled');
  });

  it('leaves out what another visit takes', async () => {
    const { bookingId, client, provider } = await buildMovableVisit(api);
    await buildBooking(api.em, { provider, startsAt: new Date(LATER) });

    const { rescheduleSlots } = await client.ask<Days>(SLOTS, { id: bookingId, from: '2027-03-15', to: '2027-03-15' });

    expect(rescheduleSlots[0]!.slots.map(({ start }) => start)).not.toContain(LATER);
  });
});
