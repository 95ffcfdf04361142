import { isId } from '../../kernel/ids.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { say } from '../../platform/say.ts';
import { inUnitOfWork } from '../../platform/unit-of-work.ts';
import { lockHouseholds, requireViewer } from '../accounts/index.ts';
import { discountHold, findLiveHold, holdExpired } from '../bookings/index.ts';
import type { HoldExpiredError } from '../bookings/index.ts';
import { VoucherNotUsableError } from './loyalty.type.ts';
import type { ApplyVoucherInput, VoucherApplied } from './loyalty.type.ts';
import { giveBackVouchers, takeVoucher } from './vouchers.queries.ts';

/** Lowers the price of a hold by a voucher of the household, or takes it off again. One voucher for a visit. */
export async function applyVoucher(
  context: RequestContext,
  { bookingId, voucherId = null }: ApplyVoucherInput,
): Promise<VoucherApplied | VoucherNotUsableError | HoldExpiredError> {
  const { householdId } = requireViewer(context);
  return inUnitOfWork(context.em, async (em) => {
    await lockHouseholds(em, householdId);
    const held = await findLiveHold(em, context, bookingId);
    if (held === null) return holdExpired(context);
    if (voucherId === null) {
      await giveBackVouchers(em, held.id, null);
      return { booking: await discountHold(em, held, null) };
    }
    const amount = isId(voucherId)
      ? await takeVoucher(em, {
          voucherId,
          householdId,
          bookingId: held.id,
          currency: held.storedQuote.currency,
          now: context.clock.now(),
        })
      : null;
    if (amount === null)
      return new VoucherNotUsableError(
        'VOUCHER_NOT_USABLE',
        say(context, {
          en: 'This voucher cannot be used for this visit. The price stays as it was.',
          'zh-CN': '这张代金券不能用于本次服务，价格不变。',
        }),
      );
    await giveBackVouchers(em, held.id, voucherId);
    const label = { en: 'Voucher', 'zh-CN': '代金券' };
    return { booking: await discountHold(em, held, { label, amount }) };
  });
}
