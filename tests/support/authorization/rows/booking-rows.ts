import { randomUUID } from 'node:crypto';
import { makeSupportCase } from '../subjects/booking-subjects.ts';
import { subjectOf } from '../subjects.ts';
import type { Names, OperationRow, Rows } from '../matrix-rows.ts';

/** A household's own, a provider's own diary, and all of them for operators. */
const aBooking: Names = { a: 'booking', everybodysFor: ['operator'] };
const items = { 'input.items[].itemId': 'public', 'input.items[].optionIds[]': 'public' } as const;

const aMoveProposal: Names = { a: 'moveProposal', everybodysFor: ['operator'] };
const aSeriesVisit: Names = { a: 'seriesVisit' };
const ofSeries = { 'items[].itemId': 'public', 'items[].optionIds[]': 'public', providerId: 'public' } as const;
const within = (path: string, ids: Readonly<Record<string, Names>>): Record<string, Names> =>
  Object.fromEntries(Object.entries(ids).map(([name, names]) => [`${path}.${name}`, names]));

/** A step of a visit: whoever has to do with the booking is answered, if only that it is not theirs to do. */
const step = (input: Readonly<Record<string, unknown>> = {}): OperationRow => ({
  for: 'accounts',
  ids: { 'input.bookingId': aBooking },
  variables: () => ({ input: { ...input, idempotencyKey: randomUUID() } }),
});

export const bookingRows = {
  booking: { for: 'everybody', ids: { id: aBooking } },
  myBookings: { for: 'accounts', ids: { 'filter.regionId': 'public' } },
  bookings: { for: ['operator'], ids: { 'filter.regionId': 'public' } },
  refundBooking: {
    for: ['operator'],
    ids: { 'input.bookingId': aBooking },
    variables: () => ({ input: { amount: 1, reason: 'asked for', idempotencyKey: randomUUID() } }),
  },
  myEarnings: { for: ['provider'] },
  myLedger: { for: ['provider'] },
  ledger: { for: ['operator'], ids: { providerId: 'public' } },
  ledgerBalances: { for: ['operator'] },
  bookingLedger: { for: ['operator'], ids: { bookingId: aBooking } },
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
    variables: ({ strangers }) => ({
      input: {
        regionId: strangers.provider.provider.region,
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
  myVouchers: { for: 'accounts' },
  applyVoucher: {
    for: 'accounts',
    ids: { 'input.bookingId': { a: 'heldBooking' }, 'input.voucherId': { a: 'voucher' } },
    // Of a hold of their own: only then it shows whose voucher it is.
    variables: async (scene, caller) => {
      const person = scene.people[caller];
      return {
        input: { bookingId: person === null ? randomUUID() : await subjectOf('heldBooking').make(scene, person) },
      };
    },
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
    variables: () => ({ input: { expectedFee: 0, reason: 'asked for', idempotencyKey: randomUUID() } }),
  },
  rescheduleQuote: { for: 'accounts', ids: { bookingId: aBooking } },
  rescheduleSlots: {
    for: 'accounts',
    ids: { bookingId: aBooking },
    variables: () => ({ from: '2027-03-15', to: '2027-03-15' }),
  },
  otherProviders: {
    for: 'accounts',
    ids: { bookingId: aBooking },
    variables: () => ({ from: '2027-03-15', to: '2027-03-15' }),
  },
  checkMove: {
    for: ['provider', 'operator'],
    ids: { bookingId: aBooking },
    variables: ({ nextDay }) => ({ start: nextDay().toISOString() }),
  },
  rescheduleBooking: {
    for: 'accounts',
    ids: { 'input.bookingId': aBooking, 'input.providerId': 'public' },
    variables: ({ nextDay }) => ({
      input: { start: nextDay().toISOString(), expectedFee: 0, reason: 'asked for', idempotencyKey: randomUUID() },
    }),
  },
  proposeMove: {
    for: 'accounts',
    ids: { 'input.bookingId': aBooking },
    variables: ({ nextDay }) => ({ input: { start: nextDay().toISOString() } }),
  },
  answerMoveProposal: {
    for: 'accounts',
    ids: { 'input.proposalId': aMoveProposal },
    variables: () => ({ input: { accept: false } }),
  },
  withdrawMoveProposal: { for: 'accounts', ids: { proposalId: aMoveProposal } },
  previewSeries: {
    for: 'everybody',
    ids: { ...within('input', ofSeries), 'input.place.addressId': { a: 'address' } },
    variables: ({ item, strangers, nextDay }) => ({
      input: {
        providerId: strangers.provider.provider.id,
        items: [{ itemId: item.id, units: 2 }],
        start: nextDay().toISOString(),
        place: {},
        everyWeeks: 1,
        weekdays: [1],
        count: 2,
      },
    }),
  },
  bookingSeries: { for: 'everybody', ids: { id: { a: 'series', everybodysFor: ['operator'] } } },
  mySeries: { for: 'accounts' },
  seriesCancellationQuote: {
    for: 'accounts',
    ids: { seriesVisitId: aSeriesVisit },
    variables: () => ({ scope: 'ALL' }),
  },
  acceptSeries: {
    for: 'accounts',
    leaves: ['idempotency_record'],
    ids: { ...within('input.series', ofSeries), 'input.series.place.addressId': { a: 'address' } },
    variables: ({ item, strangers, nextDay }) => ({
      input: {
        series: {
          providerId: strangers.provider.provider.id,
          items: [{ itemId: item.id, units: 2 }],
          start: nextDay().toISOString(),
          place: {},
          everyWeeks: 1,
          weekdays: [1],
          count: 2,
        },
        choices: [],
        expectedTotal: 0,
        paymentMethod: 'tok_visa',
        idempotencyKey: randomUUID(),
      },
    }),
  },
  cancelSeriesVisits: {
    for: 'accounts',
    ids: { 'input.seriesVisitId': aSeriesVisit },
    variables: () => ({ input: { scope: 'ALL', expectedFee: 0, idempotencyKey: randomUUID() } }),
  },
  moveSeriesVisits: {
    for: 'accounts',
    ids: { 'input.seriesVisitId': aSeriesVisit },
    variables: ({ nextDay }) => ({
      input: { scope: 'ALL', start: nextDay().toISOString(), idempotencyKey: randomUUID() },
    }),
  },
  changeSeriesCard: {
    for: 'accounts',
    ids: { 'input.seriesId': { a: 'ownSeries' } },
    variables: () => ({ input: { paymentMethod: 'tok_visa' } }),
  },
  acceptRequest: { for: ['provider'], ids: { bookingId: { a: 'request' } } },
  declineRequest: { for: ['provider'], ids: { bookingId: { a: 'request' } } },
  bookingChanged: { for: 'accounts' },
  startTravel: step(),
  announceDelay: step({ minutes: 20 }),
  startVisit: step({ code: '0000' }),
  confirmArrival: step(),
  tickTask: step({ task: 0, done: true }),
  proposeExtra: { ...step({ minutes: 30 }), ids: { 'input.bookingId': aBooking, 'input.itemId': 'public' } },
  answerExtra: step({ agree: true, expectedAmount: 100, paymentMethod: 'tok_visa' }),
  finishVisit: step(),
  confirmVisit: step(),
  reportNoShow: step({ note: 'nobody there' }),
  leaveUnsafe: step(),
  createVisitPhotoUpload: {
    for: 'accounts',
    ids: { 'input.bookingId': aBooking },
    variables: () => ({ input: { moment: 'EVIDENCE', contentType: 'image/jpeg', bytes: 1_000 } }),
  },
  finishVisitPhotoUpload: { for: 'accounts', ids: { uploadId: { a: 'visitPhotoUpload' } } },
  supportCases: { for: ['operator'] },
  closeSupportCase: {
    for: ['operator'],
    ids: { 'input.caseId': 'public' },
    variables: async (scene) => ({ input: { caseId: await makeSupportCase(scene), outcome: 'spoke with both' } }),
  },
  submitReview: {
    for: 'accounts',
    ids: { 'input.bookingId': { a: 'visited' } },
    variables: () => ({ input: { rating: 5 } }),
  },
} as const satisfies Rows;
