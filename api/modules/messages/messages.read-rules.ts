import type { ReadRules } from '../../platform/read-rules.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { canReadMessage, conversationSideOf } from './conversation-access.ts';
import { canReadPhoto } from './message-photo-source.ts';
import { canHandleReports } from './messages.policy.ts';
import type { Conversation } from './messages.type.ts';

export const messagesReadRules: ReadRules = {
  Conversation: {
    read: async (context: RequestContext, { booking }: Conversation) =>
      (await conversationSideOf(context, booking)) !== null,
  },
  Message: { read: canReadMessage },
  MessagePhoto: { read: canReadPhoto },
  MessageReport: { read: ({ viewer }: RequestContext) => canHandleReports(viewer) },
  MessageSent: 'carries',
  MessagePhotoUploadCreated: 'carries',
  MessagePhotoAdded: 'carries',
  MessageReported: 'carries',
  MessageReportClosed: 'carries',
};
