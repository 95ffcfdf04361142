import type { ModuleDefinition } from '../../platform/module.ts';
import { BookingMessagesResolver, ConversationResolver, ViewerMessagesResolver } from './conversation.resolver.ts';
import { REMOVE_SPENT_PHOTOS } from './jobs/job-topics.ts';
import { messagePhotoJobs } from './jobs/message-photo.jobs.ts';
import { LiveMessagesResolver } from './live-messages.resolver.ts';
import { messagePhotoSource } from './message-photo-source.ts';
import { MessagePhotoUpload } from './message-photo-upload.entity.ts';
import { MessagePhoto, SEALED_MESSAGE_PHOTO } from './message-photo.entity.ts';
import { MessageRead } from './message-read.entity.ts';
import { MessageReport, SEALED_MESSAGE_REPORT } from './message-report.entity.ts';
import { MessageReportsResolver } from './message-reports.resolver.ts';
import { MessageThread } from './message-thread.entity.ts';
import { Message, SEALED_MESSAGE } from './message.entity.ts';
import { MessagePhotoResolver, MessageResolver } from './message.resolver.ts';
import { MESSAGE_SENT } from './messages.events.ts';
import { messagesPersonalData } from './messages.personal.ts';
import { messagesReadRules } from './messages.read-rules.ts';

export const messagesModule: ModuleDefinition = {
  name: 'messages',
  readRules: messagesReadRules,
  personal: messagesPersonalData,
  sealed: [SEALED_MESSAGE, SEALED_MESSAGE_PHOTO, SEALED_MESSAGE_REPORT],
  entities: [Message, MessageThread, MessageRead, MessagePhoto, MessagePhotoUpload, MessageReport],
  resolvers: [
    ConversationResolver,
    BookingMessagesResolver,
    ViewerMessagesResolver,
    MessageResolver,
    MessagePhotoResolver,
    LiveMessagesResolver,
    MessageReportsResolver,
  ],
  files: [messagePhotoSource],
  facts: [MESSAGE_SENT],
  jobs: messagePhotoJobs,
  daily: [REMOVE_SPENT_PHOTOS],
};
