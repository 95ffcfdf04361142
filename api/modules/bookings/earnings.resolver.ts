import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../platform/request-context.ts';
import { Role, requireRole } from '../accounts/index.ts';
import { LedgerTransaction } from '../payments/index.ts';
import { requireOwnProvider } from '../providers/index.ts';
import { Booking } from './booking.entity.ts';
import { findBookingLedger } from './booking-ledger.ts';
import { bookingIdOf } from './book-payments.ts';
import { Earnings } from './earnings.type.ts';
import { myEarnings } from './my-earnings.service.ts';

@Resolver()
export class EarningsResolver {
  @Query(() => Earnings, { description: 'What you earned, what is owed to you and what is to come. For providers.' })
  async myEarnings(@Ctx() context: RequestContext): Promise<Earnings> {
    return myEarnings(context, await requireOwnProvider(context));
  }

  @Query(() => [LedgerTransaction], {
    nullable: true,
    description: 'What the books tell of a booking, first to last; null where there is no such booking. For operators.',
  })
  async bookingLedger(
    @Arg('bookingId', () => ID, { description: 'The booking.' }) bookingId: string,
    @Ctx() context: RequestContext,
  ): Promise<LedgerTransaction[] | null> {
    requireRole(context, Role.OPERATOR);
    return findBookingLedger(context, bookingId);
  }
}

@Resolver(() => LedgerTransaction)
export class LedgerBookingResolver {
  @FieldResolver(() => Booking, { nullable: true, description: 'The visit it is about.' })
  async booking(@Root() { reference }: LedgerTransaction, @Ctx() context: RequestContext): Promise<Booking | null> {
    return context.loaders.find(Booking, bookingIdOf(reference));
  }
}
