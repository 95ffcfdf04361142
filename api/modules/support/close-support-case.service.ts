import { isId } from '../../kernel/ids.ts';
import { recordAudit } from '../../platform/audit-log.ts';
import type { RequestContext, ViewerIdentity } from '../../platform/request-context.ts';
import { say } from '../../platform/say.ts';
import { inUnitOfWork } from '../../platform/unit-of-work.ts';
import { SupportCase } from './support-case.entity.ts';
import { CaseNotOpenError } from './support.type.ts';
import type { CloseSupportCaseInput, SupportCaseClosed } from './support.type.ts';

/** An operator closes a case and says what came of it. Of two who do so at once, one does. */
export async function closeSupportCase(
  context: RequestContext,
  operator: ViewerIdentity,
  { caseId, outcome }: CloseSupportCaseInput,
): Promise<SupportCaseClosed | CaseNotOpenError> {
  return inUnitOfWork(context.em, async (em) => {
    const changes = {
      closedAt: context.clock.now(),
      closedBy: operator.accountId,
      outcome: context.vault.seal('support_case.outcome', caseId, outcome.trim()),
    };
    const closed = isId(caseId) ? await em.nativeUpdate(SupportCase, { id: caseId, closedAt: null }, changes) : 0;
    if (closed !== 1)
      return new CaseNotOpenError(
        'CASE_NOT_OPEN',
        say(context, { en: 'There is no such open case.', 'zh-CN': '没有这个待处理事项。' }),
      );
    await recordAudit(em, context, {
      action: 'support-case.closed',
      subjectType: 'support-case',
      subjectId: caseId,
      before: { state: 'OPEN' },
      after: { state: 'CLOSED' },
    });
    return {
      supportCase: await em.findOneOrFail(SupportCase, { id: caseId }, { disableIdentityMap: true }),
    };
  });
}
