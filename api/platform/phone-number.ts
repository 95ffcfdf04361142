import { getCountryCallingCode, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { CountryCode } from 'libphonenumber-js/max';

export interface PhoneNumber {
  readonly e164: string;
  /** ISO 3166. */
  readonly country: string;
}

/** Why no code is sent to a number. */
export type PhoneProblem = 'INVALID_NUMBER' | 'COUNTRY_NOT_SERVED' | 'NOT_A_MOBILE';

/** The range that Ofcom keeps for films and examples: it belongs to nobody, and the number plan calls it unassigned. */
const DRAMA = /^\+447700900\d{3}$/;
const LONGEST = 40;
const MOBILE: readonly (string | undefined)[] = ['MOBILE', 'FIXED_LINE_OR_MOBILE'];

/**
 * A number as people write it, in the form of the country they chose or after a plus, if it is one that texts go to: a mobile
 * phone's, of a country on the list. What charges its caller (premium, personal and pager numbers) is none.
 */
export function readPhone(
  text: string,
  country: string,
  served: ReadonlyMap<string, unknown>,
): PhoneNumber | PhoneProblem {
  if (text.length > LONGEST || !/^[\d\s+().-]+$/.test(text)) return 'INVALID_NUMBER';
  const parsed = parsePhoneNumberFromString(text, country as CountryCode);
  if (parsed === undefined || parsed.ext !== undefined) return 'INVALID_NUMBER';
  if (DRAMA.test(parsed.number))
    return served.has('GB') ? { e164: parsed.number, country: 'GB' } : 'COUNTRY_NOT_SERVED';
  if (parsed.country === undefined || !parsed.isValid()) {
    return isCalledFrom(parsed.countryCallingCode, served) ? 'INVALID_NUMBER' : 'COUNTRY_NOT_SERVED';
  }
  if (!served.has(parsed.country)) return 'COUNTRY_NOT_SERVED';
  if (!MOBILE.includes(parsed.getType())) return 'NOT_A_MOBILE';
  return { e164: parsed.number, country: parsed.country };
}

/** What is dialled before the numbers of a country, such as 44. */
export function callingCodeOf(country: string): string {
  return getCountryCallingCode(country as CountryCode);
}

function isCalledFrom(callingCode: string, served: ReadonlyMap<string, unknown>): boolean {
  return [...served.keys()].some((country) => callingCodeOf(country) === callingCode);
}
