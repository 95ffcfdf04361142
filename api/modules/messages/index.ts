export { Message, SEALED_MESSAGE } from './message.entity.ts';
export { MessageRead } from './message-read.entity.ts';
export { MessageThread } from './message-thread.entity.ts';
export { MessageSide } from './message-side.ts';
export { MESSAGE_SENT } from './messages.events.ts';
export { findUnreadSince } from './messages.queries.ts';
