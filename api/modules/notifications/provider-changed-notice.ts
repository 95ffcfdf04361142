import { isLocale } from '../../kernel/locale.ts';
import type { Locale } from '../../kernel/locale.ts';
import { localize } from '../../kernel/localized-text.ts';
import type { JobContext } from '../../platform/module.ts';
import { Account } from '../accounts/index.ts';
import { Provider } from '../providers/index.ts';
import type { VisitFacts } from './message-kinds.ts';
import { findParties, toFacts, toPrice, toWhen } from './visit-facts.ts';
import { queueDelivery } from './write-deliveries.ts';

interface ChangeFacts extends VisitFacts {
  readonly former: string;
  /** When they were to come, formatted like `when`. */
  readonly formerWhen: string;
  /** What the visit costs now, formatted. */
  readonly price: string;
}

type Template = Readonly<Record<Locale, (facts: ChangeFacts) => { readonly subject: string; readonly body: string }>>;

const TO_HOUSEHOLD: Template = {
  en: (f) => ({
    subject: `${f.provider} comes instead: ${f.when}`,
    body: `${f.provider} comes on ${f.when} for ${f.item} (${f.reference}) instead of ${f.former}, for ${f.price}. ${f.link}`,
  }),
  'zh-CN': (f) => ({
    subject: `改由${f.provider}上门：${f.when}`,
    body: `${f.provider}将代替${f.former}于 ${f.when} 上门，服务：${f.item}（${f.reference}），价格 ${f.price}。${f.link}`,
  }),
};

const TO_NEW: Template = {
  en: (f) => ({
    subject: `New visit: ${f.when}`,
    body: `${f.household} chose you for ${f.item} on ${f.when} (${f.reference}). ${f.link}`,
  }),
  'zh-CN': (f) => ({
    subject: `新预约：${f.when}`,
    body: `${f.household}选择由您在 ${f.when} 提供${f.item}服务（${f.reference}）。${f.link}`,
  }),
};

const TO_FORMER: Template = {
  en: (f) => ({
    subject: `No longer yours: ${f.formerWhen}`,
    body: `${f.household} chose somebody else for the visit ${f.reference} on ${f.formerWhen}. The time is free again. ${f.link}`,
  }),
  'zh-CN': (f) => ({
    subject: `预约已改由他人承接：${f.formerWhen}`,
    body: `${f.household}在 ${f.formerWhen} 的预约（${f.reference}）已改由他人承接，该时段已恢复空闲。${f.link}`,
  }),
};

export interface ChangedProvider {
  readonly bookingId: string;
  readonly generation: number;
  readonly formerProvider: string;
  readonly formerStart: string;
}

/** Tells the household who comes, whoever comes of their new visit, and whoever was to come that they need not. */
export async function writeProviderChangedNotice(context: JobContext, changed: ChangedProvider): Promise<void> {
  const { bookingId, generation, formerProvider, formerStart } = changed;
  const parties = await findParties(context.em, bookingId);
  if (parties === null) return;
  const plain = { disableIdentityMap: true } as const;
  const former = await context.em.findOneOrFail(Provider, { id: formerProvider }, plain);
  const account = former.account === null ? null : await context.em.findOne(Account, { id: former.account }, plain);
  const { timeZone, storedQuote } = parties.booking;
  const readers = [
    { reader: 'HOUSEHOLD', account: parties.booker, words: TO_HOUSEHOLD },
    { reader: 'NEW', account: parties.providerAccount, words: TO_NEW },
    { reader: 'FORMER', account, words: TO_FORMER },
  ] as const;
  for (const { reader, account: to, words } of readers) {
    if (to === null) continue;
    const locale = isLocale(to.locale) ? to.locale : 'en';
    await queueDelivery(context, {
      dedupeKey: `${bookingId}:provider-changed:${generation}:${reader}`,
      kind: 'provider-changed',
      account: to,
      bookingId,
      ...words[locale]({
        ...toFacts(parties, locale, context.publicUrl, reader === 'HOUSEHOLD' ? 'HOUSEHOLD' : 'PROVIDER'),
        former: localize(former.displayName, locale),
        formerWhen: toWhen(new Date(formerStart), timeZone, locale),
        price: toPrice({ amount: storedQuote.total, currency: storedQuote.currency }, locale),
      }),
    });
  }
}
