/** A message was sent a while ago: `{ messageId }`. For whoever tells the other side, should they not have read it by then. */
export const MESSAGE_SENT = 'message.sent';

/** Name of the live events of one conversation that say that a message came: `{ bookingId, messageId }`. */
export function messageAddedTopic(bookingId: string): string {
  return `message.added:${bookingId}`;
}

/** Name of the live events of one conversation that say that somebody read: `{ bookingId }`. */
export function messagesReadTopic(bookingId: string): string {
  return `message.read:${bookingId}`;
}
