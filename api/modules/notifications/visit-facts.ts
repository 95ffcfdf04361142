import type { Locale } from '../../kernel/locale.ts';
import { required } from '../../kernel/required.ts';
import { localize } from '../../kernel/localized-text.ts';
import type { EntityManager } from '../../platform/database.ts';
import { Account, belongsTo } from '../accounts/index.ts';
import { Booking } from '../bookings/index.ts';
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
  readonly item: ServiceItem;
}

/** Null when the booking no longer exists. */
export async function findParties(em: EntityManager, bookingId: string): Promise<VisitParties | null> {
  const plain = { disableIdentityMap: true } as const;
  const booking = await em.findOne(Booking, { id: bookingId }, plain);
  if (booking === null) return null;
  const provider = await em.findOneOrFail(Provider, { id: booking.provider }, plain);
  const household = await em.findOneOrFail(Account, { id: booking.household }, plain);
  return {
    booking,
    provider,
    household,
    booker: await findBooker(em, booking, household),
    providerAccount: provider.account === null ? null : await em.findOne(Account, { id: provider.account }, plain),
    item: await em.findOneOrFail(ServiceItem, { id: required(booking.items[0], 'the first item').itemId }, plain),
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
  const { booking, household, provider, item } = parties;
  const when = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'zh-CN', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: booking.timeZone,
  });
  const fee = new Intl.NumberFormat(locale === 'en' ? 'en-GB' : 'zh-CN', {
    style: 'currency',
    currency: booking.storedQuote.currency,
    currencyDisplay: 'narrowSymbol',
  });
  return {
    reference: booking.reference,
    when: when.format(booking.startsAt),
    provider: localize(provider.displayName, locale),
    household: household.displayName,
    item: localize(item.name, locale),
    link: reader === 'HOUSEHOLD' ? `${publicUrl}/bookings/${booking.id}` : `${publicUrl}/pro`,
    fee: fee.format((booking.cancellationFeeAmount ?? 0) / 100),
    answerBy: booking.requestExpiresAt === null ? '' : when.format(booking.requestExpiresAt),
  };
}
