/** Somebody changed the part a provider takes: `{ transitionId }`. */
export const PROVIDER_MOVED = 'provider.moved';

/** Where a provider's earnings go was changed: `{ payoutAccountId, savedAt }`, the second in ISO 8601. */
export const PAYOUT_CHANGED = 'provider.payout-changed';
