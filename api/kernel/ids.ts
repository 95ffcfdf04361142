import { v7, validate } from 'uuid';

/** A new UUIDv7, lower case: ids made later sort later, to the millisecond. */
export function newId(): string {
  return v7();
}

/** Whether the value is a well-formed UUID of any version, so that it can be looked up in a `uuid` column. */
export function isId(value: unknown): value is string {
  return typeof value === 'string' && validate(value);
}
