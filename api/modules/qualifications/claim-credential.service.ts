import { LockMode } from '@mikro-orm/core';
import { isId } from '../../kernel/ids.ts';
import type { RequestContext, ViewerIdentity } from '../../platform/request-context.ts';
import { say } from '../../platform/say.ts';
import { Provider } from '../providers/index.ts';
import { Credential, CredentialState } from './credential.entity.ts';
import { CredentialNotClaimableError } from './qualifications.errors.ts';
import { canClaimCredential, isConflictOfInterest } from './qualifications.policy.ts';
import type { CredentialClaimed } from './qualifications.type.ts';

const CLAIM_MINUTES = 30;

/** Locks a credential of the queue for one auditor for 30 minutes; claiming again renews it. */
export async function claimCredential(
  context: RequestContext,
  viewer: ViewerIdentity,
  credentialId: string,
): Promise<CredentialClaimed | CredentialNotClaimableError> {
  const now = context.clock.now();
  return context.em.transactional(async (em) => {
    const credential = isId(credentialId)
      ? await em.findOne(Credential, { id: credentialId }, { lockMode: LockMode.PESSIMISTIC_WRITE })
      : null;
    const provider = credential === null ? null : await em.findOneOrFail(Provider, { id: credential.provider });
    if (credential === null || provider === null) {
      return new CredentialNotClaimableError(
        'UNKNOWN',
        say(context, { en: 'There is no such credential.', 'zh-CN': '没有这份资质。' }),
      );
    }
    if (isConflictOfInterest(viewer, provider)) {
      return new CredentialNotClaimableError(
        'CONFLICT_OF_INTEREST',
        say(context, {
          en: 'This is your own credential: another auditor decides on it.',
          'zh-CN': '这是您本人的资质，须由其他审核员处理。',
        }),
      );
    }
    if (!canClaimCredential(viewer, credential, now)) {
      return new CredentialNotClaimableError(
        'NOT_OPEN',
        say(context, {
          en: 'Another auditor has it, or it is decided already. Take the next one.',
          'zh-CN': '其他审核员正在处理，或已有结论。请处理下一份。',
        }),
      );
    }
    credential.state = CredentialState.IN_REVIEW;
    credential.claimedBy = viewer.accountId;
    credential.claimExpiresAt = new Date(now.getTime() + CLAIM_MINUTES * 60_000);
    credential.version += 1;
    return { credential };
  });
}
