import type { ReadRules } from '../../platform/read-rules.ts';

/** The résumé is public; which providers anyone can ask for is decided where they are asked for. */
export const providersReadRules: ReadRules = {
  Provider: 'public',
  Offering: 'public',
  RatingSummary: 'public',
};
