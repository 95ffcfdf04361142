import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  PROVIDER_TRANSITIONS,
  decideProviderTransition,
} from '../../../api/modules/providers/domain/provider-transitions.ts';
import type {
  ProviderAct,
  ProviderActor,
  ProviderFacts,
  ProviderStatusName,
} from '../../../api/modules/providers/domain/provider-transitions.ts';

const ALL_GOOD: ProviderFacts = { waiting: true, checklistDone: true, impartial: true, diaryEmpty: true };
const statuses = ['APPLICANT', 'ACTIVE', 'PAUSED', 'SUSPENDED', 'LEFT'] as const;
const acts = [...new Set(PROVIDER_TRANSITIONS.map(({ act }) => act))];
const facts: fc.Arbitrary<ProviderFacts> = fc.record({
  waiting: fc.boolean(),
  checklistDone: fc.boolean(),
  impartial: fc.boolean(),
  diaryEmpty: fc.boolean(),
});
const decide = (
  from: ProviderStatusName | null,
  act: ProviderAct,
  actor: ProviderActor,
  changes: Partial<ProviderFacts> = {},
): string => {
  const decision = decideProviderTransition(from, act, actor, { ...ALL_GOOD, ...changes });
  if ('transition' in decision) return decision.transition.to;
  return decision.refusal.because === 'guard' ? decision.refusal.guard : decision.refusal.because;
};

describe('the transitions of a provider', () => {
  it('have one row for each act and status', () => {
    const keys = PROVIDER_TRANSITIONS.map(({ act, from }) => `${act} ${from}`);

    expect(new Set(keys).size).toBe(keys.length);
  });

  it.each([
    [null, 'APPLY', 'PROVIDER', {}, 'APPLICANT'],
    ['APPLICANT', 'SUBMIT', 'PROVIDER', { waiting: false }, 'APPLICANT'],
    ['APPLICANT', 'SUBMIT', 'PROVIDER', { waiting: true }, 'not-waiting'],
    ['APPLICANT', 'SUBMIT', 'PROVIDER', { waiting: false, checklistDone: false }, 'checklist-done'],
    ['APPLICANT', 'APPROVE', 'OPERATOR', {}, 'ACTIVE'],
    ['APPLICANT', 'APPROVE', 'PROVIDER', {}, 'not-this-actor'],
    ['APPLICANT', 'APPROVE', 'OPERATOR', { waiting: false }, 'waiting'],
    ['APPLICANT', 'APPROVE', 'OPERATOR', { impartial: false }, 'impartial'],
    ['APPLICANT', 'APPROVE', 'OPERATOR', { checklistDone: false }, 'checklist-done'],
    ['APPLICANT', 'PAUSE', 'PROVIDER', {}, 'no-such-transition'],
    ['APPLICANT', 'RESUME', 'PROVIDER', {}, 'no-such-transition'],
    ['SUSPENDED', 'RESUME', 'PROVIDER', {}, 'no-such-transition'],
    ['SUSPENDED', 'LEAVE', 'PROVIDER', {}, 'no-such-transition'],
    ['SUSPENDED', 'APPEAL', 'PROVIDER', { waiting: false }, 'SUSPENDED'],
    ['SUSPENDED', 'REINSTATE', 'OPERATOR', { waiting: false }, 'ACTIVE'],
    ['ACTIVE', 'LEAVE', 'PROVIDER', { diaryEmpty: false }, 'diary-empty'],
    ['LEFT', 'SUSPEND', 'OPERATOR', {}, 'no-such-transition'],
  ] as const)('%s, %s by %s with %j: %s', (from, act, actor, changes, outcome) => {
    expect(decide(from, act, actor, changes)).toBe(outcome);
  });

  it('make nobody ACTIVE but by an operator, or by the provider from a break of their own', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(null, ...statuses),
        fc.constantFrom(...acts),
        fc.constantFrom<ProviderActor>('PROVIDER', 'OPERATOR'),
        facts,
        (from, act, actor, known) => {
          const decision = decideProviderTransition(from, act, actor, known);
          if (!('transition' in decision) || decision.transition.to !== 'ACTIVE') return;
          expect(actor === 'OPERATOR' ? known.impartial : from === 'PAUSED').toBe(true);
        },
      ),
    );
  });

  it('let no walk of a provider alone out of a suspension', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...acts), facts), { maxLength: 30 }), (walk) => {
        let status: ProviderStatusName = 'SUSPENDED';
        for (const [act, known] of walk) {
          const decision = decideProviderTransition(status, act, 'PROVIDER', known);
          if ('transition' in decision) status = decision.transition.to;
        }
        expect(status).toBe('SUSPENDED');
      }),
    );
  });
});
