import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beginOf, networkDaily, openTo, secondsLeft } from '../../../api/modules/accounts/domain/text-caps.ts';

const days = fc.record({ texts: fc.integer({ min: 0, max: 100_000 }), cost: fc.integer({ min: 0, max: 10_000_000 }) });

/** What the counters in PostgreSQL do, one request after the other; returns how many texts each network got. */
function run(day: { texts: number; cost: number }, price: number, networks: readonly number[]): Map<number, number> {
  const got = new Map<number, number>();
  const all = { texts: 0, cost: 0 };
  for (const network of networks) {
    const asked = (got.get(network) ?? 0) + 1;
    if (asked > networkDaily(day)) continue;
    const open = openTo(asked, day);
    if (all.texts >= open.texts || all.cost + price > open.cost) continue;
    all.texts += 1;
    all.cost += price;
    got.set(network, asked);
  }
  return got;
}

describe('the caps of a day', () => {
  it('are passed by no order of requests, and no network gets more than its share', () => {
    fc.assert(
      fc.property(
        fc.record({ texts: fc.integer({ min: 0, max: 60 }), cost: fc.integer({ min: 0, max: 400 }) }),
        fc.integer({ min: 1, max: 20 }),
        fc.array(fc.integer({ min: 0, max: 8 }), { maxLength: 200 }),
        (day, price, networks) => {
          const got = [...run(day, price, networks).values()];
          const texts = got.reduce((sum, count) => sum + count, 0);

          expect(texts).toBeLessThanOrEqual(day.texts);
          expect(texts * price).toBeLessThanOrEqual(day.cost);
          expect(Math.max(0, ...got)).toBeLessThanOrEqual(networkDaily(day));
        },
      ),
    );
  });

  it('keep a part for networks that ask little: one that pumps cannot use it up', () => {
    fc.assert(
      fc.property(fc.integer({ min: 50, max: 2_000 }), fc.integer({ min: 1, max: 400 }), (texts, attackers) => {
        const day = { texts, cost: 1_000_000 };
        const pumping = Array.from({ length: attackers * networkDaily(day) }, (_, index) => index % attackers);
        fc.pre(attackers * 3 < texts);

        expect(run(day, 5, [...pumping, -1]).get(-1)).toBe(1);
      }),
      { numRuns: 40 },
    );
  });

  it('are open to nobody beyond themselves, and less open to whoever asked for more', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 1_000 }), (day, asked) => {
        const [now, next] = [openTo(asked, day), openTo(asked + 1, day)];

        expect(now.texts).toBeLessThanOrEqual(day.texts);
        expect(now.cost).toBeLessThanOrEqual(day.cost);
        expect(next.texts).toBeLessThanOrEqual(now.texts);
        expect(next.cost).toBeLessThanOrEqual(now.cost);
      }),
    );
  });

  it.each([
    [{ texts: 1_000, cost: 5_000 }, 50],
    [{ texts: 100, cost: 5_000 }, 10],
    [{ texts: 0, cost: 0 }, 10],
  ])('of %o give a network %i', (day, share) => {
    expect(networkDaily(day)).toBe(share);
  });

  it('leave four fifths to whoever asked for more than three', () => {
    const day = { texts: 1_000, cost: 5_000 };

    expect(openTo(3, day)).toEqual(day);
    expect(openTo(4, day)).toEqual({ texts: 800, cost: 4_000 });
  });
});

describe('the window of a count', () => {
  it('begins at the full hour or day of UTC and ends with the next', () => {
    const now = new Date('2027-03-10T09:59:59.500Z');

    expect(beginOf('HOUR', now)).toEqual(new Date('2027-03-10T09:00:00Z'));
    expect(beginOf('DAY', now)).toEqual(new Date('2027-03-10T00:00:00Z'));
    expect(secondsLeft('HOUR', now)).toBe(1);
    expect(secondsLeft('DAY', now)).toBe(14 * 3600 + 1);
  });

  it('holds its instant, whenever that is', () => {
    const instants = fc.date({ min: new Date(0), max: new Date('2100-01-01T00:00:00Z'), noInvalidDate: true });
    fc.assert(
      fc.property(instants, fc.constantFrom('HOUR' as const, 'DAY' as const), (now, window) => {
        const end = now.getTime() + secondsLeft(window, now) * 1000;

        expect(beginOf(window, now).getTime()).toBeLessThanOrEqual(now.getTime());
        expect(beginOf(window, new Date(end)).getTime()).toBeGreaterThan(beginOf(window, now).getTime());
      }),
    );
  });
});
