import { Entity, Index, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { visibleRows } from '../../platform/row-policies.ts';

export type PaymentStatus = 'AUTHORIZED' | 'VOIDED' | 'CAPTURED' | 'PARTLY_REFUNDED' | 'REFUNDED' | 'DECLINED';

/** Money promised or taken for one opaque reference. Payments do not know what it stands for. */
@Entity({
  tableName: 'payment',
  ...visibleRows('payment', "exists (select from booking b where b.id::text = split_part(payment.reference, '/', 1))"),
})
export class Payment {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  /** What is paid for, opaque here; at most one live payment each. What follows a slash names a further payment for the same thing. */
  @Unique()
  @Property({ type: 'text' })
  reference!: string;

  @Property({ type: 'text' })
  gateway!: string;

  /** The gateway's own id of the authorisation. */
  @Index()
  @Property({ type: 'text' })
  gatewayId!: string;

  @Property({ type: 'text' })
  status!: PaymentStatus;

  @Property({ type: 'text' })
  currency!: string;

  /** Minor units authorised. */
  @Property({ type: 'integer' })
  amount!: number;

  @Property({ type: 'integer', default: 0 })
  captured!: number;

  @Property({ type: 'integer', default: 0 })
  refunded!: number;

  @Property({ type: 'timestamptz' })
  createdAt!: Date;

  @Property({ type: 'timestamptz' })
  updatedAt!: Date;
}
