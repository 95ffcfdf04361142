import type { Locale } from '../../kernel/locale.ts';

/** What a message can say about a visit; every text exists in each language. */
export interface VisitFacts {
  readonly reference: string;
  /** Day and time of the visit, formatted in its zone and the reader's language. */
  readonly when: string;
  readonly provider: string;
  readonly household: string;
  readonly item: string;
  /** Page of the booking. */
  readonly link: string;
  /** Formatted money. */
  readonly fee: string;
  /** When the provider expects to be there, formatted; empty where that is not known. */
  readonly eta: string;
  /** What is added to the visit and for how much; empty where nothing is. */
  readonly extra: string;
  /** Until when a request can be answered, formatted like `when`; empty where nothing is asked. */
  readonly answerBy: string;
}

export type MessageKind =
  | 'booking-requested'
  | 'request-waiting'
  | 'booking-confirmed'
  | 'booking-declined'
  | 'request-expired'
  | 'booking-moved'
  | 'booking-cancelled'
  | 'visit-reminder-24h'
  | 'visit-reminder-2h'
  | 'visit-on-the-way'
  | 'visit-late'
  | 'visit-missed'
  | 'visit-left-early'
  | 'extra-proposed'
  | 'extra-agreed'
  | 'review-request';

interface Message {
  readonly subject: string;
  readonly body: string;
}

type Template = (facts: VisitFacts) => Message;

type Messages = Readonly<Partial<Record<MessageKind, Readonly<Record<Locale, Template>>>>>;

/** To the household; a kind that is not here is the provider's alone. */
export const HOUSEHOLD_MESSAGES: Messages = {
  'booking-requested': {
    en: (f) => ({
      subject: `Request sent: ${f.item}`,
      body: `We have asked ${f.provider} for ${f.when}. You hear from us as soon as there is an answer. ${f.link}`,
    }),
    'zh-CN': (f) => ({
      subject: `预约请求已发送：${f.item}`,
      body: `已向${f.provider}发送 ${f.when} 的预约请求，有答复会立即通知您。${f.link}`,
    }),
  },
  'booking-confirmed': {
    en: (f) => ({
      subject: `Booked: ${f.item}, ${f.when}`,
      body: `${f.provider} comes on ${f.when} for ${f.item} (${f.reference}). Details and changes: ${f.link}`,
    }),
    'zh-CN': (f) => ({
      subject: `预约成功：${f.item}，${f.when}`,
      body: `${f.provider}将于 ${f.when} 上门，服务：${f.item}（${f.reference}）。查看或更改：${f.link}`,
    }),
  },
  'booking-declined': {
    en: (f) => ({
      subject: `Not possible: ${f.when}`,
      body: `${f.provider} cannot come on ${f.when}. Nothing was charged. Others may be free: ${f.link}`,
    }),
    'zh-CN': (f) => ({
      subject: `无法承接：${f.when}`,
      body: `${f.provider}无法在 ${f.when} 上门，未产生任何扣款。可以看看其他人：${f.link}`,
    }),
  },
  'request-expired': {
    en: (f) => ({
      subject: `No answer: ${f.when}`,
      body: `${f.provider} did not answer in time for ${f.when}. Nothing was charged. Others may be free: ${f.link}`,
    }),
    'zh-CN': (f) => ({
      subject: `未获答复：${f.when}`,
      body: `${f.provider}未能及时答复 ${f.when} 的请求，未产生任何扣款。可以看看其他人：${f.link}`,
    }),
  },
  'booking-moved': {
    en: (f) => ({
      subject: `New time: ${f.item}, ${f.when}`,
      body: `Your visit ${f.reference} with ${f.provider} is now on ${f.when}. The price stays the same. ${f.link}`,
    }),
    'zh-CN': (f) => ({
      subject: `已改期：${f.item}，${f.when}`,
      body: `您与${f.provider}的预约（${f.reference}）已改到 ${f.when}，价格不变。${f.link}`,
    }),
  },
  'booking-cancelled': {
    en: (f) => ({
      subject: `Cancelled: ${f.item}, ${f.when}`,
      body: `Your booking ${f.reference} with ${f.provider} on ${f.when} is cancelled. Charged: ${f.fee}. ${f.link}`,
    }),
    'zh-CN': (f) => ({
      subject: `预约已取消：${f.item}，${f.when}`,
      body: `您与${f.provider}在 ${f.when} 的预约（${f.reference}）已取消，收取 ${f.fee}。${f.link}`,
    }),
  },
  'visit-reminder-24h': {
    en: (f) => ({
      subject: `Tomorrow: ${f.provider}, ${f.when}`,
      body: `Reminder: ${f.provider} comes on ${f.when} for ${f.item}. Anything to change? ${f.link}`,
    }),
    'zh-CN': (f) => ({
      subject: `明日上门提醒：${f.provider}，${f.when}`,
      body: `提醒您：${f.provider}将于 ${f.when} 上门，服务：${f.item}。如需更改：${f.link}`,
    }),
  },
  'visit-reminder-2h': {
    en: (f) => ({
      subject: `In 2 hours: ${f.provider}`,
      body: `${f.provider} comes at ${f.when} for ${f.item}. ${f.link}`,
    }),
    'zh-CN': (f) => ({
      subject: `两小时后上门：${f.provider}`,
      body: `${f.provider}将于 ${f.when} 上门，服务：${f.item}。${f.link}`,
    }),
  },
  'visit-on-the-way': {
    en: (f) => ({
      subject: `On the way: ${f.provider}`,
      body: `${f.provider} is on the way and expects to be there at ${f.eta}. Your code for the door: ${f.link}`,
    }),
    'zh-CN': (f) => ({
      subject: `已出发：${f.provider}`,
      body: `${f.provider}已出发，预计 ${f.eta} 到达。上门验证码请见：${f.link}`,
    }),
  },
  'visit-late': {
    en: (f) => ({
      subject: `New arrival time: ${f.eta}`,
      body: `${f.provider} now expects to be there at ${f.eta}. ${f.link}`,
    }),
    'zh-CN': (f) => ({
      subject: `到达时间有变：${f.eta}`,
      body: `${f.provider}现预计 ${f.eta} 到达。${f.link}`,
    }),
  },
  'visit-missed': {
    en: (f) => ({
      subject: `Did not take place: ${f.when}`,
      body: `The visit ${f.reference} with ${f.provider} on ${f.when} was reported as missed. Charged: ${f.fee}. ${f.link}`,
    }),
    'zh-CN': (f) => ({
      subject: `服务未进行：${f.when}`,
      body: `您与${f.provider}在 ${f.when} 的预约（${f.reference}）被报告为未到场，收取 ${f.fee}。${f.link}`,
    }),
  },
  'visit-left-early': {
    en: (f) => ({
      subject: `Ended early: ${f.item}`,
      body: `${f.provider} had to end the visit ${f.reference} early. You pay only for the time spent, and our support looks into it. ${f.link}`,
    }),
    'zh-CN': (f) => ({
      subject: `服务提前结束：${f.item}`,
      body: `${f.provider}不得不提前结束本次服务（${f.reference}）。您只需支付已服务时间的费用，客服会跟进。${f.link}`,
    }),
  },
  'extra-proposed': {
    en: (f) => ({
      subject: `${f.provider} asks: ${f.extra}?`,
      body: `${f.provider} proposes for this visit: ${f.extra}. Nothing is added unless you agree: ${f.link}`,
    }),
    'zh-CN': (f) => ({
      subject: `${f.provider}提议：${f.extra}`,
      body: `${f.provider}为本次服务提议：${f.extra}。未经您同意不会增加：${f.link}`,
    }),
  },
  'extra-agreed': {
    en: (f) => ({
      subject: `Added: ${f.extra}`,
      body: `You agreed to ${f.extra} with ${f.provider}. It is charged once the visit is done. ${f.link}`,
    }),
    'zh-CN': (f) => ({
      subject: `已增加：${f.extra}`,
      body: `您已同意${f.provider}增加：${f.extra}，服务完成后扣款。${f.link}`,
    }),
  },
  'review-request': {
    en: (f) => ({
      subject: `How was ${f.provider}?`,
      body: `How was ${f.item} with ${f.provider}? Your review helps the next household: ${f.link}`,
    }),
    'zh-CN': (f) => ({
      subject: `${f.provider}的服务如何？`,
      body: `${f.provider}的${f.item}服务如何？您的评价能帮到下一家：${f.link}`,
    }),
  },
};

/** To the provider; a kind that is not here is the household's alone. */
export const PROVIDER_MESSAGES: Messages = {
  'booking-requested': {
    en: (f) => ({
      subject: `Request: ${f.item}, ${f.when}`,
      body: `${f.household} asks for ${f.item} on ${f.when}. Please answer before ${f.answerBy}: ${f.link}`,
    }),
    'zh-CN': (f) => ({
      subject: `新的预约请求：${f.item}，${f.when}`,
      body: `${f.household}希望预约 ${f.when} 的${f.item}，请在 ${f.answerBy} 前答复：${f.link}`,
    }),
  },
  'request-waiting': {
    en: (f) => ({
      subject: `Still waiting: ${f.item}, ${f.when}`,
      body: `${f.household} waits for your answer about ${f.when}. Without one the request ends on ${f.answerBy}: ${f.link}`,
    }),
    'zh-CN': (f) => ({
      subject: `请求待答复：${f.item}，${f.when}`,
      body: `${f.household}正在等待您对 ${f.when} 的答复，逾期（${f.answerBy}）请求将自动失效：${f.link}`,
    }),
  },
  'booking-confirmed': {
    en: (f) => ({
      subject: `New visit: ${f.when}`,
      body: `${f.household} booked ${f.item} on ${f.when} (${f.reference}). ${f.link}`,
    }),
    'zh-CN': (f) => ({
      subject: `新预约：${f.when}`,
      body: `${f.household}预约了 ${f.when} 的${f.item}（${f.reference}）。${f.link}`,
    }),
  },
  'booking-moved': {
    en: (f) => ({
      subject: `New time: ${f.when}`,
      body: `The visit to ${f.household} (${f.reference}) is now on ${f.when}. The old time is free again. ${f.link}`,
    }),
    'zh-CN': (f) => ({
      subject: `预约改期：${f.when}`,
      body: `${f.household}的预约（${f.reference}）已改到 ${f.when}，原时段已恢复空闲。${f.link}`,
    }),
  },
  'booking-cancelled': {
    en: (f) => ({
      subject: `Cancelled: ${f.when}`,
      body: `The visit to ${f.household} on ${f.when} (${f.reference}) is cancelled. The time is free again. ${f.link}`,
    }),
    'zh-CN': (f) => ({
      subject: `预约已取消：${f.when}`,
      body: `${f.household}在 ${f.when} 的预约（${f.reference}）已取消，该时段已恢复空闲。${f.link}`,
    }),
  },
  'visit-reminder-24h': {
    en: (f) => ({
      subject: `Tomorrow: ${f.household}, ${f.when}`,
      body: `Reminder: ${f.item} for ${f.household} on ${f.when}. ${f.link}`,
    }),
    'zh-CN': (f) => ({
      subject: `明日上门提醒：${f.household}，${f.when}`,
      body: `提醒您：${f.when} 为${f.household}提供${f.item}服务。${f.link}`,
    }),
  },
  'visit-reminder-2h': {
    en: (f) => ({
      subject: `In 2 hours: ${f.household}`,
      body: `In 2 hours: ${f.item} for ${f.household}, ${f.when}. ${f.link}`,
    }),
    'zh-CN': (f) => ({
      subject: `两小时后上门：${f.household}`,
      body: `两小时后（${f.when}）为${f.household}提供${f.item}服务。${f.link}`,
    }),
  },
  'visit-missed': {
    en: (f) => ({
      subject: `Did not take place: ${f.when}`,
      body: `The visit to ${f.household} on ${f.when} (${f.reference}) was reported as missed. ${f.link}`,
    }),
    'zh-CN': (f) => ({
      subject: `服务未进行：${f.when}`,
      body: `${f.household}在 ${f.when} 的预约（${f.reference}）被报告为未到场。${f.link}`,
    }),
  },
  'extra-agreed': {
    en: (f) => ({
      subject: `Agreed: ${f.extra}`,
      body: `${f.household} agreed to ${f.extra} (${f.reference}). ${f.link}`,
    }),
    'zh-CN': (f) => ({
      subject: `已同意：${f.extra}`,
      body: `${f.household}已同意增加：${f.extra}（${f.reference}）。${f.link}`,
    }),
  },
};
