import { Check, Entity, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { visibleRows } from '../../../platform/row-policies.ts';
import { LEDGER_ACCOUNTS } from '../domain/ledger-accounts.ts';
import type { LedgerAccountName } from '../domain/ledger-accounts.ts';
import { LedgerTransaction } from './ledger-transaction.entity.ts';

/** The accounts as GraphQL names them. */
export const LedgerAccount = Object.fromEntries(LEDGER_ACCOUNTS.map((name) => [name, name]));
registerEnumType(LedgerAccount, {
  name: 'LedgerAccount',
  description: 'An account of the books (M3).',
  valuesConfig: {
    GATEWAY_CLEARING: { description: 'What the payment gateway holds for the platform.' },
    HOUSEHOLD_CREDIT: { description: 'What households have to their credit.' },
    PROVIDER_PAYABLE: { description: 'What providers earned by their work.' },
    TIPS: { description: 'What providers were tipped, whole.' },
    COMMISSION: { description: 'What the platform keeps.' },
    TAX: { description: 'Tax that was taken and is owed.' },
    PROMOTIONS: { description: 'What vouchers and goodwill cost the platform.' },
    PAYOUT_CLEARING: { description: 'What is on its way to providers.' },
  },
});

/** The owner of the accounts that are the platform's own: the nil UUID, so that an account is found by plain equality. */
export const PLATFORM_OWNER = '00000000-0000-0000-0000-000000000000';

/** One line of a transaction. PostgreSQL refuses to change or delete it. */
@ObjectType({ description: 'One line of a transaction.' })
@Check({ name: 'ledger_entry_amount_check', expression: 'amount <> 0' })
@Index({ properties: ['account', 'owner', 'position'] })
@Entity({
  tableName: 'ledger_entry',
  ...visibleRows('ledger_entry', 'exists (select from ledger_transaction t where t.id = transaction_id)'),
})
export class LedgerEntry {
  /** Grows with every entry; checkpoints count up to one. */
  @PrimaryKey({ type: 'bigint', autoincrement: true })
  position!: string;

  @Index()
  @ManyToOne({ entity: () => LedgerTransaction, mapToPk: true })
  transaction!: string;

  @Field(() => LedgerAccount, { description: 'The account it falls on.' })
  @Property({ type: 'text' })
  account!: LedgerAccountName;

  /** The provider or household whose account it is, or `PLATFORM_OWNER`. */
  @Property({ type: 'uuid' })
  owner!: string;

  @Property({ type: 'text' })
  currency!: string;

  /** Minor units: above 0 a debit, below 0 a credit. */
  @Property({ type: 'integer' })
  amount!: number;
}
