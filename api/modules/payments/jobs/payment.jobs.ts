import { z } from 'zod';
import { defineHandler } from '../../../platform/module.ts';
import type { MessageHandler } from '../../../platform/module.ts';
import { lookAtAttempt } from '../look-at-attempt.ts';
import { LOOK_AT_ATTEMPT } from '../payment-attempts.ts';
import { LOOK_AT_CHARGE } from '../receive-webhook.ts';
import { refreshPayment } from '../refresh-payment.ts';

export const paymentJobs: readonly MessageHandler[] = [
  defineHandler({
    topic: LOOK_AT_CHARGE,
    payload: z.object({ gateway: z.string(), chargeId: z.string() }),
    external: true,
    handle: (context, { gateway, chargeId }) => refreshPayment(context, gateway, chargeId),
  }),
  defineHandler({
    topic: LOOK_AT_ATTEMPT,
    payload: z.object({ attemptId: z.uuid() }),
    external: true,
    handle: (context, { attemptId }) => lookAtAttempt(context, attemptId),
  }),
];
