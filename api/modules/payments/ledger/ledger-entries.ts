import type { Money } from '../../../kernel/money.ts';
import { required } from '../../../kernel/required.ts';
import type { RequestContext } from '../../../platform/request-context.ts';
import { earnedBy } from '../domain/settlement.ts';
import { LedgerEntry } from './ledger-entry.entity.ts';

/** The lines of a transaction, in the order in which they were written. */
export async function entriesOf(context: RequestContext, transactionId: string): Promise<LedgerEntry[]> {
  return context.loaders
    .batch<LedgerEntry[]>('ledger-entries', async (ids: readonly string[]) => {
      const rows = await context.em.find(
        LedgerEntry,
        { transaction: { $in: [...ids] } },
        { orderBy: { position: 'asc' }, disableIdentityMap: true },
      );
      const groups = Map.groupBy(rows, ({ transaction }) => transaction);
      return ids.map((id) => groups.get(id) ?? []);
    })
    .load(transactionId);
}

/** What the lines of one transaction bring its provider. */
export function earnedOf(entries: readonly LedgerEntry[]): Money {
  const { currency } = required(entries[0], 'a line of the transaction');
  return { amount: earnedBy(entries), currency };
}
