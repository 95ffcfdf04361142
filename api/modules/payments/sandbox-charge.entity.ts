import { Entity, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';

/** What the sandbox bank knows. Written only by the sandbox gateway, as a real bank would keep it on its side. */
@Entity({ tableName: 'sandbox_charge' })
export class SandboxCharge {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  /** The key of the call that made it: the same key gets the same answer. */
  @Unique()
  @Property({ type: 'text' })
  idempotencyKey!: string;

  @Property({ type: 'text' })
  paymentMethod!: string;

  /** AUTHORIZED, CAPTURED, VOIDED or DECLINED. */
  @Property({ type: 'text' })
  status!: string;

  @Property({ type: 'text', nullable: true })
  declineCode!: string | null;

  @Property({ type: 'text' })
  currency!: string;

  @Property({ type: 'integer' })
  amount!: number;

  @Property({ type: 'integer', default: 0 })
  captured!: number;

  @Property({ type: 'integer', default: 0 })
  refunded!: number;

  @Property({ type: 'timestamptz' })
  createdAt!: Date;
}
