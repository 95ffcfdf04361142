import type { ModuleDefinition } from '../../platform/module.ts';
import { GatewayEvent } from './gateway-event.entity.ts';
import { paymentJobs } from './jobs/payment.jobs.ts';
import { PaymentAttempt } from './payment-attempt.entity.ts';
import { Payment } from './payment.entity.ts';
import { PAYMENT_LOST } from './payments.events.ts';
import { SandboxCharge } from './sandbox-charge.entity.ts';
import { SandboxTransfer } from './sandbox-transfer.entity.ts';
import { paymentsPersonalData } from './payments.personal.ts';

export const paymentsModule: ModuleDefinition = {
  name: 'payments',
  personal: paymentsPersonalData,
  entities: [Payment, PaymentAttempt, GatewayEvent, SandboxCharge, SandboxTransfer],
  facts: [PAYMENT_LOST],
  jobs: paymentJobs,
  resolvers: [],
};
