import { isLocale } from '../../kernel/locale.ts';
import { localize } from '../../kernel/localized-text.ts';
import type { LocalizedText } from '../../kernel/localized-text.ts';
import type { JobContext } from '../../platform/module.ts';
import { Account } from '../accounts/index.ts';
import { Provider } from '../providers/index.ts';
import {
  Credential,
  CredentialDecision,
  CredentialDecisionRecord,
  CredentialType,
  findReason,
} from '../qualifications/index.ts';
import { queueDelivery } from './write-deliveries.ts';

const OUTCOMES: Readonly<Record<CredentialDecision, LocalizedText>> = {
  [CredentialDecision.APPROVE]: { en: 'approved', 'zh-CN': '已通过审核' },
  [CredentialDecision.REJECT]: { en: 'not approved', 'zh-CN': '未通过审核' },
  [CredentialDecision.REQUEST_MORE]: { en: 'waiting for something from you', 'zh-CN': '需要您补充信息' },
};

/** Tells the provider what was decided and, by the reason, what to do (Q3). One without an account cannot be told. */
export async function writeCredentialNotice(context: JobContext, decisionId: string): Promise<void> {
  const { em } = context;
  const plain = { disableIdentityMap: true } as const;
  const decision = await em.findOne(CredentialDecisionRecord, { id: decisionId }, plain);
  if (decision === null) return;
  const credential = await em.findOneOrFail(Credential, { id: decision.credential }, plain);
  const type = await em.findOneOrFail(CredentialType, { id: credential.type }, plain);
  const provider = await em.findOneOrFail(Provider, { id: credential.provider }, plain);
  const account = provider.account === null ? null : await em.findOne(Account, { id: provider.account }, plain);
  if (account === null) return;

  const locale = isLocale(account.locale) ? account.locale : 'en';
  const votes = await em.find(
    CredentialDecisionRecord,
    { credential: credential.id, round: decision.round, decision: decision.decision },
    { ...plain, orderBy: { at: 'asc', id: 'asc' } },
  );
  const separator = locale === 'en' ? ': ' : '：';
  const headline = `${localize(type.name, locale)}${separator}${localize(OUTCOMES[decision.decision], locale)}`;
  // Two auditors who agree may name different reasons: the provider needs all of them.
  const reasons = votes.flatMap(({ reasonCode }) => findReason(reasonCode, decision.decision)?.label[locale] ?? []);
  const notes = votes.flatMap(({ note }) => note ?? []);
  const body = [...new Set([headline, ...reasons, ...notes])].join(locale === 'en' ? '. ' : '。');
  await queueDelivery(context, {
    dedupeKey: `${decision.id}:credential-decided`,
    kind: 'credential-decided',
    account,
    subject: headline,
    body,
    bookingId: null,
  });
}
