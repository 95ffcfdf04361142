export { createFiles } from './files.ts';
export type { Files, KeptDocument } from './files.ts';
export type { FileSource, OpenedFile } from './file-source.ts';
export { FileStoreError, MOST_FILE_BYTES, MOST_PART_BYTES } from './file-store.ts';
export { ScannerDownError } from './virus-scanner.ts';
