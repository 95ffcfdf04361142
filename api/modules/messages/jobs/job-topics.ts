/** A photo should be with a message by now: `{ uploadId }`. */
export const SWEEP_PHOTO_UPLOAD = 'message-photo.sweep-upload';
/** Once a day: remove photos that nobody can open any more: `{ day }`. */
export const REMOVE_SPENT_PHOTOS = 'remove-spent-message-photos';
