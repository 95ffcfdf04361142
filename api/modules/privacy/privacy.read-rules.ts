import type { ReadRules } from '../../platform/read-rules.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import type { AccountErasure } from './account-erasure.entity.ts';
import type { DataExport } from './data-export.entity.ts';
import { canReadErasure, canReadExport } from './privacy.policy.ts';

export const privacyReadRules: ReadRules = {
  DataExport: { read: ({ viewer }: RequestContext, row: DataExport) => canReadExport(viewer, row) },
  DataExportPart: { partOf: ['DataExport'] },
  DataExportStarted: 'carries',
  AccountErasure: { read: ({ viewer }: RequestContext, row: AccountErasure) => canReadErasure(viewer, row) },
  ErasureScheduled: 'carries',
  ErasureCancelled: 'carries',
  // Made for whoever asks, out of nothing but their own rows.
  ErasurePreview: { read: ({ viewer }: RequestContext) => viewer !== null },
  ErasureObstacle: { partOf: ['ErasurePreview', 'ErasureBlockedError'] },
};
