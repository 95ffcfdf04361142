import type { ModuleDefinition } from '../../platform/module.ts';
import { Payment } from './payment.entity.ts';
import { SandboxCharge } from './sandbox-charge.entity.ts';
import { paymentsPersonalData } from './payments.personal.ts';

export const paymentsModule: ModuleDefinition = {
  name: 'payments',
  personal: paymentsPersonalData,
  entities: [Payment, SandboxCharge],
  resolvers: [],
};
