import type { ModuleDefinition } from '../../platform/module.ts';
import { loyaltySubscribers } from './jobs/loyalty.jobs.ts';
import { VOUCHER_ISSUED } from './loyalty.events.ts';
import { loyaltyPersonalData } from './loyalty.personal.ts';
import { loyaltyReadRules } from './loyalty.read-rules.ts';
import { BookingVoucherResolver, LoyaltyResolver } from './loyalty.resolver.ts';
import { Voucher } from './voucher.entity.ts';

export const loyaltyModule: ModuleDefinition = {
  name: 'loyalty',
  readRules: loyaltyReadRules,
  personal: loyaltyPersonalData,
  entities: [Voucher],
  resolvers: [LoyaltyResolver, BookingVoucherResolver],
  facts: [VOUCHER_ISSUED],
  subscribers: loyaltySubscribers,
};
