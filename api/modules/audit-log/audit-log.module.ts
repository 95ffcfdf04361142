import type { ModuleDefinition } from '../../platform/module.ts';
import { AuditLogResolver } from './audit-log.resolver.ts';
import { auditLogReadRules } from './audit-log.read-rules.ts';

/** The screen's side of the audit log; writing and chaining it is the platform's. */
export const auditLogModule: ModuleDefinition = {
  name: 'audit-log',
  readRules: auditLogReadRules,
  entities: [],
  resolvers: [AuditLogResolver],
};
