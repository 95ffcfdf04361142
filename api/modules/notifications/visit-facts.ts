import type { Locale } from '../../kernel/locale.ts';
import type { Money } from '../../kernel/money.ts';
import { required } from '../../kernel/required.ts';
import { localize } from '../../kernel/localized-text.ts';
import type { EntityManager } from '../../platform/database.ts';
import { Account, belongsTo } from '../accounts/index.ts';
import { Booking, Visit, VisitExtra } from '../bookings/index.ts';
import { ServiceItem } from '../catalog/index.ts';
import { Provider } from '../providers/index.ts';
import type { VisitFacts } from './message-kinds.ts';

/** A booking with the people it concerns, read afresh. */
export interface VisitParties {
  readonly booking: Booking;
  /** Names the household to the provider. */
  readonly household: Account;
  /** Who of the household is told: who booked, or the owner once they have left. */
  readonly booker: Account;
  readonly provider: Provider;
  /** Null for a provider without an account. */
  readonly providerAccount: Account | null;
  /** What is done, in the order booked. */
  readonly items: readonly ServiceItem[];
  /** Null before the day of the visit. */
  readonly visit: Visit | null;
  /** What is proposed or agreed beyond the booking, where a message is about that. */
  readonly extra: VisitExtra | null;
}

/** Null when the booking no longer exists. */
export async function findParties(
  em: EntityManager,
  bookingId: string,
  extraId: string | null = null,
): Promise<VisitParties | null> {
  const plain = { disableIdentityMap: true } as const;
  const booking = await em.findOne(Booking, { id: bookingId }, plain);
  if (booking === null) return null;
  const provider = await em.findOneOrFail(Provider, { id: booking.provider }, plain);
  const found = await em.find(ServiceItem, { id: { $in: booking.items.map(({ itemId }) => itemId) } }, plain);
  const household = await em.findOneOrFail(Account, { id: booking.household }, plain);
  return {
    booking,
    provider,
    household,
    booker: await findBooker(em, booking, household),
    providerAccount: provider.account === null ? null : await em.findOne(Account, { id: provider.account }, plain),
    items: booking.items.map(({ itemId }) =>
      required(
        found.find(({ id }) => id === itemId),
        'an item',
      ),
    ),
    visit: await em.findOne(Visit, { booking: booking.id }, plain),
    extra: extraId === null ? null : await em.findOne(VisitExtra, { id: extraId, booking: booking.id }, plain),
  };
}

async function findBooker(em: EntityManager, { bookedBy }: Booking, household: Account): Promise<Account> {
  if (bookedBy === null || bookedBy === household.id || !(await belongsTo(em, bookedBy, household.id)))
    return household;
  return em.findOneOrFail(Account, { id: bookedBy }, { disableIdentityMap: true });
}

/** What a message can say, in the reader's language and the visit's own zone. */
export function toFacts(
  parties: VisitParties,
  locale: Locale,
  publicUrl: string,
  reader: 'HOUSEHOLD' | 'PROVIDER',
): VisitFacts {
  const { booking, household, provider, items, visit, extra } = parties;
  const { currency } = booking.storedQuote;
  const hour = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'zh-CN', {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: booking.timeZone,
  });
  return {
    reference: booking.reference,
    when: toWhen(booking.startsAt, booking.timeZone, locale),
    provider: localize(provider.displayName, locale),
    household: household.displayName,
    item: items.map(({ name }) => localize(name, locale)).join(locale === 'en' ? ' + ' : '、'),
    link: reader === 'HOUSEHOLD' ? `${publicUrl}/bookings/${booking.id}` : `${publicUrl}/pro`,
    fee: toPrice({ amount: booking.cancellationFeeAmount ?? 0, currency }, locale),
    eta: visit?.eta ? hour.format(visit.eta) : '',
    extra:
      extra === null ? '' : `${localize(extra.label, locale)}, ${toPrice({ amount: extra.amount, currency }, locale)}`,
    answerBy: booking.requestExpiresAt === null ? '' : toWhen(booking.requestExpiresAt, booking.timeZone, locale),
  };
}

/** Minor units of a currency, in the reader's language. */
export function toPrice({ amount, currency }: Money, locale: Locale): string {
  return new Intl.NumberFormat(locale === 'en' ? 'en-GB' : 'zh-CN', {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
  }).format(amount / 100);
}

/** Day and time on the clock of a zone, in the reader's language. */
export function toWhen(instant: Date, timeZone: string, locale: Locale): string {
  return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'zh-CN', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  }).format(instant);
}
