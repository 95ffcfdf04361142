/** Where a file is sent to by PUT. */
export interface UploadTarget {
  readonly id: string;
  readonly url: string;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  /** ISO instant until when the address takes the file. */
  readonly expiresAt: string;
}

/** How a transfer ended. After `broken` the same file can be sent to the same address again. */
export type Transfer = 'sent' | 'broken' | 'refused' | 'aborted';

export interface TransferOptions {
  /** Told how much is through, from 0 to 1. */
  readonly onProgress: (part: number) => void;
  readonly signal: AbortSignal;
}

/** Sends a file with its progress, which `fetch` does not tell. */
export async function sendFile(
  target: UploadTarget,
  file: Blob,
  { onProgress, signal }: TransferOptions,
): Promise<Transfer> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('PUT', target.url);
    for (const { name, value } of target.headers) request.setRequestHeader(name, value);
    request.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable) onProgress(event.loaded / event.total);
    });
    request.addEventListener('load', () => resolve(outcomeOf(request.status)));
    request.addEventListener('error', () => resolve('broken'));
    request.addEventListener('timeout', () => resolve('broken'));
    request.addEventListener('abort', () => resolve('aborted'));
    signal.addEventListener('abort', () => request.abort(), { once: true });
    if (signal.aborted) resolve('aborted');
    else request.send(file);
  });
}

function outcomeOf(status: number): Transfer {
  if (status >= 200 && status < 300) return 'sent';
  return status >= 500 || status === 429 || status === 408 ? 'broken' : 'refused';
}
