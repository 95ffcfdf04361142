import type { MessagePartsFragment } from '../../generated/graphql';
import { localDateOf } from '../../ui/formats';

/** What a list of messages shows, from top to bottom. */
export type MessageLine =
  | { readonly kind: 'day'; readonly key: string; readonly date: string }
  | { readonly kind: 'unread'; readonly key: string }
  | {
      readonly kind: 'message';
      readonly key: string;
      readonly message: MessagePartsFragment;
      readonly startsGroup: boolean;
    };

export interface LinesQuestion {
  /** In order, the oldest first. */
  readonly messages: readonly MessagePartsFragment[];
  /** Number of the last message that was read before the conversation was opened. */
  readonly readTo: number;
  readonly ownSide: string;
  readonly timeZone: string;
}

/** Messages with a line for each day, one in front of the first unread one, and the name said once for those in a row. */
export function toLines({ messages, readTo, ownSide, timeZone }: LinesQuestion): MessageLine[] {
  const lines: MessageLine[] = [];
  let date = '';
  let author = '';
  let isMarked = false;
  for (const message of messages) {
    const day = localDateOf(message.sentAt, timeZone);
    if (day !== date) {
      lines.push({ kind: 'day', key: `day-${day}`, date: day });
      [date, author] = [day, ''];
    }
    if (!isMarked && message.side !== ownSide && message.sequence > readTo) {
      lines.push({ kind: 'unread', key: 'unread' });
      [isMarked, author] = [true, ''];
    }
    const writer = `${message.side} ${message.authorName}`;
    lines.push({ kind: 'message', key: message.id, message, startsGroup: writer !== author });
    author = writer;
  }
  return lines;
}

/** Two lists of messages as one, each once and in order; of one that is in both, the later read form. */
export function mergeMessages(
  known: readonly MessagePartsFragment[],
  fresh: readonly MessagePartsFragment[],
): MessagePartsFragment[] {
  const bySequence = new Map([...known, ...fresh].map((message) => [message.sequence, message]));
  return [...bySequence.values()].toSorted((a, b) => a.sequence - b.sequence);
}
