import { GUARDS } from './credential-guards.ts';
import type { CredentialFacts, CredentialGuard } from './credential-guards.ts';

/** The states of a credential (Q2). */
export type CredentialStateName =
  | 'DRAFT'
  | 'SUBMITTED'
  | 'IN_REVIEW'
  | 'SECOND_REVIEW'
  | 'THIRD_REVIEW'
  | 'APPROVED'
  | 'REJECTED'
  | 'MORE_INFO'
  | 'EXPIRED'
  | 'REVOKED';

/** Who changes a credential: its provider, an auditor, an operator, or the platform by itself. */
export type CredentialActor = 'PROVIDER' | 'AUDITOR' | 'OPERATOR' | 'SYSTEM';

/** What somebody does to a credential. Where it leads is the table's to say, since a vote may or may not decide. */
export type CredentialAct = 'START' | 'SUBMIT' | 'CLAIM' | 'APPROVE' | 'REJECT' | 'REQUEST_MORE' | 'REVOKE' | 'EXPIRE';

/** One way a credential may go. `from` is null for one which does not exist yet. All guards must hold. */
export interface CredentialTransition {
  readonly act: CredentialAct;
  readonly from: CredentialStateName | null;
  readonly to: CredentialStateName;
  readonly by: CredentialActor;
  readonly guards: readonly CredentialGuard[];
}

const CLAIM: readonly CredentialGuard[] = ['impartial', 'has-not-voted', 'claim-is-free'];
const VOTE: readonly CredentialGuard[] = ['impartial', 'has-not-voted', 'holds-claim'];

/**
 * Every way a credential may go, and the only ones (Q2, Q4). A first vote on what could hurt somebody leads to the second
 * review whatever it says, so that the state betrays nothing of it.
 */
export const CREDENTIAL_TRANSITIONS: readonly CredentialTransition[] = [
  row('START', null, 'DRAFT', 'PROVIDER', []),
  row('SUBMIT', null, 'SUBMITTED', 'PROVIDER', ['complete']),
  row('SUBMIT', 'DRAFT', 'SUBMITTED', 'PROVIDER', ['complete']),
  row('SUBMIT', 'MORE_INFO', 'SUBMITTED', 'PROVIDER', ['complete']),
  row('SUBMIT', 'REJECTED', 'SUBMITTED', 'PROVIDER', ['complete']),

  row('CLAIM', 'SUBMITTED', 'IN_REVIEW', 'AUDITOR', CLAIM),
  row('CLAIM', 'IN_REVIEW', 'IN_REVIEW', 'AUDITOR', CLAIM),
  row('CLAIM', 'SECOND_REVIEW', 'SECOND_REVIEW', 'AUDITOR', CLAIM),
  row('CLAIM', 'THIRD_REVIEW', 'THIRD_REVIEW', 'AUDITOR', CLAIM),

  row('APPROVE', 'IN_REVIEW', 'APPROVED', 'AUDITOR', [...VOTE, 'one-vote-decides']),
  row('APPROVE', 'IN_REVIEW', 'SECOND_REVIEW', 'AUDITOR', [...VOTE, 'two-votes-decide']),
  row('APPROVE', 'SECOND_REVIEW', 'APPROVED', 'AUDITOR', [...VOTE, 'first-vote-approved']),
  row('APPROVE', 'SECOND_REVIEW', 'THIRD_REVIEW', 'AUDITOR', [...VOTE, 'first-vote-rejected']),
  row('APPROVE', 'THIRD_REVIEW', 'APPROVED', 'AUDITOR', VOTE),

  row('REJECT', 'IN_REVIEW', 'REJECTED', 'AUDITOR', [...VOTE, 'one-vote-decides']),
  row('REJECT', 'IN_REVIEW', 'SECOND_REVIEW', 'AUDITOR', [...VOTE, 'two-votes-decide']),
  row('REJECT', 'SECOND_REVIEW', 'REJECTED', 'AUDITOR', [...VOTE, 'first-vote-rejected']),
  row('REJECT', 'SECOND_REVIEW', 'THIRD_REVIEW', 'AUDITOR', [...VOTE, 'first-vote-approved']),
  row('REJECT', 'THIRD_REVIEW', 'REJECTED', 'AUDITOR', VOTE),

  row('REQUEST_MORE', 'IN_REVIEW', 'MORE_INFO', 'AUDITOR', VOTE),
  row('REQUEST_MORE', 'SECOND_REVIEW', 'MORE_INFO', 'AUDITOR', VOTE),
  row('REQUEST_MORE', 'THIRD_REVIEW', 'MORE_INFO', 'AUDITOR', VOTE),

  row('REVOKE', 'APPROVED', 'REVOKED', 'OPERATOR', []),
  row('EXPIRE', 'APPROVED', 'EXPIRED', 'SYSTEM', ['validity-is-over']),
];

/** States in which a credential waits for auditors. */
export const OPEN_STATES: readonly CredentialStateName[] = ['SUBMITTED', 'IN_REVIEW', 'SECOND_REVIEW', 'THIRD_REVIEW'];

/** States in which its provider may change a credential and its evidence, and hand it in. */
export const EDITABLE_STATES: readonly CredentialStateName[] = ['DRAFT', 'MORE_INFO', 'REJECTED'];

/** Whether it waits for auditors. */
export function isOpen(state: CredentialStateName): boolean {
  return OPEN_STATES.includes(state);
}

/** Whether its provider may change it and hand it in. */
export function isEditable(state: CredentialStateName): boolean {
  return EDITABLE_STATES.includes(state);
}

/** Why an act is refused: it leads nowhere from there, it is not this actor's, or a guard does not hold. */
export type CredentialRefusal =
  | { readonly because: 'no-such-transition' }
  | { readonly because: 'not-this-actor' }
  | { readonly because: 'guard'; readonly guard: CredentialGuard };

/** Decides where one act leads from what is known at that instant: the row of the table, or the first reason against it. */
export function decideCredentialTransition(
  from: CredentialStateName | null,
  act: CredentialAct,
  actor: CredentialActor,
  facts: CredentialFacts,
): { readonly transition: CredentialTransition } | { readonly refusal: CredentialRefusal } {
  const rows = CREDENTIAL_TRANSITIONS.filter((candidate) => candidate.from === from && candidate.act === act);
  const own = rows.filter((candidate) => candidate.by === actor);
  const failing = own.map(({ guards }) => guards.find((name) => !GUARDS[name](facts)));
  const open = own[failing.indexOf(undefined)];
  if (open) return { transition: open };
  const guard = failing[0];
  if (guard) return { refusal: { because: 'guard', guard } };
  return { refusal: { because: rows.length > 0 ? 'not-this-actor' : 'no-such-transition' } };
}

function row(
  act: CredentialAct,
  from: CredentialStateName | null,
  to: CredentialStateName,
  by: CredentialActor,
  guards: readonly CredentialGuard[],
): CredentialTransition {
  return { act, from, to, by, guards };
}
