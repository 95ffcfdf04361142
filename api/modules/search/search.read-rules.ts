import type { ReadRules } from '../../platform/read-rules.ts';

export const searchReadRules: ReadRules = {
  Slot: 'public',
  DaySlots: 'public',
  ProviderResult: 'public',
  ProviderResultConnection: 'public',
  RankingScore: 'public',
  RankingTerm: 'public',
};
