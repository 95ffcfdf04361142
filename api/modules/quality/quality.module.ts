import type { ModuleDefinition } from '../../platform/module.ts';
import { Incident } from './incident.entity.ts';
import { IncidentResolver, ProviderIncidentsResolver } from './incidents.resolver.ts';
import { incidentSubscribers } from './jobs/incident.jobs.ts';
import { RECOMPUTE_LEVELS, levelJobs } from './jobs/level.jobs.ts';
import { LevelChange } from './level-change.entity.ts';
import { LevelRun } from './level-run.entity.ts';
import { LEVEL_CHANGED } from './quality.events.ts';
import { qualityPersonalData } from './quality.personal.ts';
import { qualityReadRules } from './quality.read-rules.ts';
import { QualityResolver } from './quality.resolver.ts';

export const qualityModule: ModuleDefinition = {
  name: 'quality',
  readRules: qualityReadRules,
  personal: qualityPersonalData,
  entities: [LevelChange, LevelRun, Incident],
  resolvers: [QualityResolver, ProviderIncidentsResolver, IncidentResolver],
  facts: [LEVEL_CHANGED],
  jobs: levelJobs,
  daily: [RECOMPUTE_LEVELS],
  subscribers: incidentSubscribers,
};
