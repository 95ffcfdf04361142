import { isLocale } from '../../kernel/locale.ts';
import type { Locale } from '../../kernel/locale.ts';
import type { JobContext } from '../../platform/module.ts';
import { Account } from '../accounts/index.ts';
import {
  PayoutAccount,
  Provider,
  ProviderActName,
  ProviderLevel,
  ProviderTransition,
  findProviderReason,
} from '../providers/index.ts';
import { LevelChange } from '../quality/index.ts';
import { queueDelivery } from './write-deliveries.ts';

const plain = { disableIdentityMap: true } as const;

interface Words {
  readonly subject: string;
  readonly body: string;
}

type Template = Readonly<Record<Locale, Words>>;

/** Where to look and what to do about each decision; the reason and the operator's words come between. */
const TEMPLATES: Readonly<Partial<Record<ProviderActName, { readonly page: string; readonly words: Template }>>> = {
  APPROVE: {
    page: '/pro',
    words: {
      en: { subject: 'You are in: households can book you now', body: 'Your application is approved.' },
      'zh-CN': { subject: '入驻成功：住户现在可以预约您', body: '您的入驻申请已通过。' },
    },
  },
  DECLINE: {
    page: '/pro/onboarding',
    words: {
      en: {
        subject: 'Your application needs another look',
        body: 'Your application was sent back. You can change it and hand it in again.',
      },
      'zh-CN': { subject: '入驻申请需要补充', body: '您的入驻申请已退回，修改后可以重新提交。' },
    },
  },
  SUSPEND: {
    page: '/pro/profile',
    words: {
      en: {
        subject: 'You are suspended',
        body: 'You cannot be booked for the time being. You can appeal on your profile.',
      },
      'zh-CN': { subject: '您已被暂停接单', body: '您暂时无法接受预约，可以在个人资料页提出申诉。' },
    },
  },
  UPHOLD: {
    page: '/pro/profile',
    words: {
      en: { subject: 'Your suspension stays', body: 'We have looked at your appeal; the suspension stays.' },
      'zh-CN': { subject: '暂停接单维持不变', body: '我们已审核您的申诉，暂停接单的决定维持不变。' },
    },
  },
  REINSTATE: {
    page: '/pro',
    words: {
      en: { subject: 'Your suspension is lifted', body: 'Households can book you again.' },
      'zh-CN': { subject: '已恢复接单', body: '住户可以重新预约您。' },
    },
  },
};

const PAYOUT: Template = {
  en: {
    subject: 'Your payout details were changed',
    body: 'Your earnings are sent to another account from now on. If that was not you, change your password and tell us.',
  },
  'zh-CN': {
    subject: '收款信息已更改',
    body: '今后的收入将汇入新的账户。如非本人操作，请立即修改密码并联系我们。',
  },
};

/** Tells a provider what an operator decided about them. What they did themselves they know. */
export async function writeProviderNotice(context: JobContext, transitionId: string): Promise<void> {
  const transition = await context.em.findOne(ProviderTransition, { id: transitionId }, plain);
  const template = transition === null ? undefined : TEMPLATES[transition.act];
  if (transition === null || template === undefined) return;
  const found = await findReader(context, transition.provider);
  if (found === null) return;
  const { account, locale } = found;
  const { subject, body } = template.words[locale];
  const reason = transition.reasonCode === null ? null : findProviderReason(transition.act, transition.reasonCode);
  const why = transition.act === ProviderActName.APPROVE ? null : (reason?.label[locale] ?? null);
  const sentences = [body, endSentence(why, locale), endSentence(transition.note, locale)].filter(Boolean);
  await queueDelivery(context, {
    dedupeKey: `${transition.id}:provider-decided`,
    kind: 'provider-decided',
    account,
    subject,
    body: `${sentences.join(locale === 'en' ? ' ' : '')} ${context.publicUrl}${template.page}`,
    bookingId: null,
  });
}

/** Tells a provider that their earnings go elsewhere from now on, unless they changed it once more since. */
export async function writePayoutNotice(context: JobContext, payoutAccountId: string, savedAt: string): Promise<void> {
  const payout = await context.em.findOne(PayoutAccount, { id: payoutAccountId }, plain);
  if (payout?.savedAt.toISOString() !== savedAt) return;
  const found = await findReader(context, payout.provider);
  if (found === null) return;
  const { subject, body } = PAYOUT[found.locale];
  await queueDelivery(context, {
    dedupeKey: `${payoutAccountId}:payout-changed:${savedAt}`,
    kind: 'payout-changed',
    account: found.account,
    subject,
    body: `${body} ${context.publicUrl}/pro/payout`,
    bookingId: null,
  });
}

const LEVEL_WORDS: Readonly<Record<ProviderLevel, Readonly<Record<Locale, string>>>> = {
  TRAINEE: { en: 'Trainee', 'zh-CN': '见习' },
  CERTIFIED: { en: 'Certified', 'zh-CN': '持证' },
  SENIOR: { en: 'Senior', 'zh-CN': '资深' },
  MASTER: { en: 'Master', 'zh-CN': '金牌' },
};

const RAISED: Readonly<Record<Locale, (level: string) => Words>> = {
  en: (level) => ({ subject: `You are ${level} now`, body: `Your level has gone up to ${level}. Well done.` }),
  'zh-CN': (level) => ({ subject: `您已升为“${level}”`, body: `您的等级已升为“${level}”，恭喜。` }),
};

const LOWERED: Readonly<Record<Locale, (level: string) => Words>> = {
  en: (level) => ({
    subject: `Your level is ${level} now`,
    body: `Your figures were below your level for 60 days in a row, so it is ${level} now. They roll over, so it can rise again.`,
  }),
  'zh-CN': (level) => ({
    subject: `您的等级调整为“${level}”`,
    body: `您的各项指标连续 60 天未达标，等级调整为“${level}”。指标滚动计算，达标后会再次提升。`,
  }),
};

/** Tells a provider that their level went up or down, and where every criterion is shown. */
export async function writeLevelNotice(context: JobContext, changeId: string): Promise<void> {
  const change = await context.em.findOne(LevelChange, { id: changeId }, plain);
  if (change === null) return;
  const found = await findReader(context, change.provider);
  if (found === null) return;
  const { account, locale } = found;
  const levels = Object.values(ProviderLevel);
  const templates = levels.indexOf(change.to) > levels.indexOf(change.from) ? RAISED : LOWERED;
  const { subject, body } = templates[locale](LEVEL_WORDS[change.to][locale]);
  await queueDelivery(context, {
    dedupeKey: `${changeId}:level-changed`,
    kind: 'level-changed',
    account,
    subject,
    body: `${body} ${context.publicUrl}/pro/level`,
    bookingId: null,
  });
}

/** The account behind the provider and its language; null where nobody can be told. */
async function findReader(
  { em }: Pick<JobContext, 'em'>,
  providerId: string,
): Promise<{ readonly account: Account; readonly locale: Locale } | null> {
  const provider = await em.findOneOrFail(Provider, { id: providerId }, plain);
  const account = provider.account === null ? null : await em.findOne(Account, { id: provider.account }, plain);
  return account === null ? null : { account, locale: isLocale(account.locale) ? account.locale : 'en' };
}

function endSentence(text: string | null, locale: Locale): string | null {
  if (text === null || /[.!?。！？]$/u.test(text)) return text;
  return `${text}${locale === 'en' ? '.' : '。'}`;
}
