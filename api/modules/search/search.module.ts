import type { ModuleDefinition } from '../../platform/module.ts';
import { SearchResolver } from './search.resolver.ts';
import { UnmetDemand } from './unmet-demand.entity.ts';
import { searchReadRules } from './search.read-rules.ts';
import { searchPersonalData } from './search.personal.ts';

export const searchModule: ModuleDefinition = {
  name: 'search',
  readRules: searchReadRules,
  personal: searchPersonalData,
  entities: [UnmetDemand],
  resolvers: [SearchResolver],
};
