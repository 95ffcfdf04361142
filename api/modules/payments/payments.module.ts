import type { ModuleDefinition } from '../../platform/module.ts';
import { GatewayEvent } from './gateway-event.entity.ts';
import { ledgerJobs } from './jobs/ledger.jobs.ts';
import { paymentJobs } from './jobs/payment.jobs.ts';
import { LedgerCheckpoint } from './ledger/ledger-checkpoint.entity.ts';
import { LedgerEntry } from './ledger/ledger-entry.entity.ts';
import { LedgerTransaction } from './ledger/ledger-transaction.entity.ts';
import { PaymentAttempt } from './payment-attempt.entity.ts';
import { Payment } from './payment.entity.ts';
import { LedgerEntryResolver, LedgerResolver, LedgerTransactionResolver } from './ledger/ledger.resolver.ts';
import { PAYMENT_LOST, PAYMENT_SETTLED } from './payments.events.ts';
import { paymentsReadRules } from './payments.read-rules.ts';
import { SandboxCharge } from './sandbox-charge.entity.ts';
import { SandboxTransfer } from './sandbox-transfer.entity.ts';
import { paymentsPersonalData } from './payments.personal.ts';

export const paymentsModule: ModuleDefinition = {
  name: 'payments',
  personal: paymentsPersonalData,
  entities: [
    Payment,
    PaymentAttempt,
    GatewayEvent,
    SandboxCharge,
    SandboxTransfer,
    LedgerTransaction,
    LedgerEntry,
    LedgerCheckpoint,
  ],
  readRules: paymentsReadRules,
  resolvers: [LedgerResolver, LedgerTransactionResolver, LedgerEntryResolver],
  facts: [PAYMENT_SETTLED, PAYMENT_LOST],
  jobs: [...ledgerJobs, ...paymentJobs],
};
