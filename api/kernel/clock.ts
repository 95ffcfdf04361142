/** Where the time comes from. Injected, so that a test can say what time it is. */
export interface Clock {
  /** The present instant. */
  now(): Date;
}
