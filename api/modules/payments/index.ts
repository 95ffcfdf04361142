export {
  authorizePayment,
  findPayment,
  listPayments,
  openGateway,
  recordAuthorization,
  settlePayment,
} from './payments.service.ts';
export type { AuthorizeOutcome, PaymentGateway } from './payment-gateway.ts';
