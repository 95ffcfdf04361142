import { Field, Float, ObjectType } from 'type-graphql';
import { connectionType } from '../../../platform/connection.ts';
import { LedgerAccount } from './ledger-entry.entity.ts';
import type { LedgerAccountName } from '../domain/ledger-accounts.ts';
import { LedgerTransaction } from './ledger-transaction.entity.ts';

@ObjectType({ description: 'A page of the books.' })
export class LedgerTransactionConnection extends connectionType(LedgerTransaction, 'LedgerTransaction') {}

@ObjectType({ description: 'What stands on an account, over all who have one of that name.' })
export class LedgerBalance {
  @Field(() => LedgerAccount, { description: 'The account.' })
  account!: LedgerAccountName;

  @Field(() => String, { description: 'ISO 4217 code.' })
  currency!: string;

  @Field(() => Float, { description: 'Whole minor units: above 0 a debit, below 0 a credit.' })
  amount!: number;
}
