/** A wall-clock time without a date or a zone, `HH:MM`, 00:00–23:59. As text it sorts in time order. */
export type LocalTime = string;

const SHAPE = /^([01]\d|2[0-3]):([0-5]\d)$/;

/** Whether the value is a time from 00:00 to 23:59 written with two digits each. */
export function isLocalTime(value: unknown): value is LocalTime {
  return typeof value === 'string' && SHAPE.test(value);
}

/** Reads `HH:MM`, and `HH:MM:00` as PostgreSQL writes it. Throws `RangeError` for anything else. */
export function parseLocalTime(text: string): LocalTime {
  const short = text.endsWith(':00') && text.length === 8 ? text.slice(0, 5) : text;
  if (!isLocalTime(short)) throw new RangeError(`${JSON.stringify(text)} is not a time written HH:MM`);
  return short;
}

/** Negative if `a` is earlier in the day than `b`, positive if later, 0 if the same. */
export function compareLocalTimes(a: LocalTime, b: LocalTime): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Minutes after midnight on the clock's face, 0–1439. Throws `RangeError` for an impossible time. */
export function minutesOfDay(time: LocalTime): number {
  const match = SHAPE.exec(time);
  if (!match) throw new RangeError(`${JSON.stringify(time)} is not a time written HH:MM`);
  return Number(match[1]) * 60 + Number(match[2]);
}
