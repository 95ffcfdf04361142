import type { ReadRules } from '../../platform/read-rules.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { Role, hasRole } from '../accounts/index.ts';
import { isOwnProvider } from '../providers/index.ts';
import type { Incident } from './incident.entity.ts';
import type { LevelChange } from './level-change.entity.ts';
import type { LevelStanding } from './quality.type.ts';

export const qualityReadRules: ReadRules = {
  LevelRule: 'public',
  LevelStanding: {
    read: async (context: RequestContext, { provider }: LevelStanding): Promise<boolean> =>
      isOwnProvider(context, provider.id),
  },
  LevelCriterion: { partOf: ['LevelStanding'] },
  ProviderMetric: { partOf: ['LevelStanding'] },
  CancellationCounts: { partOf: ['LevelStanding'] },
  Incident: {
    read: async (context: RequestContext, { provider }: Incident): Promise<boolean> =>
      hasRole(context.viewer, Role.OPERATOR) || isOwnProvider(context, provider),
  },
  LevelChange: {
    read: async (context: RequestContext, { provider }: LevelChange): Promise<boolean> =>
      hasRole(context.viewer, Role.OPERATOR) || isOwnProvider(context, provider),
  },
};
