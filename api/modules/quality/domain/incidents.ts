const HOUR_MS = 3_600_000;

/** A provider who calls a visit off later than this before its start leaves the household little time to find somebody else (G5). */
const LATE_MS = 24 * HOUR_MS;

/** Whether calling off at that instant is so late that it is kept on record. Exactly 24 elapsed hours before the start is not. */
export function isLateCancellation(at: Date, start: Date): boolean {
  return start.getTime() - at.getTime() < LATE_MS;
}
