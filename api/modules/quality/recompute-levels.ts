import { newId } from '../../kernel/ids.ts';
import { localDateAt } from '../../kernel/zoned-time.ts';
import { recordAudit } from '../../platform/audit-log.ts';
import type { JobContext } from '../../platform/module.ts';
import { publish } from '../../platform/outbox.ts';
import { ProviderLevel, changeLevel, showOnTimeShare } from '../providers/index.ts';
import { nextStanding } from './domain/levels.ts';
import type { LevelOutcome } from './domain/levels.ts';
import { LevelChange } from './level-change.entity.ts';
import { LevelRun } from './level-run.entity.ts';
import { listLevelCandidates } from './levels.queries.ts';
import type { LevelCandidate } from './levels.queries.ts';
import { LEVEL_CHANGED } from './quality.events.ts';

/**
 * One night's recomputation of all levels by the published rules (P4). It looks at what is true when it runs, and run twice on
 * a day it changes nothing the second time.
 */
export async function recomputeLevels(context: Pick<JobContext, 'em' | 'clock'>): Promise<void> {
  const { em, clock } = context;
  const now = clock.now();
  const today = localDateAt(now, 'UTC');
  for (const candidate of await listLevelCandidates(em, now, null)) {
    if (candidate.onTimeShare !== candidate.shownOnTimeShare)
      await showOnTimeShare(em, candidate.providerId, candidate.onTimeShare);
    const outcome = nextStanding(candidate, candidate, today);
    await keepRun(context, candidate, outcome.belowSince);
    if (outcome.change !== null) await change(context, candidate, outcome);
  }
}

async function keepRun(
  { em }: Pick<JobContext, 'em'>,
  { providerId, belowSince }: LevelCandidate,
  next: string | null,
): Promise<void> {
  if (next === belowSince) return;
  await em.nativeDelete(LevelRun, { provider: providerId });
  if (next !== null) await em.insert(LevelRun, { id: newId(), provider: providerId, belowSince: next });
}

async function change(
  { em, clock }: Pick<JobContext, 'em' | 'clock'>,
  candidate: LevelCandidate,
  outcome: LevelOutcome,
): Promise<void> {
  const { providerId, completedVisits, ratingLower, onTimeShare, openCourses } = candidate;
  const [from, to] = [ProviderLevel[candidate.level], ProviderLevel[outcome.level]];
  if (!(await changeLevel(em, providerId, from, to))) return;
  const id = newId();
  await em.insert(LevelChange, {
    id,
    provider: providerId,
    from,
    to,
    at: clock.now(),
    figures: { completedVisits, ratingLower, onTimeShare, openCourses },
  });
  await recordAudit(
    em,
    { clock },
    {
      action: outcome.change === 'PROMOTED' ? 'provider.promoted' : 'provider.demoted',
      subjectType: 'provider',
      subjectId: providerId,
      before: { level: from },
      after: { level: to },
    },
  );
  await publish(em, clock, [{ topic: LEVEL_CHANGED, payload: { changeId: id } }]);
}
