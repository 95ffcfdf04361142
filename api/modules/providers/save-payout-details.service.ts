import { newId } from '../../kernel/ids.ts';
import type { LocalizedText } from '../../kernel/localized-text.ts';
import { recordAudit } from '../../platform/audit-log.ts';
import { publish } from '../../platform/outbox.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { say } from '../../platform/say.ts';
import { inUnitOfWork } from '../../platform/unit-of-work.ts';
import { findPayoutNumberProblem, normalizePayoutNumber } from './domain/payout-number.ts';
import type { PayoutNumberProblem } from './domain/payout-number.ts';
import { lockProvider } from './move-provider.ts';
import type { ProviderProfileSaved } from './own-profile.type.ts';
import { PayoutAccount, SEALED_PAYOUT_ACCOUNT } from './payout-account.entity.ts';
import type { SavePayoutDetailsInput } from './provider-profile.inputs.ts';
import type { Provider } from './provider.entity.ts';
import { InvalidProviderError } from './providers.errors.ts';
import { PAYOUT_CHANGED } from './providers.events.ts';

const PROBLEMS: Readonly<Record<PayoutNumberProblem, LocalizedText>> = {
  WRONG_FORM: {
    en: 'An IBAN begins with a country and two digits; a card number has digits only.',
    'zh-CN': 'IBAN 以国家代码和两位数字开头；银行卡号只含数字。',
  },
  WRONG_LENGTH: { en: 'The number is too short or too long.', 'zh-CN': '号码位数不对。' },
  WRONG_CHECK_DIGITS: {
    en: 'The check digits do not fit: compare the number once more.',
    'zh-CN': '校验位不符，请再核对号码。',
  },
};

/** Keeps where earnings are sent, sealed. The provider is told of every change, in case it was not theirs. */
export async function savePayoutDetails(
  context: RequestContext,
  provider: Provider,
  input: SavePayoutDetailsInput,
): Promise<ProviderProfileSaved | InvalidProviderError> {
  const holder = input.holder.trim();
  if (holder === '')
    return new InvalidProviderError(
      'EMPTY',
      say(context, { en: 'Give the name that the account is held in.', 'zh-CN': '请填写账户持有人姓名。' }),
      'holder',
    );
  const number = normalizePayoutNumber(input.number);
  const problem = findPayoutNumberProblem(input.kind, number);
  if (problem !== null) return new InvalidProviderError(problem, say(context, PROBLEMS[problem]), 'number');
  await inUnitOfWork(context.em, async (em) => {
    await lockProvider(em, provider.id);
    const known = await em.findOne(PayoutAccount, { provider: provider.id }, { disableIdentityMap: true });
    const savedAt = context.clock.now();
    const row = context.vault.sealRow(SEALED_PAYOUT_ACCOUNT, {
      id: known?.id ?? newId(),
      provider: provider.id,
      kind: input.kind,
      holder,
      number,
      savedAt,
    });
    if (known === null) await em.insert(PayoutAccount, row);
    else await em.nativeUpdate(PayoutAccount, { id: known.id }, row);
    await recordAudit(em, context, {
      action: 'provider.payout-changed',
      subjectType: 'provider',
      subjectId: provider.id,
      after: { kind: input.kind },
    });
    await publish(em, context.clock, [
      { topic: PAYOUT_CHANGED, payload: { payoutAccountId: row.id, savedAt: savedAt.toISOString() } },
    ]);
  });
  return { profile: { provider } };
}
