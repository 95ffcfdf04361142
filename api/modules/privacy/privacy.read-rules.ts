import type { ReadRules } from '../../platform/read-rules.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import type { AccountErasure } from './account-erasure.entity.ts';
import type { DataExport } from './data-export.entity.ts';

export const privacyReadRules: ReadRules = {
  DataExport: { read: ({ viewer }: RequestContext, { account }: DataExport) => viewer?.accountId === account },
  DataExportPart: { partOf: ['DataExport'] },
  AccountErasure: {
    read: ({ viewer }: RequestContext, { accountId }: AccountErasure) => viewer?.accountId === accountId,
  },
  // Made by a resolver of whoever asks, about nobody else.
  ErasurePreview: 'carries',
  ErasureObstacleType: { partOf: ['ErasurePreview', 'ErasureBlockedError'] },
  DataExportStarted: 'carries',
  ErasureScheduled: 'carries',
  ErasureCancelled: 'carries',
};
