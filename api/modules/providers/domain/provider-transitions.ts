/** Whether somebody takes part as a provider (P2). */
export type ProviderStatusName = 'APPLICANT' | 'ACTIVE' | 'PAUSED' | 'SUSPENDED' | 'LEFT';

/** Who changes it: the provider themselves, or an operator. The platform by itself never does. */
export type ProviderActor = 'PROVIDER' | 'OPERATOR';

/** What somebody does to the part a provider takes. */
export type ProviderAct =
  | 'APPLY'
  | 'SUBMIT'
  | 'APPROVE'
  | 'DECLINE'
  | 'PAUSE'
  | 'RESUME'
  | 'SUSPEND'
  | 'APPEAL'
  | 'UPHOLD'
  | 'REINSTATE'
  | 'LEAVE';

/** What the guards look at. */
export interface ProviderFacts {
  /** Whether an operator has something of theirs to answer: an application or an appeal. */
  readonly waiting: boolean;
  /** Whether every step of the onboarding before the approval is done. */
  readonly checklistDone: boolean;
  /** Whether whoever decides has nothing to do with the provider. */
  readonly impartial: boolean;
  /** Whether no visit lies ahead. */
  readonly diaryEmpty: boolean;
}

/** A condition of a transition, by name. */
export type ProviderGuard = 'waiting' | 'not-waiting' | 'checklist-done' | 'impartial' | 'diary-empty';

const GUARDS: Readonly<Record<ProviderGuard, (facts: ProviderFacts) => boolean>> = {
  waiting: ({ waiting }) => waiting,
  'not-waiting': ({ waiting }) => !waiting,
  'checklist-done': ({ checklistDone }) => checklistDone,
  impartial: ({ impartial }) => impartial,
  'diary-empty': ({ diaryEmpty }) => diaryEmpty,
};

/** One way a provider may go. `from` is null for one who does not exist yet. All guards must hold. */
export interface ProviderTransitionRow {
  readonly act: ProviderAct;
  readonly from: ProviderStatusName | null;
  readonly to: ProviderStatusName;
  readonly by: ProviderActor;
  readonly guards: readonly ProviderGuard[];
  /** Whether an operator has to answer from then on. */
  readonly waits: boolean;
}

/** Every way a provider may go, and the only ones (P2): at most one row for each act and status. */
export const PROVIDER_TRANSITIONS: readonly ProviderTransitionRow[] = [
  row('APPLY', null, 'APPLICANT', 'PROVIDER', []),
  row('APPLY', 'LEFT', 'APPLICANT', 'PROVIDER', []),
  row('SUBMIT', 'APPLICANT', 'APPLICANT', 'PROVIDER', ['not-waiting', 'checklist-done'], true),
  row('APPROVE', 'APPLICANT', 'ACTIVE', 'OPERATOR', ['waiting', 'impartial', 'checklist-done']),
  row('DECLINE', 'APPLICANT', 'APPLICANT', 'OPERATOR', ['waiting', 'impartial']),

  row('PAUSE', 'ACTIVE', 'PAUSED', 'PROVIDER', []),
  row('RESUME', 'PAUSED', 'ACTIVE', 'PROVIDER', []),

  row('SUSPEND', 'ACTIVE', 'SUSPENDED', 'OPERATOR', ['impartial']),
  row('SUSPEND', 'PAUSED', 'SUSPENDED', 'OPERATOR', ['impartial']),
  row('APPEAL', 'SUSPENDED', 'SUSPENDED', 'PROVIDER', ['not-waiting'], true),
  row('UPHOLD', 'SUSPENDED', 'SUSPENDED', 'OPERATOR', ['waiting', 'impartial']),
  row('REINSTATE', 'SUSPENDED', 'ACTIVE', 'OPERATOR', ['impartial']),

  row('LEAVE', 'APPLICANT', 'LEFT', 'PROVIDER', ['diary-empty']),
  row('LEAVE', 'ACTIVE', 'LEFT', 'PROVIDER', ['diary-empty']),
  row('LEAVE', 'PAUSED', 'LEFT', 'PROVIDER', ['diary-empty']),
];

/** Why an act is refused: it leads nowhere from there, it is not this actor's, or a guard does not hold. */
export type ProviderRefusal =
  | { readonly because: 'no-such-transition' }
  | { readonly because: 'not-this-actor' }
  | { readonly because: 'guard'; readonly guard: ProviderGuard };

/** Decides where one act leads from what is known at that instant: the row of the table, or the first reason against it. */
export function decideProviderTransition(
  from: ProviderStatusName | null,
  act: ProviderAct,
  actor: ProviderActor,
  facts: ProviderFacts,
): { readonly transition: ProviderTransitionRow } | { readonly refusal: ProviderRefusal } {
  const transition = PROVIDER_TRANSITIONS.find((candidate) => candidate.from === from && candidate.act === act);
  if (!transition) return { refusal: { because: 'no-such-transition' } };
  if (transition.by !== actor) return { refusal: { because: 'not-this-actor' } };
  const guard = transition.guards.find((name) => !GUARDS[name](facts));
  return guard === undefined ? { transition } : { refusal: { because: 'guard', guard } };
}

function row(
  act: ProviderAct,
  from: ProviderStatusName | null,
  to: ProviderStatusName,
  by: ProviderActor,
  guards: readonly ProviderGuard[],
  waits = false,
): ProviderTransitionRow {
  return { act, from, to, by, guards, waits };
}
