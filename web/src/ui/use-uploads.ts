import { onBeforeUnmount, ref, type Ref } from 'vue';
import { sendFile, type UploadTarget } from './send-file';

/** What a step of an upload came to: go on, or say to the person why not. */
export type UploadStep<Value> = { readonly value: Value } | { readonly problem: string; readonly again: boolean };

/** The steps before and after the transfer, which are the caller's. */
export interface UploadSteps {
  readonly begin: (file: File) => Promise<UploadStep<UploadTarget>>;
  readonly finish: (uploadId: string) => Promise<UploadStep<true>>;
}

export interface Upload {
  readonly key: number;
  readonly name: string;
  readonly bytes: number;
  state: 'sending' | 'checking' | 'failed';
  /** From 0 to 1. */
  part: number;
  problem: string;
  /** Whether trying again can help. */
  canRetry: boolean;
}

interface Running {
  readonly file: File;
  readonly abort: AbortController;
  target?: UploadTarget;
  sent: boolean;
}

export interface UploadTexts {
  readonly broken: () => string;
  readonly added: (name: string) => string;
}

let lastKey = 0;

/**
 * Files on their way. What breaks off is sent again to the same address while that lasts, and what was sent in full is only
 * finished again. Leaving the page ends all of it.
 */
export function useUploads(
  steps: UploadSteps,
  texts: UploadTexts,
  say: (sentence: string) => void,
): {
  uploads: Ref<Upload[]>;
  add: (files: readonly File[]) => Promise<void>;
  retry: (key: number) => Promise<void>;
  remove: (key: number) => void;
} {
  const uploads = ref<Upload[]>([]);
  const running = new Map<number, Running>();
  const find = (key: number): Upload | undefined => uploads.value.find((upload) => upload.key === key);
  const change = (key: number, changes: Partial<Upload>): void => {
    const upload = find(key);
    if (upload) Object.assign(upload, changes);
  };
  const fail = (key: number, problem: string, canRetry: boolean): void => {
    change(key, { state: 'failed', problem, canRetry });
    say(problem);
  };

  function remove(key: number): void {
    running.get(key)?.abort.abort();
    running.delete(key);
    uploads.value = uploads.value.filter((upload) => upload.key !== key);
  }

  async function transfer(key: number, run: Running): Promise<boolean> {
    if (!run.target || Date.parse(run.target.expiresAt) <= Date.now()) {
      const begun = await steps.begin(run.file);
      if ('problem' in begun) return (fail(key, begun.problem, begun.again), false);
      run.target = begun.value;
    }
    const outcome = await sendFile(run.target, run.file, {
      signal: run.abort.signal,
      onProgress: (part) => change(key, { part }),
    });
    run.sent = outcome === 'sent';
    if (outcome === 'refused') delete run.target;
    if (outcome === 'broken' || outcome === 'refused') fail(key, texts.broken(), true);
    return run.sent;
  }

  async function go(key: number): Promise<void> {
    const run = running.get(key);
    if (!run) return;
    change(key, { state: run.sent ? 'checking' : 'sending', problem: '', part: 0 });
    if (!run.sent && !(await transfer(key, run))) return;
    if (!run.target) return;
    change(key, { state: 'checking', part: 1 });
    const finished = await steps.finish(run.target.id);
    if (!running.has(key)) return;
    if ('problem' in finished) return fail(key, finished.problem, finished.again);
    say(texts.added(run.file.name));
    remove(key);
  }

  onBeforeUnmount(() => running.forEach((run) => run.abort.abort()));

  return {
    uploads,
    add: async (files) => {
      const keys = files.map((file) => {
        const key = (lastKey += 1);
        running.set(key, { file, abort: new AbortController(), sent: false });
        uploads.value.push({
          key,
          name: file.name,
          bytes: file.size,
          state: 'sending',
          part: 0,
          problem: '',
          canRetry: false,
        });
        return key;
      });
      // One after the other: each gets the whole line, and the order of choosing stays.
      for (const key of keys) await go(key);
    },
    retry: go,
    remove,
  };
}
