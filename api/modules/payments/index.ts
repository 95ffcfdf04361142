export {
  authorizePayment,
  letGoOfPayment,
  listPayments,
  openGateway,
  recordAuthorization,
  settlePayment,
} from './payments.service.ts';
export { PAYMENT_LOST, PAYMENT_SETTLED } from './payments.events.ts';
export { receiveWebhook } from './receive-webhook.ts';
export type { AuthorizeOutcome } from '../../platform/payment-gateway.ts';
export { lockPayments } from './lock-payments.queries.ts';
export { earnedBy, goodwillWithin, settle } from './domain/settlement.ts';
export { postSettlements } from './ledger/post-settlements.ts';
export type { Settlement } from './ledger/post-settlements.ts';
export { LedgerTransaction } from './ledger/ledger-transaction.entity.ts';
export { readOwed, sumEarned } from './ledger/ledger.queries.ts';
