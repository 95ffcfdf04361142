import type { ModuleDefinition } from '../../platform/module.ts';
import { BusinessManager } from './business-manager.entity.ts';
import { Business } from './business.entity.ts';
import { Offering } from './offering.entity.ts';
import { Provider } from './provider.entity.ts';
import { OfferingResolver, ProviderResolver, ViewerProviderResolver } from './provider.resolver.ts';
import { providersReadRules } from './providers.read-rules.ts';
import { providersPersonalData } from './providers.personal.ts';

export const providersModule: ModuleDefinition = {
  name: 'providers',
  readRules: providersReadRules,
  personal: providersPersonalData,
  entities: [Business, BusinessManager, Provider, Offering],
  resolvers: [ProviderResolver, OfferingResolver, ViewerProviderResolver],
};
