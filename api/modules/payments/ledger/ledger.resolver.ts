import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { isId } from '../../../kernel/ids.ts';
import { MoneyType } from '../../../platform/money.type.ts';
import type { RequestContext } from '../../../platform/request-context.ts';
import { Role, requireRole } from '../../accounts/index.ts';
import { Provider, requireOwnProvider } from '../../providers/index.ts';
import { LedgerEntry } from './ledger-entry.entity.ts';
import { LedgerTransaction } from './ledger-transaction.entity.ts';
import { earnedOf, entriesOf } from './ledger-entries.ts';
import { listAccountBalances } from './ledger.queries.ts';
import { LedgerBalance, LedgerTransactionConnection } from './ledger.type.ts';
import { listTransactions } from './list-transactions.ts';

@Resolver()
export class LedgerResolver {
  @Query(() => LedgerTransactionConnection, { description: 'What you earned and why, latest first. For providers.' })
  async myLedger(
    @Arg('first', () => Int, { defaultValue: 20, nullable: true, description: 'Page size, 1 to 100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Cursor to go on from.' })
    after: string | null | undefined,
    @Ctx() context: RequestContext,
  ): Promise<LedgerTransactionConnection> {
    const provider = await requireOwnProvider(context);
    return listTransactions(context, { provider: provider.id }, { first, after });
  }

  @Query(() => LedgerTransactionConnection, { description: 'The books, latest first. For operators.' })
  async ledger(
    @Arg('providerId', () => ID, { nullable: true, description: 'What concerns this provider alone.' })
    providerId: string | null | undefined,
    @Arg('first', () => Int, { defaultValue: 20, nullable: true, description: 'Page size, 1 to 100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Cursor to go on from.' })
    after: string | null | undefined,
    @Ctx() context: RequestContext,
  ): Promise<LedgerTransactionConnection> {
    requireRole(context, Role.OPERATOR);
    // What cannot be the id of a provider is the id of none.
    const ofProvider = providerId == null ? {} : { provider: { $in: isId(providerId) ? [providerId] : [] } };
    return listTransactions(context, ofProvider, { first, after });
  }

  @Query(() => [LedgerBalance], { description: 'What stands on each account. For operators.' })
  async ledgerBalances(@Ctx() context: RequestContext): Promise<LedgerBalance[]> {
    requireRole(context, Role.OPERATOR);
    return listAccountBalances(context.em);
  }
}

@Resolver(() => LedgerTransaction)
export class LedgerTransactionResolver {
  @FieldResolver(() => [LedgerEntry], { description: 'Its lines, which sum to zero.' })
  async entries(@Root() { id }: LedgerTransaction, @Ctx() context: RequestContext): Promise<LedgerEntry[]> {
    return entriesOf(context, id);
  }

  @FieldResolver(() => MoneyType, {
    description: 'What it brings the provider, tip included; negative where they give back.',
  })
  async earned(@Root() { id }: LedgerTransaction, @Ctx() context: RequestContext): Promise<MoneyType> {
    return earnedOf(await entriesOf(context, id));
  }

  @FieldResolver(() => Provider, { description: 'Who did the work, or was to do it.' })
  async provider(@Root() { provider }: LedgerTransaction, @Ctx() context: RequestContext): Promise<Provider> {
    return context.loaders.get(Provider, provider);
  }
}

@Resolver(() => LedgerEntry)
export class LedgerEntryResolver {
  @FieldResolver(() => MoneyType, { name: 'amount', description: 'Above 0 a debit, below 0 a credit.' })
  money(@Root() { amount, currency }: LedgerEntry): MoneyType {
    return { amount, currency };
  }
}
