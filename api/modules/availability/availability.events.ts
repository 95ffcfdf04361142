/** A provider changed their hours or took time off back, so that times may have become free: `{ providerId }`. */
export const HOURS_CHANGED = 'availability.hours-changed';
