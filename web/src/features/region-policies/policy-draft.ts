import type { RegionTermsFragment, SaveRegionPolicyInput } from '@/generated/graphql';

/** A number field that is being typed: empty while nothing stands in it. */
type Typed = number | '';

export interface PolicyDraft {
  /** The last one has no hours: it holds until the visit begins. */
  steps: { key: number; hoursBefore: Typed; percent: Typed }[];
  graceMinutes: Typed;
  freeMoveHours: Typed;
  onceFreeMoveHours: Typed;
}

let keys = 0;

export function toPolicyDraft(policy: RegionTermsFragment): PolicyDraft {
  return {
    steps: policy.steps.map(({ hoursBefore, percent }) => ({
      key: (keys += 1),
      hoursBefore: hoursBefore ?? '',
      percent,
    })),
    graceMinutes: policy.graceMinutes,
    freeMoveHours: policy.freeMoveHours,
    onceFreeMoveHours: policy.onceFreeMoveHours,
  };
}

/** A step before the last, half-way between its neighbours. */
export function addStep(draft: PolicyDraft): void {
  const before = draft.steps.at(-2);
  const hours = typeof before?.hoursBefore === 'number' ? Math.max(1, Math.floor(before.hoursBefore / 2)) : 24;
  draft.steps.splice(-1, 0, { key: (keys += 1), hoursBefore: hours, percent: before?.percent ?? 0 });
}

/** What is sent; a field left empty goes as a number that the server refuses with words about that field. */
export function toPolicyInput(draft: PolicyDraft, { regionId, revision }: RegionTermsFragment): SaveRegionPolicyInput {
  const numberOf = (typed: Typed): number => (typed === '' ? -1 : Math.trunc(typed));
  return {
    regionId,
    revision,
    steps: draft.steps.map(({ hoursBefore, percent }, index) => ({
      hoursBefore: index === draft.steps.length - 1 ? null : numberOf(hoursBefore),
      percent: numberOf(percent),
    })),
    graceMinutes: numberOf(draft.graceMinutes),
    freeMoveHours: numberOf(draft.freeMoveHours),
    onceFreeMoveHours: numberOf(draft.onceFreeMoveHours),
  };
}
