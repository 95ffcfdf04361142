import type { LocalizedText } from '../../kernel/localized-text.ts';
import { ConsentPurpose } from './consent-purpose.ts';

/** A text that people agree to, as it stands at present. A change of meaning is a new version, and those who agreed are asked again. */
export interface VersionedText {
  readonly purpose: ConsentPurpose;
  /** The day it holds from. */
  readonly version: string;
  /** Whether nobody can have an account without it. */
  readonly required: boolean;
  readonly title: LocalizedText;
  readonly text: LocalizedText;
}

export const CONSENT_TEXTS: readonly VersionedText[] = [
  {
    purpose: ConsentPurpose.TERMS,
    version: '2026-11-01',
    required: true,
    title: { en: 'Terms of use', 'zh-CN': '使用条款' },
    text: {
      en: 'Doorstep brings households and providers together; the visit is a contract between the two. The price, the time and the cancellation steps shown at booking hold, and none of them changes afterwards without both sides. Providers do only what they are qualified for. Whoever harms others, or books and pays around the platform to avoid its rules, can be excluded, with the reasons told and a person to appeal to.',
      'zh-CN':
        'Doorstep 为家庭与服务者牵线，上门服务是双方之间的合同。预订时显示的价格、时间和取消规则即为约定，未经双方同意不会更改。服务者只从事自己具备资质的工作。伤害他人，或绕开平台交易以规避规则者，可能被停止使用；我们会说明理由，并可向人工申诉。',
    },
  },
  {
    purpose: ConsentPurpose.PRIVACY,
    version: '2026-11-01',
    required: true,
    title: { en: 'How your data is used', 'zh-CN': '个人信息的使用' },
    text: {
      en: 'Your name, address and notes are used for your visits and for nothing else. Providers see the area before a visit is agreed, the address afterwards, and the door note only around the visit. Addresses, numbers, notes and messages are stored encrypted. Nothing is sold or handed to advertisers. On your privacy page you can take a copy of all we hold, see how long it stays, and have your account erased.',
      'zh-CN':
        '您的姓名、地址和备注只用于您的上门服务。预约确认前，服务者只能看到大致区域；确认后可见地址；门禁说明仅在上门前后可见。地址、号码、备注和消息均加密存储。我们不会出售或提供给广告商。您可以在隐私页面导出全部数据、查看保留期限，以及注销账号。',
    },
  },
  {
    purpose: ConsentPurpose.MARKETING,
    version: '2026-11-01',
    required: false,
    title: { en: 'News and offers', 'zh-CN': '资讯与优惠' },
    text: {
      en: 'Now and then we may write to you about new services near you and about offers. Messages about your own visits do not depend on this.',
      'zh-CN': '我们可以偶尔向您发送附近新服务和优惠的消息。与您自己预约有关的通知不受此项影响。',
    },
  },
  {
    purpose: ConsentPurpose.RECOMMENDATIONS,
    version: '2026-11-01',
    required: false,
    title: { en: 'Suggestions from your visits', 'zh-CN': '基于历史的推荐' },
    text: {
      en: 'We may suggest people and services to you out of your own past visits. Other people never learn of them.',
      'zh-CN': '我们可以根据您过去的预约为您推荐服务者和服务。他人不会因此得知您的预约。',
    },
  },
];

export function textOf(purpose: ConsentPurpose): VersionedText {
  const found = CONSENT_TEXTS.find((entry) => entry.purpose === purpose);
  if (!found) throw new Error(`There is no text for ${purpose}`);
  return found;
}
