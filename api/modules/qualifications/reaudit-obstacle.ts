import { LockMode } from '@mikro-orm/core';
import { isId } from '../../kernel/ids.ts';
import type { LocalizedText } from '../../kernel/localized-text.ts';
import type { EntityManager } from '../../platform/database.ts';
import type { RequestContext, ViewerIdentity } from '../../platform/request-context.ts';
import { say } from '../../platform/say.ts';
import { Provider } from '../providers/index.ts';
import { findConflict } from './conflict-of-interest.ts';
import { CredentialDecisionRecord } from './credential-decision.entity.ts';
import { CredentialReaudit } from './credential-reaudit.entity.ts';
import { Credential } from './credential.entity.ts';
import { claimOn } from './move-credential.ts';

const REFUSALS = {
  UNKNOWN: { en: 'There is no such re-audit.', 'zh-CN': '没有这份复核。' },
  CONFLICT_OF_INTEREST: {
    en: 'You have to do with its holder: another auditor looks at it.',
    'zh-CN': '您与持有人有利害关系，须由其他审核员处理。',
  },
  ALREADY_VOTED: {
    en: 'You voted on it before: another auditor looks at it.',
    'zh-CN': '您曾参与该资质的审核，须由其他审核员复核。',
  },
  NOT_OPEN: {
    en: 'Another auditor has it, or it is done already. Take the next one.',
    'zh-CN': '其他审核员正在处理，或已完成。请处理下一份。',
  },
  NOT_CLAIMED: {
    en: 'Your claim has lapsed. Claim it again before you vote.',
    'zh-CN': '您的领取已失效，请重新领取后再提交。',
  },
  CHANGED: {
    en: 'It has changed since you opened it. Look again, then vote.',
    'zh-CN': '内容已有变动，请重新查看后再提交。',
  },
  REASON_UNKNOWN: { en: 'Choose a reason that goes with the vote.', 'zh-CN': '请选择与结论相符的理由。' },
} as const satisfies Record<string, LocalizedText>;

export type ReauditRefusal = keyof typeof REFUSALS;

export function sayReauditRefusal(context: RequestContext, code: ReauditRefusal): string {
  return say(context, REFUSALS[code]);
}

/** The re-audit under its row lock, or null. */
export async function findReaudit(em: EntityManager, id: string): Promise<CredentialReaudit | null> {
  if (!isId(id)) return null;
  return em.findOne(CredentialReaudit, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE, disableIdentityMap: true });
}

/** What keeps the auditor from taking the re-audit; null when nothing does. */
export async function obstacleToReaudit(
  em: EntityManager,
  viewer: ViewerIdentity,
  reaudit: CredentialReaudit,
  now: Date,
): Promise<'CONFLICT_OF_INTEREST' | 'ALREADY_VOTED' | 'NOT_OPEN' | null> {
  const plain = { disableIdentityMap: true } as const;
  const credential = await em.findOneOrFail(Credential, { id: reaudit.credential }, plain);
  const provider = await em.findOneOrFail(Provider, { id: credential.provider }, plain);
  if ((await findConflict(em, viewer.accountId, provider)) !== null) return 'CONFLICT_OF_INTEREST';
  const own = { credential: credential.id, auditor: viewer.accountId };
  if ((await em.count(CredentialDecisionRecord, own)) > 0) return 'ALREADY_VOTED';
  return reaudit.decidedAt !== null || claimOn(reaudit, viewer.accountId, now) === 'other' ? 'NOT_OPEN' : null;
}
