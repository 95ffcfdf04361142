import type { ModuleDefinition } from '../../platform/module.ts';
import { Offering } from './offering.entity.ts';
import { Provider } from './provider.entity.ts';
import { OfferingResolver, ProviderResolver, ViewerProviderResolver } from './provider.resolver.ts';

export const providersModule: ModuleDefinition = {
  name: 'providers',
  entities: [Provider, Offering],
  resolvers: [ProviderResolver, OfferingResolver, ViewerProviderResolver],
};
