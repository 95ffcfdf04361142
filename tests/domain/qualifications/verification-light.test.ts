import { describe, expect, it } from 'vitest';
import { lightOf } from '../../../api/modules/qualifications/domain/verification-light.ts';
import type { Light, LitCredential } from '../../../api/modules/qualifications/domain/verification-light.ts';

const TODAY = '2027-03-10';
const build = (overrides: Partial<LitCredential> = {}): LitCredential => ({
  typeCode: 'FIRST_AID',
  state: 'APPROVED',
  validFrom: '2026-01-01',
  validUntil: '2027-12-31',
  ...overrides,
});

describe('the light of a credential', () => {
  it.each<[string, LitCredential, readonly LitCredential[], Light]>([
    ['counts', build(), [], 'GREEN'],
    ['is on its last day', build({ validUntil: TODAY }), [], 'GREEN'],
    ['has no end', build({ validUntil: null }), [], 'GREEN'],
    ['ended yesterday', build({ validUntil: '2027-03-09' }), [], 'AMBER'],
    ['begins tomorrow', build({ validFrom: '2027-03-11' }), [], 'AMBER'],
    ['waits', build({ state: 'SECOND_REVIEW' }), [], 'AMBER'],
    ['is a secondary one that was revoked', build({ state: 'REVOKED' }), [], 'AMBER'],
    ['is an identity that was rejected', build({ typeCode: 'IDENTITY', state: 'REJECTED' }), [], 'RED'],
    ['counts beside a lost identity', build(), [build({ typeCode: 'IDENTITY', state: 'REVOKED' })], 'RED'],
    [
      'counts beside a rejected renewal of an identity that still counts',
      build(),
      [build({ typeCode: 'IDENTITY', state: 'REJECTED' }), build({ typeCode: 'IDENTITY' })],
      'GREEN',
    ],
    [
      'counts beside a lost identity whose older one has ended',
      build(),
      [build({ typeCode: 'IDENTITY', state: 'REVOKED' }), build({ typeCode: 'IDENTITY', validUntil: '2027-03-09' })],
      'RED',
    ],
    [
      'counts beside an identity that merely ended',
      build(),
      [build({ typeCode: 'IDENTITY', state: 'EXPIRED' })],
      'GREEN',
    ],
  ])('that %s', (_what, credential, others, light) => {
    expect(lightOf(credential, { isSuspended: false, credentials: [credential, ...others] }, TODAY)).toBe(light);
  });

  it('is red for whoever is suspended', () => {
    expect(lightOf(build(), { isSuspended: true, credentials: [build()] }, TODAY)).toBe('RED');
  });
});
