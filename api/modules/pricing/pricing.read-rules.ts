import type { ReadRules } from '../../platform/read-rules.ts';

/** What a visit costs is no secret; whose visit it is, the booking says. */
export const pricingReadRules: ReadRules = {
  PriceQuote: 'public',
  PriceLine: 'public',
};
