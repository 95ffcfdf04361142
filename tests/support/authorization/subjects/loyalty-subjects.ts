import { newId } from '../../../../api/kernel/ids.ts';
import { BookingState } from '../../../../api/modules/bookings/index.ts';
import { Voucher } from '../../../../api/modules/loyalty/index.ts';
import { buildBooking } from '../../builders/booking.builder.ts';
import { TEST_NOW } from '../../fakes/clock.ts';
import { ACCOUNTS } from '../callers.ts';
import type { Subject } from '../subjects.ts';

export const loyaltySubjects = {
  voucher: {
    owners: ACCOUNTS.filter((name) => name !== 'provider'),
    stranger: 'household',
    make: async ({ api, strangers, nextDay }, person) => {
      const id = newId();
      const booking = await buildBooking(api.em, {
        household: person.account.id,
        provider: strangers.provider.provider,
        state: BookingState.CANCELLED,
        startsAt: nextDay(),
      });
      await api.em.insert(Voucher, {
        id,
        household: person.account.id,
        amountMinor: 500,
        currency: booking.storedQuote.currency,
        issuedFor: booking.id,
        issuedAt: TEST_NOW,
        expiresAt: new Date(TEST_NOW.getTime() + 86_400_000),
        usedFor: null,
      });
      return id;
    },
  },
} satisfies Record<string, Subject>;
