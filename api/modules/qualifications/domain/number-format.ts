const LONGEST_FORMAT = 60;

type Part = { readonly kind: 'digit' | 'letter' | 'either' } | { readonly kind: 'literal'; readonly text: string };

/**
 * How a number has to look, without regular expressions, so that what an operator writes can never take long to check:
 * `#` is a digit, `@` a Latin letter, `*` a digit or letter, `\` makes the next character stand for itself, and every other
 * character is itself. Null where the text is no format: empty, longer than 60 characters, ending in `\`, or without a place
 * that varies.
 */
export function parseNumberFormat(format: string): readonly Part[] | null {
  const characters = [...format];
  if (characters.length === 0 || characters.length > LONGEST_FORMAT) return null;
  const parts: Part[] = [];
  for (let index = 0; index < characters.length; index += 1) {
    const character = characters[index] ?? '';
    if (character === '\\') {
      const next = characters[(index += 1)];
      if (next === undefined) return null;
      parts.push({ kind: 'literal', text: next });
    } else {
      parts.push(toPart(character));
    }
  }
  return parts.some(({ kind }) => kind !== 'literal') ? parts : null;
}

/** Whether the number, without spaces around it, has one of the formats; any will do where none is given. Letters' case does not matter. */
export function fitsNumberFormats(number: string, formats: readonly string[]): boolean {
  if (formats.length === 0) return true;
  const characters = [...number.trim()];
  return formats.some((format) => {
    const parts = parseNumberFormat(format);
    return (
      parts !== null &&
      parts.length === characters.length &&
      parts.every((part, index) => fits(part, characters[index]))
    );
  });
}

function toPart(character: string): Part {
  if (character === '#') return { kind: 'digit' };
  if (character === '@') return { kind: 'letter' };
  return character === '*' ? { kind: 'either' } : { kind: 'literal', text: character };
}

function fits(part: Part, character = ''): boolean {
  switch (part.kind) {
    case 'digit':
      return /^[0-9]$/.test(character);
    case 'letter':
      return /^[A-Za-z]$/.test(character);
    case 'either':
      return /^[0-9A-Za-z]$/.test(character);
    case 'literal':
      return part.text.toLowerCase() === character.toLowerCase();
  }
}
