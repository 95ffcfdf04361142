import type { ReadRules } from '../../platform/read-rules.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { Role, hasRole } from '../accounts/index.ts';
import { isOwnProvider } from '../providers/index.ts';
import type { LedgerTransaction } from './ledger/ledger-transaction.entity.ts';

export const paymentsReadRules: ReadRules = {
  LedgerTransaction: {
    read: async (context: RequestContext, { provider }: LedgerTransaction) =>
      hasRole(context.viewer, Role.OPERATOR) || (await isOwnProvider(context, provider)),
  },
  LedgerEntry: { partOf: ['LedgerTransaction'] },
  LedgerBalance: { read: ({ viewer }: RequestContext) => hasRole(viewer, Role.OPERATOR) },
};
