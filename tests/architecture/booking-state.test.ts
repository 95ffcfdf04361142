import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Through the ORM, through SQL, or by giving a loaded booking another state. */
const WRITES_STATE =
  /nativeUpdate\(\s*Booking\s*,[^;]*\bstate\b\s*[:,}]|update booking set[^`;]*\bstate\s*=|\bbooking\.state\s*=(?!=)/s;

describe('the state of a booking', () => {
  it('is written by the service of the transition table, and by nothing else once there is a booking', () => {
    const writers = readdirSync('api', { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts'))
      .filter((path) => /\bbooking\b/i.test(path) || path.includes('modules/'))
      .filter((path) => WRITES_STATE.test(readFileSync(join('api', path), 'utf8')));

    expect(writers.sort()).toEqual([]);
  });

  it('is changed in one place, by compare and swap on the version', () => {
    const service = readFileSync('api/modules/bookings/move-booking.ts', 'utf8');

    expect(service).toMatch(/nativeUpdate\(Booking, \{ id: booking\.id, version: booking\.version \}, changes\)/);
    expect(service).toMatch(/const changes = \{ state: move\.to, version: booking\.version \+ 1/);
  });
});

describe('what finds writers', () => {
  it.each([
    "await em.nativeUpdate(Booking, { id }, { state: 'CANCELLED' });",
    'sql`update booking set version = 2, state = $' + '{to} where id = $' + '{id}`',
    "booking.state = 'CLOSED';",
  ])('finds %s', (code) => {
    expect(WRITES_STATE.test(code)).toBe(true);
  });

  it.each(["if (booking.state === 'HELD') return;", 'await em.nativeUpdate(Booking, { id }, { note });'])(
    'leaves %s',
    (code) => {
      expect(WRITES_STATE.test(code)).toBe(false);
    },
  );
});
