import { describe, expect, it } from 'vitest';
import { isBookable, isBookableBetween } from '../../../api/modules/availability/domain/bookability.ts';
import type { ItemRequirements, ProviderStanding } from '../../../api/modules/availability/domain/bookability.ts';

const DATE = '2027-06-15';

const item: ItemRequirements = {
  id: 'deep-clean',
  requiredCredentialTypes: ['IDENTITY', 'BACKGROUND_CHECK'],
  requiredCourseId: 'hygiene',
  minimumLevel: 'CERTIFIED',
};

function credential(typeCode: string, overrides: Partial<ProviderStanding['credentials'][number]> = {}) {
  return { typeCode, state: 'APPROVED', validFrom: '2026-01-01', validUntil: '2027-12-31', ...overrides };
}

function buildStanding(overrides: Partial<ProviderStanding> = {}): ProviderStanding {
  return {
    status: 'ACTIVE',
    level: 'CERTIFIED',
    enabledItemIds: new Set(['deep-clean', 'ironing']),
    credentials: [credential('IDENTITY'), credential('BACKGROUND_CHECK')],
    certificates: [{ courseId: 'hygiene', validFrom: '2026-01-01', validUntil: null }],
    ...overrides,
  };
}

describe('isBookable', () => {
  it('is yes, without reasons, for a provider who meets everything', () => {
    expect(isBookable(buildStanding(), item, DATE)).toEqual({ bookable: true, reasons: [] });
  });

  it.each([
    ['APPLICANT', 'PROVIDER_NOT_ACTIVE'],
    ['PAUSED', 'PROVIDER_NOT_ACTIVE'],
    ['SUSPENDED', 'PROVIDER_NOT_ACTIVE'],
    ['LEFT', 'PROVIDER_NOT_ACTIVE'],
  ] as const)('is no for a provider who is %s', (status, code) => {
    expect(isBookable(buildStanding({ status }), item, DATE)).toEqual({
      bookable: false,
      reasons: [{ code, subject: null }],
    });
  });

  it('is no where the offering is off', () => {
    expect(isBookable(buildStanding({ enabledItemIds: new Set(['ironing']) }), item, DATE).reasons).toEqual([
      { code: 'OFFERING_OFF', subject: null },
    ]);
  });

  it.each(['DRAFT', 'SUBMITTED', 'IN_REVIEW', 'SECOND_REVIEW', 'REJECTED', 'MORE_INFO', 'EXPIRED', 'REVOKED'])(
    'does not count a credential that is %s',
    (state) => {
      const credentials = [credential('IDENTITY', { state }), credential('BACKGROUND_CHECK')];

      expect(isBookable(buildStanding({ credentials }), item, DATE).reasons).toEqual([
        { code: 'CREDENTIAL_NOT_VALID', subject: 'IDENTITY' },
      ]);
    },
  );

  it('names a credential that was never handed in as missing', () => {
    expect(isBookable(buildStanding({ credentials: [credential('IDENTITY')] }), item, DATE).reasons).toEqual([
      { code: 'CREDENTIAL_MISSING', subject: 'BACKGROUND_CHECK' },
    ]);
  });

  it.each([
    ['the day before it begins', '2027-06-16', '2027-12-31', false],
    ['the first day', '2027-06-15', '2027-12-31', true],
    ['the last day', '2026-06-15', '2027-06-15', true],
    ['the day after the last', '2026-06-15', '2027-06-14', false],
    ['its only day', '2027-06-15', '2027-06-15', true],
    ['any day when it never ends', '2020-01-01', null, true],
  ])('counts a credential and a certificate on %s: %s to %s → %s', (_, validFrom, validUntil, bookable) => {
    const credentials = [credential('IDENTITY', { validFrom, validUntil }), credential('BACKGROUND_CHECK')];
    const certificates = [{ courseId: 'hygiene', validFrom, validUntil }];

    expect(isBookable(buildStanding({ credentials }), item, DATE).reasons).toEqual(
      bookable ? [] : [{ code: 'CREDENTIAL_NOT_VALID', subject: 'IDENTITY' }],
    );
    expect(isBookable(buildStanding({ certificates }), item, DATE).reasons).toEqual(
      bookable ? [] : [{ code: 'COURSE_NOT_VALID', subject: 'hygiene' }],
    );
  });

  it('is satisfied by one valid credential of several', () => {
    const credentials = [
      credential('IDENTITY', { validUntil: '2026-12-31' }),
      credential('IDENTITY', { state: 'REJECTED' }),
      credential('IDENTITY', { validFrom: '2027-01-01' }),
      credential('BACKGROUND_CHECK'),
    ];

    expect(isBookable(buildStanding({ credentials }), item, DATE).bookable).toBe(true);
  });

  it('does not join an approved but expired credential to a valid but refused one', () => {
    const credentials = [
      credential('IDENTITY', { validUntil: '2026-12-31' }),
      credential('IDENTITY', { state: 'REJECTED' }),
      credential('BACKGROUND_CHECK'),
    ];

    expect(isBookable(buildStanding({ credentials }), item, DATE).bookable).toBe(false);
  });

  it('names a course that was never passed as missing, and asks for none where none is required', () => {
    const standing = buildStanding({
      certificates: [{ courseId: 'other', validFrom: '2026-01-01', validUntil: null }],
    });

    expect(isBookable(standing, item, DATE).reasons).toEqual([{ code: 'COURSE_MISSING', subject: 'hygiene' }]);
    expect(isBookable(standing, { ...item, requiredCourseId: null }, DATE).bookable).toBe(true);
  });

  it.each([
    ['TRAINEE', 'TRAINEE', true],
    ['TRAINEE', 'CERTIFIED', false],
    ['CERTIFIED', 'SENIOR', false],
    ['SENIOR', 'SENIOR', true],
    ['SENIOR', 'MASTER', false],
    ['MASTER', 'CERTIFIED', true],
  ] as const)('sets the level %s against the minimum %s: %s', (level, minimumLevel, bookable) => {
    expect(isBookable(buildStanding({ level }), { ...item, minimumLevel }, DATE).reasons).toEqual(
      bookable ? [] : [{ code: 'LEVEL_TOO_LOW', subject: null }],
    );
  });

  it('gives every reason, in a fixed order', () => {
    const standing = buildStanding({
      status: 'PAUSED',
      level: 'TRAINEE',
      enabledItemIds: new Set(),
      credentials: [credential('IDENTITY', { state: 'REVOKED' })],
      certificates: [],
    });

    expect(isBookable(standing, item, DATE)).toEqual({
      bookable: false,
      reasons: [
        { code: 'PROVIDER_NOT_ACTIVE', subject: null },
        { code: 'OFFERING_OFF', subject: null },
        { code: 'CREDENTIAL_NOT_VALID', subject: 'IDENTITY' },
        { code: 'CREDENTIAL_MISSING', subject: 'BACKGROUND_CHECK' },
        { code: 'COURSE_MISSING', subject: 'hygiene' },
        { code: 'LEVEL_TOO_LOW', subject: null },
      ],
    });
  });
});

describe('isBookableBetween', () => {
  const expiring = buildStanding({
    credentials: [credential('IDENTITY', { validUntil: DATE }), credential('BACKGROUND_CHECK')],
  });

  it('asks for qualification on both dates of a visit across midnight', () => {
    expect(isBookableBetween(expiring, item, DATE, DATE).bookable).toBe(true);
    expect(isBookableBetween(expiring, item, DATE, '2027-06-16')).toEqual({
      bookable: false,
      reasons: [{ code: 'CREDENTIAL_NOT_VALID', subject: 'IDENTITY' }],
    });
  });

  it('gives a reason that holds on both dates once', () => {
    const paused = { ...expiring, status: 'PAUSED' } as const;

    expect(isBookableBetween(paused, item, DATE, '2027-06-16').reasons).toEqual([
      { code: 'PROVIDER_NOT_ACTIVE', subject: null },
      { code: 'CREDENTIAL_NOT_VALID', subject: 'IDENTITY' },
    ]);
  });

  it('gives what stands in the way on either date', () => {
    const credentials = [
      credential('IDENTITY', { validFrom: '2027-06-16' }),
      credential('BACKGROUND_CHECK', { validUntil: DATE }),
    ];

    expect(isBookableBetween(buildStanding({ credentials }), item, DATE, '2027-06-16').reasons).toEqual([
      { code: 'CREDENTIAL_NOT_VALID', subject: 'IDENTITY' },
      { code: 'CREDENTIAL_NOT_VALID', subject: 'BACKGROUND_CHECK' },
    ]);
  });
});
