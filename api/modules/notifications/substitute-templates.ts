import type { Locale } from '../../kernel/locale.ts';
import type { SubstituteSearch } from '../bookings/index.ts';
import type { VisitFacts } from './message-kinds.ts';

export type SubstituteKind =
  'substitute-sought' | 'substitute-still-sought' | 'substitution-withdrawn' | 'substitute-accepted';

export interface SubstituteFacts extends VisitFacts {
  /** Who was to come. */
  readonly former: string;
  /** Names of those who could come instead; empty where nobody was found so far. */
  readonly others: string;
  /** Until when the household can choose, in the zone of the visit. */
  readonly until: string;
}

type Template = Readonly<
  Record<Locale, (facts: SubstituteFacts) => { readonly subject: string; readonly body: string }>
>;

/** To the household. Whether somebody was found decides what there is to do for it. */
export const SUBSTITUTE_MESSAGES: Readonly<Record<SubstituteKind, Template>> = {
  'substitute-sought': {
    en: (f) => ({
      subject: `${f.former} cannot come: ${f.when}`,
      body: f.others
        ? `${f.former} cannot come on ${f.when}. ${f.others} could, at the price you agreed. Choose by ${f.until}, or get your money back: ${f.link}`
        : `${f.former} cannot come on ${f.when}. We are looking for somebody else until ${f.until}; if nobody is found, you get your money back in full. ${f.link}`,
    }),
    'zh-CN': (f) => ({
      subject: `${f.former}无法上门：${f.when}`,
      body: f.others
        ? `${f.former}无法在 ${f.when} 上门。${f.others}可以代替，价格不变。请在 ${f.until} 前选择，或全额退款：${f.link}`
        : `${f.former}无法在 ${f.when} 上门。我们正在为您另找合适人员，截至 ${f.until}；若未找到，将全额退款。${f.link}`,
    }),
  },
  'substitute-still-sought': {
    en: (f) => ({
      subject: `Please choose by ${f.until}: ${f.item}`,
      body: f.others
        ? `Somebody else can do ${f.item} on ${f.when}: ${f.others}. Without your choice by ${f.until} the visit is called off and paid back. ${f.link}`
        : `We are still looking for somebody for ${f.item} on ${f.when}. If nobody is found by ${f.until}, the visit is called off and paid back. ${f.link}`,
    }),
    'zh-CN': (f) => ({
      subject: `请在 ${f.until} 前选择：${f.item}`,
      body: f.others
        ? `${f.when} 的${f.item}可由${f.others}代替上门。若您在 ${f.until} 前未选择，预约将取消并全额退款。${f.link}`
        : `我们仍在为 ${f.when} 的${f.item}寻找合适人员。若到 ${f.until} 仍未找到，预约将取消并全额退款。${f.link}`,
    }),
  },
  'substitution-withdrawn': {
    en: (f) => ({
      subject: `${f.former} comes after all: ${f.when}`,
      body: `Your visit ${f.reference} takes place as agreed: ${f.former} on ${f.when}. There is nothing to do for you. ${f.link}`,
    }),
    'zh-CN': (f) => ({
      subject: `${f.former}可以如约上门：${f.when}`,
      body: `您的预约（${f.reference}）照常进行：${f.former}，${f.when}。您无需操作。${f.link}`,
    }),
  },
  'substitute-accepted': {
    en: (f) => ({
      subject: `Now coming: ${f.provider}, ${f.when}`,
      body: `${f.provider} comes on ${f.when} for ${f.item} (${f.reference}) in place of ${f.former}. Time and price stay the same. ${f.link}`,
    }),
    'zh-CN': (f) => ({
      subject: `改由${f.provider}上门：${f.when}`,
      body: `${f.provider}将代替${f.former}于 ${f.when} 上门，服务：${f.item}（${f.reference}），时间和价格不变。${f.link}`,
    }),
  },
};

/** To whoever comes now. */
export const NEW_PROVIDER_MESSAGE: Template = {
  en: (f) => ({
    subject: `New visit: ${f.when}`,
    body: `You take over ${f.item} for ${f.household} on ${f.when} (${f.reference}). ${f.link}`,
  }),
  'zh-CN': (f) => ({
    subject: `新预约：${f.when}`,
    body: `您将接手${f.household}在 ${f.when} 的${f.item}（${f.reference}）。${f.link}`,
  }),
};

const HANDED_ON: Template = {
  en: (f) => ({
    subject: `Taken over: ${f.when}`,
    body: `Somebody else does the visit to ${f.household} on ${f.when} (${f.reference}). It is off your diary. ${f.link}`,
  }),
  'zh-CN': (f) => ({
    subject: `已由他人接手：${f.when}`,
    body: `${f.household}在 ${f.when} 的预约（${f.reference}）已由他人接手，不再列入您的日程。${f.link}`,
  }),
};

/** To whoever was to come; why they no longer do decides whether they may wonder. */
export const FORMER_PROVIDER_MESSAGES: Readonly<Record<SubstituteSearch['cause'], Template>> = {
  PROVIDER_CANCELLED: HANDED_ON,
  PROVIDER_UNAVAILABLE: HANDED_ON,
  CREDENTIAL_ENDS: {
    en: (f) => ({
      subject: `Taken over: ${f.when}`,
      body: `A credential that the visit to ${f.household} on ${f.when} (${f.reference}) needs does not hold on that day, so somebody else does it. Renew it to keep the visits after it. ${f.link}`,
    }),
    'zh-CN': (f) => ({
      subject: `已由他人接手：${f.when}`,
      body: `${f.household}在 ${f.when} 的预约（${f.reference}）所需资质当天无效，已由他人接手。请及时换证，以保留之后的预约。${f.link}`,
    }),
  },
};
