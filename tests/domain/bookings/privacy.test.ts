import { describe, expect, it } from 'vitest';
import { visiblePlace, type BookingViewer } from '../../../api/modules/bookings/domain/privacy.ts';
import type { BookingState } from '../../../api/modules/bookings/domain/transitions.ts';

describe('visiblePlace', () => {
  const start = new Date('2026-06-10T10:00:00Z');
  const end = new Date('2026-06-10T12:00:00Z');
  const see = (viewer: BookingViewer, state: BookingState, now = new Date('2026-06-10T09:00:00Z')) =>
    visiblePlace({ viewer, state, start, end, now });

  it.each([
    ['HELD', 'CELL', false],
    ['REQUESTED', 'CELL', false],
    ['CONFIRMED', 'EXACT', true],
    ['EN_ROUTE', 'EXACT', true],
    ['IN_PROGRESS', 'EXACT', true],
    ['COMPLETED', 'EXACT', true],
    ['CLOSED', 'EXACT', false],
    ['EXPIRED', 'CELL', false],
    ['DECLINED', 'CELL', false],
    ['CANCELLED', 'CELL', false],
    ['NO_SHOW', 'CELL', false],
  ] as const)('shows the provider of a %s booking: %s, door note %s', (state, address, doorNote) => {
    expect(see('PROVIDER', state)).toEqual({ address, doorNote });
  });

  it.each([
    ['2026-06-09T09:59:59.999Z', false],
    ['2026-06-09T10:00:00.000Z', true],
    ['2026-06-10T13:59:59.999Z', true],
    ['2026-06-10T14:00:00.000Z', false],
  ])('shows the provider the door note at %s: %s', (now, doorNote) => {
    expect(see('PROVIDER', 'CONFIRMED', new Date(now))).toEqual({ address: 'EXACT', doorNote });
  });

  it('shows the household everything, the operator no door note, anyone else nothing', () => {
    expect(see('HOUSEHOLD', 'HELD', new Date(0))).toEqual({ address: 'EXACT', doorNote: true });
    expect(see('OPERATOR', 'CONFIRMED')).toEqual({ address: 'EXACT', doorNote: false });
    expect(see('OTHER', 'CONFIRMED')).toEqual({ address: 'NONE', doorNote: false });
  });
});
