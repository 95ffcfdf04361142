import type { ModuleDefinition } from '../../platform/module.ts';

export const privacyModule: ModuleDefinition = { name: 'privacy', entities: [], resolvers: [] };
