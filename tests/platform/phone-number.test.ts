import { describe, expect, test } from 'vitest';
import { callingCodeOf, readPhone } from '../../api/platform/phone-number.ts';

const SERVED = new Map([
  ['CN', 6],
  ['GB', 5],
]);

describe('a phone number', () => {
  test.each([
    ['07700 900123', 'GB', '+447700900123', 'GB'],
    ['+44 7911 123456'.replace('7911', '7400'), 'CN', '+447400123456', 'GB'],
    ['(07400) 123-456', 'GB', '+447400123456', 'GB'],
    ['138 0013 8000', 'CN', '+8613800138000', 'CN'],
    ['+86 139 1234 5678', 'GB', '+8613912345678', 'CN'],
  ])('is read as people write it: %s in %s', (text, country, e164, found) => {
    expect(readPhone(text, country, SERVED)).toEqual({ e164, country: found });
  });

  test.each([
    ['020 7946 0000', 'GB', 'NOT_A_MOBILE'],
    ['0909 879 0000', 'GB', 'NOT_A_MOBILE'],
    ['07640 123456', 'GB', 'NOT_A_MOBILE'],
    ['+44 7911 123456', 'GB', 'COUNTRY_NOT_SERVED'],
    ['+1 500 555 0006', 'GB', 'COUNTRY_NOT_SERVED'],
    ['+370 612 34567', 'GB', 'COUNTRY_NOT_SERVED'],
    ['+252 71 234 5678', 'GB', 'COUNTRY_NOT_SERVED'],
    ['07400 12345', 'GB', 'INVALID_NUMBER'],
    ['07400 123456 ext 7', 'GB', 'INVALID_NUMBER'],
    ['not a number', 'GB', 'INVALID_NUMBER'],
    ['', 'GB', 'INVALID_NUMBER'],
    ['1'.repeat(200), 'GB', 'INVALID_NUMBER'],
    ['07400 123456', 'XX', 'INVALID_NUMBER'],
    ['٠٧٤٠٠١٢٣٤٥٦', 'GB', 'INVALID_NUMBER'],
  ])('gets no text: %s in %s', (text, country, problem) => {
    expect(readPhone(text, country, SERVED)).toBe(problem);
  });

  test('of the range for examples needs its country to be served', () => {
    expect(readPhone('+447700900123', 'GB', new Map([['CN', 6]]))).toBe('COUNTRY_NOT_SERVED');
  });

  test('is dialled by the code of its country', () => {
    expect([callingCodeOf('CN'), callingCodeOf('GB')]).toEqual(['86', '44']);
  });
});
