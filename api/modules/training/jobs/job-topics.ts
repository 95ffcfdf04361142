/** An upload should be finished by now: `{ uploadId }`. */
export const SWEEP_IMAGE_UPLOAD = 'lesson-image.sweep-upload';
/** A file that no row names any more: `{ fileKey }`. */
export const REMOVE_IMAGE_FILE = 'lesson-image.remove-file';
/** Once a day: look for pictures that no version shows: `{ day }`. */
export const REMOVE_UNUSED_IMAGES = 'remove-unused-lesson-images';
