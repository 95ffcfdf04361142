import type { ModuleDefinition } from '../../platform/module.ts';
import { PricingResolver } from './pricing.resolver.ts';

export const pricingModule: ModuleDefinition = { name: 'pricing', entities: [], resolvers: [PricingResolver] };
