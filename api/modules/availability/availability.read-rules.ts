import type { ReadRules } from '../../platform/read-rules.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { isOwnProvider } from '../providers/index.ts';

/** A diary is for its provider alone. */
const inOwnDiary = {
  read: async (context: RequestContext, { provider }: { readonly provider: string }): Promise<boolean> =>
    isOwnProvider(context, provider),
};

export const availabilityReadRules: ReadRules = {
  WorkingSpan: inOwnDiary,
  HoursException: inOwnDiary,
  TimeSpan: { partOf: ['HoursException'] },
  TimeOff: inOwnDiary,
  WorkingHoursSet: 'carries',
  HoursExceptionSet: 'carries',
  TimeOffAdded: 'carries',
};
