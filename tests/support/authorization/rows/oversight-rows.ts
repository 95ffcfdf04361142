import type { Rows } from '../matrix-rows.ts';

export const oversightRows = {
  auditLog: { for: ['operator', 'administrator'], ids: { subjectId: 'public', 'filter.actorId': 'public' } },
  auditChainStatus: { for: ['operator', 'administrator'] },
  verifyAuditLog: { for: ['operator', 'administrator'] },
  deliveries: { for: ['operator'], ids: { 'filter.bookingId': 'public' } },
} as const satisfies Rows;
