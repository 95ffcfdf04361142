import type { InputProblem } from '../../../kernel/input-problem.ts';
import type { CancellationPolicy } from './cancellation.ts';
import type { ReschedulingPolicy } from './rescheduling.ts';

const MOST_STEPS = 6;
/** Thirty days. */
const MOST_HOURS = 720;
const MOST_GRACE_MINUTES = 120;

/** What an operator may set for a region (B5). */
export interface RegionPolicyTerms extends CancellationPolicy {
  readonly rescheduling: ReschedulingPolicy;
}

/**
 * What is wrong with the terms of a region, or null. One to six steps, whole hours of 1 to 720 that fall and a last one without an
 * end; whole percents of 0 to 100 that never fall towards the visit; at most two hours of grace; and the one late move is never
 * free earlier than every move is.
 */
export function policyProblem({ steps, graceMinutes, rescheduling }: RegionPolicyTerms): InputProblem | null {
  if (steps.length === 0 || steps.length > MOST_STEPS) return problems.count;
  for (const [index, { hoursBefore, percent }] of steps.entries()) {
    const previous = steps[index - 1];
    const field = `steps[${index}]`;
    const isLast = index === steps.length - 1;
    if (isLast !== (hoursBefore === null)) return { ...problems.end, field };
    if (hoursBefore !== null && !isWhole(hoursBefore, 1, (previous?.hoursBefore ?? MOST_HOURS + 1) - 1))
      return { ...problems.hours, field };
    if (!isWhole(percent, previous?.percent ?? 0, 100)) return { ...problems.percent, field };
  }
  if (!isWhole(graceMinutes, 0, MOST_GRACE_MINUTES)) return problems.grace;
  const { freeHoursBefore, onceFreeHoursBefore } = rescheduling;
  if (!isWhole(freeHoursBefore, 0, MOST_HOURS) || !isWhole(onceFreeHoursBefore, 0, freeHoursBefore))
    return problems.moving;
  return null;
}

function isWhole(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}

const problems = {
  count: {
    field: 'steps',
    code: 'BAD_STEP_COUNT',
    message: {
      en: `A policy has 1 to ${MOST_STEPS} steps.`,
      'zh-CN': `取消规则须有 1 至 ${MOST_STEPS} 个档位。`,
    },
  },
  end: {
    field: 'steps',
    code: 'BAD_LAST_STEP',
    message: {
      en: 'Only the last step is without hours: it holds until the visit begins.',
      'zh-CN': '只有最后一档不填小时数：它一直适用到服务开始。',
    },
  },
  hours: {
    field: 'steps',
    code: 'BAD_HOURS',
    message: {
      en: `Hours are whole, 1 to ${MOST_HOURS}, and fall from step to step.`,
      'zh-CN': `小时数须为 1 至 ${MOST_HOURS} 的整数，并逐档递减。`,
    },
  },
  percent: {
    field: 'steps',
    code: 'BAD_PERCENT',
    message: {
      en: 'Percents are whole, 0 to 100, and never fall towards the visit.',
      'zh-CN': '百分比须为 0 至 100 的整数，且越临近服务不得越低。',
    },
  },
  grace: {
    field: 'graceMinutes',
    code: 'BAD_GRACE',
    message: {
      en: `The time to think it over is 0 to ${MOST_GRACE_MINUTES} whole minutes.`,
      'zh-CN': `反悔期须为 0 至 ${MOST_GRACE_MINUTES} 的整数分钟。`,
    },
  },
  moving: {
    field: 'onceFreeMoveHours',
    code: 'BAD_MOVING_HOURS',
    message: {
      en: `Hours are whole, 0 to ${MOST_HOURS}; the one late move ends no earlier than free moving does.`,
      'zh-CN': `小时数须为 0 至 ${MOST_HOURS} 的整数；一次免费改期的截止不得早于普通免费改期。`,
    },
  },
} as const satisfies Record<string, InputProblem>;
