import { LockMode } from '@mikro-orm/core';
import { createHash } from 'node:crypto';
import { isId } from '../../kernel/ids.ts';
import { localize } from '../../kernel/localized-text.ts';
import { recordAudit } from '../../platform/audit-log.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { say } from '../../platform/say.ts';
import { inUnitOfWork } from '../../platform/unit-of-work.ts';
import { Region } from '../catalog/index.ts';
import { canonicalJson } from './domain/idempotency.ts';
import { policyProblem } from './domain/policy-problem.ts';
import type { RegionPolicyTerms } from './domain/policy-problem.ts';
import { DEFAULT_RESCHEDULING_POLICY } from './domain/rescheduling.ts';
import { InvalidPolicyError, PolicyChangedError } from './region-policy.type.ts';
import type { RegionPolicy, RegionPolicySaved, SaveRegionPolicyInput } from './region-policy.type.ts';

/** The terms of a region as its operators see them. */
export function toRegionPolicy(context: RequestContext, region: Region): RegionPolicy {
  const terms = termsOf(region);
  return {
    regionId: region.id,
    regionName: localize(region.name, context.locale),
    steps: [...terms.steps],
    graceMinutes: terms.graceMinutes,
    freeMoveHours: terms.rescheduling.freeHoursBefore,
    onceFreeMoveHours: terms.rescheduling.onceFreeHoursBefore,
    revision: revisionOf(terms),
  };
}

/**
 * Changes what cancelling and moving cost in a region. Each booking carries the terms it was made with, so nobody's price changes
 * afterwards. Whoever saves over terms they have not seen is told.
 */
export async function saveRegionPolicy(
  context: RequestContext,
  input: SaveRegionPolicyInput,
): Promise<RegionPolicySaved | InvalidPolicyError | PolicyChangedError> {
  const terms: RegionPolicyTerms = {
    steps: input.steps.map(({ hoursBefore, percent }) => ({ hoursBefore: hoursBefore ?? null, percent })),
    graceMinutes: input.graceMinutes,
    rescheduling: { freeHoursBefore: input.freeMoveHours, onceFreeHoursBefore: input.onceFreeMoveHours },
  };
  const problem = policyProblem(terms);
  if (problem) return new InvalidPolicyError(problem.code, say(context, problem.message), problem.field);
  return inUnitOfWork(context.em, async (em) => {
    const region = isId(input.regionId)
      ? await em.findOne(
          Region,
          { id: input.regionId },
          { lockMode: LockMode.PESSIMISTIC_WRITE, disableIdentityMap: true },
        )
      : null;
    if (region === null) {
      return new InvalidPolicyError(
        'UNKNOWN_REGION',
        say(context, { en: 'There is no such region.', 'zh-CN': '没有这个地区。' }),
        'regionId',
      );
    }
    const before = termsOf(region);
    if (revisionOf(before) !== input.revision) {
      return new PolicyChangedError(
        say(context, {
          en: 'Somebody else changed these terms meanwhile. Look at them and try again.',
          'zh-CN': '其他人已修改该规则，请查看后重试。',
        }),
        toRegionPolicy(context, region),
      );
    }
    const rules = { ...region.rules, cancellation: terms };
    await em.nativeUpdate(Region, { id: region.id }, { rules });
    await recordAudit(em, context, {
      action: 'region.policy-changed',
      subjectType: 'region',
      subjectId: region.id,
      before: { ...before, steps: toPlain(before.steps), rescheduling: { ...before.rescheduling } },
      after: { ...terms, steps: toPlain(terms.steps), rescheduling: { ...terms.rescheduling } },
    });
    return { policy: toRegionPolicy(context, Object.assign(region, { rules })) };
  });
}

function termsOf({ rules }: Region): RegionPolicyTerms {
  const { steps, graceMinutes, rescheduling } = rules.cancellation;
  return { steps, graceMinutes, rescheduling: rescheduling ?? DEFAULT_RESCHEDULING_POLICY };
}

/** As plain objects, which the log takes. */
function toPlain(steps: RegionPolicyTerms['steps']): { hoursBefore: number | null; percent: number }[] {
  return steps.map(({ hoursBefore, percent }) => ({ hoursBefore, percent }));
}

function revisionOf(terms: RegionPolicyTerms): string {
  return createHash('sha256').update(canonicalJson(terms)).digest('base64url').slice(0, 16);
}
