import type { ModuleDefinition } from '../../platform/module.ts';
import { supportSubscribers } from './jobs/support.jobs.ts';
import { SEALED_SUPPORT_CASE, SupportCase } from './support-case.entity.ts';
import { supportPersonalData } from './support.personal.ts';
import { supportReadRules } from './support.read-rules.ts';
import { SupportResolver } from './support.resolver.ts';

export const supportModule: ModuleDefinition = {
  name: 'support',
  readRules: supportReadRules,
  personal: supportPersonalData,
  sealed: [SEALED_SUPPORT_CASE],
  entities: [SupportCase],
  resolvers: [SupportResolver],
  subscribers: supportSubscribers,
};
