import { isId, newId } from '../../kernel/ids.ts';
import type { LocalizedText } from '../../kernel/localized-text.ts';
import { recordAudit } from '../../platform/audit-log.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { say } from '../../platform/say.ts';
import { inUnitOfWork } from '../../platform/unit-of-work.ts';
import { requireViewer } from '../accounts/index.ts';
import { findOwnConversation } from './conversation-access.ts';
import { ReportState } from './message-report.enums.ts';
import { MessageReport, SEALED_MESSAGE_REPORT } from './message-report.entity.ts';
import { Message } from './message.entity.ts';
import { NotReportableError } from './messages.errors.ts';
import type { ReportMessageInput } from './messages.inputs.ts';
import type { MessageReported } from './messages.type.ts';

const REFUSALS = {
  UNKNOWN_MESSAGE: { en: 'There is no such message of the other side.', 'zh-CN': '没有这条对方的消息。' },
  ALREADY_REPORTED: {
    en: 'You have reported this message. Operators look at it.',
    'zh-CN': '您已举报此消息，平台正在处理。',
  },
} satisfies Record<string, LocalizedText>;

/** Asks operators to look at a message of the other side. From then on they may read the conversation it is in. */
export async function reportMessage(
  context: RequestContext,
  { messageId, reason, note }: ReportMessageInput,
): Promise<MessageReported | NotReportableError> {
  const { accountId } = requireViewer(context);
  const message = isId(messageId) ? await context.loaders.find(Message, messageId) : null;
  const conversation = message === null ? null : await findOwnConversation(context, message.booking);
  if (message === null || conversation === null || message.side === conversation.side)
    return refuse(context, 'UNKNOWN_MESSAGE');
  return inUnitOfWork(context.em, async (em) => {
    // Of two that report at once, the second waits here and finds the first.
    await em.execute('select 1 from message_thread where booking_id = ? for update', [message.booking]);
    if ((await em.count(MessageReport, { message: message.id, reporter: accountId })) > 0)
      return refuse(context, 'ALREADY_REPORTED');
    const report = context.vault.sealRow(SEALED_MESSAGE_REPORT, {
      id: newId(),
      message: message.id,
      booking: message.booking,
      reporter: accountId,
      side: conversation.side,
      reason,
      note: note?.trim() || null,
      state: ReportState.OPEN,
      reportedAt: context.clock.now(),
      closedAt: null,
    });
    await em.insert(MessageReport, report);
    await recordAudit(em, context, {
      action: 'message.reported',
      subjectType: 'booking',
      subjectId: message.booking,
      after: { report: report.id, message: message.id },
      reason,
    });
    return { message };
  });
}

function refuse(context: RequestContext, code: keyof typeof REFUSALS): NotReportableError {
  return new NotReportableError(code, say(context, REFUSALS[code]));
}
