export { VOUCHER_ISSUED } from './loyalty.events.ts';
export { Voucher } from './voucher.entity.ts';
