import { describe, expect, it } from 'vitest';
import {
  readBookingsQuery,
  readDeliveryQuery,
  writeBookingsQuery,
  writeDeliveryQuery,
} from '../../web/src/features/operations/list-query';

describe('what the operator looks at, in the address bar', () => {
  it('comes back as it was written', () => {
    const bookings = { tense: 'PAST', states: ['COMPLETED', 'CANCELLED'] } as const;
    const deliveries = { kind: 'visit-reminder-2h', status: 'FAILED' } as const;

    expect(readBookingsQuery(writeBookingsQuery({ ...bookings, states: [...bookings.states] }) as never)).toEqual(
      bookings,
    );
    expect(readDeliveryQuery(writeDeliveryQuery(deliveries) as never)).toEqual(deliveries);
  });

  it('leaves out what it does not know', () => {
    expect(readBookingsQuery({ tense: 'someday', state: ['LOST', 'HELD', null] })).toEqual({ states: ['HELD'] });
    expect(readDeliveryQuery({ kind: '', status: 'DROPPED' })).toEqual({});
  });

  it('is empty for everything', () => {
    expect(writeBookingsQuery({ states: [] })).toEqual({});
    expect(writeDeliveryQuery({})).toEqual({});
  });
});
