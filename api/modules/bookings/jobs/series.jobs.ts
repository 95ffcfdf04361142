import { LockMode } from '@mikro-orm/core';
import { z } from 'zod';
import { defineHandler } from '../../../platform/module.ts';
import type { JobContext, MessageHandler } from '../../../platform/module.ts';
import { publish } from '../../../platform/outbox.ts';
import { inUnitOfWork } from '../../../platform/unit-of-work.ts';
import { lockHouseholds } from '../../accounts/index.ts';
import { lockDiaries, sweepLapsedHolds } from '../../availability/index.ts';
import {
  authorizePayment,
  letGoOfPayment,
  listPayments,
  openGateway,
  recordAuthorization,
} from '../../payments/index.ts';
import { Booking } from '../booking.entity.ts';
import { BookingState } from '../booking.enums.ts';
import { BOOKING_MOVED, PROVIDER_CHANGED, SERIES_DATE_FAILED, SERIES_PAYMENT_FAILED } from '../bookings.events.ts';
import { bookVisit, isNear, payWhenNear, reserveWhenOpen } from '../series/book-visit.ts';
import { BookingSeries } from '../series/booking-series.entity.ts';
import { isAtHand, judgeDates } from '../series/judge-dates.ts';
import { lockSeriesVisit, readQuestionOf, readSeriesAtHand, termsOf } from '../series/planned-visit.ts';
import { SeriesDateStatus, SeriesVisitStatus } from '../series/series.enums.ts';
import { SeriesVisit } from '../series/series-visit.entity.ts';
import { AUTHORIZE_SERIES_VISIT, RESERVE_SERIES_VISIT } from './job-topics.ts';

const plain = { disableIdentityMap: true } as const;
const ofBooking = z.object({ bookingId: z.uuid() });

/** Series go on by themselves: dates are reserved as bookings open for them and paid for as they near. */
export const seriesJobs: readonly MessageHandler[] = [
  defineHandler({
    topic: RESERVE_SERIES_VISIT,
    payload: z.object({ seriesVisitId: z.uuid() }),
    handle: async (context, { seriesVisitId }) => reservePlanned(context, seriesVisitId),
  }),
  defineHandler({
    topic: AUTHORIZE_SERIES_VISIT,
    payload: ofBooking,
    external: true,
    handle: async (context, { bookingId }) => authorizeVisit(context, bookingId),
  }),
];

/** A visit of a series that moves is paid for as its new time nears. */
export const seriesSubscribers: readonly MessageHandler[] = [
  ...[BOOKING_MOVED, PROVIDER_CHANGED].map((topic) =>
    defineHandler({
      topic,
      payload: ofBooking,
      handle: async ({ em, clock }, { bookingId }) => {
        if ((await em.count(SeriesVisit, { booking: bookingId })) === 0) return;
        await payWhenNear(em, clock, await em.findOneOrFail(Booking, { id: bookingId }, plain));
      },
    }),
  ),
];

/** Reserves a planned date now that bookings are open for it, or says at once that it cannot be had. */
async function reservePlanned(context: JobContext, seriesVisitId: string): Promise<void> {
  const { em, clock, vault } = context;
  const found = await em.findOne(SeriesVisit, { id: seriesVisitId }, plain);
  const series = found === null ? null : await em.findOne(BookingSeries, { id: found.series }, plain);
  if (series === null) return;
  await lockHouseholds(em, series.household);
  await lockDiaries(em, [series.provider]);
  const visit = await lockSeriesVisit(em, seriesVisitId);
  if (visit?.status !== SeriesVisitStatus.PLANNED) return;
  const atHand = await readSeriesAtHand(em, vault, series);
  await sweepLapsedHolds(em, series.provider, clock.now());
  const question = await readQuestionOf(em, clock, atHand, [visit.startsAt]);
  const [verdict] = judgeDates(question, [{ start: visit.startsAt, isSkipped: false }]);
  if (verdict?.status === SeriesDateStatus.BEYOND_HORIZON) {
    await reserveWhenOpen(em, clock, atHand.region, visit);
    return;
  }
  const quote = visit.storedQuote;
  const isFree = verdict !== undefined && isAtHand(verdict.status);
  const booking = isFree
    ? await em
        .transactional((attempt) =>
          required(bookVisit(attempt, context, termsOf(atHand), { start: visit.startsAt, quote })),
        )
        .catch(nullIfRefused)
    : null;
  if (booking !== null) {
    await em.nativeUpdate(SeriesVisit, { id: visit.id }, { status: SeriesVisitStatus.RESERVED, booking: booking.id });
    await payWhenNear(em, clock, booking);
    return;
  }
  const reason = isFree ? SeriesDateStatus.TAKEN : (verdict?.status ?? SeriesDateStatus.NOT_BOOKABLE);
  await em.nativeUpdate(SeriesVisit, { id: visit.id }, { status: SeriesVisitStatus.FAILED, reason });
  await publish(em, clock, [
    { topic: SERIES_DATE_FAILED, payload: { seriesVisitId: visit.id, bookingId: atHand.latest.id } },
  ]);
}

/** Undoes the attempt: PostgreSQL or the transition table said no. */
class NotBooked extends Error {}

async function required<T>(attempt: Promise<T | null>): Promise<T> {
  const result = await attempt;
  if (result === null) throw new NotBooked();
  return result;
}

function nullIfRefused(error: unknown): null {
  if (error instanceof NotBooked) return null;
  throw error;
}

/**
 * Asks the card of the series for a visit that nears, once: the key is that of booking and card. What the bank promised for a visit that was
 * called off meanwhile is let go of.
 */
async function authorizeVisit(context: JobContext, bookingId: string): Promise<void> {
  const { em, clock } = context;
  const booking = await em.findOne(Booking, { id: bookingId }, plain);
  const visit = await em.findOne(SeriesVisit, { booking: bookingId }, plain);
  if (booking?.state !== BookingState.CONFIRMED || visit === null || booking.storedQuote.total === 0) return;
  if ((await listPayments(em, [bookingId])).length > 0) return;
  if (!isNear(booking, clock.now())) return;
  const series = await em.findOneOrFail(BookingSeries, { id: visit.series }, plain);
  const total = { amount: booking.storedQuote.total, currency: booking.storedQuote.currency };
  const gateway = openGateway(context);
  const charge = await authorizePayment(context, gateway, {
    idempotencyKey: `booking:${bookingId}:authorize:card-${series.cardVersion}`,
    paymentMethod: series.paymentMethod,
    total,
    returnUrl: null,
  });
  const isWanted = await inUnitOfWork(em, async (inner) => {
    const locked = await inner.findOneOrFail(
      Booking,
      { id: bookingId },
      { ...plain, lockMode: LockMode.PESSIMISTIC_WRITE },
    );
    if (locked.state !== BookingState.CONFIRMED) return false;
    if ((await listPayments(inner, [bookingId])).length > 0) return true;
    if (charge.kind === 'AUTHORIZED') {
      const { gatewayId } = charge;
      await recordAuthorization(inner, clock, { reference: bookingId, gateway: gateway.name, gatewayId, total });
    } else {
      await publish(inner, clock, [
        { topic: SERIES_PAYMENT_FAILED, payload: { bookingId, cardVersion: series.cardVersion } },
      ]);
    }
    return true;
  });
  if (!isWanted) await letGoOfPayment(context, gateway, charge);
}
