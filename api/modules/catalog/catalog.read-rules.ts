import type { ReadRules } from '../../platform/read-rules.ts';

/** The catalogue is there to be seen. */
export const catalogReadRules: ReadRules = {
  Region: 'public',
  Place: 'public',
  Holiday: 'public',
  ServiceCategory: 'public',
  ServiceItem: 'public',
  ServiceOption: 'public',
  UnitRange: 'public',
};
