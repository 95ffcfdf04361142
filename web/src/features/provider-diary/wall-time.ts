import { localDateOf } from '../../ui/formats';

/** `YYYY-MM-DDTHH:mm` on the wall clock of a zone, without the zone. */
export type WallTime = string;

const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('sv-SE', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  clocks.set(timeZone, made);
  return made;
}

/** What the wall clock of the zone shows at an instant. */
export function wallTimeOf(instant: string | number, timeZone: string): WallTime {
  return `${localDateOf(instant, timeZone)}T${clockOf(timeZone).format(new Date(instant))}`;
}

/**
 * The instant at which the wall clock of the zone shows this time, as an ISO string in UTC. `24:00` is the next midnight.
 * A time that is skipped in spring moves forward by the gap; one that comes twice in autumn is the first of the two.
 */
export function instantOf(date: string, time: string, timeZone: string): string {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const asUtc = Date.parse(`${date}T00:00:00Z`) + (hours * 60 + minutes) * 60_000;
  const shownAt = (instant: number): number => Date.parse(`${wallTimeOf(instant, timeZone)}:00Z`);
  const day = 86_400_000;
  const before = shownAt(asUtc - day) - (asUtc - day);
  const after = shownAt(asUtc + day) - (asUtc + day);
  const fitting = [asUtc - before, asUtc - after].filter((instant) => shownAt(instant) === asUtc);
  return new Date(fitting.length > 0 ? Math.min(...fitting) : asUtc - before).toISOString();
}

/** Whether the clocks of the zone are put forward or back on a date, and by how many minutes; null on ordinary days. */
export function clockChangeOn(
  date: string,
  timeZone: string,
): { direction: 'forward' | 'back'; minutes: number } | null {
  const [start, end] = ['00:00', '24:00'].map((time) => Date.parse(instantOf(date, time, timeZone)));
  const gained = ((end ?? 0) - (start ?? 0)) / 60_000 - 1440;
  return gained === 0 ? null : { direction: gained < 0 ? 'forward' : 'back', minutes: Math.abs(gained) };
}

/** Minutes since midnight; `24:00` is 1440. */
export function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

/** `HH:mm`; 1440 is `24:00`. */
export function timeOfMinutes(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
