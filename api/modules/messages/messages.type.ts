import { Field, ObjectType, createUnionType, registerEnumType } from 'type-graphql';
import { connectionType } from '../../platform/connection.ts';
import { UploadCreated } from '../../platform/upload.type.ts';
import type { Booking } from '../bookings/index.ts';
import { MessagePhoto } from './message-photo.entity.ts';
import { MessageReport } from './message-report.entity.ts';
import { Message } from './message.entity.ts';
import {
  ConversationClosedError,
  ConversationReadOnlyError,
  InvalidMessageError,
  InvalidMessagePhotoError,
  NotReportableError,
  ReportNotOpenError,
} from './messages.errors.ts';

export enum ConversationState {
  OPEN = 'OPEN',
  READ_ONLY = 'READ_ONLY',
  CLOSED = 'CLOSED',
}
registerEnumType(ConversationState, {
  name: 'ConversationState',
  description: 'What you may do in a conversation.',
  valuesConfig: {
    OPEN: { description: 'Read and write.' },
    READ_ONLY: { description: 'Read: another of your household booked the visit.' },
    CLOSED: { description: 'Read: the visit is over for more than seven days.' },
  },
});

@ObjectType({ description: 'What household and provider write each other about a booking. Only these two read it.' })
export class Conversation {
  readonly booking!: Booking;
}

@ObjectType({ description: 'A page of messages, the newest first.' })
export class MessageConnection extends connectionType(Message, 'Message') {}

@ObjectType({ description: 'A page of conversations, the one with the newest message first.' })
export class ConversationConnection extends connectionType(Conversation, 'Conversation') {}

@ObjectType({ description: 'A page of reports, the oldest open one first.' })
export class MessageReportConnection extends connectionType(MessageReport, 'MessageReport') {}

@ObjectType({ description: 'The message is with the other side.' })
export class MessageSent {
  @Field(() => Message, { description: 'The message as it is kept.' })
  message!: Message;
}

@ObjectType({
  implements: UploadCreated,
  description:
    'Where to send the photo: PUT its bytes to the address with these headers, then call finishMessagePhotoUpload. An interrupted upload is simply sent again.',
})
export class MessagePhotoUploadCreated extends UploadCreated {}

@ObjectType({ description: 'The photo can be sent with a message; it is swept away if it is not.' })
export class MessagePhotoAdded {
  @Field(() => MessagePhoto, { description: 'The photo as it is kept.' })
  photo!: MessagePhoto;
}

@ObjectType({ description: 'Operators will look at the message.' })
export class MessageReported {
  @Field(() => Message, { description: 'The message.' })
  message!: Message;
}

@ObjectType({ description: 'The report is decided.' })
export class MessageReportClosed {
  @Field(() => MessageReport, { description: 'The report.' })
  report!: MessageReport;
}

type Constructor = abstract new (...args: never[]) => object;
/** A success is a plain object; a failure knows its class. */
const resolveBy =
  (success: Constructor) =>
  (value: object): never =>
    (value.constructor === Object ? success : value.constructor) as never;

export const SendMessageResult = createUnionType({
  name: 'SendMessageResult',
  description: 'What comes of sending a message.',
  types: () => [MessageSent, ConversationClosedError, ConversationReadOnlyError, InvalidMessageError] as const,
  resolveType: resolveBy(MessageSent),
});

export const CreateMessagePhotoUploadResult = createUnionType({
  name: 'CreateMessagePhotoUploadResult',
  description: 'What comes of announcing a photo.',
  types: () => [MessagePhotoUploadCreated, InvalidMessagePhotoError] as const,
  resolveType: resolveBy(MessagePhotoUploadCreated),
});

export const FinishMessagePhotoUploadResult = createUnionType({
  name: 'FinishMessagePhotoUploadResult',
  description: 'What comes of an upload.',
  types: () => [MessagePhotoAdded, InvalidMessagePhotoError] as const,
  resolveType: resolveBy(MessagePhotoAdded),
});

export const ReportMessageResult = createUnionType({
  name: 'ReportMessageResult',
  description: 'What comes of reporting a message.',
  types: () => [MessageReported, NotReportableError] as const,
  resolveType: resolveBy(MessageReported),
});

export const CloseMessageReportResult = createUnionType({
  name: 'CloseMessageReportResult',
  description: 'What comes of deciding about a report.',
  types: () => [MessageReportClosed, ReportNotOpenError] as const,
  resolveType: resolveBy(MessageReportClosed),
});
