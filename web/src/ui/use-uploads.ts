import { onBeforeUnmount, ref, type Ref } from 'vue';
import { sendFile, type UploadTarget } from './send-file';

/** What a step of an upload came to: go on, or say to the person why not. */
export type UploadStep<Value> =
  | { readonly value: Value }
  | {
      readonly problem: string;
      /** Whether trying again can help. */
      readonly again: boolean;
      /** Whether the bytes have to travel again for that. */
      readonly resend?: boolean;
    };

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

/** The files of one place and what each waits for. */
class UploadQueue {
  readonly uploads = ref<Upload[]>([]);
  readonly #running = new Map<number, Running>();
  readonly #steps: UploadSteps;
  readonly #texts: UploadTexts;
  readonly #say: (sentence: string) => void;

  constructor(steps: UploadSteps, texts: UploadTexts, say: (sentence: string) => void) {
    this.#steps = steps;
    this.#texts = texts;
    this.#say = say;
  }

  /** One after the other: each gets the whole line, and the order of choosing stays. */
  async add(files: readonly File[]): Promise<void> {
    const keys = files.map((file) => this.#enlist(file));
    for (const key of keys) await this.go(key);
  }

  async go(key: number): Promise<void> {
    const run = this.#running.get(key);
    if (!run) return;
    this.#change(key, { state: run.sent ? 'checking' : 'sending', problem: '', part: 0 });
    if (!run.sent && !(await this.#transfer(key, run))) return;
    if (!run.target) return;
    this.#change(key, { state: 'checking', part: 1 });
    const finished = await this.#steps.finish(run.target.id);
    if (!this.#running.has(key)) return;
    if ('problem' in finished) {
      this.#fail(key, finished.problem, finished.again);
      // What has not arrived in full has to be sent once more.
      if (finished.resend) run.sent = false;
      return;
    }
    this.#say(this.#texts.added(run.file.name));
    this.remove(key);
  }

  remove(key: number): void {
    this.#running.get(key)?.abort.abort();
    this.#running.delete(key);
    this.uploads.value = this.uploads.value.filter((upload) => upload.key !== key);
  }

  abortAll(): void {
    for (const run of this.#running.values()) run.abort.abort();
    this.#running.clear();
  }

  #enlist(file: File): number {
    const key = (lastKey += 1);
    this.#running.set(key, { file, abort: new AbortController(), sent: false });
    this.uploads.value.push({
      key,
      name: file.name,
      bytes: file.size,
      state: 'sending',
      part: 0,
      problem: '',
      canRetry: false,
    });
    return key;
  }

  async #transfer(key: number, run: Running): Promise<boolean> {
    if (!run.target || Date.parse(run.target.expiresAt) <= Date.now()) {
      const begun = await this.#steps.begin(run.file);
      if ('problem' in begun) {
        this.#fail(key, begun.problem, begun.again);
        return false;
      }
      run.target = begun.value;
    }
    const outcome = await sendFile(run.target, run.file, {
      signal: run.abort.signal,
      onProgress: (part) => this.#change(key, { part }),
    });
    run.sent = outcome === 'sent';
    if (outcome === 'refused') delete run.target;
    if (outcome === 'broken' || outcome === 'refused') this.#fail(key, this.#texts.broken(), true);
    return run.sent;
  }

  #change(key: number, changes: Partial<Upload>): void {
    const upload = this.uploads.value.find((one) => one.key === key);
    if (upload) Object.assign(upload, changes);
  }

  #fail(key: number, problem: string, canRetry: boolean): void {
    this.#change(key, { state: 'failed', problem, canRetry });
    this.#say(problem);
  }
}

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
  const queue = new UploadQueue(steps, texts, say);
  onBeforeUnmount(() => queue.abortAll());
  return {
    uploads: queue.uploads,
    add: (files) => queue.add(files),
    retry: (key) => queue.go(key),
    remove: (key) => queue.remove(key),
  };
}
