export { createFiles } from './files.ts';
export type { Files } from './files.ts';
export { UPLOAD_REFUSALS } from './upload-refusals.ts';
export { announceUpload, closeUpload, sweepUpload, takeUpload } from './uploads.ts';
export type { TakenUpload } from './uploads.ts';
export type { FileSource, OpenedFile } from './file-source.ts';
export { FileStoreError, MOST_FILE_BYTES, MOST_PART_BYTES } from './file-store.ts';
