import fc from 'fast-check';
import type { RankingCandidate } from '../../../api/modules/search/domain/ranking.ts';

/** An established provider, 2 km away, at the catalogue's price, unknown to the household. */
export function buildCandidate(overrides: Partial<RankingCandidate> = {}): RankingCandidate {
  return {
    providerId: '019a0000-0000-7000-8000-00000000000a',
    ratingLower: 4.2,
    isNewcomer: false,
    distanceMetres: 2_000,
    price: 10_000,
    onTimeShare: 0.95,
    visitsToHousehold: 0,
    ...overrides,
  };
}

const anId = fc
  .array(fc.constantFrom(...'0123456789abcdef'), { minLength: 12, maxLength: 12 })
  .map((digits) => `019a0000-0000-7000-8000-${digits.join('')}`);

/** Any candidate; many share their values, so that ties are common. */
export const aCandidate: fc.Arbitrary<RankingCandidate> = fc.record({
  providerId: anId,
  ratingLower: fc.oneof(fc.constantFrom(3.9, 4.2), fc.double({ min: 1, max: 5, noNaN: true })),
  isNewcomer: fc.integer({ min: 0, max: 5 }).map((n) => n === 0),
  distanceMetres: fc.option(fc.nat(20_000)),
  price: fc.oneof(fc.constantFrom(9_000, 10_000), fc.nat(30_000)),
  onTimeShare: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
  visitsToHousehold: fc.nat(5),
});
