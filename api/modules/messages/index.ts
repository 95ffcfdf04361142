export { Message } from './message.entity.ts';
export { MessageSide } from './message-side.ts';
export { MESSAGE_SENT } from './messages.events.ts';
export { findUnreadSince } from './messages.queries.ts';
