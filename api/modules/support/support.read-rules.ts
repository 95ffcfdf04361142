import type { ReadRules } from '../../platform/read-rules.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { canReadCases } from './support.policy.ts';

export const supportReadRules: ReadRules = {
  SupportCase: { read: ({ viewer }: RequestContext) => canReadCases(viewer) },
  SupportCaseClosed: 'carries',
};
