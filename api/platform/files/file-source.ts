import type { RequestContext, ViewerIdentity } from '../request-context.ts';

/** A file on its way to whoever may read it. */
export interface OpenedFile {
  readonly content: Buffer;
  readonly contentType: string;
  /** What it is called when it is saved. */
  readonly name: string;
  /** Whether it is to be saved rather than shown. */
  readonly isAttachment?: boolean;
}

/** Files of one kind that signed addresses lead to. */
export interface FileSource {
  /** As it stands in the addresses. */
  readonly name: string;
  /** Null when there is no such file, or when this viewer may not read it now: one must look like the other. */
  open(context: RequestContext, viewer: ViewerIdentity, id: string): Promise<OpenedFile | null>;
}
