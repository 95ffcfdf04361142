import { LockMode } from '@mikro-orm/core';
import { isId, newId } from '../../kernel/ids.ts';
import type { LocalizedText } from '../../kernel/localized-text.ts';
import { publish } from '../../platform/outbox.ts';
import type { RequestContext, ViewerIdentity } from '../../platform/request-context.ts';
import { say } from '../../platform/say.ts';
import { Provider } from '../providers/index.ts';
import { CredentialDecision, CredentialDecisionRecord } from './credential-decision.entity.ts';
import { Credential, CredentialState } from './credential.entity.ts';
import { CREDENTIAL_DECIDED } from './qualifications.events.ts';
import { CredentialNotDecidableError } from './qualifications.errors.ts';
import type { DecideCredentialInput } from './qualifications.inputs.ts';
import { holdsClaim, isConflictOfInterest } from './qualifications.policy.ts';
import type { CredentialDecided } from './qualifications.type.ts';
import { findReason } from './reason-codes.ts';

const STATE_AFTER = {
  [CredentialDecision.APPROVE]: CredentialState.APPROVED,
  [CredentialDecision.REJECT]: CredentialState.REJECTED,
  [CredentialDecision.REQUEST_MORE]: CredentialState.MORE_INFO,
} as const;

/** Writes down what an auditor decides on a credential they have claimed, on the version they looked at. */
export async function decideCredential(
  context: RequestContext,
  viewer: ViewerIdentity,
  input: DecideCredentialInput,
): Promise<CredentialDecided | CredentialNotDecidableError> {
  const refuse = (code: string, text: LocalizedText): CredentialNotDecidableError =>
    new CredentialNotDecidableError(code, say(context, text));
  if (findReason(input.reasonCode, input.decision) === null) {
    return refuse('REASON_UNKNOWN', {
      en: 'Choose a reason that goes with the decision.',
      'zh-CN': '请选择与结论相符的理由。',
    });
  }
  const now = context.clock.now();
  return context.em.transactional(async (em) => {
    const credential = isId(input.credentialId)
      ? await em.findOne(Credential, { id: input.credentialId }, { lockMode: LockMode.PESSIMISTIC_WRITE })
      : null;
    if (credential === null)
      return refuse('UNKNOWN', { en: 'There is no such credential.', 'zh-CN': '没有这份资质。' });
    if (isConflictOfInterest(viewer, await em.findOneOrFail(Provider, { id: credential.provider }))) {
      return refuse('CONFLICT_OF_INTEREST', {
        en: 'This is your own credential: another auditor decides on it.',
        'zh-CN': '这是您本人的资质，须由其他审核员处理。',
      });
    }
    if (!holdsClaim(viewer, credential, now)) {
      return refuse('NOT_CLAIMED', {
        en: 'Your claim has lapsed. Claim it again before you decide.',
        'zh-CN': '您的领取已失效，请重新领取后再作决定。',
      });
    }
    if (credential.version !== input.version) {
      return refuse('CHANGED', {
        en: 'It has changed since you opened it. Look again, then decide.',
        'zh-CN': '内容已有变动，请重新查看后再作决定。',
      });
    }
    credential.state = STATE_AFTER[input.decision];
    credential.claimedBy = null;
    credential.claimExpiresAt = null;
    credential.version += 1;
    const record = {
      id: newId(),
      credential: credential.id,
      auditor: viewer.accountId,
      decision: input.decision,
      reasonCode: input.reasonCode,
      note: input.note?.trim() || null,
      at: now,
    };
    await em.insert(CredentialDecisionRecord, record);
    await publish(em, context.clock, [
      { topic: CREDENTIAL_DECIDED, payload: { credentialId: credential.id, decisionId: record.id } },
    ]);
    return { credential };
  });
}
