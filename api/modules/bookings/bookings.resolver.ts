import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { badUserInput, decodeKeyset, encodeKeyset, requirePageSize, toConnection } from '../../platform/connection.ts';
import { LocalDateScalar } from '../../platform/scalars.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { Role, requireRole, requireViewer } from '../accounts/index.ts';
import { requireOwnProvider } from '../providers/index.ts';
import { answerRequest } from './answer-request.service.ts';
import { findOwnBooking } from './booking-side.ts';
import { Booking } from './booking.entity.ts';
import { BookingFilter, CancelBookingInput, ConfirmBookingInput, HoldSlotInput } from './bookings.inputs.ts';
import { listBookings } from './bookings.queries.ts';
import {
  AnswerRequestResult,
  BookingConnection,
  CancelBookingResult,
  ConfirmBookingResult,
  HoldSlotResult,
  RenewHoldResult,
  Schedule,
} from './bookings.type.ts';
import { cancelBooking } from './cancel-booking.service.ts';
import { quoteCancellation } from './cancellation-quote.ts';
import { CancellationQuote } from './cancellation-quote.type.ts';
import { confirmBooking } from './confirm-booking.service.ts';
import { holdSlot } from './hold-slot.service.ts';
import { mySchedule } from './my-schedule.service.ts';
import { releaseHold } from './release-hold.service.ts';
import { renewHold } from './renew-hold.service.ts';

@Resolver()
export class BookingsResolver {
  @Query(() => BookingConnection, { description: 'Bookings of your household.' })
  async myBookings(
    @Arg('filter', () => BookingFilter, { nullable: true, description: 'Which.' })
    filter: BookingFilter | null | undefined,
    @Arg('first', () => Int, { defaultValue: 20, nullable: true, description: 'Page size, 1 to 100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Cursor to go on from.' })
    after: string | null | undefined,
    @Ctx() context: RequestContext,
  ): Promise<BookingConnection> {
    // Members still see what they booked for themselves before they joined.
    const { accountId, householdId } = requireViewer(context);
    return toPage(context, [householdId, accountId], filter, first, after);
  }

  @Query(() => BookingConnection, { description: "Everybody's bookings. For operators." })
  async bookings(
    @Arg('filter', () => BookingFilter, { nullable: true, description: 'Which.' })
    filter: BookingFilter | null | undefined,
    @Arg('first', () => Int, { defaultValue: 20, nullable: true, description: 'Page size, 1 to 100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Cursor to go on from.' })
    after: string | null | undefined,
    @Ctx() context: RequestContext,
  ): Promise<BookingConnection> {
    requireRole(context, Role.OPERATOR);
    return toPage(context, null, filter, first, after);
  }

  @Query(() => Schedule, { description: 'Your diary. For providers.' })
  async mySchedule(
    @Arg('from', () => LocalDateScalar, { description: 'First local day.' }) from: string,
    @Arg('to', () => LocalDateScalar, { description: 'Last local day, inclusive.' }) to: string,
    @Ctx() context: RequestContext,
  ): Promise<Schedule> {
    return mySchedule(context, await requireOwnProvider(context), from, to);
  }

  @Query(() => CancellationQuote, { description: 'What it costs you to cancel now, and when that changes.' })
  async cancellationQuote(
    @Arg('bookingId', () => ID, { description: 'The booking.' }) bookingId: string,
    @Ctx() context: RequestContext,
  ): Promise<CancellationQuote> {
    requireViewer(context);
    const found = await findOwnBooking(context, bookingId);
    if (found === null) throw badUserInput('bookingId', 'There is no such booking.');
    return quoteCancellation(found.booking, found.side, context.clock.now());
  }

  @Mutation(() => HoldSlotResult, { description: 'Keeps a time for you while you decide. Needs an account.' })
  async holdSlot(
    @Arg('input', () => HoldSlotInput, { description: 'The time.' }) input: HoldSlotInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof HoldSlotResult> {
    return holdSlot(context, input);
  }

  @Mutation(() => RenewHoldResult, { description: 'Keeps the time for as long again, once.' })
  async renewHold(
    @Arg('bookingId', () => ID, { description: 'The held booking.' }) bookingId: string,
    @Ctx() context: RequestContext,
  ): Promise<typeof RenewHoldResult> {
    return renewHold(context, bookingId);
  }

  @Mutation(() => Boolean, { description: 'Gives a held time back; false when there was none.' })
  async releaseHold(
    @Arg('bookingId', () => ID, { description: 'The held booking.' }) bookingId: string,
    @Ctx() context: RequestContext,
  ): Promise<boolean> {
    return releaseHold(context, bookingId);
  }

  @Mutation(() => ConfirmBookingResult, { description: 'Turns your hold into a booking.' })
  async confirmBooking(
    @Arg('input', () => ConfirmBookingInput, { description: 'Hold and payment.' }) input: ConfirmBookingInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof ConfirmBookingResult> {
    return confirmBooking(context, input);
  }

  @Mutation(() => CancelBookingResult, { description: 'Calls a booking off at the fee you saw.' })
  async cancelBooking(
    @Arg('input', () => CancelBookingInput, { description: 'Booking and fee.' }) input: CancelBookingInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof CancelBookingResult> {
    return cancelBooking(context, input);
  }

  @Mutation(() => AnswerRequestResult, { description: "Accepts a household's request. For providers." })
  async acceptRequest(
    @Arg('bookingId', () => ID, { description: 'The request.' }) bookingId: string,
    @Ctx() context: RequestContext,
  ): Promise<typeof AnswerRequestResult> {
    return answerRequest(context, bookingId, { accept: true });
  }

  @Mutation(() => AnswerRequestResult, { description: "Declines a household's request. For providers." })
  async declineRequest(
    @Arg('bookingId', () => ID, { description: 'The request.' }) bookingId: string,
    @Arg('reason', () => String, { nullable: true, description: 'Why, for the household; at most 500 characters.' })
    reason: string | null | undefined,
    @Ctx() context: RequestContext,
  ): Promise<typeof AnswerRequestResult> {
    if (reason && reason.length > 500) throw badUserInput('reason', 'Use at most 500 characters.');
    return answerRequest(context, bookingId, { accept: false, reason });
  }
}

async function toPage(
  context: RequestContext,
  householdIds: readonly string[] | null,
  filter: BookingFilter | null | undefined,
  first: number,
  after: string | null | undefined,
): Promise<BookingConnection> {
  requirePageSize(first);
  const key = after ? (decodeKeyset(after, ['number', 'id']) as [number, string]) : null;
  const { rows, total } = await listBookings(context.em, {
    householdIds,
    tense: filter?.tense ?? null,
    states: filter?.states ?? null,
    regionId: filter?.regionId ?? null,
    providerName: filter?.providerName ?? null,
    from: filter?.from ?? null,
    to: filter?.to ?? null,
    reference: filter?.reference ?? null,
    now: context.clock.now(),
    limit: first + 1,
    after: key,
  });
  const page = toConnection(rows, first, total, after, (row) => encodeKeyset([row.startMs, row.id]));
  const edges = await Promise.all(
    page.edges.map(async ({ node, cursor }) => ({ cursor, node: await context.loaders.get(Booking, node.id) })),
  );
  return { ...page, edges };
}
