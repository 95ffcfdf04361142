import type { ModuleDefinition } from '../../platform/module.ts';
import { AuditLogResolver } from './audit-log.resolver.ts';

/** The screen's side of the audit log; writing and chaining it is the platform's. */
export const auditLogModule: ModuleDefinition = {
  name: 'audit-log',
  entities: [],
  resolvers: [AuditLogResolver],
};
