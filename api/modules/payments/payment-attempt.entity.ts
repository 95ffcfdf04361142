import { Entity, Index, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';

/**
 * `OPEN`: asked, and no answer written down yet. `AUTHORIZED`, `ACTION_REQUIRED`, `DECLINED`: what the gateway said. `RECORDED`: what
 * it was for stands, with its payment. `LETTING_GO`: nobody wants it any more, which nothing can change back. `LET_GO`: nothing is
 * held for it.
 */
export type AttemptStatus =
  'OPEN' | 'AUTHORIZED' | 'ACTION_REQUIRED' | 'DECLINED' | 'RECORDED' | 'LETTING_GO' | 'LET_GO';

/** One order to a gateway, written down before it is given, so that none is forgotten with the process that gave it. */
@Entity({ tableName: 'payment_attempt' })
export class PaymentAttempt {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Unique()
  @Property({ type: 'text' })
  idempotencyKey!: string;

  @Property({ type: 'text' })
  gateway!: string;

  @Property({ type: 'text' })
  status!: AttemptStatus;

  /** The gateway's own id of it, once known. */
  @Index()
  @Property({ type: 'text', nullable: true })
  gatewayId!: string | null;

  @Property({ type: 'text' })
  currency!: string;

  @Property({ type: 'integer' })
  amount!: number;

  @Property({ type: 'timestamptz' })
  createdAt!: Date;

  @Property({ type: 'timestamptz' })
  updatedAt!: Date;
}
