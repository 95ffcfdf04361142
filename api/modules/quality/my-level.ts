import { addDays } from '../../kernel/local-date.ts';
import { required } from '../../kernel/required.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { ProviderLevel } from '../providers/index.ts';
import type { Provider } from '../providers/index.ts';
import { DAYS_BELOW_TO_DEMOTE, levelAfter, standingFor } from './domain/levels.ts';
import type { CriterionStanding } from './domain/levels.ts';
import { toMetrics } from './domain/metrics.ts';
import { LevelChange } from './level-change.entity.ts';
import { listLevelCandidates } from './levels.queries.ts';
import { countVisits } from './metrics.queries.ts';
import type { VisitCounts } from './metrics.queries.ts';
import { LevelCriterionName, ProviderMetricName } from './quality.type.ts';
import type { LevelCriterion, LevelStanding, ProviderMetric } from './quality.type.ts';

/** Where the provider stands: their level, each criterion of it and of the next, and the figures of the last 90 days (P4, P5). */
export async function readLevelStanding(
  { em, clock, loaders }: RequestContext,
  provider: Provider,
): Promise<LevelStanding> {
  const now = clock.now();
  const [candidates, counts, history] = await Promise.all([
    listLevelCandidates(em, now, provider.id),
    countVisits(em, provider.id, now),
    loaders.list(LevelChange, 'provider', provider.id, { id: 'desc' }),
  ]);
  const candidate = required(candidates[0], 'the figures of the provider');
  const next = levelAfter(candidate.level);
  return {
    provider,
    level: provider.level,
    criteria: standingFor(candidate.level, candidate).map(toCriterion),
    nextLevel: next === null ? null : ProviderLevel[next],
    nextCriteria: next === null ? [] : standingFor(next, candidate).map(toCriterion),
    belowSince: candidate.belowSince,
    demotionOn: candidate.belowSince === null ? null : addDays(candidate.belowSince, DAYS_BELOW_TO_DEMOTE),
    history,
    metrics: metricsOf(counts),
    cancellations: {
      byHousehold: counts.cancelledByHousehold,
      byProvider: counts.cancelledByProvider,
      byOperator: counts.cancelledByOperator,
      missedByProvider: counts.missedByProvider,
      missedByHousehold: counts.missedByHousehold,
    },
  };
}

function toCriterion({ criterion: name, ...standing }: CriterionStanding): LevelCriterion {
  const criterion: LevelCriterionName = toName(LevelCriterionName, name);
  return { ...standing, criterion };
}

/** What a household or an operator called off is not the provider's failure, so completion leaves it out. */
function metricsOf(counts: VisitCounts): ProviderMetric[] {
  const failed = counts.cancelledByProvider + counts.missedByProvider;
  return toMetrics({
    ACCEPTANCE: { cases: counts.requestsAnswered, sum: counts.requestsAccepted },
    ON_TIME: { cases: counts.startsMeasured, sum: counts.startsOnTime },
    COMPLETION: { cases: counts.completed + failed, sum: counts.completed },
    RATING: { cases: counts.ratings, sum: counts.ratingSum },
    REBOOKING: { cases: counts.households, sum: counts.householdsAgain },
  }).map(({ metric: name, ...one }) => {
    const metric: ProviderMetricName = toName(ProviderMetricName, name);
    return { ...one, metric };
  });
}

/** The value of an enum of the API that has the name. */
function toName<E extends string>(names: Readonly<Record<string, E>>, wanted: string): E {
  return required(
    Object.values(names).find((name: string) => name === wanted),
    'a name of the API',
  );
}
