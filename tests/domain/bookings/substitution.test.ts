import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  platformShare,
  substitutionDeadline,
  substitutionReminder,
} from '../../../api/modules/bookings/domain/substitution.ts';

const HOUR_MS = 3_600_000;
const NOW = new Date('2027-03-10T09:00:00Z');
const inHours = (hours: number): Date => new Date(NOW.getTime() + hours * HOUR_MS);

describe('substitutionDeadline', () => {
  it.each([
    ['PROVIDER_CANCELLED', 240, 48],
    ['PROVIDER_UNAVAILABLE', 73, 48],
    ['PROVIDER_CANCELLED', 60, 36],
    ['PROVIDER_CANCELLED', 48, 24],
    ['PROVIDER_CANCELLED', 26, 13],
    ['PROVIDER_CANCELLED', 4, 2],
    ['CREDENTIAL_ENDS', 240, 216],
    ['CREDENTIAL_ENDS', 26, 13],
  ] as const)('%s, %i h before the visit: %i h to choose', (cause, ahead, hours) => {
    expect(substitutionDeadline(cause, NOW, inHours(ahead))).toEqual(inHours(hours));
  });

  it('always lies after now and before the start, with the reminder before it', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('PROVIDER_CANCELLED', 'PROVIDER_UNAVAILABLE', 'CREDENTIAL_ENDS'),
        fc.integer({ min: 4, max: 61 * 24 * HOUR_MS }),
        (cause, ahead) => {
          const start = new Date(NOW.getTime() + ahead);
          const deadline = substitutionDeadline(cause, NOW, start);
          const reminder = substitutionReminder(NOW, deadline);
          expect(NOW < reminder && reminder < deadline && deadline < start).toBe(true);
        },
      ),
    );
  });
});

describe('platformShare', () => {
  it('makes up for a dearer substitute and takes nothing from a cheaper one', () => {
    expect([platformShare(9_000, 6_000), platformShare(6_000, 6_000), platformShare(4_000, 6_000)]).toEqual([
      3_000, 0, 0,
    ]);
  });
});
