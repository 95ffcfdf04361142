/** An upload should be finished by now: `{ uploadId }`. */
export const SWEEP_UPLOAD = 'evidence.sweep-upload';
/** A file that no row names any more: `{ fileKey }`. */
export const REMOVE_FILE = 'evidence.remove-file';
