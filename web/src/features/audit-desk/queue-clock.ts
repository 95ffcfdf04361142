export type ClockTone = 'late' | 'soon' | 'calm';

const minuteMs = 60_000;
/** Within this of its limit an item is urgent, within the next step it is worth a look. */
const lateMs = 4 * 60 * minuteMs;
const soonMs = 12 * 60 * minuteMs;

/** How urgent what is left until `dueAt` is. */
export function clockTone(dueAt: string, now: number): ClockTone {
  const left = Date.parse(dueAt) - now;
  return left < lateMs ? 'late' : left < soonMs ? 'soon' : 'calm';
}

/** Whether the limit has passed. */
export const isOverdue = (dueAt: string, now: number): boolean => Date.parse(dueAt) <= now;

/** Time left or overdue, without a sign: `3 h 10`, `19 h`, `45 min`; `3 小时 10 分`. Minutes only where they matter: below ten hours that are left. */
export function formatTimeLeft(dueAt: string, now: number, locale: string): string {
  const left = Math.abs(Date.parse(dueAt) - now);
  const total = Math.floor(left / minuteMs);
  const [hours, minutes] = [Math.floor(total / 60), total % 60];
  const isChinese = locale.startsWith('zh');
  if (hours === 0) return isChinese ? `${minutes} 分钟` : `${minutes} min`;
  const inHours = isChinese ? `${hours} 小时` : `${hours} h`;
  if (hours >= 10 || minutes === 0 || isOverdue(dueAt, now)) return inHours;
  return isChinese ? `${inHours} ${minutes} 分` : `${inHours} ${String(minutes).padStart(2, '0')}`;
}

/** How many of the items are within four hours of their limit, or over it. */
export const countLate = (dueDates: readonly string[], now: number): number =>
  dueDates.filter((dueAt) => clockTone(dueAt, now) === 'late').length;

/** What is left of a claim of 30 minutes, 1 … 0. */
export function claimShare(expiresAt: string, now: number): number {
  return Math.min(1, Math.max(0, (Date.parse(expiresAt) - now) / (30 * minuteMs)));
}
