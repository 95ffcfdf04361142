import pg from 'pg';
import { pino } from 'pino';
import type { Clock } from '../../../api/kernel/clock.ts';
import { newId } from '../../../api/kernel/ids.ts';
import type { UnsealedAccount } from '../../../api/modules/accounts/index.ts';
import type { Booking } from '../../../api/modules/bookings/index.ts';
import { cancelBooking } from '../../../api/modules/bookings/cancel-booking.service.ts';
import { quoteCancellation } from '../../../api/modules/bookings/cancellation-quote.ts';
import { confirmBooking } from '../../../api/modules/bookings/confirm-booking.service.ts';
import { holdSlot } from '../../../api/modules/bookings/hold-slot.service.ts';
import type { Database } from '../../../api/platform/database.ts';
import { Loaders } from '../../../api/platform/loaders.ts';
import { RateLimits } from '../../../api/platform/rate-limits.ts';
import type { RequestContext } from '../../../api/platform/request-context.ts';
import { TEST_VAULT } from '../../support/test-keys.ts';
import { buildInspector } from '../../support/test-inspector.ts';
import type { Marketplace } from './marketplace.builder.ts';

/** What the services see of a request of that account. */
export function buildContext(database: Database, clock: Clock, account: UnsealedAccount): RequestContext {
  const em = database.em.fork();
  return {
    viewer: {
      accountId: account.id,
      householdId: account.id,
      sessionId: newId(),
      householdRole: 'OWNER',
      roles: account.roles,
      authenticatedAt: clock.now(),
    },
    site: { publicUrl: 'http://127.0.0.1:4000', demo: false, emailVerification: false },
    em,
    clock,
    vault: TEST_VAULT,
    locale: 'en',
    loaders: new Loaders(em),
    files: null as never,
    limits: new RateLimits(new pg.Pool()),
    phones: null as never,
    stripe: null,
    logger: pino({ level: 'silent' }),
    auditInspector: buildInspector(database, clock),
    reference: newId(),
    ip: '127.0.0.1',
    userAgent: null,
    sessionCookie: { set: () => undefined, clear: () => undefined },
  };
}

export interface Booker {
  readonly database: Database;
  readonly clock: Clock;
  readonly market: Marketplace;
}

/** Holds the time for the household. @throws with the refusal when it is not to be had. */
export async function holdVisit(
  { database, clock, market }: Booker,
  start: Date,
  household: UnsealedAccount = market.household,
): Promise<Booking> {
  const held = await holdSlot(buildContext(database, clock, household), {
    providerId: market.provider.id,
    items: [{ itemId: market.item.id }],
    start,
    place: { latitude: 51.51, longitude: -0.12 },
    idempotencyKey: newId(),
  });
  if (!('booking' in held)) throw new Error(`not held: ${JSON.stringify(held)}`);
  return held.booking;
}

/** Holds and confirms; the booking as it stands after that. */
export async function bookVisit(booker: Booker, start: Date): Promise<Booking> {
  const { database, clock, market } = booker;
  const held = await holdVisit(booker, start);
  const confirmed = await confirmBooking(buildContext(database, clock, market.household), {
    bookingId: held.id,
    paymentMethod: 'sandbox_visa',
    idempotencyKey: newId(),
  });
  if (!('booking' in confirmed)) throw new Error(`not confirmed: ${JSON.stringify(confirmed)}`);
  return confirmed.booking;
}

/** Calls the visit off for the household, at the fee of the moment. */
export async function cancelVisit({ database, clock, market }: Booker, booking: Booking): Promise<void> {
  const expectedFee = quoteCancellation(booking, 'HOUSEHOLD', clock.now()).fee.amount;
  const outcome = await cancelBooking(buildContext(database, clock, market.household), {
    bookingId: booking.id,
    expectedFee,
    idempotencyKey: newId(),
  });
  if (!('refund' in outcome)) throw new Error(`not cancelled: ${JSON.stringify(outcome)}`);
}
