import type { ModuleDefinition } from '../../platform/module.ts';
import { Payment } from './payment.entity.ts';
import { SandboxCharge } from './sandbox-charge.entity.ts';

export const paymentsModule: ModuleDefinition = { name: 'payments', entities: [Payment, SandboxCharge], resolvers: [] };
