import type { RequestContext } from '../../platform/request-context.ts';
import { isId } from '../../kernel/ids.ts';
import { Booking, findOwnBooking, mayChange, sideOf, wasAskedFor } from '../bookings/index.ts';
import { conversationStanding } from './domain/conversation-window.ts';
import { MessageReport } from './message-report.entity.ts';
import { MessageSide } from './message-side.ts';
import type { Message } from './message.entity.ts';
import { canHandleReports } from './messages.policy.ts';
import { ConversationState } from './messages.type.ts';

/** A booking as whoever asks stands in its conversation. */
export interface OwnConversation {
  readonly booking: Booking;
  readonly side: MessageSide;
}

/** Which side of the conversation whoever asks is; null for operators and for whoever it does not concern. */
export async function conversationSideOf(context: RequestContext, booking: Booking): Promise<MessageSide | null> {
  const side = await sideOf(context, booking);
  return side === null || side === 'OPERATOR' ? null : MessageSide[side];
}

/** The booking with that id and the side whoever asks is on; null where it is none of theirs, as where there is none. */
export async function findOwnConversation(context: RequestContext, id: string): Promise<OwnConversation | null> {
  const found = await findOwnBooking(context, id);
  if (found === null || found.side === 'OPERATOR') return null;
  return { booking: found.booking, side: MessageSide[found.side] };
}

/** What whoever asks may do there; null while there is no conversation. */
export async function standingOf(
  context: RequestContext,
  { booking, side }: OwnConversation,
): Promise<ConversationState | null> {
  const facts = { ...booking, end: booking.endsAt, wasAskedFor: await wasAskedFor(context, booking) };
  const standing = conversationStanding(facts, context.clock.now());
  if (standing === 'NONE' || context.viewer === null) return null;
  if (standing === 'CLOSED') return ConversationState.CLOSED;
  return mayChange(context.viewer, booking, side) ? ConversationState.OPEN : ConversationState.READ_ONLY;
}

/** Whether whoever asks may read what is written about that booking: its two sides, and operators once something was reported. */
export async function canReadMessagesOf(context: RequestContext, bookingId: string): Promise<boolean> {
  const booking = isId(bookingId) ? await context.loaders.find(Booking, bookingId) : null;
  if (booking === null) return false;
  if ((await conversationSideOf(context, booking)) !== null) return true;
  if (!canHandleReports(context.viewer)) return false;
  return (await context.loaders.list(MessageReport, 'booking', bookingId)).length > 0;
}

export async function canReadMessage(context: RequestContext, { booking }: Pick<Message, 'booking'>): Promise<boolean> {
  return canReadMessagesOf(context, booking);
}
