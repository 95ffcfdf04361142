import { isLocale } from '../../kernel/locale.ts';
import type { Locale } from '../../kernel/locale.ts';
import type { JobContext } from '../../platform/module.ts';
import type { Account } from '../accounts/index.ts';
import { SeriesVisit } from '../bookings/index.ts';
import type { VisitFacts } from './message-kinds.ts';
import { findParties, toFacts, toWhen } from './visit-facts.ts';
import { queueDelivery } from './write-deliveries.ts';

type SeriesMessageKind =
  'series-accepted' | 'series-date-failed' | 'series-payment-failed' | 'series-cancelled' | 'series-moved';

interface SeriesFacts extends VisitFacts {
  readonly visits: number;
}

interface Words {
  readonly subject: string;
  readonly body: string;
}

type Templates = Readonly<Record<Locale, (facts: SeriesFacts) => Words>>;

const HOUSEHOLD: Readonly<Record<SeriesMessageKind, Templates>> = {
  'series-accepted': {
    en: (f) => ({
      subject: `Booked: ${f.item}, ${f.visits} visits`,
      body: `${f.provider} comes ${f.visits} times for ${f.item}, first on ${f.when}. All dates, and how to skip or move one: ${f.link}`,
    }),
    'zh-CN': (f) => ({
      subject: `系列预约成功：${f.item}，共 ${f.visits} 次`,
      body: `${f.provider}将上门 ${f.visits} 次，服务：${f.item}，首次：${f.when}。查看全部日期、跳过或改期：${f.link}`,
    }),
  },
  'series-date-failed': {
    en: (f) => ({
      subject: `Not free: ${f.provider}, ${f.when}`,
      body: `Your visit of ${f.when} with ${f.provider} could not be reserved. Choose another time or leave it out: ${f.link}`,
    }),
    'zh-CN': (f) => ({
      subject: `有一次未能预约：${f.when}`,
      body: `您与${f.provider}在 ${f.when} 的服务未能预约成功，请另选时间或跳过：${f.link}`,
    }),
  },
  'series-payment-failed': {
    en: (f) => ({
      subject: `Card refused: ${f.when}`,
      body: `Your bank refused the card for the visit of ${f.when} with ${f.provider}. Choose another card: ${f.link}`,
    }),
    'zh-CN': (f) => ({
      subject: `银行卡被拒：${f.when}`,
      body: `您与${f.provider}在 ${f.when} 的服务付款被银行拒绝，请更换银行卡：${f.link}`,
    }),
  },
  'series-cancelled': {
    en: (f) => ({
      subject: `Cancelled: ${f.visits} visits of ${f.provider}`,
      body: `${f.visits} visits of ${f.provider} are cancelled, the first of them on ${f.when}. ${f.link}`,
    }),
    'zh-CN': (f) => ({
      subject: `已取消 ${f.visits} 次服务`,
      body: `您与${f.provider}的 ${f.visits} 次服务已取消，其中首次为 ${f.when}。${f.link}`,
    }),
  },
  'series-moved': {
    en: (f) => ({
      subject: `New times: ${f.visits} visits of ${f.provider}`,
      body: `${f.visits} visits of ${f.provider} have new times, the first of them now on ${f.when}. The prices stay the same. ${f.link}`,
    }),
    'zh-CN': (f) => ({
      subject: `已改期 ${f.visits} 次服务`,
      body: `您与${f.provider}的 ${f.visits} 次服务已改期，其中首次现为 ${f.when}，价格不变。${f.link}`,
    }),
  },
};

/** A kind that is not here is the household's alone. */
const PROVIDER: Readonly<Partial<Record<SeriesMessageKind, Templates>>> = {
  'series-accepted': {
    en: (f) => ({
      subject: `New series: ${f.visits} visits from ${f.when}`,
      body: `${f.household} booked ${f.item} ${f.visits} times, first on ${f.when}. ${f.link}`,
    }),
    'zh-CN': (f) => ({
      subject: `新的系列预约：${f.when} 起共 ${f.visits} 次`,
      body: `${f.household}预约了 ${f.visits} 次${f.item}，首次：${f.when}。${f.link}`,
    }),
  },
  'series-cancelled': {
    en: (f) => ({
      subject: `Cancelled: ${f.visits} visits`,
      body: `${f.visits} visits to ${f.household} are cancelled, the first of them on ${f.when}. The times are free again. ${f.link}`,
    }),
    'zh-CN': (f) => ({
      subject: `已取消 ${f.visits} 次服务`,
      body: `${f.household}取消了 ${f.visits} 次服务，其中首次为 ${f.when}，这些时段已恢复空闲。${f.link}`,
    }),
  },
  'series-moved': {
    en: (f) => ({
      subject: `New times: ${f.visits} visits`,
      body: `${f.visits} visits to ${f.household} have new times, the first of them now on ${f.when}. ${f.link}`,
    }),
    'zh-CN': (f) => ({
      subject: `${f.visits} 次服务改期`,
      body: `${f.household}的 ${f.visits} 次服务已改期，其中首次现为 ${f.when}。${f.link}`,
    }),
  },
};

export interface SeriesNews {
  /** What makes the message: a second one with the same key is not written. */
  readonly key: string;
  /** A visit of the series; who it concerns is read from it. */
  readonly bookingId: string;
  readonly visits?: number;
  /** The date that it is about, where that is not the visit. */
  readonly seriesVisitId?: string;
}

/** Tells the household, and the provider where it concerns them, of several visits of a series at once, or of one date of it. */
export async function writeSeriesNotice(context: JobContext, kind: SeriesMessageKind, news: SeriesNews): Promise<void> {
  const { em } = context;
  const plain = { disableIdentityMap: true } as const;
  const parties = await findParties(em, news.bookingId);
  const by = news.seriesVisitId === undefined ? { booking: news.bookingId } : { id: news.seriesVisitId };
  const visit = await em.findOne(SeriesVisit, by, plain);
  if (parties === null || visit === null) return;
  const { timeZone } = parties.booking;
  const write = async (reader: 'HOUSEHOLD' | 'PROVIDER', account: Account, templates: Templates): Promise<void> => {
    const locale = isLocale(account.locale) ? account.locale : 'en';
    const facts = toFacts(parties, locale, context.publicUrl, reader);
    await queueDelivery(context, {
      dedupeKey: `${news.key}:${kind}:${reader}`,
      kind,
      account,
      bookingId: news.bookingId,
      ...templates[locale]({
        ...facts,
        visits: news.visits ?? 1,
        ...(news.seriesVisitId === undefined ? {} : { when: toWhen(visit.startsAt, timeZone, locale) }),
        ...(reader === 'HOUSEHOLD' ? { link: `${context.publicUrl}/bookings/series/${visit.series}` } : {}),
      }),
    });
  };
  await write('HOUSEHOLD', parties.booker, HOUSEHOLD[kind]);
  const toProvider = PROVIDER[kind];
  if (toProvider && parties.providerAccount) await write('PROVIDER', parties.providerAccount, toProvider);
}
