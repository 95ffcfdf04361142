import type { ModuleDefinition } from '../../platform/module.ts';
import { SearchResolver } from './search.resolver.ts';
import { UnmetDemand } from './unmet-demand.entity.ts';
import { searchPersonalData } from './search.personal.ts';

export const searchModule: ModuleDefinition = {
  name: 'search',
  personal: searchPersonalData,
  entities: [UnmetDemand],
  resolvers: [SearchResolver],
};
