import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  findPayoutNumberProblem,
  normalizePayoutNumber,
  payoutEnding,
} from '../../../api/modules/providers/domain/payout-number.ts';

const check = (kind: 'IBAN' | 'BANK_CARD', raw: string): string | null =>
  findPayoutNumberProblem(kind, normalizePayoutNumber(raw));

/** The IBAN of that account with the check digits that ISO 13616 computes: 98 minus the remainder with zeros in their place. */
function ibanOf(country: string, account: string): string {
  const digits = [...`${account}${country}00`].map((character) => String(Number.parseInt(character, 36))).join('');
  return `${country}${String(98n - (BigInt(digits) % 97n)).padStart(2, '0')}${account}`;
}

describe('a payout number', () => {
  it.each([
    ['IBAN', 'GB29 NWBK 6016 1331 9268 19'],
    ['IBAN', 'gb29nwbk60161331926819'],
    ['IBAN', 'DE89 3704 0044 0532 0130 00'],
    ['IBAN', 'FR14 2004 1010 0505 0001 3M02 606'],
    ['BANK_CARD', '4242 4242-4242 4242'],
    ['BANK_CARD', '6200 0000 0000 0005'],
  ] as const)('%s %s is taken', (kind, raw) => {
    expect(check(kind, raw)).toBeNull();
  });

  it.each([
    ['IBAN', '', 'WRONG_FORM'],
    ['IBAN', '4242424242424242', 'WRONG_FORM'],
    ['IBAN', 'GB29 NWBK 6016 1331 9268', 'WRONG_LENGTH'],
    ['IBAN', 'GB28 NWBK 6016 1331 9268 19', 'WRONG_CHECK_DIGITS'],
    ['BANK_CARD', '4242x', 'WRONG_FORM'],
    ['BANK_CARD', '4242', 'WRONG_LENGTH'],
    ['BANK_CARD', '4242424242424241', 'WRONG_CHECK_DIGITS'],
  ] as const)('%s %s: %s', (kind, raw, problem) => {
    expect(check(kind, raw)).toBe(problem);
  });

  it('is taken with the check digits that the standard computes, and with no single digit changed', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 18n - 1n), fc.nat(17), fc.integer({ min: 1, max: 9 }), (account, place, by) => {
        const digits = account.toString().padStart(18, '0');
        const iban = ibanOf('DE', digits);
        const changed = (Number(digits[place]) + by) % 10;
        const wrong = iban.slice(0, 4 + place) + String(changed) + iban.slice(5 + place);

        expect(check('IBAN', iban)).toBeNull();
        expect(check('IBAN', wrong)).toBe('WRONG_CHECK_DIGITS');
      }),
    );
  });

  it('is shown by its last four characters only', () => {
    expect(payoutEnding('GB29NWBK60161331926819')).toBe('6819');
  });
});
