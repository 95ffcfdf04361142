import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { holdSlot, releaseHold } from '../support/booking-operations.ts';
import { buildAccount } from '../support/builders/account.builder.ts';
import { buildBooking } from '../support/builders/booking.builder.ts';
import { buildSearchScene } from '../support/search-scene.ts';
import { availableStarts } from '../support/search-operations.ts';
import { DEMO_NOW } from '../support/demo-clock.ts';
import { FakeClock } from '../support/fakes/clock.ts';
import { searchProviders } from '../support/search-operations.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

describe('availableSlots', () => {
  it('lists every day asked for, those without a free time too', async () => {
    const scene = await buildSearchScene(api);
    const provider = await scene.addProvider();
    await api.sql('delete from working_span where provider_id = $1 and weekday = 5', [provider.id]);

    const { availableSlots } = await api
      .visitor()
      .ask<{ availableSlots: { date: string; slots: { start: string; end: string }[] }[] }>(
        'query ($input: AvailableSlotsInput!) { availableSlots(input: $input) { date slots { start end } } }',
        {
          input: {
            providerId: provider.id,
            items: scene.wish().items,
            place: scene.wish().place,
            from: '2027-03-11',
            to: '2027-03-13',
          },
        },
      );

    expect(availableSlots.map(({ date, slots }) => [date, slots.length > 0])).toEqual([
      ['2027-03-11', true],
      ['2027-03-12', false],
      ['2027-03-13', true],
    ]);
    expect(availableSlots[0]!.slots[0]).toEqual({ start: '2027-03-11T08:00:00.000Z', end: '2027-03-11T10:00:00.000Z' });
    expect(availableSlots[0]!.slots.at(-1)).toEqual({
      start: '2027-03-11T18:00:00.000Z',
      end: '2027-03-11T20:00:00.000Z',
    });
  });

  it('keeps to the wall clock when the clocks go forward', async () => {
    const scene = await buildSearchScene(api);
    const provider = await scene.addProvider();

    const starts = await availableStarts(api.visitor(), {
      providerId: provider.id,
      items: scene.wish().items,
      place: scene.wish().place,
      from: '2027-03-27',
      to: '2027-03-28',
    });

    expect(starts).toContain('2027-03-27T08:00:00.000Z');
    expect(starts.find((start) => start.startsWith('2027-03-28'))).toBe('2027-03-28T07:00:00.000Z');
  });

  it('begins after the notice and ends at the horizon', async () => {
    const scene = await buildSearchScene(api);
    const provider = await scene.addProvider();
    const ask = (from: string, to: string): Promise<string[]> =>
      availableStarts(api.visitor(), {
        providerId: provider.id,
        items: scene.wish().items,
        place: scene.wish().place,
        from,
        to,
      });

    // Now is 09:00 and the notice two hours; the horizon is sixty days, to the minute.
    expect((await ask('2027-03-10', '2027-03-10'))[0]).toBe('2027-03-10T11:00:00.000Z');
    expect((await ask('2027-05-08', '2027-05-09')).at(-1)).toBe('2027-05-09T08:45:00.000Z');
  });

  it('offers exactly the times that can be held', async () => {
    const scene = await buildSearchScene(api);
    const provider = await scene.addProvider({ hours: [{ start: '08:00', end: '18:00' }] });
    await buildBooking(api.em, {
      provider,
      startsAt: new Date('2027-03-11T11:00:00Z'),
      endsAt: new Date('2027-03-11T12:00:00Z'),
      longitude: -0.06,
    });
    const { items, place } = scene.wish();
    const client = await api.as(await buildAccount(api.em));
    const offered = new Set(
      await availableStarts(client, { providerId: provider.id, items, place, from: '2027-03-11', to: '2027-03-11' }),
    );

    const held = new Set<string>();
    for (let minute = 7 * 60; minute <= 18 * 60; minute += 15) {
      const start = new Date(Date.UTC(2027, 2, 11, 0, minute)).toISOString();
      const outcome = await holdSlot(client, {
        providerId: provider.id,
        items,
        place,
        start,
        idempotencyKey: randomUUID(),
      });
      if (outcome.__typename !== 'Hold') continue;
      held.add(start);
      await releaseHold(client, outcome.booking!.id);
    }

    expect(held.size).toBeGreaterThan(5);
    expect(held).toEqual(offered);
  });
});

describe('search and calendar in the demo', () => {
  it('agree: each time that a result shows is in the provider’s calendar and can be held', async () => {
    const demo = await startTestApi({ demo: true, clock: new FakeClock(DEMO_NOW) });
    const regions = await demo.sql<{ id: string; code: string; latitude: number; longitude: number }>(
      'select id, code, latitude, longitude from region order by code',
    );
    const client = await demo.as(await buildAccount(demo.em));
    let checked = 0;
    for (const region of regions) {
      const [item] = await demo.sql<{ id: string }>(
        `select id from service_item where region_id = $1 and code = 'home-cleaning'`,
        [region.id],
      );
      const wish = {
        items: [{ itemId: item!.id, units: 3 }],
        place: { latitude: region.latitude, longitude: region.longitude },
        from: '2027-03-11',
        to: '2027-03-17',
      };

      const { edges } = await searchProviders(client, { regionId: region.id, ...wish }, { first: 50 });

      expect(edges.length).toBeGreaterThan(2);
      for (const { node } of edges) {
        const starts = await availableStarts(client, { providerId: node.provider.id, ...wish });
        for (const { start } of node.nextSlots) {
          expect(starts).toContain(start);
          const outcome = await holdSlot(client, {
            providerId: node.provider.id,
            items: wish.items,
            place: wish.place,
            start,
            idempotencyKey: randomUUID(),
          });
          expect(outcome.__typename).toBe('Hold');
          if (start === node.nextSlots[0]!.start)
            expect(outcome.booking!.quote.total.amount).toBe(node.quote.total.amount);
          checked++;
        }
      }
    }
    await demo.close();
    expect(checked).toBeGreaterThan(50);
  });
});
