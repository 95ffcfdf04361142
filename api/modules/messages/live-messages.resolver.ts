import { Arg, Ctx, ID, Resolver, Root, Subscription } from 'type-graphql';
import type { SubscribeResolverData, SubscriptionHandlerData } from 'type-graphql';
import type { EventIds } from '../../platform/pubsub.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { requireViewer } from '../accounts/index.ts';
import { Booking } from '../bookings/index.ts';
import { Message } from './message.entity.ts';
import { messageAddedTopic, messagesReadTopic } from './messages.events.ts';
import { isParty } from './messages.queries.ts';
import { Conversation } from './messages.type.ts';

interface OfBooking {
  readonly bookingId: string;
}

/** Anybody may listen to any id; only who is a side of it at that moment hears something, so that an id tells nothing. */
const topicOf =
  (name: (bookingId: string) => string) =>
  ({ args, context }: SubscribeResolverData<unknown, OfBooking>): string => {
    requireViewer(context as RequestContext);
    return name(args.bookingId);
  };

async function isStillParty({ payload, context }: SubscriptionHandlerData<EventIds>): Promise<boolean> {
  const { em, viewer } = context as RequestContext;
  return viewer !== null && isParty(em.fork(), viewer, payload['bookingId'] ?? '');
}

@Resolver()
export class LiveMessagesResolver {
  @Subscription(() => Message, {
    topics: topicOf(messageAddedTopic),
    filter: isStillParty,
    description: 'Each new message of a conversation of yours; silent for any other booking.',
  })
  async messageAdded(
    @Root() { messageId }: EventIds,
    @Arg('bookingId', () => ID, { description: 'The booking.' }) _bookingId: string,
    @Ctx() context: RequestContext,
  ): Promise<Message> {
    return context.loaders.get(Message, messageId ?? '');
  }

  @Subscription(() => Conversation, {
    topics: topicOf(messagesReadTopic),
    filter: isStillParty,
    description: 'A conversation of yours whenever somebody has read on in it; silent for any other booking.',
  })
  async messagesRead(
    @Root() { bookingId }: EventIds,
    @Arg('bookingId', () => ID, { description: 'The booking.' }) _bookingId: string,
    @Ctx() context: RequestContext,
  ): Promise<Conversation> {
    return { booking: await context.loaders.get(Booking, bookingId ?? '') };
  }
}
