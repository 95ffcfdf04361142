import { isId } from '../../../kernel/ids.ts';
import { badUserInput } from '../../../platform/connection.ts';
import type { RequestContext } from '../../../platform/request-context.ts';
import { say } from '../../../platform/say.ts';
import { inUnitOfWork } from '../../../platform/unit-of-work.ts';
import { forbidden, householdRoleOn, lockHouseholds, requireViewer } from '../../accounts/index.ts';
import { listPayments } from '../../payments/index.ts';
import { Booking } from '../booking.entity.ts';
import { BookingState } from '../booking.enums.ts';
import { mayChange } from '../bookings.policy.ts';
import { payWhenNear } from './book-visit.ts';
import { BookingSeries } from './booking-series.entity.ts';
import type { ChangeSeriesCardInput } from './series.inputs.ts';
import { SeriesVisit } from './series-visit.entity.ts';

const plain = { disableIdentityMap: true } as const;

/** Has the visits that nobody paid for yet paid for by another card; one that is near already at once. */
export async function changeSeriesCard(context: RequestContext, input: ChangeSeriesCardInput): Promise<BookingSeries> {
  const viewer = requireViewer(context);
  return inUnitOfWork(context.em, async (em) => {
    await lockHouseholds(em, viewer.householdId);
    const series = isId(input.seriesId) ? await em.findOne(BookingSeries, { id: input.seriesId }, plain) : null;
    if (series === null || householdRoleOn(viewer, series.household) === null)
      throw badUserInput('input.seriesId', say(context, { en: 'There is no such series.', 'zh-CN': '没有这个系列。' }));
    if (!mayChange(viewer, series, 'HOUSEHOLD')) throw forbidden();
    const card = { paymentMethod: input.paymentMethod, cardVersion: series.cardVersion + 1 };
    await em.nativeUpdate(BookingSeries, { id: series.id }, card);
    const visits = await em.find(SeriesVisit, { series: series.id, booking: { $ne: null } }, plain);
    const ids = visits.flatMap(({ booking }) => booking ?? []);
    const paid = new Set((await listPayments(em, ids)).map(({ reference }) => reference));
    const unpaid = await em.find(
      Booking,
      { id: { $in: ids.filter((id) => !paid.has(id)) }, state: BookingState.CONFIRMED },
      plain,
    );
    for (const booking of unpaid) await payWhenNear(em, context.clock, booking);
    return { ...series, ...card };
  });
}
