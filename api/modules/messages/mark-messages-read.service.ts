import { emitEvent } from '../../platform/pubsub.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { inUnitOfWork } from '../../platform/unit-of-work.ts';
import { requireViewer } from '../accounts/index.ts';
import { findOwnConversation } from './conversation-access.ts';
import { messagesReadTopic } from './messages.events.ts';
import type { MarkMessagesReadInput } from './messages.inputs.ts';
import { moveReadMark } from './messages.queries.ts';

/** Notes how far somebody has read; false where nothing changes by it, as where there is no such conversation of theirs. */
export async function markMessagesRead(
  context: RequestContext,
  { bookingId, sequence }: MarkMessagesReadInput,
): Promise<boolean> {
  const { accountId } = requireViewer(context);
  const found = await findOwnConversation(context, bookingId);
  if (found === null) return false;
  return inUnitOfWork(context.em, async (em) => {
    const mark = { bookingId: found.booking.id, accountId, side: found.side, sequence };
    const hasMoved = await moveReadMark(em, mark, context.clock.now());
    if (hasMoved) await emitEvent(em, messagesReadTopic(mark.bookingId), { bookingId: mark.bookingId });
    return hasMoved;
  });
}
