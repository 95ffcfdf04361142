import { sql } from 'kysely';
import type { Clock } from '../../../kernel/clock.ts';
import { idOfName } from '../../../kernel/ids.ts';
import type { EntityManager } from '../../../platform/database.ts';
import { publish } from '../../../platform/outbox.ts';
import { ownerOf } from '../domain/ledger-accounts.ts';
import type { LedgerLine } from '../domain/ledger-accounts.ts';
import { difference, settle } from '../domain/settlement.ts';
import type { Takings } from '../domain/settlement.ts';
import { ADVANCE_CHECKPOINTS } from '../jobs/ledger-topics.ts';
import { PLATFORM_OWNER } from './ledger-entry.entity.ts';
import { LedgerTransactionKind } from './ledger-transaction.entity.ts';
import { listStanding, lockForPosting } from './ledger.queries.ts';

/** So many entries lie between two checkpoints, so that a balance is read from about as many at most. */
const ENTRIES_BETWEEN_CHECKPOINTS = 500;

/** What a payment came to and what it is for, as whoever owns the reference knows it. */
export interface Settlement extends Takings {
  readonly reference: string;
  readonly kind: Exclude<`${LedgerTransactionKind}`, 'REFUND' | 'GOODWILL'>;
  readonly currency: string;
  /** The provider who gets what is not the platform's. */
  readonly payee: string;
  /** When the money moved. */
  readonly at: Date;
}

interface Posting {
  readonly id: string;
  readonly key: string;
  readonly kind: LedgerTransactionKind;
  readonly settlement: Settlement;
  readonly lines: readonly LedgerLine[];
}

/**
 * Brings the ledger to where these settlements say it should be, in the transaction of `em`: what is posted for a reference already
 * counts, so posting again, late or twice comes to the same. The payments of the references must be locked by the caller.
 */
export async function postSettlements(
  em: EntityManager,
  clock: Clock,
  settlements: readonly Settlement[],
): Promise<void> {
  if (settlements.length === 0) return;
  await lockForPosting(em);
  const standing = await listStanding(
    em,
    settlements.map(({ reference }) => reference),
  );
  const postings = settlements.flatMap((settlement) => toPosting(settlement, standing.get(settlement.reference)));
  const posted = await insertTransactions(em, postings);
  await insertEntries(
    em,
    clock,
    postings.filter(({ id }) => posted.has(id)),
  );
}

function toPosting(settlement: Settlement, standing: readonly LedgerLine[] = []): Posting[] {
  const lines = difference(settle(settlement), standing);
  if (lines.length === 0) return [];
  const { reference, captured, refunded, goodwill } = settlement;
  const key = `${reference}:${captured}-${refunded}-${goodwill}`;
  return [
    {
      id: idOfName(`ledger:${key}`),
      key,
      kind: kindOf(settlement, lines, standing.length > 0),
      settlement,
      lines,
    },
  ];
}

function kindOf(settlement: Settlement, lines: readonly LedgerLine[], isKnown: boolean): LedgerTransactionKind {
  if (!isKnown) return LedgerTransactionKind[settlement.kind];
  return lines.every(({ account }) => account === 'GATEWAY_CLEARING' || account === 'PROMOTIONS')
    ? LedgerTransactionKind.GOODWILL
    : LedgerTransactionKind.REFUND;
}

/** Ids of those that were not posted before. */
async function insertTransactions(em: EntityManager, postings: readonly Posting[]): Promise<ReadonlySet<string>> {
  if (postings.length === 0) return new Set();
  const { rows } = await sql<{ id: string }>`
    insert into ledger_transaction (id, posting_key, kind, reference, provider_id, commission_basis_points, at)
    values ${sql.join(
      postings.map(
        ({ id, key, kind, settlement }) =>
          sql`(${id}, ${key}, ${kind}, ${settlement.reference}, ${settlement.payee}, ${settlement.commissionBasisPoints}, ${settlement.at})`,
      ),
    )}
    on conflict (posting_key) do nothing returning id`.execute(em.getKysely());
  return new Set(rows.map(({ id }) => id));
}

async function insertEntries(em: EntityManager, clock: Clock, postings: readonly Posting[]): Promise<void> {
  if (postings.length === 0) return;
  const values = postings.flatMap(({ id, settlement: { payee, currency }, lines }) =>
    lines.map(
      ({ account, amount }) =>
        sql`(${id}, ${account}, ${ownerOf(account, payee) ?? PLATFORM_OWNER}, ${currency}, ${amount})`,
    ),
  );
  const { rows } = await sql<{ position: string }>`
    insert into ledger_entry (transaction_id, account, owner, currency, amount)
    values ${sql.join(values)} returning position`.execute(em.getKysely());
  if (rows.some(({ position }) => Number(position) % ENTRIES_BETWEEN_CHECKPOINTS === 0))
    await publish(em, clock, [{ topic: ADVANCE_CHECKPOINTS, payload: {} }]);
}
