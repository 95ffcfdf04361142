import { KEPT } from '../../platform/kept-data.ts';
import type { PersonalDataOfModule } from '../../platform/personal-data.ts';

const BOOKS = 'the books: amounts, and ids that lead to nobody once an account is erased';

export const paymentsPersonalData: PersonalDataOfModule = {
  tables: [
    {
      table: 'payment',
      person: 'household',
      whose: { through: 'booking', person: 'household', by: 'reference', to: 'id::text' },
      exported: 'payments',
      columns: {
        gateway_id: { plain: 'the number of the payment at the gateway', erased: { kept: KEPT.books } },
      },
      alongside: ['reference', 'gateway', 'status', 'currency', 'amount', 'captured', 'refunded', 'created_at'],
    },
  ],
  impersonal: [
    { table: 'ledger_transaction', columns: ['posting_key', 'kind', 'reference'], because: BOOKS },
    { table: 'ledger_entry', columns: ['account', 'currency'], because: BOOKS },
    { table: 'ledger_checkpoint', columns: ['account', 'currency'], because: BOOKS },
    {
      table: 'sandbox_charge',
      columns: ['idempotency_key', 'payment_method', 'status', 'decline_code', 'currency'],
      because: 'the bank of the demo: test cards and numbers of ours',
    },
    {
      table: 'sandbox_transfer',
      columns: ['idempotency_key', 'account', 'currency'],
      because: 'the bank of the demo: it pays nobody',
    },
    {
      table: 'payment_attempt',
      columns: ['idempotency_key', 'gateway', 'status', 'gateway_id', 'currency'],
      because: 'what was asked of a gateway, under keys and numbers; whose it is stands with the payment',
    },
    {
      table: 'gateway_event',
      columns: ['id', 'gateway', 'kind', 'charge_id'],
      because: 'numbers of the gateway; whose payment it is stands with the payment',
    },
  ],
};
