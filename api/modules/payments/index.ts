export { authorizePayment, listPayments, openGateway, recordAuthorization, settlePayment } from './payments.service.ts';
export type { AuthorizeOutcome } from './payment-gateway.ts';
export { lockPayments } from './lock-payments.queries.ts';
export { PAYMENT_SETTLED } from './payments.events.ts';
export { goodwillWithin } from './domain/settlement.ts';
export type { TakenParts } from './domain/settlement.ts';
export { postSettlements } from './ledger/post-settlements.ts';
export type { Settlement } from './ledger/post-settlements.ts';
