import { Field, ID, InputType, ObjectType, createUnionType } from 'type-graphql';
import { UserError } from '../../platform/user-error.type.ts';
import { Booking, HoldExpiredError } from '../bookings/index.ts';

@InputType({ description: 'Which voucher lowers the price of a hold.' })
export class ApplyVoucherInput {
  @Field(() => ID, { description: 'The hold.' })
  bookingId!: string;

  @Field(() => ID, { nullable: true, description: 'The voucher; null takes the one there is off again.' })
  voucherId?: string | null;
}

@ObjectType({ description: 'The hold has its new price.' })
export class VoucherApplied {
  @Field(() => Booking, { description: 'The hold.' })
  booking!: Booking;
}

@ObjectType({
  implements: UserError,
  description: 'The voucher is used, over, of another currency or not yours. The price stays as it was.',
})
export class VoucherNotUsableError extends UserError {}

export const ApplyVoucherResult = createUnionType({
  name: 'ApplyVoucherResult',
  description: 'What comes of applying a voucher.',
  types: () => [VoucherApplied, VoucherNotUsableError, HoldExpiredError] as const,
  resolveType: (value) => {
    if (value instanceof VoucherNotUsableError) return VoucherNotUsableError;
    return value instanceof HoldExpiredError ? HoldExpiredError : VoucherApplied;
  },
});
