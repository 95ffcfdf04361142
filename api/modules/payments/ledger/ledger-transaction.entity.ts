import { Entity, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { ownsProvider, viewerHasRole, visibleRows } from '../../../platform/row-policies.ts';
import { DateTimeScalar } from '../../../platform/scalars.ts';
import { Provider } from '../../providers/index.ts';

/** Why money moved. */
export enum LedgerTransactionKind {
  VISIT = 'VISIT',
  EXTRA = 'EXTRA',
  CANCELLATION_FEE = 'CANCELLATION_FEE',
  NO_SHOW_FEE = 'NO_SHOW_FEE',
  MOVE_FEE = 'MOVE_FEE',
  REFUND = 'REFUND',
  GOODWILL = 'GOODWILL',
}
registerEnumType(LedgerTransactionKind, {
  name: 'LedgerTransactionKind',
  description: 'Why money moved.',
  valuesConfig: {
    VISIT: { description: 'A visit took place.' },
    EXTRA: { description: 'More was done during a visit, with consent.' },
    CANCELLATION_FEE: { description: 'A household called a visit off late.' },
    NO_SHOW_FEE: { description: 'A household was not there.' },
    MOVE_FEE: { description: 'A household moved a visit late.' },
    REFUND: { description: 'Money went back, and everybody gave their share of it.' },
    GOODWILL: { description: 'Money went back at the cost of the platform.' },
  },
});

/** One event in the books: its entries sum to zero in each currency. PostgreSQL refuses to change or delete it. */
@ObjectType({ description: 'One event in the books: its entries sum to zero. It is never changed.' })
@Index({ properties: ['provider', 'at'] })
@Index({ properties: ['at'] })
@Entity({
  tableName: 'ledger_transaction',
  ...visibleRows('ledger_transaction', `${ownsProvider('provider_id')} or ${viewerHasRole('OPERATOR')}`),
})
export class LedgerTransaction {
  @Field(() => ID, { description: 'Identifies the transaction.' })
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  /** Follows from what is posted, so that the same thing posted again is known and posts nothing. */
  @Unique()
  @Property({ type: 'text' })
  postingKey!: string;

  @Field(() => LedgerTransactionKind, { description: 'Why money moved.' })
  @Property({ type: 'text' })
  kind!: LedgerTransactionKind;

  /** What was paid for, opaque here: that of the payment. */
  @Index()
  @Property({ type: 'text' })
  reference!: string;

  /** Who did the work, or was to do it. */
  @ManyToOne({ entity: () => Provider, mapToPk: true })
  provider!: string;

  @Field(() => Int, { description: 'The rate of the platform it was reckoned with, in hundredths of a percent.' })
  @Property({ type: 'integer' })
  commissionBasisPoints!: number;

  @Field(() => DateTimeScalar, { description: 'When the money moved.' })
  @Property({ type: 'timestamptz' })
  at!: Date;
}
