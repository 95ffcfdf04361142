import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { MoneyType } from '../../platform/money.type.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { requireViewer } from '../accounts/index.ts';
import { Booking } from '../bookings/index.ts';
import { applyVoucher } from './apply-voucher.service.ts';
import { canReadVoucher } from './loyalty.policy.ts';
import { ApplyVoucherInput, ApplyVoucherResult } from './loyalty.type.ts';
import { Voucher } from './voucher.entity.ts';
import { listUsableVouchers } from './vouchers.queries.ts';

@Resolver(() => Voucher)
export class LoyaltyResolver {
  @Query(() => [Voucher], {
    description: 'What your household can take off the price of a visit; at most 100, what ends first comes first.',
  })
  async myVouchers(@Ctx() context: RequestContext): Promise<Voucher[]> {
    const { householdId } = requireViewer(context);
    const ids = await listUsableVouchers(context.em, householdId, context.clock.now());
    return Promise.all(ids.map((id) => context.loaders.get(Voucher, id)));
  }

  @Mutation(() => ApplyVoucherResult, {
    description: 'Lowers the price of a hold by a voucher, or takes the voucher off again.',
  })
  async applyVoucher(
    @Arg('input', () => ApplyVoucherInput, { description: 'The hold and the voucher.' }) input: ApplyVoucherInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof ApplyVoucherResult> {
    return applyVoucher(context, input);
  }

  @FieldResolver(() => MoneyType, { description: 'How much it takes off at most.' })
  amount(@Root() { amountMinor, currency }: Voucher): MoneyType {
    return { amount: amountMinor, currency };
  }

  @FieldResolver(() => ID, { nullable: true, description: 'The booking whose price it lowers at present.' })
  bookingId(@Root() { usedFor }: Voucher): string | null {
    return usedFor;
  }
}

@Resolver(() => Booking)
export class BookingVoucherResolver {
  @FieldResolver(() => Voucher, {
    nullable: true,
    description: 'What the household was given because the provider called it off; null to the provider.',
  })
  async voucher(@Root() booking: Booking, @Ctx() context: RequestContext): Promise<Voucher | null> {
    if (!canReadVoucher(context.viewer, booking.household)) return null;
    return (await context.loaders.list(Voucher, 'issuedFor', booking.id))[0] ?? null;
  }
}
