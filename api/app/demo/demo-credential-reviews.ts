import type { UnsealedAccount } from '../../modules/accounts/index.ts';
import { CredentialDecision, CredentialState } from '../../modules/qualifications/index.ts';
import type {
  UnsealedCredential,
  CredentialDecisionRecord,
  CredentialTransition,
} from '../../modules/qualifications/index.ts';
import { DECISION_WORDS } from './credential-cases.ts';
import { HOUR_MS } from './demo-context.ts';
import type { DemoContext, RegionCode } from './demo-context.ts';
import type { SeededRandom } from './seeded-random.ts';

/** How often two auditors differ on what was approved in the end, and how often a first try was refused by both. */
const DIFFERING_SHARE = 0.1;
const REFUSED_FIRST_SHARE = 0.08;

type Outcome = keyof typeof DECISION_WORDS;

export interface ReviewedCredential {
  readonly credential: UnsealedCredential;
  readonly regionCode: RegionCode;
  readonly highRisk: boolean;
  /** UnsealedAccount of the provider. */
  readonly holder: string | null;
}

/** Writes down who voted on the credentials of the demo, and what became of them. */
export class DemoReviews {
  readonly decisions: CredentialDecisionRecord[] = [];
  readonly transitions: CredentialTransition[] = [];
  readonly #context: DemoContext;
  readonly #auditors: readonly UnsealedAccount[];
  readonly #random: SeededRandom;

  constructor(context: DemoContext, auditors: readonly UnsealedAccount[]) {
    this.#context = context;
    this.#auditors = auditors;
    this.#random = context.random.streamFor('credential reviews');
  }

  /** What was handed in and decided long ago: approved, and perhaps refused on the first try or with a third vote. */
  addApproval(reviewed: ReviewedCredential): void {
    const { credential, highRisk } = reviewed;
    const { submittedAt } = credential;
    if (submittedAt === null) throw new RangeError('what was approved was handed in');
    const [first, second, third] = this.#shuffled();
    this.#move(reviewed, null, 'SUBMITTED', submittedAt);
    if (!highRisk) {
      this.#move(reviewed, 'SUBMITTED', 'IN_REVIEW', hoursAfter(submittedAt, 2), first);
      this.#conclude(reviewed, 'IN_REVIEW', 'APPROVED', [
        [first, 'APPROVED', hoursAfter(submittedAt, this.#hours(3, 20))],
      ]);
      return;
    }
    if (this.#random.chance(REFUSED_FIRST_SHARE)) this.#addRefusedTry(reviewed, submittedAt);
    const at = credential.submittedAt ?? submittedAt;
    const votes: Vote[] = [
      [first, this.#random.chance(DIFFERING_SHARE) ? 'REJECTED' : 'APPROVED', hoursAfter(at, this.#hours(3, 20))],
      [second, 'APPROVED', hoursAfter(at, this.#hours(24, 34))],
    ];
    if (votes[0]?.[1] === 'REJECTED') votes.push([third, 'APPROVED', hoursAfter(at, this.#hours(36, 46))]);
    this.#conclude(reviewed, this.#pass(reviewed, votes), 'APPROVED', votes);
  }

  /** Taken back later, by an operator. */
  addRevocation(reviewed: ReviewedCredential, operator: UnsealedAccount, at: Date): void {
    this.#move(reviewed, 'APPROVED', 'REVOKED', at, operator, 'OPERATOR', DECISION_WORDS.REVOKED.reasons[0]);
  }

  addExpiry(reviewed: ReviewedCredential, at: Date): void {
    this.#move(reviewed, 'APPROVED', 'EXPIRED', at, null, 'SYSTEM');
  }

  /** What is still on its way, or was just sent back. */
  addOpen(reviewed: ReviewedCredential): void {
    const { credential, highRisk } = reviewed;
    const { state, submittedAt } = credential;
    this.#move(reviewed, null, 'DRAFT', credential.createdAt);
    if (state === CredentialState.DRAFT || submittedAt === null) return;
    this.#move(reviewed, 'DRAFT', 'SUBMITTED', submittedAt);
    if (state === CredentialState.SUBMITTED) return;
    const age = (this.#context.now.getTime() - submittedAt.getTime()) / HOUR_MS;
    const [first, second, third] = this.#auditors as [UnsealedAccount, UnsealedAccount, UnsealedAccount];
    if (state === CredentialState.IN_REVIEW) {
      this.#move(reviewed, 'SUBMITTED', 'IN_REVIEW', hoursAfter(this.#context.now, -0.1), second);
    } else if (state === CredentialState.SECOND_REVIEW) {
      this.#keepOpen(reviewed, [[first, 'APPROVED', hoursAfter(submittedAt, age * 0.6)]]);
    } else if (state === CredentialState.THIRD_REVIEW) {
      this.#keepOpen(reviewed, [
        [third, 'APPROVED', hoursAfter(submittedAt, age * 0.4)],
        [second, 'REJECTED', hoursAfter(submittedAt, age * 0.7)],
      ]);
    } else {
      const outcome = state === CredentialState.REJECTED ? 'REJECTED' : 'MORE_INFO';
      const votes: Vote[] = [[first, outcome, hoursAfter(submittedAt, age * 0.5)]];
      if (highRisk && outcome === 'REJECTED') votes.push([second, outcome, hoursAfter(submittedAt, age * 0.6)]);
      this.#conclude(reviewed, this.#pass(reviewed, votes), outcome, votes);
    }
  }

  #addRefusedTry(reviewed: ReviewedCredential, submittedAt: Date): void {
    const [first, second] = this.#shuffled();
    const votes: Vote[] = [
      [first, 'REJECTED', hoursAfter(submittedAt, this.#hours(3, 20))],
      [second, 'REJECTED', hoursAfter(submittedAt, this.#hours(24, 34))],
    ];
    this.#conclude(reviewed, this.#pass(reviewed, votes), 'REJECTED', votes);
    const again = hoursAfter(submittedAt, this.#hours(60, 90));
    Object.assign(reviewed.credential, { round: 2, submittedAt: again, dueAt: hoursAfter(again, 48) });
    this.#move(reviewed, 'REJECTED', 'SUBMITTED', again);
  }

  /** Walks through the reviews up to the last vote; the state it is in then. */
  #pass(reviewed: ReviewedCredential, votes: readonly Vote[]): StateName {
    const states: StateName[] = ['SUBMITTED', 'IN_REVIEW', 'SECOND_REVIEW', 'THIRD_REVIEW'];
    votes.forEach(([auditor], index) => {
      const before = index === 0 ? null : (votes[index - 1] ?? null);
      const at = before?.[2] ?? hoursAfter(reviewed.credential.submittedAt ?? reviewed.credential.createdAt, 2);
      this.#move(reviewed, states[index] ?? 'SUBMITTED', states[index + 1] ?? 'IN_REVIEW', at, before?.[0] ?? auditor);
    });
    return states[votes.length] ?? 'IN_REVIEW';
  }

  #keepOpen(reviewed: ReviewedCredential, votes: readonly Vote[]): void {
    const last = votes.at(-1);
    const from = this.#pass(reviewed, votes);
    const to = from === 'IN_REVIEW' ? 'SECOND_REVIEW' : 'THIRD_REVIEW';
    if (last) this.#move(reviewed, from, to, last[2], last[0]);
    for (const vote of votes) this.#vote(reviewed, vote, null);
  }

  #conclude(reviewed: ReviewedCredential, from: StateName, outcome: Outcome, votes: readonly Vote[]): void {
    const last = votes.at(-1);
    if (!last) return;
    reviewed.credential.decidedAt = last[2];
    for (const vote of votes) this.#vote(reviewed, vote, { outcome, at: last[2] });
    this.#move(reviewed, from, outcome === 'REVOKED' ? 'APPROVED' : outcome, last[2], last[0]);
  }

  #vote(
    { credential, regionCode }: ReviewedCredential,
    [auditor, vote, at]: Vote,
    settled: { readonly outcome: Outcome; readonly at: Date } | null,
  ): void {
    const { reasons, notes } = DECISION_WORDS[vote];
    this.decisions.push({
      id: this.#context.ids.next(),
      credential: credential.id,
      auditor: auditor.id,
      round: credential.round,
      decision: DECISIONS[vote],
      reasonCode: this.#random.pick<string>(reasons),
      note: notes === null ? null : notes[regionCode],
      evidenceSha256: [],
      at,
      revealedAt: settled?.at ?? null,
      prevailed: settled === null ? null : settled.outcome === vote,
    });
  }

  #move(
    { credential, holder }: ReviewedCredential,
    from: StateName | null,
    to: StateName,
    at: Date,
    actor: UnsealedAccount | null = null,
    role?: 'OPERATOR' | 'SYSTEM',
    reason: string | null = null,
  ): void {
    this.transitions.push({
      id: this.#context.ids.next(),
      credential: credential.id,
      from: from === null ? null : CredentialState[from],
      to: CredentialState[to],
      actorRole: role ?? (actor === null ? 'PROVIDER' : 'AUDITOR'),
      actor: actor?.id ?? (role === undefined ? holder : null),
      at,
      reason,
    });
  }

  #shuffled(): [UnsealedAccount, UnsealedAccount, UnsealedAccount] {
    const [grace, fang, third] = this.#auditors as [UnsealedAccount, UnsealedAccount, UnsealedAccount];
    const order = [
      [grace, fang, third],
      [fang, grace, third],
      [grace, third, fang],
      [third, fang, grace],
    ] as const;
    return [...this.#random.pick<readonly [UnsealedAccount, UnsealedAccount, UnsealedAccount]>(order)];
  }

  #hours(least: number, most: number): number {
    return least + this.#random.next() * (most - least);
  }
}

type Vote = readonly [auditor: UnsealedAccount, vote: Outcome, at: Date];
type StateName = keyof typeof CredentialState;

const DECISIONS = {
  APPROVED: CredentialDecision.APPROVE,
  MORE_INFO: CredentialDecision.REQUEST_MORE,
  REJECTED: CredentialDecision.REJECT,
  REVOKED: CredentialDecision.REJECT,
} as const;

function hoursAfter(instant: Date, hours: number): Date {
  return new Date(instant.getTime() + hours * HOUR_MS);
}
