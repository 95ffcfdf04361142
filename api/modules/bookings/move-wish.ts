import { required } from '../../kernel/required.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { listDiaries, listStandings } from '../availability/index.ts';
import type { SlotWish } from '../availability/index.ts';
import type { Provider } from '../providers/index.ts';
import type { CheckedVisit } from '../search/index.ts';
import { toCheckedVisit } from './booked-visit.ts';
import type { Booking } from './booking.entity.ts';
import { pointOf } from './hold-check.ts';

const MINUTE_MS = 60_000;

/** What the engine is asked about another time for a booked visit, its days left open. */
export interface MoveWish {
  readonly provider: Provider;
  readonly checked: CheckedVisit;
  readonly wish: Omit<SlotWish, 'from' | 'to'>;
}

/**
 * Reads what another time of an agreed visit depends on, between two instants. Its own time is taken out of the diary, so that the
 * new one may overlap it: the offered times and the check of a single one both start from here and cannot disagree.
 */
export async function readMoveWish(
  context: RequestContext,
  booking: Booking,
  range: { readonly start: Date; readonly end: Date },
): Promise<MoveWish> {
  const now = context.clock.now();
  const { provider, checked } = await toCheckedVisit(context, booking);
  const items = checked.visit.items.map(({ item }) => item);
  const [diaries, standings] = await Promise.all([
    listDiaries(context.em, [provider.id], { ...range, now }),
    listStandings(
      context.em,
      [provider],
      items.map(({ id }) => id),
    ),
  ]);
  const diary = required(diaries.get(provider.id), 'a diary');
  // Live visits of one provider never overlap, so the start names one.
  const ownStart = booking.startsAt.getTime() / MINUTE_MS;
  return {
    provider,
    checked,
    wish: {
      provider,
      standing: required(standings.get(provider.id), 'a standing'),
      diary: { ...diary, occupied: diary.occupied.filter(({ visitStart }) => visitStart !== ownStart) },
      region: checked.visit.region,
      plan: { items, minutes: checked.minutes, place: pointOf({ provider, checked }) },
      now,
    },
  };
}
