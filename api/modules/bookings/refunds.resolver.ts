import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { money } from '../../kernel/money.ts';
import { MoneyType } from '../../platform/money.type.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { Role, requireRole } from '../accounts/index.ts';
import { BookingRefund } from './booking-refund.entity.ts';
import { Booking } from './booking.entity.ts';
import { refundBooking } from './refund-booking.service.ts';
import { RefundBookingInput, RefundBookingResult } from './refunds.type.ts';

@Resolver(() => BookingRefund)
export class RefundsResolver {
  @Mutation(() => RefundBookingResult, { description: 'Gives money back for a visit, with a reason. For operators.' })
  async refundBooking(
    @Arg('input', () => RefundBookingInput, { description: 'Booking and amount.' }) input: RefundBookingInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof RefundBookingResult> {
    return refundBooking(context, requireRole(context, Role.OPERATOR), input);
  }

  @FieldResolver(() => MoneyType, { description: 'How much.' })
  async refunded(@Root() { booking, amount }: BookingRefund, @Ctx() context: RequestContext): Promise<MoneyType> {
    return money(amount, (await context.loaders.get(Booking, booking)).storedQuote.currency);
  }
}

@Resolver(() => Booking)
export class BookingRefundsResolver {
  @FieldResolver(() => [BookingRefund], { description: 'What operators gave back after it was paid, first to last.' })
  async refunds(@Root() { id }: Booking, @Ctx() context: RequestContext): Promise<BookingRefund[]> {
    return context.loaders.list(BookingRefund, 'booking', id, { at: 'asc', id: 'asc' });
  }
}
