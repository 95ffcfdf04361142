import type { Locale } from '../../kernel/locale.ts';
import { isLocale } from '../../kernel/locale.ts';
import { localize } from '../../kernel/localized-text.ts';
import type { JobContext } from '../../platform/module.ts';
import { Voucher } from '../loyalty/index.ts';
import { findParties } from './visit-facts.ts';
import { queueDelivery } from './write-deliveries.ts';

interface Facts {
  readonly provider: string;
  readonly amount: string;
  readonly until: string;
  readonly link: string;
}

const WORDS: Readonly<Record<Locale, (facts: Facts) => { readonly subject: string; readonly body: string }>> = {
  en: (f) => ({
    subject: `A voucher of ${f.amount} for you`,
    body: `${f.provider} called your visit off. Your next visit costs ${f.amount} less if you choose the voucher when you pay, until ${f.until}. ${f.link}`,
  }),
  'zh-CN': (f) => ({
    subject: `送您一张 ${f.amount} 代金券`,
    body: `${f.provider}取消了您的预约。下次付款时选择该代金券可减 ${f.amount}，有效期至 ${f.until}。${f.link}`,
  }),
};

/** Tells whoever booked the visit that its household was given a voucher. */
export async function writeVoucherNotice(context: JobContext, voucherId: string): Promise<void> {
  const voucher = await context.em.findOneOrFail(Voucher, { id: voucherId }, { disableIdentityMap: true });
  const parties = await findParties(context.em, voucher.issuedFor);
  if (parties === null) return;
  const { booking, booker, provider } = parties;
  const locale = isLocale(booker.locale) ? booker.locale : 'en';
  const language = locale === 'en' ? 'en-GB' : 'zh-CN';
  const money = new Intl.NumberFormat(language, {
    style: 'currency',
    currency: voucher.currency,
    currencyDisplay: 'narrowSymbol',
  });
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: booking.timeZone });
  await queueDelivery(context, {
    dedupeKey: `${voucher.id}:voucher-issued`,
    kind: 'voucher-issued',
    account: booker,
    bookingId: booking.id,
    ...WORDS[locale]({
      provider: localize(provider.displayName, locale),
      amount: money.format(voucher.amountMinor / 100),
      until: day.format(voucher.expiresAt),
      link: `${context.publicUrl}/bookings/${booking.id}`,
    }),
  });
}
