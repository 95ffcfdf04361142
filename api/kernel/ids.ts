import { v5, v7, validate } from 'uuid';

/** A new UUIDv7, lower case: ids made later sort later, to the millisecond. */
export function newId(): string {
  return v7();
}

/** Whether the value is a well-formed UUID of any version, so that it can be looked up in a `uuid` column. */
export function isId(value: unknown): value is string {
  return typeof value === 'string' && validate(value);
}

const NAMES = '6f0e8a52-3c1d-4a7b-9a55-0d6c1f2b7e94';

/** The id of what that name stands for: the same name has the same id, everywhere and always (UUID version 5). */
export function idOfName(name: string): string {
  return v5(name, NAMES);
}
