import { recordAudit } from '../../platform/audit-log.ts';
import type { AuditFinding } from '../../platform/audit/chain-verdict.ts';
import { badUserInput } from '../../platform/connection.ts';
import type { RateLimit } from '../../platform/rate-limits.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { say } from '../../platform/say.ts';
import { requireViewer } from '../accounts/index.ts';
import { TooManyVerificationsError } from './audit-log.errors.ts';
import type { AuditLogFinding, AuditLogVerdict } from './audit-log.type.ts';
import { requireAuditReader } from './read-audit-log.service.ts';

const PER_ACCOUNT: RateLimit = { name: 'verify-audit-log', points: 10, windowSeconds: 10 * 60 };
const MOST_DAYS = 366;
/** A request is not kept longer; the command line has no limit. */
const TIME_LIMIT_MS = 8_000;

/** Checks the last days of the chain, beginning at the signed end of the day before them. */
export async function verifyAuditLog(
  context: RequestContext,
  days: number,
): Promise<AuditLogVerdict | TooManyVerificationsError> {
  requireAuditReader(context);
  if (!Number.isInteger(days) || days < 1 || days > MOST_DAYS)
    throw badUserInput('days', `The days are 1 to ${MOST_DAYS}.`);
  const wait = await context.limits.consume(PER_ACCOUNT, requireViewer(context).accountId);
  if (wait !== null) return new TooManyVerificationsError(sayWait(context, wait), wait);
  const verdict = await context.auditInspector.inspect({ days, timeLimitMs: TIME_LIMIT_MS });
  const { complete, links, roots, lastSeq, soundUntil, waiting, headCompared } = verdict;
  await recordAudit(context.em, context, {
    action: 'audit-log.verified',
    subjectType: 'audit-log',
    subjectId: null,
    after: { days, complete, lastSeq, fault: verdict.finding?.fault ?? null },
    reason: verdict.finding?.fault ?? null,
  });
  return {
    finding: verdict.finding === null ? null : toFinding(verdict.finding),
    complete,
    links,
    roots,
    lastSeq,
    soundUntil: soundUntil === null ? null : new Date(soundUntil),
    waiting,
    headCompared,
  };
}

function toFinding({ at, ...finding }: AuditFinding): AuditLogFinding {
  return { ...finding, at: at === null ? null : new Date(at) };
}

function sayWait(context: RequestContext, seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  return say(context, {
    en: `The log was verified many times just now. Try again in ${minutes} min.`,
    'zh-CN': `日志刚刚已多次校验，请在 ${minutes} 分钟后再试。`,
  });
}
