import { randomUUID } from 'node:crypto';
import type { Names, Rows } from '../matrix-rows.ts';

/** A household's own, a provider's own diary, and all of them for operators. */
const aBooking: Names = { a: 'booking', everybodysFor: ['operator'] };
const items = { 'input.items[].itemId': 'public', 'input.items[].optionIds[]': 'public' } as const;

export const bookingRows = {
  booking: { for: 'everybody', ids: { id: aBooking } },
  myBookings: { for: 'accounts' },
  bookings: { for: ['operator'] },
  substitutionList: { for: ['operator'] },
  substituteSearches: { for: ['operator'], variables: () => ({ status: 'OFFERED' }) },
  acceptSubstitute: {
    for: 'accounts',
    ids: { 'input.bookingId': { a: 'heldBooking' }, 'input.providerId': 'public' },
    variables: ({ strangers }) => ({
      input: { providerId: strangers.provider.provider.id, idempotencyKey: randomUUID() },
    }),
  },
  declineSubstitute: {
    for: 'accounts',
    ids: { 'input.bookingId': { a: 'heldBooking' } },
    variables: () => ({ input: { idempotencyKey: randomUUID() } }),
  },
  myWaitlist: { for: 'accounts' },
  joinWaitlist: {
    for: 'accounts',
    ids: {
      ...items,
      'input.regionId': 'public',
      'input.providerId': 'public',
      'input.place.addressId': { a: 'address' },
    },
    variables: ({ item }) => ({
      input: {
        regionId: item.region,
        items: [{ itemId: item.id, units: 2 }],
        place: {},
        from: '2027-03-15',
        to: '2027-03-16',
      },
    }),
  },
  leaveWaitlist: { for: 'accounts', ids: { entryId: { a: 'waitlistEntry' } } },
  acceptWaitlistOffer: {
    for: 'accounts',
    leaves: ['idempotency_record'],
    ids: { 'input.offerId': { a: 'waitlistOffer' } },
    variables: () => ({ input: { idempotencyKey: randomUUID() } }),
  },
  declineWaitlistOffer: { for: 'accounts', ids: { offerId: { a: 'waitlistOffer' } } },
  regionPolicies: { for: ['operator'] },
  saveRegionPolicy: {
    for: ['operator'],
    ids: { 'input.regionId': 'public' },
    variables: () => ({
      input: {
        steps: [{ percent: 100 }],
        graceMinutes: 10,
        freeMoveHours: 24,
        onceFreeMoveHours: 4,
        revision: 'never seen',
      },
    }),
  },
  cancellationQuote: { for: 'accounts', ids: { bookingId: aBooking } },
  holdSlot: {
    for: 'accounts',
    leaves: ['idempotency_record'],
    ids: { ...items, 'input.providerId': 'public', 'input.place.addressId': { a: 'address' } },
    variables: ({ item, strangers, nextDay }) => ({
      input: {
        providerId: strangers.provider.provider.id,
        items: [{ itemId: item.id, units: 2 }],
        start: nextDay().toISOString(),
        place: {},
        idempotencyKey: randomUUID(),
      },
    }),
  },
  renewHold: { for: 'accounts', ids: { bookingId: { a: 'heldBooking' } } },
  releaseHold: { for: 'accounts', ids: { bookingId: { a: 'heldBooking' } } },
  confirmBooking: {
    for: 'accounts',
    leaves: ['idempotency_record'],
    ids: { 'input.bookingId': { a: 'heldBooking' } },
    variables: () => ({ input: { paymentMethod: 'tok_visa', idempotencyKey: randomUUID() } }),
  },
  cancelBooking: {
    for: 'accounts',
    ids: { 'input.bookingId': aBooking },
    variables: () => ({ input: { expectedFee: 0, idempotencyKey: randomUUID() } }),
  },
  rescheduleQuote: { for: 'accounts', ids: { bookingId: aBooking } },
  rescheduleSlots: {
    for: 'accounts',
    ids: { bookingId: aBooking },
    variables: () => ({ from: '2027-03-15', to: '2027-03-15' }),
  },
  rescheduleBooking: {
    for: 'accounts',
    ids: { 'input.bookingId': aBooking },
    variables: ({ nextDay }) => ({
      input: { start: nextDay().toISOString(), expectedFee: 0, reason: 'asked for', idempotencyKey: randomUUID() },
    }),
  },
  acceptRequest: { for: ['provider'], ids: { bookingId: { a: 'request' } } },
  declineRequest: { for: ['provider'], ids: { bookingId: { a: 'request' } } },
  submitReview: {
    for: 'accounts',
    ids: { 'input.bookingId': { a: 'visited' } },
    variables: () => ({ input: { rating: 5 } }),
  },
} as const satisfies Rows;
