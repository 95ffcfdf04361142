import { LockMode } from '@mikro-orm/core';
import { z } from 'zod';
import type { EntityManager } from '../../../platform/database.ts';
import { sweepUpload } from '../../../platform/files/index.ts';
import { defineHandler } from '../../../platform/module.ts';
import type { MessageHandler } from '../../../platform/module.ts';
import { publish } from '../../../platform/outbox.ts';
import { inUnitOfWork } from '../../../platform/unit-of-work.ts';
import { PAYMENT_SETTLED, settlePayment } from '../../payments/index.ts';
import { bookGivenVisit, bookMoveFee, bookPayments } from '../book-payments.ts';
import { Booking } from '../booking.entity.ts';
import { BookingState } from '../booking.enums.ts';
import { BOOKING_COMPLETED } from '../bookings.events.ts';
import { lapseOffer } from '../end-waitlist-offer.ts';
import { moveBooking } from '../move-booking.ts';
import { OVERRUN_MS } from '../domain/transition-guards.ts';
import {
  CLOSE_VISIT,
  COMPLETE_VISIT,
  EXPIRE_HOLD,
  EXPIRE_REQUEST,
  SETTLE_EXTRA,
  SETTLE_MOVE_FEE,
  SETTLE_PAYMENT,
  SWEEP_VISIT_PHOTO,
} from './job-topics.ts';
import { offerIfAwaited } from './waitlist.jobs.ts';

const ofBooking = z.object({ bookingId: z.uuid() });
const SYSTEM = { actor: 'SYSTEM', actorAccount: null } as const;

async function lockBooking(em: EntityManager, id: string): Promise<Booking | null> {
  return em.findOne(Booking, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE, disableIdentityMap: true });
}

/** Each handler reads the booking again; what no longer applies is dropped, because the table refuses it. */
export const bookingJobs: readonly MessageHandler[] = [
  defineHandler({
    topic: EXPIRE_HOLD,
    payload: ofBooking,
    handle: async (context, { bookingId }) => {
      const { em, clock } = context;
      if (await lapseOffer(context, bookingId)) return;
      const booking = await lockBooking(em, bookingId);
      if (booking?.state === BookingState.HELD)
        await moveBooking(em, clock, booking, { to: BookingState.EXPIRED, ...SYSTEM, reason: 'hold lapsed' });
      if (booking) await offerIfAwaited(em, clock, booking.provider);
    },
  }),
  defineHandler({
    topic: EXPIRE_REQUEST,
    payload: ofBooking,
    handle: async ({ em, clock }, { bookingId }) => {
      const booking = await lockBooking(em, bookingId);
      if (booking?.state === BookingState.REQUESTED)
        await moveBooking(em, clock, booking, { to: BookingState.EXPIRED, ...SYSTEM, reason: 'no answer in time' });
    },
  }),
  defineHandler({
    topic: COMPLETE_VISIT,
    payload: ofBooking.extend({ generation: z.int() }),
    handle: async ({ em, clock }, { bookingId, generation }) => {
      const booking = await lockBooking(em, bookingId);
      if (booking?.generation !== generation) return;
      const moved = await moveBooking(em, clock, booking, {
        to: BookingState.COMPLETED,
        ...SYSTEM,
        reason: 'visit over',
      });
      // Somebody is on the way or at work: they get the time to finish it themselves.
      const isOverrunning = 'refusal' in moved && moved.refusal.because === 'guard' && booking.endsAt <= clock.now();
      if (isOverrunning) {
        const dueAt = new Date(booking.endsAt.getTime() + OVERRUN_MS);
        await publish(em, clock, [{ topic: COMPLETE_VISIT, payload: { bookingId, generation }, dueAt }]);
      }
    },
  }),
  defineHandler({
    topic: CLOSE_VISIT,
    payload: ofBooking,
    handle: async ({ em, clock }, { bookingId }) => {
      const booking = await lockBooking(em, bookingId);
      if (booking?.state === BookingState.COMPLETED)
        await moveBooking(em, clock, booking, { to: BookingState.CLOSED, ...SYSTEM, reason: 'no objection' });
    },
  }),
  defineHandler({
    topic: SETTLE_EXTRA,
    payload: z.object({ reference: z.string(), due: z.int().min(0) }),
    external: true,
    handle: (context, { reference, due }) => settlePayment(context, reference, due),
  }),
  defineHandler({
    topic: SWEEP_VISIT_PHOTO,
    payload: z.object({ uploadId: z.uuid() }),
    external: true,
    handle: (context, { uploadId }) => sweepUpload(context, 'visit_photo_upload', uploadId),
  }),
  defineHandler({
    topic: SETTLE_PAYMENT,
    payload: ofBooking.extend({ due: z.int().min(0) }),
    external: true,
    handle: (context, { bookingId, due }) => settlePayment(context, bookingId, due),
  }),
  defineHandler({
    topic: SETTLE_MOVE_FEE,
    // Jobs from before there was a ledger name nobody.
    payload: z.object({ reference: z.string(), due: z.int().min(0), payee: z.uuid().optional() }),
    external: true,
    handle: async (context, { reference, due, payee }) => {
      const { em, clock } = context;
      await settlePayment(context, reference, due);
      await inUnitOfWork(em, (inner) => bookMoveFee(inner, clock, reference, payee ?? null));
    },
  }),
];

/** What enters the books. */
export const bookkeepingSubscribers: readonly MessageHandler[] = [
  defineHandler({
    topic: PAYMENT_SETTLED,
    payload: z.object({ reference: z.string() }),
    handle: ({ em, clock }, { reference }) => bookPayments(em, clock, [reference]),
  }),
  defineHandler({
    topic: BOOKING_COMPLETED,
    payload: ofBooking,
    handle: ({ em, clock }, { bookingId }) => bookGivenVisit(em, clock, bookingId),
  }),
];
