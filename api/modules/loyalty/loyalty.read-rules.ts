import type { ReadRules } from '../../platform/read-rules.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { canReadVoucher } from './loyalty.policy.ts';
import type { Voucher } from './voucher.entity.ts';

export const loyaltyReadRules: ReadRules = {
  Voucher: { read: ({ viewer }: RequestContext, { household }: Voucher) => canReadVoucher(viewer, household) },
  VoucherApplied: 'carries',
};
