import { LockMode } from '@mikro-orm/core';
import { isId } from '../../../kernel/ids.ts';
import { badUserInput } from '../../../platform/connection.ts';
import type { EntityManager } from '../../../platform/database.ts';
import type { RequestContext } from '../../../platform/request-context.ts';
import { say } from '../../../platform/say.ts';
import { forbidden, householdRoleOn, requireViewer, runsHousehold } from '../../accounts/index.ts';
import { Booking } from '../booking.entity.ts';
import { BookingState } from '../booking.enums.ts';
import { canTransition } from '../domain/transitions.ts';
import { BookingSeries } from './booking-series.entity.ts';
import { SeriesScope, SeriesVisitStatus } from './series.enums.ts';
import { SeriesVisit } from './series-visit.entity.ts';

const plain = { disableIdentityMap: true } as const;

/** A date of a series that can still change, with its booking where it has one. */
export interface OpenVisit {
  readonly visit: SeriesVisit;
  /** Null for a date that is not reserved. */
  readonly booking: Booking | null;
  /** When it is to begin as things stand. */
  readonly start: Date;
}

/**
 * The series of a date that whoever asks may change: the household's own, by those who run it and by who accepted it.
 * @throws BAD_USER_INPUT for any other, as for none.
 */
export async function requireOwnSeries(
  em: EntityManager,
  context: RequestContext,
  seriesVisitId: string,
  field: string,
): Promise<{ readonly series: BookingSeries; readonly visit: SeriesVisit }> {
  const viewer = requireViewer(context);
  const visit = isId(seriesVisitId) ? await em.findOne(SeriesVisit, { id: seriesVisitId }, plain) : null;
  const series = visit === null ? null : await em.findOne(BookingSeries, { id: visit.series }, plain);
  const role = series === null ? null : householdRoleOn(viewer, series.household);
  if (series === null || visit === null || role === null)
    throw badUserInput(
      field,
      say(context, { en: 'There is no such date of a series.', 'zh-CN': '没有这个系列日期。' }),
    );
  if (!runsHousehold(role) && series.bookedBy !== viewer.accountId) throw forbidden();
  return { series, visit };
}

/**
 * The dates of the scope that can still change, first to last; locked in one order where they are to change. Visits that have begun
 * or are over, and dates that were left out, are none of them.
 */
export async function listOpenVisits(
  em: EntityManager,
  now: Date,
  { visit, scope }: { readonly visit: SeriesVisit; readonly scope: SeriesScope },
  isLocked: boolean,
): Promise<OpenVisit[]> {
  const lock = isLocked ? { lockMode: LockMode.PESSIMISTIC_WRITE as const } : {};
  const visits = await em.find(
    SeriesVisit,
    { series: visit.series, ...(scope === SeriesScope.ONE ? { id: visit.id } : {}) },
    { ...plain, ...lock, orderBy: { id: 'asc' } },
  );
  const ids = visits.flatMap(({ booking }) => booking ?? []);
  const bookings = await em.find(Booking, { id: { $in: ids } }, { ...plain, ...lock, orderBy: { id: 'asc' } });
  const bookingOf = new Map(bookings.map((booking) => [booking.id, booking]));
  const all = visits.map((one): OpenVisit => {
    const booking = one.booking === null ? null : (bookingOf.get(one.booking) ?? null);
    return { visit: one, booking, start: booking?.startsAt ?? one.startsAt };
  });
  const from = all.find((one) => one.visit.id === visit.id)?.start ?? visit.startsAt;
  return all
    .filter((one) => isOpen(one, now) && (scope !== SeriesScope.FOLLOWING || one.start >= from))
    .toSorted((a, b) => a.start.getTime() - b.start.getTime());
}

function isOpen({ visit, booking, start }: OpenVisit, now: Date): boolean {
  if (booking === null) return visit.status !== SeriesVisitStatus.SKIPPED;
  return canTransition(booking.state, BookingState.CANCELLED, 'HOUSEHOLD') && start > now;
}
