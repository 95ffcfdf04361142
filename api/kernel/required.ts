/**
 * The value, where it must exist by what went before: a row that an insert returned, an entry that was put into the map.
 * Throws with the name of what is missing otherwise, since then the program itself is wrong.
 */
export function required<T>(value: T | null | undefined, what: string): T {
  if (value === null || value === undefined) throw new Error(`${what} is missing`);
  return value;
}
