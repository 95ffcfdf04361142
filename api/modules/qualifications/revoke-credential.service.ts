import { LockMode } from '@mikro-orm/core';
import { isId } from '../../kernel/ids.ts';
import type { LocalizedText } from '../../kernel/localized-text.ts';
import { recordAudit } from '../../platform/audit-log.ts';
import type { RequestContext, ViewerIdentity } from '../../platform/request-context.ts';
import { say } from '../../platform/say.ts';
import { inUnitOfWork } from '../../platform/unit-of-work.ts';
import { Region } from '../catalog/index.ts';
import { Provider } from '../providers/index.ts';
import { Credential, CredentialState } from './credential.entity.ts';
import type { CredentialRevoked } from './credential-oversight.type.ts';
import { findConflict } from './conflict-of-interest.ts';
import { moveCredential } from './move-credential.ts';
import { CredentialNotRevocableError } from './qualifications.errors.ts';
import type { RevokeCredentialInput } from './qualifications.inputs.ts';
import { REVOCATION_REASONS } from './reason-codes.ts';

const REFUSALS = {
  UNKNOWN: { en: 'There is no such credential.', 'zh-CN': '没有这份资质。' },
  REASON_UNKNOWN: { en: 'Choose one of the reasons.', 'zh-CN': '请选择一项理由。' },
  NOT_APPROVED: {
    en: 'Only what is approved can be taken back.',
    'zh-CN': '只能撤销已通过的资质。',
  },
  CONFLICT_OF_INTEREST: {
    en: 'You have to do with its holder: another operator decides.',
    'zh-CN': '您与持有人有利害关系，须由其他运营人员处理。',
  },
  CHANGED: {
    en: 'It has changed since you opened it. Look again.',
    'zh-CN': '内容已有变动，请重新查看。',
  },
} as const satisfies Record<string, LocalizedText>;

/** Takes an approved credential back at once: from now on it does not count. Visits that need it show up for substitution. */
export async function revokeCredential(
  context: RequestContext,
  viewer: ViewerIdentity,
  input: RevokeCredentialInput,
): Promise<CredentialRevoked | CredentialNotRevocableError> {
  const refuse = (code: keyof typeof REFUSALS): CredentialNotRevocableError =>
    new CredentialNotRevocableError(code, say(context, REFUSALS[code]));
  const reason = REVOCATION_REASONS.find(({ code }) => code === input.reasonCode);
  if (reason === undefined) return refuse('REASON_UNKNOWN');
  return inUnitOfWork(context.em, async (em) => {
    const credential = isId(input.credentialId)
      ? await em.findOne(
          Credential,
          { id: input.credentialId, state: { $ne: CredentialState.DRAFT } },
          { lockMode: LockMode.PESSIMISTIC_WRITE, disableIdentityMap: true },
        )
      : null;
    if (credential === null) return refuse('UNKNOWN');
    if (credential.state === CredentialState.APPROVED && credential.version !== input.version) return refuse('CHANGED');
    const provider = await em.findOneOrFail(Provider, { id: credential.provider }, { disableIdentityMap: true });
    if ((await findConflict(em, viewer.accountId, provider)) !== null) return refuse('CONFLICT_OF_INTEREST');
    const region = await em.findOneOrFail(Region, { id: provider.region }, { disableIdentityMap: true });
    const moved = await moveCredential(em, context.clock, credential, {
      act: 'REVOKE',
      actor: 'OPERATOR',
      actorAccount: viewer.accountId,
      timeZone: region.timeZone,
      reason: reason.code,
    });
    if ('refusal' in moved) return refuse('NOT_APPROVED');
    await recordAudit(em, context, {
      action: 'credential.revoked',
      subjectType: 'credential',
      subjectId: credential.id,
      before: { state: CredentialState.APPROVED },
      after: { state: credential.state },
      reason: reason.code,
    });
    return { credential };
  });
}
