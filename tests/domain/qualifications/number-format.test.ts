import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitsNumberFormats, parseNumberFormat } from '../../../api/modules/qualifications/domain/number-format.ts';

describe('the format of a number', () => {
  it.each([
    ['GE-######', 'GE-204817', true],
    ['GE-######', 'ge-204817', true],
    ['GE-######', ' GE-204817 ', true],
    ['GE-######', 'GE-20481', false],
    ['GE-######', 'GE-2048170', false],
    ['GE-######', 'GE-20481A', false],
    ['@@ **', 'AB 9z', true],
    ['@@ **', 'A1 9z', false],
    ['@', '字', false],
    ['#', '٣', false],
    ['杭红救 ##', '杭红救 07', true],
    ['\\##', '#7', true],
    ['\\##', '77', false],
  ])('%s and %s: %s', (format, number, fits) => {
    expect(fitsNumberFormats(number, [format])).toBe(fits);
  });

  it('is any of several, and any at all where there is none', () => {
    expect(fitsNumberFormats('B7', ['A#', 'B#'])).toBe(true);
    expect(fitsNumberFormats('C7', ['A#', 'B#'])).toBe(false);
    expect(fitsNumberFormats('whatever', [])).toBe(true);
  });

  it.each(['', 'GE', '\\#', '#\\', '#'.repeat(61)])('is not "%s"', (format) => {
    expect(parseNumberFormat(format)).toBeNull();
  });

  it('fits every number made from it, and is checked in no time whatever it is', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('#', '@', '*', '-', '\\#'), { minLength: 1, maxLength: 30 }), (parts) => {
        fc.pre(parts.some((part) => ['#', '@', '*'].includes(part)));
        const number = parts.map((part) => ({ '#': '4', '@': 'Q', '*': '7', '-': '-', '\\#': '#' })[part]).join('');

        expect(fitsNumberFormats(number, [parts.join('')])).toBe(true);
        expect(fitsNumberFormats(`${number}9`, [parts.join('')])).toBe(false);
      }),
    );
  });
});
