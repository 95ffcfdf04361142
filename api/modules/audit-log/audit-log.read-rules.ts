import type { ReadRules } from '../../platform/read-rules.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { canReadAuditLog } from './audit-log.policy.ts';

const forReaders = { read: ({ viewer }: RequestContext): boolean => canReadAuditLog(viewer) };

export const auditLogReadRules: ReadRules = {
  AuditEntry: forReaders,
  AuditChainStatus: forReaders,
  AuditLogVerdict: forReaders,
  AuditLogFinding: { partOf: ['AuditLogVerdict'] },
};
