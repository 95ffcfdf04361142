export {
  authorizePayment,
  letGoOfPayment,
  listPayments,
  openGateway,
  recordAuthorization,
  settlePayment,
} from './payments.service.ts';
export { PAYMENT_LOST } from './payments.events.ts';
export { receiveWebhook } from './receive-webhook.ts';
export type { AuthorizeOutcome } from '../../platform/payment-gateway.ts';
