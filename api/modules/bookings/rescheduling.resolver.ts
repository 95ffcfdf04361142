import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { badUserInput } from '../../platform/connection.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { DateTimeScalar, LocalDateScalar } from '../../platform/scalars.ts';
import { Role, forbidden, hasRole, requireViewer } from '../accounts/index.ts';
import { Provider } from '../providers/index.ts';
import { DaySlots } from '../search/index.ts';
import { findOwnBooking, sideOf } from './booking-side.ts';
import { Booking } from './booking.entity.ts';
import { BookingState } from './booking.enums.ts';
import { RescheduleBookingInput } from './bookings.inputs.ts';
import { actorOn, canChangeProvider, mayChange } from './bookings.policy.ts';
import { checkMove } from './check-move.service.ts';
import { MoveCheck } from './move-check.type.ts';
import { listOtherProviders } from './other-providers.service.ts';
import { rescheduleBooking } from './reschedule-booking.service.ts';
import { quoteRescheduling } from './reschedule-quote.ts';
import { rescheduleSlots } from './reschedule-slots.service.ts';
import { OtherProvider, RescheduleBookingResult, RescheduleQuote } from './rescheduling.type.ts';

@Resolver(() => Booking)
export class ReschedulingResolver {
  @Query(() => RescheduleQuote, { description: 'What it costs you to move a visit now, and when that changes.' })
  async rescheduleQuote(
    @Arg('bookingId', () => ID, { description: 'The booking.' }) bookingId: string,
    @Ctx() context: RequestContext,
  ): Promise<RescheduleQuote> {
    const { booking, side } = await requireSide(context, bookingId);
    return quoteRescheduling(booking, side, context.clock.now());
  }

  @Query(() => [DaySlots], {
    description: 'Times that a visit can move to, its own time counted as free; at most 14 days at once.',
  })
  async rescheduleSlots(
    @Arg('bookingId', () => ID, { description: 'The booking.' }) bookingId: string,
    @Arg('from', () => LocalDateScalar, { description: 'First local day.' }) from: string,
    @Arg('to', () => LocalDateScalar, { description: 'Last local day, inclusive.' }) to: string,
    @Ctx() context: RequestContext,
  ): Promise<DaySlots[]> {
    const { booking } = await requireSide(context, bookingId);
    return rescheduleSlots(context, booking, { from, to });
  }

  @Query(() => [OtherProvider], {
    description:
      'Who else can do your visit, with their times and prices, at most 14 days at once: only people who confirm at once and cost no more than was agreed.',
  })
  async otherProviders(
    @Arg('bookingId', () => ID, { description: 'The booking.' }) bookingId: string,
    @Arg('from', () => LocalDateScalar, { description: 'First local day.' }) from: string,
    @Arg('to', () => LocalDateScalar, { description: 'Last local day, inclusive.' }) to: string,
    @Ctx() context: RequestContext,
  ): Promise<OtherProvider[]> {
    const { booking, side } = await requireSide(context, bookingId);
    if (!canChangeProvider(context, booking, side)) return [];
    return listOtherProviders(context, booking, { from, to });
  }

  @Query(() => MoveCheck, {
    description:
      'All that is against moving a visit to a time, and the travel there. For its provider and operators: it tells of other visits.',
  })
  async checkMove(
    @Arg('bookingId', () => ID, { description: 'The booking.' }) bookingId: string,
    @Arg('start', () => DateTimeScalar, { description: 'When it would begin.' }) start: Date,
    @Ctx() context: RequestContext,
  ): Promise<MoveCheck> {
    const booking = await requireDiaryBooking(context, bookingId);
    return checkMove(context, booking, start);
  }

  @Mutation(() => RescheduleBookingResult, {
    description:
      'Moves an agreed visit to another time at the fee you saw; if anything is in the way, nothing changes.',
  })
  async rescheduleBooking(
    @Arg('input', () => RescheduleBookingInput, { description: 'Booking, new start and fee.' })
    input: RescheduleBookingInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof RescheduleBookingResult> {
    return rescheduleBooking(context, input);
  }

  @FieldResolver(() => Boolean, { description: 'Whether you can let somebody else come to it.' })
  async canChangeProvider(@Root() booking: Booking, @Ctx() context: RequestContext): Promise<boolean> {
    return canChangeProvider(context, booking, await sideOf(context, booking));
  }

  @FieldResolver(() => Boolean, { description: 'Whether you can move it to another time.' })
  async canReschedule(@Root() booking: Booking, @Ctx() context: RequestContext): Promise<boolean> {
    const provider = await context.loaders.get(Provider, booking.provider);
    const side = actorOn(context.viewer, booking, provider);
    return (
      context.viewer !== null &&
      side !== null &&
      mayChange(context.viewer, booking, side) &&
      booking.state === BookingState.CONFIRMED &&
      booking.startsAt > context.clock.now() &&
      side !== 'PROVIDER' &&
      (provider.instantBooking || side === 'OPERATOR')
    );
  }
}

async function requireSide(
  context: RequestContext,
  bookingId: string,
): Promise<{ readonly booking: Booking; readonly side: NonNullable<ReturnType<typeof actorOn>> }> {
  requireViewer(context);
  const found = await findOwnBooking(context, bookingId);
  if (found === null) throw badUserInput('bookingId', 'There is no such booking.');
  return found;
}

/** A booking in the diary of the provider who asks, or any for operators; households never see what else is in a diary. */
async function requireDiaryBooking(context: RequestContext, bookingId: string): Promise<Booking> {
  const viewer = requireViewer(context);
  if (!hasRole(viewer, Role.PROVIDER) && !hasRole(viewer, Role.OPERATOR)) throw forbidden();
  const { booking, side } = await requireSide(context, bookingId);
  if (side === 'HOUSEHOLD' && !hasRole(viewer, Role.OPERATOR))
    throw badUserInput('bookingId', 'There is no such booking.');
  return booking;
}
