import { describe, expect, it } from 'vitest';
import { attemptFor, emptyDraft, readDraft } from '../../web/src/features/booking/booking-draft';

const draft = () => ({
  ...emptyDraft('lin'),
  addressId: 'home',
  address: { label: 'Home', line: '18 Lingyin Road', district: 'Xihu', placeId: 'p1' },
  doorNote: 'Ring twice',
  note: 'Two cats',
  paymentMethod: 'sandbox_declined',
  held: { bookingId: 'b1', visitKey: 'v1' },
  attempt: { key: 'k1', body: 'pay' },
});

describe('a booking draft that was kept', () => {
  it('comes back whole for the same provider', () => {
    expect(readDraft(JSON.stringify(draft()), 'lin')).toEqual(draft());
  });

  it('gives another provider the address and the door, but neither the note nor the hold', () => {
    const other = readDraft(JSON.stringify(draft()), 'chen');

    expect(other).toMatchObject({ providerId: 'chen', addressId: 'home', doorNote: 'Ring twice', note: '' });
    expect(other.held).toBeUndefined();
    expect(other.attempt).toBeUndefined();
  });

  it.each([null, '', 'not json', '[]', '"text"', '{"address":7,"held":{"bookingId":1}}'])(
    'starts empty from %j',
    (stored) => {
      expect(readDraft(stored, 'lin')).toEqual(emptyDraft('lin'));
    },
  );
});

describe('the key of a payment', () => {
  it('stays the same while the same attempt is repeated', () => {
    expect(attemptFor(draft(), 'pay', () => 'fresh').key).toBe('k1');
  });

  it('is fresh when anything about the payment changed', () => {
    expect(attemptFor(draft(), 'pay with another card', () => 'fresh')).toEqual({
      key: 'fresh',
      body: 'pay with another card',
    });
  });
});
