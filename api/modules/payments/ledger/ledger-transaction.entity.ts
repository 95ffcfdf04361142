import { Entity, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { ownsProvider, viewerHasRole, visibleRows } from '../../../platform/row-policies.ts';
import { Provider } from '../../providers/index.ts';

/** Why money moved. */
export type LedgerTransactionKind =
  'VISIT' | 'EXTRA' | 'CANCELLATION_FEE' | 'NO_SHOW_FEE' | 'MOVE_FEE' | 'REFUND' | 'GOODWILL';

/** One event in the books: its entries sum to zero in each currency. PostgreSQL refuses to change or delete it. */
@Index({ properties: ['provider', 'at'] })
@Entity({
  tableName: 'ledger_transaction',
  ...visibleRows('ledger_transaction', `${ownsProvider('provider_id')} or ${viewerHasRole('OPERATOR')}`),
})
export class LedgerTransaction {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  /** Follows from what is posted, so that the same thing posted again is known and posts nothing. */
  @Unique()
  @Property({ type: 'text' })
  postingKey!: string;

  @Property({ type: 'text' })
  kind!: LedgerTransactionKind;

  /** What was paid for, opaque here: that of the payment. */
  @Index()
  @Property({ type: 'text' })
  reference!: string;

  /** Who did the work, or was to do it. */
  @ManyToOne({ entity: () => Provider, mapToPk: true })
  provider!: string;

  /** The rate of the platform that it was reckoned with, in hundredths of a percent. */
  @Property({ type: 'integer' })
  commissionBasisPoints!: number;

  /** When the money moved. */
  @Property({ type: 'timestamptz' })
  at!: Date;
}
