import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { localize } from '../../kernel/localized-text.ts';
import { decodeKeyset, encodeKeyset, requirePageSize, toConnection } from '../../platform/connection.ts';
import { DateTimeScalar } from '../../platform/scalars.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { Account, Viewer, requireViewer } from '../accounts/index.ts';
import { Booking } from '../bookings/index.ts';
import { Provider } from '../providers/index.ts';
import { conversationSideOf, findOwnConversation, standingOf } from './conversation-access.ts';
import { closesAt, masksContacts } from './domain/conversation-window.ts';
import { MessageSide } from './message-side.ts';
import { Message } from './message.entity.ts';
import { countUnread, listConversations, listMessages, listNewest, listReadingStands } from './messages.queries.ts';
import type { ReadingStand } from './messages.queries.ts';
import { Conversation, ConversationConnection, ConversationState, MessageConnection } from './messages.type.ts';

@Resolver(() => Conversation)
export class ConversationResolver {
  @Query(() => Conversation, {
    nullable: true,
    description:
      'What you and the other side write each other about a booking; null where it is none of yours or not asked for yet.',
  })
  async conversation(
    @Arg('bookingId', () => ID, { description: 'The booking.' }) bookingId: string,
    @Ctx() context: RequestContext,
  ): Promise<Conversation | null> {
    const found = await findOwnConversation(context, bookingId);
    return found === null ? null : toConversation(context, found.booking);
  }

  @Query(() => ConversationConnection, { description: 'Your conversations, the one with the newest message first.' })
  async myConversations(
    @Arg('first', () => Int, { defaultValue: 20, nullable: true, description: 'Page size, 1 to 100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Cursor to go on from.' })
    after: string | null | undefined,
    @Ctx() context: RequestContext,
  ): Promise<ConversationConnection> {
    const viewer = requireViewer(context);
    requirePageSize(first);
    const key = after ? (decodeKeyset(after, ['number', 'id']) as [number, string]) : null;
    const { rows, total } = await listConversations(context.em, viewer, { limit: first + 1, after: key });
    const page = toConnection(rows, first, total, after, (row) => encodeKeyset([row.at, row.bookingId]));
    const edges = await Promise.all(
      page.edges.map(async ({ node, cursor }) => ({
        cursor,
        node: { booking: await context.loaders.get(Booking, node.bookingId) },
      })),
    );
    return { ...page, edges };
  }

  @FieldResolver(() => Booking, { description: 'What it is about.' })
  booking(@Root() { booking }: Conversation): Booking {
    return booking;
  }

  @FieldResolver(() => MessageSide, { description: 'Which side you are.' })
  async side(@Root() { booking }: Conversation, @Ctx() context: RequestContext): Promise<MessageSide> {
    return (await conversationSideOf(context, booking)) ?? MessageSide.HOUSEHOLD;
  }

  @FieldResolver(() => String, { description: 'Name of the other side.' })
  async otherName(@Root() { booking }: Conversation, @Ctx() context: RequestContext): Promise<string> {
    if ((await conversationSideOf(context, booking)) === MessageSide.PROVIDER)
      return (await context.loaders.get(Account, booking.household)).displayName;
    return localize((await context.loaders.get(Provider, booking.provider)).displayName, context.locale);
  }

  @FieldResolver(() => ConversationState, { description: 'What you may do.' })
  async state(@Root() { booking }: Conversation, @Ctx() context: RequestContext): Promise<ConversationState> {
    const side = (await conversationSideOf(context, booking)) ?? MessageSide.HOUSEHOLD;
    return (await standingOf(context, { booking, side })) ?? ConversationState.CLOSED;
  }

  @FieldResolver(() => DateTimeScalar, { description: 'From when on nothing more can be written.' })
  closesAt(@Root() { booking }: Conversation): Date {
    return closesAt(booking.endsAt);
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether phone numbers and addresses are taken out of what you write, as they are until it is agreed.',
  })
  masksContacts(@Root() { booking }: Conversation): boolean {
    return masksContacts(booking);
  }

  @FieldResolver(() => Int, { description: 'Messages of the other side that you have not read.' })
  async unreadCount(@Root() { booking }: Conversation, @Ctx() context: RequestContext): Promise<number> {
    return (await standOf(context, booking.id))?.unread ?? 0;
  }

  @FieldResolver(() => Int, { description: 'Number of the last message that you have read; 0 for none.' })
  async readTo(@Root() { booking }: Conversation, @Ctx() context: RequestContext): Promise<number> {
    return (await standOf(context, booking.id))?.readTo ?? 0;
  }

  @FieldResolver(() => Int, { description: 'Number of the last message that the other side has read; 0 for none.' })
  async readByOtherSide(@Root() { booking }: Conversation, @Ctx() context: RequestContext): Promise<number> {
    return (await standOf(context, booking.id))?.readByOther ?? 0;
  }

  @FieldResolver(() => Message, { nullable: true, description: 'The newest message; null where there is none.' })
  async lastMessage(@Root() { booking }: Conversation, @Ctx() context: RequestContext): Promise<Message | null> {
    const newest = context.loaders.batch('newest-message', async (ids: readonly string[]) => {
      const rows = await listNewest(context.em, ids);
      return ids.map((id) => rows.get(id) ?? null);
    });
    const id = await newest.load(booking.id);
    return id === null ? null : context.loaders.get(Message, id);
  }

  @FieldResolver(() => MessageConnection, { description: 'The messages, the newest first.' })
  async messages(
    @Root() { booking }: Conversation,
    @Arg('first', () => Int, { defaultValue: 30, nullable: true, description: 'Page size, 1 to 100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Cursor to go on from.' })
    after: string | null | undefined,
    @Ctx() context: RequestContext,
  ): Promise<MessageConnection> {
    requirePageSize(first);
    const before = after ? (decodeKeyset(after, ['integer'])[0] as number) : null;
    const { rows, total } = await listMessages(context.em, { bookingId: booking.id, before, limit: first + 1 });
    const page = toConnection(rows, first, total, after, ({ sequence }) => encodeKeyset([sequence]));
    const edges = await Promise.all(
      page.edges.map(async ({ node, cursor }) => ({ cursor, node: await context.loaders.get(Message, node.id) })),
    );
    return { ...page, edges };
  }
}

@Resolver(() => Booking)
export class BookingMessagesResolver {
  @FieldResolver(() => Int, {
    nullable: true,
    description:
      'Messages about it that you have not read; null where you are none of its two sides, or it is only held.',
  })
  async unreadMessages(@Root() booking: Booking, @Ctx() context: RequestContext): Promise<number | null> {
    if ((await toConversation(context, booking)) === null) return null;
    return (await standOf(context, booking.id))?.unread ?? 0;
  }
}

@Resolver(() => Viewer)
export class ViewerMessagesResolver {
  @FieldResolver(() => Int, { description: 'Messages that you have not read, over all your bookings.' })
  async unreadMessages(@Root() { id }: Viewer, @Ctx() context: RequestContext): Promise<number> {
    return context.viewer?.accountId === id ? countUnread(context.em, context.viewer) : 0;
  }
}

async function toConversation(context: RequestContext, booking: Booking): Promise<Conversation | null> {
  const side = await conversationSideOf(context, booking);
  if (side === null || (await standingOf(context, { booking, side })) === null) return null;
  return { booking };
}

async function standOf(context: RequestContext, bookingId: string): Promise<ReadingStand | null> {
  const viewer = requireViewer(context);
  const stands = context.loaders.batch('reading-stand', async (ids: readonly string[]) => {
    const rows = await listReadingStands(context.em, viewer, ids);
    return ids.map((id) => rows.find((row) => row.bookingId === id) ?? null);
  });
  return stands.load(bookingId);
}
