import { LockMode } from '@mikro-orm/core';
import { required } from '../../../kernel/required.ts';
import type { Clock } from '../../../kernel/clock.ts';
import type { EntityManager } from '../../../platform/database.ts';
import type { Vault } from '../../../platform/vault.ts';
import { listDiaries, listStandings } from '../../availability/index.ts';
import { Holiday, Region, ServiceItem } from '../../catalog/index.ts';
import { Provider } from '../../providers/index.ts';
import { Booking, SEALED_BOOKING } from '../booking.entity.ts';
import type { UnsealedBooking } from '../booking.entity.ts';
import type { SeriesVisitTerms } from './book-visit.ts';
import type { BookingSeries } from './booking-series.entity.ts';
import type { DatesQuestion } from './judge-dates.ts';
import { SeriesVisit } from './series-visit.entity.ts';

const plain = { disableIdentityMap: true } as const;
const MARGIN_MS = 8 * 86_400_000;

/** A series with everything that a further visit of it is reserved by. */
export interface SeriesAtHand {
  readonly series: BookingSeries;
  readonly provider: Provider;
  readonly region: Region;
  readonly items: readonly ServiceItem[];
  /** Its latest visit, from which a further one takes over place and notes. */
  readonly latest: UnsealedBooking;
}

/** Reads a series for reserving further visits of it. */
export async function readSeriesAtHand(em: EntityManager, vault: Vault, series: BookingSeries): Promise<SeriesAtHand> {
  const provider = await em.findOneOrFail(Provider, { id: series.provider }, plain);
  const region = await em.findOneOrFail(Region, { id: series.region }, plain);
  const itemIds = series.items.map(({ itemId }) => itemId);
  const items = await em.find(ServiceItem, { id: { $in: itemIds } }, plain);
  const visits = await em.find(SeriesVisit, { series: series.id, booking: { $ne: null } }, plain);
  const ids = visits.flatMap(({ booking }) => booking ?? []);
  const [latest] = await em.find(Booking, { id: { $in: ids } }, { ...plain, orderBy: { startsAt: 'desc' }, limit: 1 });
  const last = required(latest, 'a visit of the series');
  return {
    series,
    provider,
    region,
    items: itemIds.map((id) =>
      required(
        items.find((item) => item.id === id),
        'an item',
      ),
    ),
    latest: { ...last, ...vault.openRow(SEALED_BOOKING, last) },
  };
}

/** What a further visit of the series has in common with the others. */
export function termsOf({ series, region, items, latest }: SeriesAtHand): SeriesVisitTerms {
  return {
    providerId: series.provider,
    householdId: series.household,
    bookedBy: series.bookedBy,
    region,
    items,
    bookedItems: series.items,
    minutes: series.minutes,
    venue: latest.venue,
    point: { latitude: latest.latitude, longitude: latest.longitude },
    // What was wiped after its time is empty, not null.
    addressLine: latest.addressLine || null,
    district: latest.district || null,
    doorNote: latest.doorNote || null,
    note: latest.note || null,
  };
}

/** What dates of the series are judged by, as `em` sees it. */
export async function readQuestionOf(
  em: EntityManager,
  clock: Clock,
  { series, provider, region, items, latest }: SeriesAtHand,
  starts: readonly Date[],
): Promise<DatesQuestion> {
  const times = starts.map((start) => start.getTime());
  const now = clock.now();
  const range = { start: new Date(Math.min(...times) - MARGIN_MS), end: new Date(Math.max(...times) + MARGIN_MS), now };
  const itemIds = items.map(({ id }) => id);
  const standings = await listStandings(em, [provider], itemIds);
  const diaries = await listDiaries(em, [provider.id], range);
  const holidays = await em.find(Holiday, { region: region.id }, plain);
  return {
    provider,
    standing: required(standings.get(provider.id), 'a standing'),
    diary: required(diaries.get(provider.id), 'a diary'),
    region,
    holidays: holidays.map(({ date }) => date),
    plan: {
      items,
      minutes: series.minutes,
      place: { latitude: latest.latitude, longitude: latest.longitude },
    },
    now,
  };
}

/** The date, locked until the transaction ends. */
export async function lockSeriesVisit(em: EntityManager, id: string): Promise<SeriesVisit | null> {
  return em.findOne(SeriesVisit, { id }, { ...plain, lockMode: LockMode.PESSIMISTIC_WRITE });
}
