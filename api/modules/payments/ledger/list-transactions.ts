import type { FilterQuery } from '@mikro-orm/core';
import { decodeKeyset, encodeKeyset, requirePageSize, toConnection } from '../../../platform/connection.ts';
import type { Connection } from '../../../platform/connection.ts';
import type { RequestContext } from '../../../platform/request-context.ts';
import { LedgerTransaction } from './ledger-transaction.entity.ts';

/** A page of transactions, latest first. */
export async function listTransactions(
  context: RequestContext,
  wanted: FilterQuery<LedgerTransaction>,
  { first, after }: { readonly first: number; readonly after: string | null | undefined },
): Promise<Connection<LedgerTransaction>> {
  requirePageSize(first);
  const [rows, total] = await Promise.all([
    context.em.find(
      LedgerTransaction,
      { $and: [wanted, after ? beyond(after) : {}] },
      { orderBy: { at: 'desc', id: 'desc' }, limit: first + 1, disableIdentityMap: true },
    ),
    context.em.count(LedgerTransaction, wanted),
  ]);
  return toConnection(rows, first, total, after, ({ at, id }) => encodeKeyset([at.toISOString(), id]));
}

function beyond(after: string): FilterQuery<LedgerTransaction> {
  const [instant, id] = decodeKeyset(after, ['instant', 'id']) as [string, string];
  const at = new Date(instant);
  return { $or: [{ at: { $lt: at } }, { at, id: { $lt: id } }] };
}
