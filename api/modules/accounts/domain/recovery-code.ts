/** How many codes a person gets at a time. */
export const RECOVERY_CODES = 10;

/** Random bytes that one code is made of. */
export const RECOVERY_CODE_BYTES = 10;

/** Crockford's base 32: no two of its characters look alike. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const GROUP = 5;

/**
 * Writes a recovery code, five bits of each byte to a character: 50 bits, in two groups of five with a hyphen between, as
 * people copy it.
 * @throws RangeError unless there are ten bytes
 */
export function toRecoveryCode(bytes: Uint8Array): string {
  if (bytes.length !== RECOVERY_CODE_BYTES) throw new RangeError(`A code is made of ${RECOVERY_CODE_BYTES} bytes`);
  const characters = [...bytes].map((byte) => ALPHABET.charAt(byte % ALPHABET.length)).join('');
  return `${characters.slice(0, GROUP)}-${characters.slice(GROUP)}`;
}

/**
 * Reads a code as somebody typed it: in any case, with or without the hyphen and spaces, with O for 0 and I or L for 1.
 * Null when it cannot be one.
 */
export function readRecoveryCode(text: string): string | null {
  const typed = text.toLowerCase().replaceAll(/[\s-]/g, '').replaceAll('o', '0').replaceAll(/[il]/g, '1');
  const isCode = typed.length === RECOVERY_CODE_BYTES && [...typed].every((character) => ALPHABET.includes(character));
  return isCode ? `${typed.slice(0, GROUP)}-${typed.slice(GROUP)}` : null;
}
