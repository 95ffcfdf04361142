import { LockMode } from '@mikro-orm/core';
import { isId } from '../../kernel/ids.ts';
import type { LocalizedText } from '../../kernel/localized-text.ts';
import { recordAudit } from '../../platform/audit-log.ts';
import type { RequestContext, ViewerIdentity } from '../../platform/request-context.ts';
import { say } from '../../platform/say.ts';
import { inUnitOfWork } from '../../platform/unit-of-work.ts';
import { Credential, CredentialState } from './credential.entity.ts';
import type { CredentialRefusal } from './domain/credential-transitions.ts';
import { claimUntil } from './domain/review-clock.ts';
import { moveCredential } from './move-credential.ts';
import { CredentialNotClaimableError } from './qualifications.errors.ts';
import type { CredentialClaimed } from './qualifications.type.ts';
import { readReviewFacts } from './review-facts.ts';

/** Locks a credential of the queue for one auditor for 30 minutes; claiming again renews it. */
export async function claimCredential(
  context: RequestContext,
  viewer: ViewerIdentity,
  credentialId: string,
): Promise<CredentialClaimed | CredentialNotClaimableError> {
  return inUnitOfWork(context.em, async (em) => {
    const credential = isId(credentialId)
      ? await em.findOne(
          Credential,
          { id: credentialId, state: { $ne: CredentialState.DRAFT } },
          { lockMode: LockMode.PESSIMISTIC_WRITE, disableIdentityMap: true },
        )
      : null;
    if (credential === null) return refuse(context, 'UNKNOWN');
    const { facts, timeZone } = await readReviewFacts(em, viewer, credential);
    const moved = await moveCredential(em, context.clock, credential, {
      act: 'CLAIM',
      actor: 'AUDITOR',
      actorAccount: viewer.accountId,
      timeZone,
      facts,
      changes: () => ({ claimedBy: viewer.accountId, claimExpiresAt: claimUntil(context.clock.now()) }),
    });
    if ('refusal' in moved) return refuse(context, codeOf(moved.refusal));
    await recordAudit(em, context, {
      action: 'credential.claimed',
      subjectType: 'credential',
      subjectId: credential.id,
    });
    return { credential };
  });
}

const REFUSALS = {
  UNKNOWN: { en: 'There is no such credential.', 'zh-CN': '没有这份资质。' },
  CONFLICT_OF_INTEREST: {
    en: 'You have to do with its holder: another auditor decides on it.',
    'zh-CN': '您与持有人有利害关系，须由其他审核员处理。',
  },
  ALREADY_VOTED: {
    en: 'You have voted on it already: another auditor goes on.',
    'zh-CN': '您已对此投票，须由其他审核员继续处理。',
  },
  NOT_OPEN: {
    en: 'Another auditor has it, or it is decided already. Take the next one.',
    'zh-CN': '其他审核员正在处理，或已有结论。请处理下一份。',
  },
} as const satisfies Record<string, LocalizedText>;

function refuse(context: RequestContext, code: keyof typeof REFUSALS): CredentialNotClaimableError {
  return new CredentialNotClaimableError(code, say(context, REFUSALS[code]));
}

function codeOf(refusal: CredentialRefusal): keyof typeof REFUSALS {
  if (refusal.because !== 'guard') return 'NOT_OPEN';
  if (refusal.guard === 'impartial') return 'CONFLICT_OF_INTEREST';
  return refusal.guard === 'has-not-voted' ? 'ALREADY_VOTED' : 'NOT_OPEN';
}
