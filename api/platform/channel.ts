/** Values that one side hands in and the other takes out in order, waiting where there is none. */
export class Channel<T> implements AsyncIterableIterator<T> {
  readonly #most: number;
  readonly #onEnd: () => void;
  readonly #values: T[] = [];
  readonly #waiting: ((result: IteratorResult<T>) => void)[] = [];
  #ended = false;

  /**
   * @param most values that may lie unread; beyond them the channel ends, so that a reader who is too slow costs no memory
   * @param onEnd called once, whoever ends it
   */
  constructor(most: number, onEnd: () => void) {
    this.#most = most;
    this.#onEnd = onEnd;
  }

  push(value: T): void {
    if (this.#ended) return;
    const waiting = this.#waiting.shift();
    if (waiting) waiting({ value, done: false });
    else if (this.#values.length < this.#most) this.#values.push(value);
    else this.end();
  }

  end(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#values.length = 0;
    for (const waiting of this.#waiting.splice(0)) waiting({ value: undefined, done: true });
    this.#onEnd();
  }

  async next(): Promise<IteratorResult<T>> {
    const value = this.#values.shift();
    if (value !== undefined) return { value, done: false };
    if (this.#ended) return { value: undefined, done: true };
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
    });
  }

  /** Unlike that of a generator, it does not wait for a value that is being waited for. */
  async return(): Promise<IteratorResult<T>> {
    this.end();
    return { value: undefined, done: true };
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}
