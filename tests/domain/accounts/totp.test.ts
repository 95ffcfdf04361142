import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findTotpStep, newTotpSecret, toTotpUri } from '../../../api/modules/accounts/totp.ts';
import { totpCode } from '../../support/second-factor-operations.ts';

/** Secret and codes of RFC 6238, appendix B, cut to six digits. */
const RFC_SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const at = (seconds: number): Date => new Date(seconds * 1000);

describe('findTotpStep', () => {
  it.each([
    [59, '287082', 1],
    [1_111_111_109, '081804', 37_037_036],
    [1_111_111_111, '050471', 37_037_037],
    [1_234_567_890, '005924', 41_152_263],
    [2_000_000_000, '279037', 66_666_666],
  ])('finds the step of RFC 6238 at %d s', (seconds, code, step) => {
    expect(findTotpStep(RFC_SECRET, code, at(seconds))).toBe(step);
  });

  it('takes a code of one step from the first second of the step before to the last second of the step after', () => {
    const step = 41_152_263;
    const code = totpCode(RFC_SECRET, at(step * 30));
    const found = (seconds: number): number | null => findTotpStep(RFC_SECRET, code, at(seconds));

    expect(found((step - 1) * 30 - 1)).toBeNull();
    expect(found((step - 1) * 30)).toBe(step);
    expect(found(step * 30)).toBe(step);
    expect(found((step + 1) * 30 + 29)).toBe(step);
    expect(found((step + 2) * 30)).toBeNull();
  });

  it('takes nothing that is no code of six digits', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12, unit: 'binary' }), (text) => {
        fc.pre(!/^\d{6}$/.test(text));
        expect(findTotpStep(RFC_SECRET, text, at(59))).toBeNull();
      }),
    );
  });

  it('takes what an app shows with any secret at any time, and says its step', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1_600_000_000, max: 4_000_000_000 }),
        fc.integer({ min: -29, max: 29 }),
        (now, off) => {
          const secret = newTotpSecret();
          const step = findTotpStep(secret, totpCode(secret, at(now + off)), at(now));
          expect(step).toBe(Math.floor((now + off) / 30));
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('toTotpUri', () => {
  it('names the site, the account and the secret, as apps read it', () => {
    expect(toTotpUri(RFC_SECRET, 'nia+work@example.org')).toBe(
      `otpauth://totp/Doorstep:nia%2Bwork%40example.org?secret=${RFC_SECRET}&issuer=Doorstep`,
    );
  });
});
