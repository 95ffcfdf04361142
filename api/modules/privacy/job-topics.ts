/** Collect what is held about an account: `{ exportId }`. */
export const BUILD_EXPORT = 'privacy.build-export';
/** The files of an export have had their time: `{ exportId }`. */
export const EXPIRE_EXPORT = 'privacy.expire-export';
/** An account should be erased by now: `{ erasureId }`. */
export const ERASE_ACCOUNT = 'privacy.erase-account';
/** Once a day: see what has been kept for long enough: `{ day }`. */
export const PLAN_RETENTION = 'privacy.plan-retention';
/** One rule of the register: `{ table, rule }`. */
export const APPLY_RETENTION = 'privacy.apply-retention';
