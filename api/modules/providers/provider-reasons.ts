import type { LocalizedText } from '../../kernel/localized-text.ts';
import { ProviderActName } from './provider-act.type.ts';

export interface ProviderReason {
  readonly code: string;
  readonly act: ProviderActName;
  readonly label: LocalizedText;
}

type Row = readonly [code: string, en: string, zh: string];

const BY_ACT: Readonly<Partial<Record<ProviderActName, readonly Row[]>>> = {
  APPROVE: [
    ['ALL_IN_ORDER', 'Everything is in order', '各项均已核对无误'],
    ['SPOKEN_WITH', 'We have spoken with the applicant', '已与申请人面谈或通话'],
  ],
  DECLINE: [
    [
      'PROFILE_UNCLEAR',
      'The profile leaves open what you do: describe it in your own words',
      '个人介绍不够清楚：请用自己的话说明您做什么',
    ],
    [
      'CONTACT_IN_PROFILE',
      'The profile names phone numbers, addresses or other sites: take them out',
      '个人介绍中有电话、地址或其他网站：请删除',
    ],
    ['PRICES_IMPLAUSIBLE', 'The prices do not fit the services: look at them again', '价格与服务不符：请重新填写'],
    ['NOT_NEEDED_HERE', 'There is no demand for these services in your area at present', '您所在区域目前没有此类需求'],
    ['SECOND_ACCOUNT', 'You already take part with another account', '您已使用其他账号入驻'],
  ],
  SUSPEND: [
    ['SAFETY_CONCERN', 'A concern for safety is being looked into', '正在调查安全方面的问题'],
    ['CONDUCT', 'Conduct towards a household', '对住户的言行不当'],
    ['REPEATED_NO_SHOWS', 'Agreed visits were missed repeatedly', '多次未按约上门'],
    ['PAID_OUTSIDE', 'Visits were arranged or paid outside of the platform', '绕开平台私下接单或收款'],
    ['DOCUMENTS_DOUBTED', 'Documents are in doubt', '证件真实性存疑'],
  ],
  UPHOLD: [
    ['NOTHING_NEW', 'The appeal holds nothing new', '申诉未提供新的情况'],
    ['CONCERN_CONFIRMED', 'The concern has been confirmed', '问题经核实属实'],
  ],
  REINSTATE: [
    ['CONCERN_SETTLED', 'The concern is settled', '问题已解决'],
    ['APPEAL_GRANTED', 'The appeal is granted', '申诉成立'],
    ['OUR_MISTAKE', 'The suspension was a mistake of ours', '系平台误判'],
  ],
};

function toActName(text: string): ProviderActName {
  const found = Object.values(ProviderActName).find((name: string) => name === text);
  if (found === undefined) throw new Error(`${text} is no act`);
  return found;
}

/** Every decision of an operator names one of these; the provider reads it. */
export const PROVIDER_REASONS: readonly ProviderReason[] = Object.entries(BY_ACT).flatMap(([act, rows]) =>
  rows.map(([code, en, zh]) => ({ code, act: toActName(act), label: { en, 'zh-CN': zh } })),
);

export function findProviderReason(act: ProviderActName, code: string): ProviderReason | null {
  return PROVIDER_REASONS.find((reason) => reason.act === act && reason.code === code) ?? null;
}
