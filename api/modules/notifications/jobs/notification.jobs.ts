import { z } from 'zod';
import { defineHandler } from '../../../platform/module.ts';
import type { JobContext, MessageHandler } from '../../../platform/module.ts';
import { withoutValues } from '../../../platform/logged-error.ts';
import { MailError } from '../../../platform/mail.ts';
import { SmsError } from '../../../platform/sms.ts';
import {
  BOOKING_CANCELLED,
  BOOKING_COMPLETED,
  BOOKING_CONFIRMED,
  BOOKING_DECLINED,
  BOOKING_MOVED,
  BOOKING_REQUESTED,
  BOOKING_SUBSTITUTED,
  EXTRA_AGREED,
  EXTRA_PROPOSED,
  MOVE_PROPOSAL_DECLINED,
  MOVE_PROPOSAL_EXPIRED,
  MOVE_PROPOSED,
  PROVIDER_CHANGED,
  REQUEST_EXPIRED,
  SUBSTITUTE_SOUGHT,
  SUBSTITUTE_STILL_SOUGHT,
  SUBSTITUTION_WITHDRAWN,
  WAITLIST_ENDED,
  WAITLIST_OFFERED,
  VISIT_DELAYED,
  VISIT_LEFT_UNSAFE,
  VISIT_MISSED,
  VISIT_ON_THE_WAY,
} from '../../bookings/index.ts';
import {
  CREDENTIAL_DECIDED,
  CREDENTIAL_EXPIRED,
  CREDENTIAL_EXPIRING,
  CREDENTIAL_REVOKED,
} from '../../qualifications/index.ts';
import { VOUCHER_ISSUED } from '../../loyalty/index.ts';
import { MESSAGE_SENT } from '../../messages/index.ts';
import { LEVEL_CHANGED } from '../../quality/index.ts';
import { CERTIFICATE_EXPIRING, COURSE_ASSIGNED } from '../../training/index.ts';
import { PAYOUT_CHANGED, PROVIDER_MOVED } from '../../providers/index.ts';
import { ACCOUNT_MESSAGE } from '../../accounts/index.ts';
import { writeAccountNotice } from '../account-notice.ts';
import { writeAssignmentNotice, writeExpiryNotice } from '../course-notice.ts';
import { writeExpiredNotice, writeExpiringNotice, writeRevokedNotice } from '../credential-life-notice.ts';
import { writeCredentialNotice } from '../credential-notice.ts';
import { Delivery, DeliveryChannel, DeliveryStatus, SEALED_DELIVERY } from '../delivery.entity.ts';
import { writeMessageNotice } from '../message-notice.ts';
import { writeMoveNotice } from '../move-notice.ts';
import type { MessageKind } from '../message-kinds.ts';
import { writeLevelNotice, writePayoutNotice, writeProviderNotice } from '../provider-notice.ts';
import { writeProviderChangedNotice } from '../provider-changed-notice.ts';
import { writeSubstituteNotice, writeSubstitutedNotice } from '../substitute-notice.ts';
import { writeWaitlistEndedNotice, writeWaitlistOfferNotice } from '../waitlist-notice.ts';
import { writeVoucherNotice } from '../voucher-notice.ts';
import { findParties } from '../visit-facts.ts';
import { seriesSubscribers } from './series-notices.ts';
import { sendPhoneCode } from '../send-phone-code.ts';
import { SEND_DELIVERY, writeDeliveries } from '../write-deliveries.ts';
import { scheduleReminders, scheduleReviewRequest, scheduleWarning, visitTimers } from './visit-timers.ts';

const ofBooking = z.object({ bookingId: z.uuid() });
const ofCredential = z.object({ credentialId: z.uuid() });
const ofGeneration = ofBooking.extend({ generation: z.int() });

export const notificationJobs: readonly MessageHandler[] = [
  ...visitTimers,
  defineHandler({
    topic: SEND_DELIVERY,
    payload: z.object({ deliveryId: z.uuid() }),
    external: true,
    handle: sendDelivery,
  }),
];

/** Each fact about a booking is told to those it concerns; an agreed visit also gets its reminders, a finished one its review request. */
export const notificationSubscribers: readonly MessageHandler[] = [
  tell(BOOKING_REQUESTED, 'booking-requested'),
  defineHandler({ topic: BOOKING_REQUESTED, payload: ofBooking, handle: scheduleWarning }),
  tell(BOOKING_DECLINED, 'booking-declined'),
  tell(REQUEST_EXPIRED, 'request-expired'),
  tell(BOOKING_CANCELLED, 'booking-cancelled'),
  tell(BOOKING_CONFIRMED, 'booking-confirmed'),
  tell(BOOKING_MOVED, 'booking-moved'),
  tell(VISIT_ON_THE_WAY, 'visit-on-the-way'),
  tell(VISIT_MISSED, 'visit-missed'),
  tell(VISIT_LEFT_UNSAFE, 'visit-left-early'),
  tellExtra(EXTRA_PROPOSED, 'extra-proposed'),
  tellExtra(EXTRA_AGREED, 'extra-agreed'),
  defineHandler({
    topic: VISIT_DELAYED,
    payload: ofBooking.extend({ eta: z.int() }),
    handle: async (context, { bookingId, eta }) => {
      const parties = await findParties(context.em, bookingId);
      // What was said meanwhile is told by a message of its own.
      if (parties?.visit?.eta?.getTime() === eta) await writeDeliveries(context, parties, 'visit-late', String(eta));
    },
  }),
  defineHandler({
    topic: BOOKING_MOVED,
    payload: ofGeneration,
    handle: (context, payload) => scheduleReminders(context, payload, context.clock.now()),
  }),
  defineHandler({
    topic: BOOKING_SUBSTITUTED,
    payload: ofGeneration,
    handle: async (context, payload) => {
      await writeSubstitutedNotice(context, payload.bookingId);
      await scheduleReminders(context, payload, context.clock.now());
    },
  }),
  defineHandler({
    topic: PROVIDER_CHANGED,
    payload: ofGeneration.extend({ formerProvider: z.uuid(), formerStart: z.iso.datetime() }),
    handle: async (context, payload) => {
      await writeProviderChangedNotice(context, payload);
      await scheduleReminders(context, payload, context.clock.now());
    },
  }),
  defineHandler({
    topic: WAITLIST_OFFERED,
    payload: z.object({ offerId: z.uuid() }),
    handle: async (context, { offerId }) => writeWaitlistOfferNotice(context, offerId),
  }),
  defineHandler({
    topic: WAITLIST_ENDED,
    payload: z.object({ entryId: z.uuid() }),
    handle: async (context, { entryId }) => writeWaitlistEndedNotice(context, entryId),
  }),
  defineHandler({
    topic: VOUCHER_ISSUED,
    payload: z.object({ voucherId: z.uuid() }),
    handle: async (context, { voucherId }) => writeVoucherNotice(context, voucherId),
  }),
  aboutProposals(MOVE_PROPOSED, 'move-proposed'),
  aboutProposals(MOVE_PROPOSAL_DECLINED, 'move-declined'),
  aboutProposals(MOVE_PROPOSAL_EXPIRED, 'move-expired'),
  aboutSubstitutes(SUBSTITUTE_SOUGHT, 'substitute-sought'),
  aboutSubstitutes(SUBSTITUTE_STILL_SOUGHT, 'substitute-still-sought'),
  aboutSubstitutes(SUBSTITUTION_WITHDRAWN, 'substitution-withdrawn'),
  defineHandler({
    topic: BOOKING_CONFIRMED,
    payload: ofGeneration,
    handle: (context, payload) => scheduleReminders(context, payload),
  }),
  defineHandler({
    topic: ACCOUNT_MESSAGE,
    payload: z.object({ messageId: z.uuid() }),
    handle: async (context, { messageId }) => writeAccountNotice(context, messageId),
  }),
  defineHandler({
    topic: CREDENTIAL_DECIDED,
    payload: z.object({ decisionId: z.uuid() }),
    handle: async (context, { decisionId }) => writeCredentialNotice(context, decisionId),
  }),
  defineHandler({
    topic: CREDENTIAL_EXPIRING,
    payload: ofCredential.extend({ days: z.int().positive() }),
    handle: async (context, { credentialId, days }) => writeExpiringNotice(context, credentialId, days),
  }),
  defineHandler({
    topic: CREDENTIAL_EXPIRED,
    payload: ofCredential,
    handle: async (context, { credentialId }) => writeExpiredNotice(context, credentialId),
  }),
  defineHandler({
    topic: CREDENTIAL_REVOKED,
    payload: ofCredential,
    handle: async (context, { credentialId }) => writeRevokedNotice(context, credentialId),
  }),
  defineHandler({
    topic: COURSE_ASSIGNED,
    payload: z.object({ assignmentId: z.uuid() }),
    handle: async (context, { assignmentId }) => writeAssignmentNotice(context, assignmentId),
  }),
  defineHandler({
    topic: CERTIFICATE_EXPIRING,
    payload: z.object({ certificateId: z.uuid(), days: z.int().positive() }),
    handle: async (context, { certificateId, days }) => writeExpiryNotice(context, certificateId, days),
  }),
  sendPhoneCode,
  defineHandler({
    topic: MESSAGE_SENT,
    payload: z.object({ messageId: z.uuid() }),
    handle: async (context, { messageId }) => writeMessageNotice(context, messageId),
  }),
  defineHandler({
    topic: PROVIDER_MOVED,
    payload: z.object({ transitionId: z.uuid() }),
    handle: async (context, { transitionId }) => writeProviderNotice(context, transitionId),
  }),
  defineHandler({
    topic: PAYOUT_CHANGED,
    payload: z.object({ payoutAccountId: z.uuid(), savedAt: z.iso.datetime() }),
    handle: async (context, { payoutAccountId, savedAt }) => writePayoutNotice(context, payoutAccountId, savedAt),
  }),
  defineHandler({
    topic: LEVEL_CHANGED,
    payload: z.object({ changeId: z.uuid() }),
    handle: async (context, { changeId }) => writeLevelNotice(context, changeId),
  }),
  defineHandler({ topic: BOOKING_COMPLETED, payload: ofGeneration, handle: scheduleReviewRequest }),
  ...seriesSubscribers,
];

function tell(topic: string, kind: MessageKind): MessageHandler {
  return defineHandler({
    topic,
    payload: ofBooking.extend({ inSeries: z.boolean().optional() }),
    handle: async (context, { bookingId, inSeries }) => {
      // Of several visits of a series that change at once people are told in one message.
      if (inSeries) return;
      const parties = await findParties(context.em, bookingId);
      if (parties) await writeDeliveries(context, parties, kind);
    },
  });
}

function tellExtra(topic: string, kind: MessageKind): MessageHandler {
  return defineHandler({
    topic,
    payload: ofBooking.extend({ extraId: z.uuid() }),
    handle: async (context, { bookingId, extraId }) => {
      const parties = await findParties(context.em, bookingId, extraId);
      if (parties?.extra) await writeDeliveries(context, parties, kind, extraId);
    },
  });
}

function aboutSubstitutes(topic: string, kind: Parameters<typeof writeSubstituteNotice>[2]): MessageHandler {
  return defineHandler({
    topic,
    payload: z.object({ searchId: z.uuid() }),
    handle: async (context, { searchId }) => writeSubstituteNotice(context, searchId, kind),
  });
}

function aboutProposals(topic: string, kind: Parameters<typeof writeMoveNotice>[2]): MessageHandler {
  return defineHandler({
    topic,
    payload: z.object({ proposalId: z.uuid() }),
    handle: async (context, { proposalId }) => writeMoveNotice(context, proposalId, kind),
  });
}

/** Hands one message to its carrier. One that was sent or refused before is left as it is. */
async function sendDelivery(
  { em, clock, sms, mail, vault }: JobContext,
  { deliveryId }: { deliveryId: string },
): Promise<void> {
  const delivery = await em.findOne(Delivery, { id: deliveryId }, { disableIdentityMap: true });
  if (delivery?.status !== DeliveryStatus.QUEUED) return;
  try {
    const { recipient, subject, body } = vault.openRow(SEALED_DELIVERY, delivery);
    if (delivery.channel === DeliveryChannel.SMS) await sms.send({ to: recipient, body });
    else await mail.send({ to: recipient, subject: subject ?? delivery.kind, text: body });
    await em.nativeUpdate(
      Delivery,
      { id: deliveryId },
      { status: DeliveryStatus.SENT, sentAt: clock.now(), error: null },
    );
  } catch (error) {
    if (!(error instanceof SmsError || error instanceof MailError)) throw error;
    await em.nativeUpdate(
      Delivery,
      { id: deliveryId },
      {
        error: withoutValues(error.message).slice(0, 300),
        ...(error.isRefusal ? { status: DeliveryStatus.FAILED } : {}),
      },
    );
    // A carrier that cannot be reached is tried again by the queue; one that said no is not.
    if (!error.isRefusal) throw error;
  }
}
