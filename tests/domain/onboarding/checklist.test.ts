import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ONBOARDING_STEPS,
  gapsBeforeApproval,
  standingOfSteps,
} from '../../../api/modules/onboarding/domain/checklist.ts';
import type { OnboardingFacts } from '../../../api/modules/onboarding/domain/checklist.ts';

const codes = fc.constantFrom('A', 'B', 'C');
const facts: fc.Arbitrary<OnboardingFacts> = fc.record({
  about: fc.constantFrom('', 'Words.'),
  languages: fc.subarray(['en', 'zh-CN']),
  services: fc.array(
    fc.record({
      code: codes,
      requiredCredentialCodes: fc.subarray(['A', 'B', 'C']),
      requiredCourseCode: fc.option(codes),
      studioOnly: fc.boolean(),
      levelSuffices: fc.boolean(),
    }),
    { maxLength: 3 },
  ),
  radiusMetres: fc.constantFrom(0, 5_000),
  hasStudio: fc.boolean(),
  workingSpans: fc.nat(3),
  credentials: fc.array(
    fc.record({
      typeCode: codes,
      state: fc.constantFrom('DRAFT', 'SUBMITTED', 'SECOND_REVIEW', 'REJECTED', 'APPROVED', 'EXPIRED', 'REVOKED'),
      holdsToday: fc.boolean(),
    }),
  ),
  courses: fc.array(fc.record({ courseCode: codes, holdsToday: fc.boolean() })),
  hasPayout: fc.boolean(),
  isApplicant: fc.boolean(),
  isWaiting: fc.boolean(),
});

describe('the checklist', () => {
  it('has every step in order, and a step is done exactly when it lacks nothing', () => {
    fc.assert(
      fc.property(facts, (known) => {
        const steps = standingOfSteps(known);

        expect(steps.map(({ step }) => step)).toEqual(ONBOARDING_STEPS);
        for (const { state, gaps } of steps) expect(state === 'DONE').toBe(gaps.length === 0);
      }),
    );
  });

  it('asks for nothing that no chosen service needs', () => {
    fc.assert(
      fc.property(facts, (known) => {
        const needed = new Set(
          known.services.flatMap((one) => [
            ...one.requiredCredentialCodes,
            ...(one.requiredCourseCode === null ? [] : [one.requiredCourseCode]),
          ]),
        );
        const asked = standingOfSteps(known)
          .filter(({ step }) => step === 'CREDENTIALS' || step === 'COURSES')
          .flatMap(({ gaps }) => gaps.map(({ subject }) => subject));

        for (const subject of asked) expect(needed).toContain(subject);
      }),
    );
  });

  it('never lacks more for another credential that holds or another course that was passed', () => {
    fc.assert(
      fc.property(facts, codes, (known, code) => {
        const gapsOf = (one: OnboardingFacts): number => gapsBeforeApproval(standingOfSteps(one)).length;
        const before = gapsOf(known);

        expect(
          gapsOf({
            ...known,
            credentials: [...known.credentials, { typeCode: code, state: 'APPROVED', holdsToday: true }],
          }),
        ).toBeLessThanOrEqual(before);
        expect(
          gapsOf({ ...known, courses: [...known.courses, { courseCode: code, holdsToday: true }] }),
        ).toBeLessThanOrEqual(before);
      }),
    );
  });

  it('waits where all that is missing is with somebody else, and only then', () => {
    const step = (states: readonly string[]): string =>
      standingOfSteps({
        about: 'Words.',
        languages: ['en'],
        services: [
          {
            code: 'X',
            requiredCredentialCodes: ['A', 'B'],
            requiredCourseCode: null,
            studioOnly: false,
            levelSuffices: true,
          },
        ],
        radiusMetres: 1,
        hasStudio: false,
        workingSpans: 1,
        credentials: states.map((state, index) => ({
          typeCode: ['A', 'B'][index]!,
          state,
          holdsToday: state === 'APPROVED',
        })),
        courses: [],
        hasPayout: true,
        isApplicant: true,
        isWaiting: false,
      }).find((one) => one.step === 'CREDENTIALS')!.state;

    expect(step(['SUBMITTED', 'APPROVED'])).toBe('WAITING');
    expect(step(['SUBMITTED', 'REJECTED'])).toBe('TODO');
    expect(step(['SUBMITTED'])).toBe('TODO');
    expect(step(['APPROVED', 'APPROVED'])).toBe('DONE');
  });
});
