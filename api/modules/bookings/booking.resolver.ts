import { Arg, Ctx, FieldResolver, Float, ID, Query, Resolver, Root } from 'type-graphql';
import { approximatePlace } from '../../kernel/approximate-place.ts';
import type { GeoPoint } from '../../kernel/geo-point.ts';
import { MoneyType } from '../../platform/money.type.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { Account, Viewer, householdOf, householdRoleOn } from '../accounts/index.ts';
import { TimeOffAdded } from '../availability/index.ts';
import { Venue } from '../catalog/index.ts';
import { listPayments } from '../payments/index.ts';
import { PriceQuote, presentQuote } from '../pricing/index.ts';
import { Provider } from '../providers/index.ts';
import { toBookingItems } from './booking-items.ts';
import { findOwnBooking, sideOf, visiblePlaceOf } from './booking-side.ts';
import { BookingTransition } from './booking-transition.entity.ts';
import { Booking } from './booking.entity.ts';
import { BookingState } from './booking.enums.ts';
import { mayChange } from './bookings.policy.ts';
import { Booker, BookingItem, BookingPlace, DoorNoteRead } from './bookings.type.ts';
import { listDoorNoteReads, readDoorNote } from './door-note.ts';
import { maskContacts } from './domain/mask-contacts.ts';
import { stepsOf } from './cancellation-quote.ts';
import { CancellationStepType } from './cancellation-quote.type.ts';
import { canTransition } from './domain/transitions.ts';
import { ownHold } from './release-hold.service.ts';

@Resolver(() => Booking)
export class BookingResolver {
  @Query(() => Booking, {
    nullable: true,
    description: "One booking of yours, or of your diary; null for anyone else's.",
  })
  async booking(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<Booking | null> {
    return (await findOwnBooking(context, id))?.booking ?? null;
  }

  @FieldResolver(() => Provider, { description: 'Who comes.' })
  async provider(@Root() booking: Booking, @Ctx() context: RequestContext): Promise<Provider> {
    return context.loaders.get(Provider, booking.provider);
  }

  @FieldResolver(() => String, { description: 'Name of the household.' })
  async householdName(@Root() booking: Booking, @Ctx() context: RequestContext): Promise<string> {
    return (await context.loaders.get(Account, booking.household)).displayName;
  }

  @FieldResolver(() => Booker, {
    nullable: true,
    description: 'Who of the household booked it; null for visits from before households had members.',
  })
  async bookedBy(@Root() booking: Booking, @Ctx() context: RequestContext): Promise<Booker | null> {
    return booking.bookedBy === null ? null : toBooker(context, booking.bookedBy);
  }

  @FieldResolver(() => [BookingItem], { description: 'What is to be done.' })
  async items(@Root() booking: Booking, @Ctx() context: RequestContext): Promise<BookingItem[]> {
    return toBookingItems(context, booking.items);
  }

  @FieldResolver(() => BookingPlace, {
    nullable: true,
    description: 'Where, as far as you may know; null at a studio.',
  })
  async place(@Root() booking: Booking, @Ctx() context: RequestContext): Promise<BookingPlace | null> {
    if (booking.venue === Venue.AT_STUDIO) return null;
    return (await visiblePlaceOf(context, booking)).address === 'NONE' ? null : { booking };
  }

  @FieldResolver(() => [DoorNoteRead], {
    description: 'When the provider read how to get in, first to last. For the household; empty for everybody else.',
  })
  async doorNoteReads(@Root() booking: Booking, @Ctx() context: RequestContext): Promise<DoorNoteRead[]> {
    if ((await sideOf(context, booking)) !== 'HOUSEHOLD') return [];
    return listDoorNoteReads(context, booking.id);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'What the household wants the provider to know; to the provider without contact details until agreed.',
  })
  async note(@Root() booking: Booking, @Ctx() context: RequestContext): Promise<string | null> {
    const note = context.vault.open('booking.note', booking.id, booking.note);
    const isMasked = booking.confirmedAt === null && (await sideOf(context, booking)) === 'PROVIDER';
    return note !== null && isMasked ? maskContacts(note).text : note;
  }

  @FieldResolver(() => PriceQuote, { description: 'The price as agreed.' })
  quote(@Root() booking: Booking, @Ctx() context: RequestContext): PriceQuote {
    return presentQuote(booking.storedQuote, context);
  }

  @FieldResolver(() => Boolean, { description: 'Whether the hold can be made to last once more.' })
  holdRenewable(@Root() booking: Booking, @Ctx() context: RequestContext): boolean {
    return (
      booking.state === BookingState.HELD &&
      !booking.holdRenewed &&
      !booking.offeredFromWaitlist &&
      booking.holdExpiresAt !== null &&
      booking.holdExpiresAt > context.clock.now()
    );
  }

  @FieldResolver(() => [CancellationStepType], {
    description: 'What cancelling costs from confirmation on, by the policy kept with the booking.',
  })
  cancellationSteps(@Root() booking: Booking, @Ctx() context: RequestContext): CancellationStepType[] {
    return stepsOf(booking, context.clock.now());
  }

  @FieldResolver(() => MoneyType, {
    nullable: true,
    description: 'What was charged for calling it off; null when it was not.',
  })
  cancellationFee(@Root() booking: Booking): MoneyType | null {
    return booking.cancellationFeeAmount === null
      ? null
      : { amount: booking.cancellationFeeAmount, currency: booking.storedQuote.currency };
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'AUTHORIZED, CAPTURED, VOIDED, PARTLY_REFUNDED or REFUNDED; null before payment.',
  })
  async paymentStatus(@Root() booking: Booking, @Ctx() context: RequestContext): Promise<string | null> {
    const payments = context.loaders.batch('payment-of-booking', async (ids: readonly string[]) => {
      const rows = await listPayments(context.em, ids);
      const byReference = new Map(rows.map((row) => [row.reference, row.status as string]));
      return ids.map((id) => byReference.get(id) ?? null);
    });
    return payments.load(booking.id);
  }

  @FieldResolver(() => [BookingTransition], { description: 'Its history, first to last.' })
  async transitions(@Root() booking: Booking, @Ctx() context: RequestContext): Promise<BookingTransition[]> {
    return context.loaders.list(BookingTransition, 'booking', booking.id);
  }

  @FieldResolver(() => Boolean, { description: 'Whether you can call it off.' })
  async canCancel(@Root() booking: Booking, @Ctx() context: RequestContext): Promise<boolean> {
    const side = await sideOf(context, booking);
    return (
      context.viewer !== null &&
      side !== null &&
      mayChange(context.viewer, booking, side) &&
      booking.state !== BookingState.HELD &&
      canTransition(booking.state, BookingState.CANCELLED, side)
    );
  }
}

@Resolver(() => BookingTransition)
export class BookingTransitionResolver {
  @FieldResolver(() => Booker, {
    nullable: true,
    description: 'Who of your household did it; null for anybody else’s doing, and for whoever is not of it.',
  })
  async member(@Root() transition: BookingTransition, @Ctx() context: RequestContext): Promise<Booker | null> {
    if (transition.actor === null || transition.actorRole !== 'HOUSEHOLD') return null;
    const booking = await context.loaders.get(Booking, transition.booking);
    if (householdRoleOn(context.viewer, booking.household) === null) return null;
    return toBooker(context, transition.actor);
  }
}

@Resolver(() => BookingPlace)
export class BookingPlaceResolver {
  @FieldResolver(() => Float, { description: 'Degrees north.' })
  async latitude(@Root() { booking }: BookingPlace, @Ctx() context: RequestContext): Promise<number> {
    return (await pointOf(context, booking)).latitude;
  }

  @FieldResolver(() => Float, { description: 'Degrees east.' })
  async longitude(@Root() { booking }: BookingPlace, @Ctx() context: RequestContext): Promise<number> {
    return (await pointOf(context, booking)).longitude;
  }

  @FieldResolver(() => Boolean, { description: 'Whether this is only the middle of a cell of about 1 km.' })
  async approximate(@Root() { booking }: BookingPlace, @Ctx() context: RequestContext): Promise<boolean> {
    return (await visiblePlaceOf(context, booking)).address !== 'EXACT';
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Street, building and flat; null while only the area may be known.',
  })
  line(@Root() { booking }: BookingPlace, @Ctx() { vault }: RequestContext): string | null {
    return vault.open('booking.address_line', booking.id, booking.addressLine);
  }

  @FieldResolver(() => String, { nullable: true, description: 'District or neighbourhood.' })
  district(@Root() { booking }: BookingPlace): string | null {
    return booking.district;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'How to get in; for the provider only from 24 hours before until 2 hours after, and the household sees that they read it.',
  })
  async doorNote(@Root() { booking }: BookingPlace, @Ctx() context: RequestContext): Promise<string | null> {
    return readDoorNote(context, booking, { isRecorded: (await sideOf(context, booking)) !== 'HOUSEHOLD' });
  }
}

async function pointOf(context: RequestContext, booking: Booking): Promise<GeoPoint> {
  return (await visiblePlaceOf(context, booking)).address === 'EXACT' ? booking : approximatePlace(booking);
}

@Resolver(() => Viewer)
export class ViewerHoldResolver {
  @FieldResolver(() => Booking, { nullable: true, description: 'The time kept for you at present.' })
  async heldBooking(@Root() viewer: Viewer, @Ctx() context: RequestContext): Promise<Booking | null> {
    return context.em.findOne(
      Booking,
      {
        ...ownHold(householdOf(context, viewer.id)),
        holdExpiresAt: { $gt: context.clock.now() },
      },
      { disableIdentityMap: true },
    );
  }
}

@Resolver(() => TimeOffAdded)
export class TimeOffConflictsResolver {
  @FieldResolver(() => [Booking], { description: 'Visits inside the time off; they stay in place.' })
  async conflicts(@Root() { timeOff }: TimeOffAdded, @Ctx() context: RequestContext): Promise<Booking[]> {
    const agreed = [BookingState.REQUESTED, BookingState.CONFIRMED, BookingState.EN_ROUTE];
    return context.em.find(
      Booking,
      {
        provider: timeOff.provider,
        state: { $in: agreed },
        startsAt: { $lt: timeOff.endsAt },
        endsAt: { $gt: timeOff.startsAt },
      },
      { orderBy: { startsAt: 'asc' }, disableIdentityMap: true },
    );
  }
}

async function toBooker(context: RequestContext, accountId: string): Promise<Booker | null> {
  const account = await context.loaders.find(Account, accountId);
  if (account === null) return null;
  return { displayName: account.displayName, isViewer: account.id === context.viewer?.accountId };
}
