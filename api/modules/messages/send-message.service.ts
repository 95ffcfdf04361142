import { sql } from 'kysely';
import { isId, newId } from '../../kernel/ids.ts';
import type { LocalizedText } from '../../kernel/localized-text.ts';
import { badUserInput } from '../../platform/connection.ts';
import type { EntityManager } from '../../platform/database.ts';
import { publish } from '../../platform/outbox.ts';
import { emitEvent } from '../../platform/pubsub.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { say } from '../../platform/say.ts';
import { inUnitOfWork } from '../../platform/unit-of-work.ts';
import { lockHouseholds, requireViewer } from '../accounts/index.ts';
import { findAnswer, keepAnswer, maskContacts, toKeyedCall } from '../bookings/index.ts';
import { findOwnConversation, standingOf } from './conversation-access.ts';
import type { OwnConversation } from './conversation-access.ts';
import { masksContacts } from './domain/conversation-window.ts';
import { MessagePhoto } from './message-photo.entity.ts';
import { Message, SEALED_MESSAGE } from './message.entity.ts';
import { ConversationClosedError, ConversationReadOnlyError, InvalidMessageError } from './messages.errors.ts';
import { MESSAGE_SENT, messageAddedTopic } from './messages.events.ts';
import type { SendMessageInput } from './messages.inputs.ts';
import { moveReadMark, nextSequence } from './messages.queries.ts';
import { ConversationState } from './messages.type.ts';
import type { MessageSent } from './messages.type.ts';

type Outcome = MessageSent | ConversationClosedError | ConversationReadOnlyError | InvalidMessageError;

const LONGEST_TEXT = 2_000;
const MOST_PHOTOS = 4;
/** Whoever is looking reads at once; the others are told after so long. */
const TOLD_AFTER_MS = 60_000;

const UNKNOWN: LocalizedText = { en: 'There is no such booking.', 'zh-CN': '没有这个预约。' };
const NOT_OPEN: LocalizedText = {
  en: 'You can write as soon as the visit is asked for.',
  'zh-CN': '提交预约后即可发送消息。',
};
const CLOSED: LocalizedText = {
  en: 'Seven days after a visit its conversation is closed.',
  'zh-CN': '服务结束七天后，对话即关闭。',
};
const READ_ONLY: LocalizedText = {
  en: 'Another of your household booked this visit. You can read along.',
  'zh-CN': '此次服务由其他家庭成员预约，您可以查看对话。',
};
const INVALID = {
  EMPTY: { en: 'Write something, or add a photo.', 'zh-CN': '请输入内容或添加照片。' },
  TOO_LONG: {
    en: `Use at most ${LONGEST_TEXT} characters.`,
    'zh-CN': `最多 ${LONGEST_TEXT} 个字符。`,
  },
  TOO_MANY_PHOTOS: { en: `Send at most ${MOST_PHOTOS} photos.`, 'zh-CN': `最多发送 ${MOST_PHOTOS} 张照片。` },
  UNKNOWN_PHOTO: {
    en: 'A photo is no longer there. Add it again.',
    'zh-CN': '有照片已失效，请重新添加。',
  },
} satisfies Record<string, LocalizedText>;

/** Sends a message to the other side of a booking (B10). Sent again under its key, it is there once. */
export async function sendMessage(context: RequestContext, input: SendMessageInput): Promise<Outcome> {
  const viewer = requireViewer(context);
  const call = toKeyedCall(context, 'sendMessage', viewer.accountId, input);
  const conversation = await findOwnConversation(context, input.bookingId);
  // Somebody else's booking is as unknown as none.
  if (conversation === null) throw badUserInput('input.bookingId', say(context, UNKNOWN));
  const refusal = (await refusalOf(context, conversation)) ?? problemOf(context, input);
  return inUnitOfWork(context.em, async (em) => {
    await lockHouseholds(em, viewer.accountId);
    const known = await findAnswer(em, context, call);
    if (known) {
      const id = known['messageId'] as string;
      return { message: await em.findOneOrFail(Message, { id }, { disableIdentityMap: true }) };
    }
    if (refusal !== null) return refusal;
    const photoIds = input.photoIds ?? [];
    if (!(await holdPhotos(em, photoIds, { author: viewer.accountId, booking: conversation.booking.id })))
      return invalid(context, 'UNKNOWN_PHOTO', 'photoIds');
    const message = await write(em, context, conversation, { ...input, photoIds });
    await keepAnswer(em, context, call, { type: 'MessageSent', messageId: message.id });
    return { message };
  });
}

async function refusalOf(
  context: RequestContext,
  conversation: OwnConversation,
): Promise<ConversationClosedError | ConversationReadOnlyError | null> {
  switch (await standingOf(context, conversation)) {
    case ConversationState.OPEN:
      return null;
    case ConversationState.READ_ONLY:
      return new ConversationReadOnlyError('READ_ONLY', say(context, READ_ONLY));
    case ConversationState.CLOSED:
      return new ConversationClosedError('CLOSED', say(context, CLOSED));
    case null:
      return new ConversationClosedError('NOT_OPEN', say(context, NOT_OPEN));
  }
}

function problemOf(context: RequestContext, { text, photoIds }: SendMessageInput): InvalidMessageError | null {
  const photos = photoIds ?? [];
  if (text.trim() === '' && photos.length === 0) return invalid(context, 'EMPTY', 'text');
  if ([...text].length > LONGEST_TEXT) return invalid(context, 'TOO_LONG', 'text');
  if (photos.length > MOST_PHOTOS) return invalid(context, 'TOO_MANY_PHOTOS', 'photoIds');
  return new Set(photos).size < photos.length || !photos.every((id) => isId(id))
    ? invalid(context, 'UNKNOWN_PHOTO', 'photoIds')
    : null;
}

function invalid(context: RequestContext, code: keyof typeof INVALID, field: string): InvalidMessageError {
  return new InvalidMessageError(code, say(context, INVALID[code]), field);
}

/** Whether all of these photos are the author's and wait to be sent; they wait for this transaction from then on. */
async function holdPhotos(
  em: EntityManager,
  ids: readonly string[],
  { author, booking }: { readonly author: string; readonly booking: string },
): Promise<boolean> {
  if (ids.length === 0) return true;
  const { rows } = await sql`
    select id from message_photo where id = any(${ids}) and author_id = ${author} and booking_id = ${booking}
      and message_id is null order by id for update`.execute(em.getKysely());
  return rows.length === ids.length;
}

async function write(
  em: EntityManager,
  context: RequestContext,
  { booking, side }: OwnConversation,
  { text, photoIds }: { readonly text: string; readonly photoIds: readonly string[] },
): Promise<Message> {
  const { accountId } = requireViewer(context);
  const now = context.clock.now();
  const shown = masksContacts(booking) ? maskContacts(text.trim()) : { text: text.trim(), masked: false };
  const sequence = await nextSequence(em, booking.id, now);
  const message = context.vault.sealRow(SEALED_MESSAGE, {
    id: newId(),
    booking: booking.id,
    sequence,
    side,
    author: accountId,
    body: shown.text,
    masked: shown.masked,
    sentAt: now,
  });
  await em.insert(Message, message);
  for (const [position, id] of photoIds.entries())
    await em.nativeUpdate(MessagePhoto, { id }, { message: message.id, position });
  await moveReadMark(em, { bookingId: booking.id, accountId, side, sequence }, now);
  await emitEvent(em, messageAddedTopic(booking.id), { bookingId: booking.id, messageId: message.id });
  const dueAt = new Date(now.getTime() + TOLD_AFTER_MS);
  await publish(em, context.clock, [{ topic: MESSAGE_SENT, payload: { messageId: message.id }, dueAt }]);
  return message;
}
