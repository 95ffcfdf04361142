import { isLocale } from '../../kernel/locale.ts';
import type { Locale } from '../../kernel/locale.ts';
import { localize } from '../../kernel/localized-text.ts';
import { required } from '../../kernel/required.ts';
import type { JobContext } from '../../platform/module.ts';
import { Account, belongsTo } from '../accounts/index.ts';
import { WaitlistEntry, WaitlistOffer, WaitlistOfferStatus } from '../bookings/index.ts';
import { Region, ServiceItem } from '../catalog/index.ts';
import { Provider } from '../providers/index.ts';
import { queueDelivery } from './write-deliveries.ts';

const plain = { disableIdentityMap: true } as const;

interface Facts {
  readonly item: string;
  readonly link: string;
}

interface OfferFacts extends Facts {
  readonly provider: string;
  readonly when: string;
  /** Time of day until which the offer is kept. */
  readonly until: string;
}

type Template<F> = Readonly<Record<Locale, (facts: F) => { readonly subject: string; readonly body: string }>>;

const OFFERED: Template<OfferFacts> = {
  en: (f) => ({
    subject: `A time is free: ${f.item}, ${f.when}`,
    body: `${f.provider} is free for ${f.item} on ${f.when}. The time is kept for you alone until ${f.until}: ${f.link}`,
  }),
  'zh-CN': (f) => ({
    subject: `有空闲时间了：${f.item}，${f.when}`,
    body: `${f.provider}可于 ${f.when} 提供${f.item}服务，该时间为您单独保留至 ${f.until}：${f.link}`,
  }),
};

const ENDED: Template<Facts> = {
  en: (f) => ({
    subject: `No longer waiting: ${f.item}`,
    body: `Your place on the waitlist for ${f.item} has ended without a visit. Look for other days: ${f.link}`,
  }),
  'zh-CN': (f) => ({
    subject: `等候已结束：${f.item}`,
    body: `您对${f.item}的等候已结束，未能约到时间。可以看看其他日期：${f.link}`,
  }),
};

/** Tells whoever joined that a time is kept; an offer that was answered meanwhile is not told of. */
export async function writeWaitlistOfferNotice(context: JobContext, offerId: string): Promise<void> {
  const offer = await context.em.findOne(WaitlistOffer, { id: offerId }, plain);
  if (offer?.status !== WaitlistOfferStatus.OPEN || offer.expiresAt <= context.clock.now()) return;
  const { account, locale, facts, timeZone } = await readEntry(context, offer.entry);
  if (account === null) return;
  const provider = await context.em.findOneOrFail(Provider, { id: offer.provider }, plain);
  const format = (options: Intl.DateTimeFormatOptions, instant: Date): string =>
    new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'zh-CN', {
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      timeZone,
      ...options,
    }).format(instant);
  const words = OFFERED[locale]({
    ...facts,
    provider: localize(provider.displayName, locale),
    when: format({ weekday: 'short', day: 'numeric', month: 'short' }, offer.startsAt),
    until: format({}, offer.expiresAt),
  });
  await queueDelivery(context, {
    dedupeKey: `${offer.id}:waitlist-offer`,
    kind: 'waitlist-offer',
    account,
    bookingId: null,
    ...words,
  });
}

/** Tells whoever joined that the wait is over. */
export async function writeWaitlistEndedNotice(context: JobContext, entryId: string): Promise<void> {
  const { account, locale, facts } = await readEntry(context, entryId);
  if (account === null) return;
  await queueDelivery(context, {
    dedupeKey: `${entryId}:waitlist-ended`,
    kind: 'waitlist-ended',
    account,
    bookingId: null,
    ...ENDED[locale](facts),
  });
}

async function readEntry(
  { em, publicUrl }: JobContext,
  entryId: string,
): Promise<{
  readonly account: Account | null;
  readonly locale: Locale;
  readonly facts: Facts;
  readonly timeZone: string;
}> {
  const entry = await em.findOneOrFail(WaitlistEntry, { id: entryId }, plain);
  const { joinedBy, household } = entry;
  const isOfHousehold = joinedBy !== null && (joinedBy === household || (await belongsTo(em, joinedBy, household)));
  const account = await em.findOne(Account, { id: isOfHousehold ? joinedBy : household }, plain);
  const locale = account !== null && isLocale(account.locale) ? account.locale : 'en';
  const item = await em.findOneOrFail(ServiceItem, { id: required(entry.items[0], 'an item').itemId }, plain);
  const { timeZone } = await em.findOneOrFail(Region, { id: entry.region }, plain);
  return { account, locale, timeZone, facts: { item: localize(item.name, locale), link: `${publicUrl}/waitlist` } };
}
