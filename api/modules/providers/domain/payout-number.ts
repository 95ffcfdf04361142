/** The two kinds of numbers that money can be sent to. */
export type PayoutKindName = 'IBAN' | 'BANK_CARD';

/** What is wrong with a number. */
export type PayoutNumberProblem = 'WRONG_FORM' | 'WRONG_LENGTH' | 'WRONG_CHECK_DIGITS';

/** Shortest and longest IBAN (ISO 13616) and payment card number (ISO/IEC 7812). */
const LENGTHS: Readonly<Record<PayoutKindName, readonly [number, number]>> = { IBAN: [15, 34], BANK_CARD: [12, 19] };
const FORMS: Readonly<Record<PayoutKindName, RegExp>> = {
  IBAN: /^[A-Z]{2}\d{2}[A-Z0-9]+$/,
  BANK_CARD: /^\d+$/,
};
/** Lengths of the countries that our regions and their neighbours bank in; other countries need only fit the general form. */
const IBAN_LENGTHS: Readonly<Record<string, number>> = {
  AT: 20,
  BE: 16,
  CH: 21,
  DE: 22,
  ES: 24,
  FR: 27,
  GB: 22,
  IE: 22,
  IT: 27,
  LT: 20,
  NL: 18,
  PL: 28,
  PT: 25,
};

/** The number as it is stored: without blanks and hyphens, in capitals. */
export function normalizePayoutNumber(raw: string): string {
  return raw.replace(/[\s-]/gu, '').toUpperCase();
}

/**
 * What is wrong with a normalized number, or null. An IBAN must have remainder 1 by 97 (ISO 7064, MOD 97-10); a card number
 * must pass the Luhn check (ISO/IEC 7812-1, annex B). Neither proves that the account exists.
 */
export function findPayoutNumberProblem(kind: PayoutKindName, number: string): PayoutNumberProblem | null {
  if (!FORMS[kind].test(number)) return 'WRONG_FORM';
  const [shortest, longest] = LENGTHS[kind];
  const exact = kind === 'IBAN' ? IBAN_LENGTHS[number.slice(0, 2)] : undefined;
  if (number.length < shortest || number.length > longest || (exact !== undefined && number.length !== exact))
    return 'WRONG_LENGTH';
  const holds = kind === 'IBAN' ? remainderBy97(number) === 1 : passesLuhn(number);
  return holds ? null : 'WRONG_CHECK_DIGITS';
}

/** The last four characters: enough to tell two accounts apart, too little to pay into one. */
export function payoutEnding(number: string): string {
  return number.slice(-4);
}

function remainderBy97(iban: string): number {
  const moved = iban.slice(4) + iban.slice(0, 4);
  let remainder = 0;
  for (const character of moved) {
    const value = Number.parseInt(character, 36);
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }
  return remainder;
}

function passesLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, place) => {
    const value = Number(digit) * (place % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
