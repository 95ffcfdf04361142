import { Resolver, Root, Subscription } from 'type-graphql';
import type { SubscribeResolverData } from 'type-graphql';
import type { EventIds } from '../../platform/pubsub.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { requireViewer } from '../accounts/index.ts';
import { bookingChangedFor } from './bookings.events.ts';
import { BookingChange } from './visit.type.ts';

@Resolver()
export class BookingChangesResolver {
  @Subscription(() => BookingChange, {
    topics: ({ context }: SubscribeResolverData) => {
      const { accountId, householdId } = requireViewer(context as RequestContext);
      // Members still see what they booked for themselves before they joined.
      const households = [...new Set([householdId, accountId])].map((id) => bookingChangedFor('household', id));
      return [...households, bookingChangedFor('account', accountId)];
    },
    description: 'Says which booking of yours, or of your diary, is not as it was: look again.',
  })
  bookingChanged(@Root() { bookingId }: EventIds): BookingChange {
    return { bookingId: bookingId ?? '' };
  }
}
