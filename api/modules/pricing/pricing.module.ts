import type { ModuleDefinition } from '../../platform/module.ts';
import { PricingResolver } from './pricing.resolver.ts';
import { pricingReadRules } from './pricing.read-rules.ts';

export const pricingModule: ModuleDefinition = {
  name: 'pricing',
  readRules: pricingReadRules,
  entities: [],
  resolvers: [PricingResolver],
};
