import { describe, expect, it } from 'vitest';
import { loadDemo } from '../../api/app/demo/load-demo.ts';
import { TEST_VAULT } from '../support/test-keys.ts';
import { createTestDatabase } from '../support/test-database.ts';

describe('loading on another day', () => {
  it.each([
    ['a Sunday', '2027-05-02T03:00:00Z'],
    ['a Saturday evening', '2027-05-08T13:00:00Z'],
    ['the eve of summer time', '2027-03-27T23:30:00Z'],
    ['New Year’s Eve', '2027-12-31T15:59:00Z'],
  ])(
    'works on %s',
    async (_, instant) => {
      const other = await createTestDatabase();
      try {
        const demo = await loadDemo(other.database.em.fork(), { now: () => new Date(instant) }, TEST_VAULT);

        expect(demo.upcomingBookingIds.length).toBeGreaterThan(80);
      } finally {
        await other.close();
      }
    },
    120_000,
  );
});
