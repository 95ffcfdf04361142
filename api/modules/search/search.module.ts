import type { ModuleDefinition } from '../../platform/module.ts';
import { SearchResolver } from './search.resolver.ts';
import { UnmetDemand } from './unmet-demand.entity.ts';

export const searchModule: ModuleDefinition = { name: 'search', entities: [UnmetDemand], resolvers: [SearchResolver] };
