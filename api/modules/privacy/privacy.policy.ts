import type { ViewerIdentity } from '../../platform/request-context.ts';
import type { AccountErasure } from './account-erasure.entity.ts';
import type { DataExport } from './data-export.entity.ts';

export function canReadExport(viewer: ViewerIdentity | null, { account }: Pick<DataExport, 'account'>): boolean {
  return viewer?.accountId === account;
}

export function canReadErasure(
  viewer: ViewerIdentity | null,
  { accountId }: Pick<AccountErasure, 'accountId'>,
): boolean {
  return viewer?.accountId === accountId;
}
