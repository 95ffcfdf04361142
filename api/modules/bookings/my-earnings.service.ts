import type { Money } from '../../kernel/money.ts';
import { addDays, weekdayOf } from '../../kernel/local-date.ts';
import { localDateAt } from '../../kernel/zoned-time.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { localDay } from '../availability/index.ts';
import { Region } from '../catalog/index.ts';
import { readOwed, sumEarned } from '../payments/index.ts';
import type { Provider } from '../providers/index.ts';
import { Booking } from './booking.entity.ts';
import { BookingState } from './booking.enums.ts';
import type { Earnings } from './earnings.type.ts';
import { expectedEarnings } from './expected-earnings.ts';
import { OBJECTION_MS } from './domain/transition-guards.ts';

const AGREED = [BookingState.CONFIRMED, BookingState.EN_ROUTE, BookingState.IN_PROGRESS];
const MINUTE_MS = 60_000;

/** What the provider earned, what is owed to them and what is to come, in the currency of their region. */
export async function myEarnings(context: RequestContext, provider: Provider): Promise<Earnings> {
  const { timeZone, currency } = await context.loaders.get(Region, provider.region);
  const now = context.clock.now();
  const today = localDateAt(now, timeZone);
  const monday = addDays(today, 1 - weekdayOf(today));
  const startOf = (date: string): Date => new Date(localDay(date, timeZone).start * MINUTE_MS);
  const since = { today: startOf(today), week: startOf(monday), waiting: new Date(now.getTime() - OBJECTION_MS) };
  const [earned, owed, visits] = await Promise.all([
    sumEarned(context.em, provider.id, currency, since),
    readOwed(context.em, provider.id, currency),
    context.em.find(
      Booking,
      { provider: provider.id, state: { $in: AGREED }, endsAt: { $gt: now } },
      { disableIdentityMap: true },
    ),
  ]);
  const inCurrency = (amount: number): Money => ({ amount, currency });
  return {
    provider: provider.id,
    timeZone,
    today: inCurrency(earned.today),
    week: inCurrency(earned.week),
    owed: inCurrency(owed),
    waiting: inCurrency(earned.waiting),
    ahead: inCurrency(visits.reduce((sum, visit) => sum + expectedEarnings(visit).amount, 0)),
  };
}
