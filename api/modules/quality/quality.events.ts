/** The level of a provider changed: `{ changeId }`. */
export const LEVEL_CHANGED = 'provider.level-changed';
