export { authorizePayment, listPayments, openGateway, recordAuthorization, settlePayment } from './payments.service.ts';
export type { AuthorizeOutcome } from './payment-gateway.ts';
