import { z } from 'zod';
import type { Locale } from '../../kernel/locale.ts';
import { defineHandler } from '../../platform/module.ts';
import type { JobContext, MessageHandler } from '../../platform/module.ts';
import { VerificationError } from '../../platform/phone-verification.ts';
import { inUnitOfWork } from '../../platform/unit-of-work.ts';
import { CODE_PROMISED, findCodeToSend, markCodeSent } from '../accounts/index.ts';
import type { DueCode } from '../accounts/index.ts';
import { DeliveryChannel } from './delivery.entity.ts';
import { queueDelivery } from './write-deliveries.ts';

/** Each fits into one text of the carrier: 160 characters, or 70 where any is Chinese. */
export const CODE_TEXTS: Readonly<Record<Locale, (figures: string) => string>> = {
  en: (figures) => `${figures} is your Doorstep code. It works for 10 minutes. We never ask for it: tell it to nobody.`,
  'zh-CN': (figures) => `【Doorstep】验证码 ${figures}，10 分钟内有效。我们绝不会向您索要，请勿告诉任何人。`,
};

/** Sends a promised code, or has it sent by who makes it. */
export const sendPhoneCode: MessageHandler = defineHandler({
  topic: CODE_PROMISED,
  payload: z.object({ codeId: z.uuid() }),
  external: true,
  handle: async (context, { codeId }) => {
    const due = await findCodeToSend(context, codeId);
    if (due === null) return;
    try {
      await context.phoneVerification.send(due, (figures) =>
        inUnitOfWork(context.em, (em) => writeText({ ...context, em }, due, figures)),
      );
    } catch (error) {
      if (!(error instanceof VerificationError && error.isRefusal)) throw error;
      context.logger.warn({ err: error }, 'a code was refused');
    }
    await markCodeSent(context, codeId);
  },
});

async function writeText(context: JobContext, { id, to, locale, account }: DueCode, figures: string): Promise<void> {
  await queueDelivery(context, {
    dedupeKey: `${id}:phone-code`,
    kind: 'phone-code',
    account,
    subject: '',
    body: CODE_TEXTS[locale](figures),
    bookingId: null,
    recipient: { channel: DeliveryChannel.SMS, to },
    secret: true,
  });
}
