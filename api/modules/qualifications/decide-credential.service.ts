import { LockMode } from '@mikro-orm/core';
import { isId, newId } from '../../kernel/ids.ts';
import type { LocalizedText } from '../../kernel/localized-text.ts';
import { recordAudit } from '../../platform/audit-log.ts';
import type { EntityManager } from '../../platform/database.ts';
import { publish } from '../../platform/outbox.ts';
import type { RequestContext, ViewerIdentity } from '../../platform/request-context.ts';
import { say } from '../../platform/say.ts';
import { inUnitOfWork } from '../../platform/unit-of-work.ts';
import { CredentialDecision, CredentialDecisionRecord } from './credential-decision.entity.ts';
import { Credential, CredentialState } from './credential.entity.ts';
import type { CredentialRefusal } from './domain/credential-transitions.ts';
import { isOpen } from './domain/credential-transitions.ts';
import { drawReaudit } from './draw-reaudit.ts';
import { Evidence } from './evidence.entity.ts';
import { claimOn, moveCredential } from './move-credential.ts';
import { CREDENTIAL_DECIDED } from './qualifications.events.ts';
import { CredentialNotDecidableError } from './qualifications.errors.ts';
import type { DecideCredentialInput } from './qualifications.inputs.ts';
import type { CredentialDecided } from './qualifications.type.ts';
import { findReason } from './reason-codes.ts';
import { readReviewFacts } from './review-facts.ts';

/**
 * Writes down how an auditor votes on a credential they have claimed, on the version they looked at. One vote decides, or,
 * where a mistake could hurt somebody, two that agree, else a third (Q4).
 */
export async function decideCredential(
  context: RequestContext,
  viewer: ViewerIdentity,
  input: DecideCredentialInput,
): Promise<CredentialDecided | CredentialNotDecidableError> {
  if (findReason(input.reasonCode, input.decision) === null) return refuse(context, 'REASON_UNKNOWN');
  return inUnitOfWork(context.em, async (em) => {
    const credential = isId(input.credentialId)
      ? await em.findOne(
          Credential,
          { id: input.credentialId, state: { $ne: CredentialState.DRAFT } },
          { lockMode: LockMode.PESSIMISTIC_WRITE, disableIdentityMap: true },
        )
      : null;
    if (credential === null) return refuse(context, 'UNKNOWN');
    const now = context.clock.now();
    const { facts, timeZone } = await readReviewFacts(em, viewer, credential);
    const isMine = claimOn(credential, viewer.accountId, now) === 'actor';
    if (isMine && credential.version !== input.version) return refuse(context, 'CHANGED');
    const moved = await moveCredential(em, context.clock, credential, {
      act: input.decision,
      actor: 'AUDITOR',
      actorAccount: viewer.accountId,
      timeZone,
      facts,
      changes: (to) => ({ claimedBy: null, claimExpiresAt: null, ...(isOpen(to) ? {} : { decidedAt: now }) }),
    });
    if ('refusal' in moved) return refuse(context, codeOf(moved.refusal));
    const files = await em.find(Evidence, { credential: credential.id }, { orderBy: { createdAt: 'asc', id: 'asc' } });
    const vote = toVote(credential, viewer, input, now, files);
    await em.insert(CredentialDecisionRecord, vote);
    await recordAudit(em, context, {
      action: 'credential.voted',
      subjectType: 'credential',
      subjectId: credential.id,
      // Whoever reads the log cannot try the few possible votes: the id of the vote is among what is hashed.
      after: {
        voteId: vote.id,
        decision: vote.decision,
        reasonCode: vote.reasonCode,
        note: vote.note,
        evidence: vote.evidenceSha256,
      },
    });
    if (!isOpen(credential.state)) await settle(em, context, credential, vote);
    return { credential };
  });
}

function toVote(
  credential: Credential,
  viewer: ViewerIdentity,
  input: DecideCredentialInput,
  at: Date,
  files: readonly Evidence[],
): CredentialDecisionRecord {
  // What is asked of the provider betrays no vote, and has to be read at once.
  const isRequest = input.decision === CredentialDecision.REQUEST_MORE;
  return {
    id: newId(),
    credential: credential.id,
    auditor: viewer.accountId,
    round: credential.round,
    decision: input.decision,
    reasonCode: input.reasonCode,
    note: input.note?.trim() || null,
    evidenceSha256: files.map(({ sha256 }) => sha256),
    at,
    revealedAt: isRequest ? at : null,
    prevailed: isRequest ? true : null,
  };
}

/** Opens the votes to others once there is a decision, and announces it. Votes before a request for more stay closed. */
async function settle(
  em: EntityManager,
  context: RequestContext,
  credential: Credential,
  vote: CredentialDecisionRecord,
): Promise<void> {
  if (vote.decision !== CredentialDecision.REQUEST_MORE) {
    const votes = await em.find(CredentialDecisionRecord, { credential: credential.id, revealedAt: null });
    for (const one of votes) {
      one.revealedAt = vote.at;
      one.prevailed = one.round === credential.round && one.decision === vote.decision;
    }
    await em.flush();
  }
  if (credential.state === CredentialState.APPROVED) await drawReaudit(em, credential.id, vote.at);
  await recordAudit(em, context, {
    action: 'credential.decided',
    subjectType: 'credential',
    subjectId: credential.id,
    after: { state: credential.state, round: credential.round, voteId: vote.id },
    reason: vote.reasonCode,
  });
  await publish(em, context.clock, [
    { topic: CREDENTIAL_DECIDED, payload: { credentialId: credential.id, decisionId: vote.id } },
  ]);
}

const REFUSALS = {
  REASON_UNKNOWN: {
    en: 'Choose a reason that goes with the decision.',
    'zh-CN': '请选择与结论相符的理由。',
  },
  UNKNOWN: { en: 'There is no such credential.', 'zh-CN': '没有这份资质。' },
  CONFLICT_OF_INTEREST: {
    en: 'You have to do with its holder: another auditor decides on it.',
    'zh-CN': '您与持有人有利害关系，须由其他审核员处理。',
  },
  ALREADY_VOTED: {
    en: 'You have voted on it already: another auditor goes on.',
    'zh-CN': '您已对此投票，须由其他审核员继续处理。',
  },
  NOT_CLAIMED: {
    en: 'Your claim has lapsed. Claim it again before you decide.',
    'zh-CN': '您的领取已失效，请重新领取后再作决定。',
  },
  CHANGED: {
    en: 'It has changed since you opened it. Look again, then decide.',
    'zh-CN': '内容已有变动，请重新查看后再作决定。',
  },
} as const satisfies Record<string, LocalizedText>;

function refuse(context: RequestContext, code: keyof typeof REFUSALS): CredentialNotDecidableError {
  return new CredentialNotDecidableError(code, say(context, REFUSALS[code]));
}

function codeOf(refusal: CredentialRefusal): keyof typeof REFUSALS {
  if (refusal.because !== 'guard') return 'NOT_CLAIMED';
  if (refusal.guard === 'impartial') return 'CONFLICT_OF_INTEREST';
  return refusal.guard === 'has-not-voted' ? 'ALREADY_VOTED' : 'NOT_CLAIMED';
}
