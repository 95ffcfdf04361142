import { addDays } from '../../kernel/local-date.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { LocalizedText } from '../../kernel/localized-text.ts';
import { localDateAt } from '../../kernel/zoned-time.ts';
import type { Vault } from '../../platform/vault.ts';
import type { DemoIds } from './demo-ids.ts';
import type { SeededRandom } from './seeded-random.ts';

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** What every part of the marketplace is made from. */
export interface DemoContext {
  readonly now: Date;
  readonly ids: DemoIds;
  readonly random: SeededRandom;
  readonly vault: Vault;
}

/** The regions of the demo. */
export type RegionCode = 'hangzhou' | 'london';

/** A text in both languages, short enough to write lists of. */
export function text(en: string, zh: string): LocalizedText {
  return { en, 'zh-CN': zh };
}

export function daysFrom(now: Date, days: number): Date {
  return new Date(now.getTime() + days * DAY_MS);
}

/** The local date so many days after today's in the zone. */
export function dateFrom(now: Date, days: number, timeZone: string): LocalDate {
  return addDays(localDateAt(now, timeZone), days);
}

/** The one with that key. Content names things by code; a code without a thing is a mistake in the content. */
export function required<K, V>(map: ReadonlyMap<K, V>, key: K): V {
  const value = map.get(key);
  if (value === undefined) throw new RangeError(`the demo content names ${String(key)}, which it does not define`);
  return value;
}
