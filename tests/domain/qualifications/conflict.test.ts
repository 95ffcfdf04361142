import { describe, expect, it } from 'vitest';
import { conflictBetween } from '../../../api/modules/qualifications/domain/conflict.ts';
import type { ConflictKind, InterestedParty } from '../../../api/modules/qualifications/domain/conflict.ts';

const nobody: InterestedParty = { accountId: null, worksFor: [], manages: [] };

describe('a conflict of interest', () => {
  it.each<[string, Partial<InterestedParty>, Partial<InterestedParty>, ConflictKind | null]>([
    ['one’s own', { accountId: 'a' }, { accountId: 'a' }, 'OWN'],
    ['a stranger’s', { accountId: 'a', worksFor: ['x'] }, { accountId: 'b', worksFor: ['y'] }, null],
    ['of somebody whose business one manages', { accountId: 'a', manages: ['x'] }, { worksFor: ['x'] }, 'EMPLOYER'],
    ['of the manager of one’s business', { accountId: 'a', worksFor: ['x'] }, { manages: ['x'] }, 'EMPLOYEE'],
    ['of somebody of the same business', { accountId: 'a', worksFor: ['x'] }, { worksFor: ['y', 'x'] }, 'COLLEAGUE'],
    ['of the other manager of a business', { accountId: 'a', manages: ['x'] }, { manages: ['x'] }, 'COLLEAGUE'],
    [
      'one’s own, though of the same business',
      { accountId: 'a', manages: ['x'] },
      { accountId: 'a', worksFor: ['x'] },
      'OWN',
    ],
    ['of somebody without an account', {}, {}, null],
  ])('%s: %o and %o give %s', (_what, auditor, holder, kind) => {
    expect(conflictBetween({ ...nobody, ...auditor }, { ...nobody, ...holder })).toBe(kind);
  });
});
