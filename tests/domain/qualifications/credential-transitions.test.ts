import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CREDENTIAL_TRANSITIONS,
  decideCredentialTransition,
  isEditable,
  isOpen,
} from '../../../api/modules/qualifications/domain/credential-transitions.ts';
import type {
  CredentialAct,
  CredentialActor,
  CredentialStateName,
} from '../../../api/modules/qualifications/domain/credential-transitions.ts';
import { GUARDS } from '../../../api/modules/qualifications/domain/credential-guards.ts';
import type { CredentialFacts } from '../../../api/modules/qualifications/domain/credential-guards.ts';

const STATES: readonly CredentialStateName[] = [
  'DRAFT',
  'SUBMITTED',
  'IN_REVIEW',
  'SECOND_REVIEW',
  'THIRD_REVIEW',
  'APPROVED',
  'REJECTED',
  'MORE_INFO',
  'EXPIRED',
  'REVOKED',
];
const ACTORS: readonly CredentialActor[] = ['PROVIDER', 'AUDITOR', 'OPERATOR', 'SYSTEM'];
const ACTS: readonly CredentialAct[] = [
  'START',
  'SUBMIT',
  'CLAIM',
  'APPROVE',
  'REJECT',
  'REQUEST_MORE',
  'REVOKE',
  'EXPIRE',
];

/** What Q2 and Q4 allow, written a second time as sentences: act: state → states it can lead to, by whom. */
const ALLOWED = `
  START: - → DRAFT by PROVIDER
  SUBMIT: - → SUBMITTED by PROVIDER
  SUBMIT: DRAFT → SUBMITTED by PROVIDER
  SUBMIT: MORE_INFO → SUBMITTED by PROVIDER
  SUBMIT: REJECTED → SUBMITTED by PROVIDER
  CLAIM: SUBMITTED → IN_REVIEW by AUDITOR
  CLAIM: IN_REVIEW → IN_REVIEW by AUDITOR
  CLAIM: SECOND_REVIEW → SECOND_REVIEW by AUDITOR
  CLAIM: THIRD_REVIEW → THIRD_REVIEW by AUDITOR
  APPROVE: IN_REVIEW → APPROVED by AUDITOR
  APPROVE: IN_REVIEW → SECOND_REVIEW by AUDITOR
  APPROVE: SECOND_REVIEW → APPROVED by AUDITOR
  APPROVE: SECOND_REVIEW → THIRD_REVIEW by AUDITOR
  APPROVE: THIRD_REVIEW → APPROVED by AUDITOR
  REJECT: IN_REVIEW → REJECTED by AUDITOR
  REJECT: IN_REVIEW → SECOND_REVIEW by AUDITOR
  REJECT: SECOND_REVIEW → REJECTED by AUDITOR
  REJECT: SECOND_REVIEW → THIRD_REVIEW by AUDITOR
  REJECT: THIRD_REVIEW → REJECTED by AUDITOR
  REQUEST_MORE: IN_REVIEW → MORE_INFO by AUDITOR
  REQUEST_MORE: SECOND_REVIEW → MORE_INFO by AUDITOR
  REQUEST_MORE: THIRD_REVIEW → MORE_INFO by AUDITOR
  REVOKE: APPROVED → REVOKED by OPERATOR
  EXPIRE: APPROVED → EXPIRED by SYSTEM
`
  .trim()
  .split('\n')
  .map((line) => line.trim());

function buildFacts(overrides: Partial<CredentialFacts> = {}): CredentialFacts {
  return {
    conflict: false,
    hasVoted: false,
    claim: 'actor',
    highRisk: false,
    firstVote: null,
    complete: true,
    today: '2027-03-10',
    validUntil: '2027-12-31',
    ...overrides,
  };
}

const anyFacts: fc.Arbitrary<CredentialFacts> = fc.record({
  conflict: fc.boolean(),
  hasVoted: fc.boolean(),
  claim: fc.constantFrom('nobody', 'actor', 'other'),
  highRisk: fc.boolean(),
  firstVote: fc.constantFrom('APPROVE', 'REJECT', null),
  complete: fc.boolean(),
  today: fc.constantFrom('2027-03-10', '2027-12-31', '2028-01-01'),
  validUntil: fc.constantFrom(null, '2027-12-31'),
});

describe('the table of a credential’s life', () => {
  it('has exactly the ways that the rules allow', () => {
    const ways = CREDENTIAL_TRANSITIONS.map(({ act, from, to, by }) => `${act}: ${from ?? '-'} → ${to} by ${by}`);

    expect(ways.toSorted()).toEqual(ALLOWED.toSorted());
  });

  it('never leaves two rows open to one act, whatever is known', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(null, ...STATES),
        fc.constantFrom(...ACTS),
        fc.constantFrom(...ACTORS),
        anyFacts,
        (from, act, actor, facts) => {
          const open = CREDENTIAL_TRANSITIONS.filter(
            (row) =>
              row.from === from &&
              row.act === act &&
              row.by === actor &&
              row.guards.every((name) => GUARDS[name](facts)),
          );

          expect(open.length).toBeLessThanOrEqual(1);
        },
      ),
    );
  });

  it('says who may not and what stands in the way', () => {
    const facts = buildFacts();

    expect(decideCredentialTransition('SUBMITTED', 'CLAIM', 'PROVIDER', facts)).toEqual({
      refusal: { because: 'not-this-actor' },
    });
    expect(decideCredentialTransition('EXPIRED', 'CLAIM', 'AUDITOR', facts)).toEqual({
      refusal: { because: 'no-such-transition' },
    });
  });

  it.each<[string, CredentialStateName, CredentialAct, CredentialActor, Partial<CredentialFacts>]>([
    ['impartial', 'SUBMITTED', 'CLAIM', 'AUDITOR', { conflict: true }],
    ['claim-is-free', 'IN_REVIEW', 'CLAIM', 'AUDITOR', { claim: 'other' }],
    ['has-not-voted', 'SECOND_REVIEW', 'CLAIM', 'AUDITOR', { hasVoted: true }],
    ['impartial', 'IN_REVIEW', 'APPROVE', 'AUDITOR', { conflict: true }],
    ['holds-claim', 'IN_REVIEW', 'APPROVE', 'AUDITOR', { claim: 'nobody' }],
    ['has-not-voted', 'SECOND_REVIEW', 'REJECT', 'AUDITOR', { hasVoted: true }],
    ['holds-claim', 'THIRD_REVIEW', 'REQUEST_MORE', 'AUDITOR', { claim: 'other' }],
    ['complete', 'DRAFT', 'SUBMIT', 'PROVIDER', { complete: false }],
    ['validity-is-over', 'APPROVED', 'EXPIRE', 'SYSTEM', { today: '2027-12-31' }],
    ['validity-is-over', 'APPROVED', 'EXPIRE', 'SYSTEM', { validUntil: null }],
  ])('%s guards %s → %s', (guard, from, act, actor, overrides) => {
    expect(decideCredentialTransition(from, act, actor, buildFacts(overrides))).toEqual({
      refusal: { because: 'guard', guard },
    });
  });

  it('ends validity from the first day after the last', () => {
    expect(
      decideCredentialTransition('APPROVED', 'EXPIRE', 'SYSTEM', buildFacts({ today: '2028-01-01' })),
    ).toMatchObject({ transition: { to: 'EXPIRED' } });
  });

  it('leads to the second review whatever the first vote on something of high risk says', () => {
    const facts = buildFacts({ highRisk: true });
    const [approve, reject] = (['APPROVE', 'REJECT'] as const).map((act) =>
      decideCredentialTransition('IN_REVIEW', act, 'AUDITOR', facts),
    );

    expect(approve).toMatchObject({ transition: { to: 'SECOND_REVIEW' } });
    expect(reject).toMatchObject({ transition: { to: 'SECOND_REVIEW' } });
  });
});

describe('random lives of a credential', () => {
  type Step = readonly [act: CredentialAct, person: number];
  const anyStep: fc.Arbitrary<Step> = fc.tuple(
    fc.constantFrom<CredentialAct>(
      'SUBMIT',
      'CLAIM',
      'CLAIM',
      'APPROVE',
      'APPROVE',
      'REJECT',
      'REQUEST_MORE',
      'EXPIRE',
    ),
    fc.integer({ min: 0, max: 3 }),
  );

  /** Plays the steps as the services do; person 0 has a conflict of interest. */
  function live(highRisk: boolean, steps: readonly Step[]) {
    let state: CredentialStateName = 'DRAFT';
    let claimedBy: number | null = null;
    let votes: { person: number; act: CredentialAct }[] = [];
    const decided: { to: CredentialStateName; votes: typeof votes }[] = [];
    for (const [act, person] of steps) {
      const first = votes[0]?.act;
      const outcome = decideCredentialTransition(
        state,
        act,
        act === 'SUBMIT' ? 'PROVIDER' : act === 'EXPIRE' ? 'SYSTEM' : 'AUDITOR',
        buildFacts({
          highRisk,
          conflict: person === 0,
          claim: claimedBy === null ? 'nobody' : claimedBy === person ? 'actor' : 'other',
          hasVoted: votes.some((vote) => vote.person === person),
          firstVote: first === 'APPROVE' || first === 'REJECT' ? first : null,
        }),
      );
      if ('refusal' in outcome) continue;
      state = outcome.transition.to;
      if (act === 'SUBMIT') votes = [];
      if (act === 'CLAIM') claimedBy = person;
      if (act === 'APPROVE' || act === 'REJECT' || act === 'REQUEST_MORE') {
        votes = [...votes, { person, act }];
        claimedBy = null;
      }
      if (state === 'APPROVED' || state === 'REJECTED') decided.push({ to: state, votes });
    }
    return { state, decided };
  }

  it('approve or reject nothing without the votes that it takes', () => {
    fc.assert(
      fc.property(fc.boolean(), fc.array(anyStep, { maxLength: 60 }), (highRisk, steps) => {
        for (const { to, votes } of live(highRisk, steps).decided) {
          const wanted = to === 'APPROVED' ? 'APPROVE' : 'REJECT';
          const people = votes.map(({ person }) => person);

          expect(new Set(people).size).toBe(people.length);
          expect(people).not.toContain(0);
          expect(votes.at(-1)?.act).toBe(wanted);
          expect(votes.filter(({ act }) => act === wanted)).toHaveLength(highRisk ? 2 : 1);
          expect(votes.length).toBeLessThanOrEqual(highRisk ? 3 : 1);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('reach both ends with two and with three votes', () => {
    const review = (...votes: [CredentialAct, number][]): Step[] => [
      ['SUBMIT', 1],
      ...votes.flatMap(([act, person]): Step[] => [
        ['CLAIM', person],
        [act, person],
      ]),
    ];

    expect(live(true, review(['APPROVE', 1], ['APPROVE', 2])).state).toBe('APPROVED');
    expect(live(true, review(['REJECT', 1], ['REJECT', 2])).state).toBe('REJECTED');
    expect(live(true, review(['APPROVE', 1], ['REJECT', 2])).state).toBe('THIRD_REVIEW');
    expect(live(true, review(['APPROVE', 1], ['REJECT', 2], ['REJECT', 3])).state).toBe('REJECTED');
    expect(live(true, review(['REJECT', 1], ['APPROVE', 2], ['APPROVE', 3])).state).toBe('APPROVED');
    expect(live(true, review(['APPROVE', 1], ['APPROVE', 1])).state).toBe('SECOND_REVIEW');
  });

  it('are open or the provider’s to change, never both', () => {
    expect(STATES.filter((state) => isOpen(state) && isEditable(state))).toEqual([]);
  });
});
