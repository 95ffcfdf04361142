import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRecoveryCode, toRecoveryCode } from '../../../api/modules/accounts/domain/recovery-code.ts';

const bytes = fc.uint8Array({ minLength: 10, maxLength: 10 });

describe('a recovery code', () => {
  it('is read as it is written, in any case and with or without its hyphen and spaces', () => {
    fc.assert(
      fc.property(bytes, (random) => {
        const code = toRecoveryCode(random);

        expect(code).toMatch(/^[0-9a-hjkmnp-tv-z]{5}-[0-9a-hjkmnp-tv-z]{5}$/);
        expect(readRecoveryCode(code)).toBe(code);
        expect(readRecoveryCode(` ${code.toUpperCase().replace('-', ' ')} `)).toBe(code);
        expect(readRecoveryCode(code.replace('-', ''))).toBe(code);
      }),
    );
  });

  it('is read where letters were taken for the figures that look like them', () => {
    expect(readRecoveryCode('OoIiL-lO1lo')).toBe('00111-10110');
  });

  it('differs wherever five bits of a byte do', () => {
    fc.assert(
      fc.property(bytes, fc.nat(9), fc.integer({ min: 1, max: 31 }), (random, place, change) => {
        const other = random.map((byte, index) => (index === place ? byte ^ change : byte));
        expect(toRecoveryCode(other)).not.toBe(toRecoveryCode(random));
      }),
    );
  });

  it.each(['', '12345', '12345-1234', '12345-123456', '12345-1234u', '１２３４５-12345', '12345-1234\u0000'])(
    'is not %j',
    (text) => {
      expect(readRecoveryCode(text)).toBeNull();
    },
  );
});
