import { LockMode } from '@mikro-orm/core';
import { isId } from '../../kernel/ids.ts';
import { recordAudit } from '../../platform/audit-log.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { say } from '../../platform/say.ts';
import { inUnitOfWork } from '../../platform/unit-of-work.ts';
import { ReportState } from './message-report.enums.ts';
import { MessageReport } from './message-report.entity.ts';
import { ReportNotOpenError } from './messages.errors.ts';
import type { CloseMessageReportInput } from './messages.inputs.ts';
import type { MessageReportClosed } from './messages.type.ts';

/** An operator decides about a report, with a reason for the audit log. */
export async function closeMessageReport(
  context: RequestContext,
  { reportId, outcome, reason }: CloseMessageReportInput,
): Promise<MessageReportClosed | ReportNotOpenError> {
  return inUnitOfWork(context.em, async (em) => {
    const lock = { lockMode: LockMode.PESSIMISTIC_WRITE, disableIdentityMap: true } as const;
    const report = isId(reportId) ? await em.findOne(MessageReport, { id: reportId }, lock) : null;
    if (report?.state !== ReportState.OPEN)
      return new ReportNotOpenError(
        'REPORT_NOT_OPEN',
        say(context, { en: 'There is no such open report.', 'zh-CN': '没有这条待处理的举报。' }),
      );
    const changes = { state: outcome, closedAt: context.clock.now() };
    await em.nativeUpdate(MessageReport, { id: report.id }, changes);
    await recordAudit(em, context, {
      action: 'message-report.closed',
      subjectType: 'booking',
      subjectId: report.booking,
      before: { report: report.id, state: report.state },
      after: { report: report.id, state: outcome },
      reason: reason.trim(),
    });
    return { report: Object.assign(report, changes) };
  });
}
