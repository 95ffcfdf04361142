import type { RequestContext } from '../../platform/request-context.ts';
import { say } from '../../platform/say.ts';
import type { AuthorizeOutcome } from '../payments/index.ts';
import { PaymentActionRequired, PaymentDeclinedError } from './bookings.errors.ts';

/** What the bank's answer means to whoever pays; null when it said yes. Nothing else has changed. */
export function toPaymentFailure(
  context: RequestContext,
  charge: AuthorizeOutcome,
): PaymentDeclinedError | PaymentActionRequired | null {
  if (charge.kind === 'DECLINED') {
    return new PaymentDeclinedError(
      say(context, {
        en: 'The bank declined this card. Everything else stands as it was; try another card.',
        'zh-CN': '银行拒绝了此卡，其他均未变动，请换一张卡。',
      }),
      charge.declineCode,
    );
  }
  if (charge.kind === 'ACTION_REQUIRED') {
    return new PaymentActionRequired(
      say(context, {
        en: 'The bank wants to confirm this payment with you, which cannot be done here yet. Everything else stands as it was; try another card.',
        'zh-CN': '银行要求您进一步确认付款，目前尚不支持。其他均未变动，请换一张卡。',
      }),
      null,
    );
  }
  return null;
}
