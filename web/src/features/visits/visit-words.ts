import type { BookingState, VisitSummaryFragment } from '@/generated/graphql';
import { daysBetween, localDateOf } from '@/ui/formats';

export type VisitTone = 'ok' | 'warm' | 'warn' | 'bad' | 'plain';

const tones: Partial<Record<BookingState, VisitTone>> = {
  CONFIRMED: 'ok',
  EN_ROUTE: 'warm',
  IN_PROGRESS: 'warm',
  REQUESTED: 'warn',
  HELD: 'warn',
  CANCELLED: 'bad',
  DECLINED: 'bad',
  NO_SHOW: 'bad',
};

export const toneOf = (state: BookingState): VisitTone => tones[state] ?? 'plain';

/** How far away the visit is on the calendar of its own zone; negative days are over. */
export function distanceInDays(visit: Pick<VisitSummaryFragment, 'start' | 'timeZone'>, now: number): number {
  return daysBetween(localDateOf(now, visit.timeZone), localDateOf(visit.start, visit.timeZone));
}

/** The same services again, for the link that books once more. */
export function repeatItems(
  visit: Pick<VisitSummaryFragment, 'items'>,
): { itemId: string; units?: number; optionIds: string[] }[] {
  return visit.items.map(({ item, units, options }) => ({
    itemId: item.id,
    ...(item.priceModel === 'FIXED' ? {} : { units }),
    optionIds: options.map(({ id }) => id),
  }));
}
