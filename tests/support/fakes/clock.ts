import type { Clock } from '../../../api/kernel/clock.ts';

/** A Wednesday morning in London, 18 days before its clocks go forward. */
export const TEST_NOW = new Date('2027-03-10T09:00:00Z');

/** A clock that stands still until the test moves it. */
export class FakeClock implements Clock {
  #now: Date;

  constructor(start: Date = TEST_NOW) {
    this.#now = start;
  }

  now(): Date {
    return new Date(this.#now);
  }

  set(instant: Date): void {
    this.#now = instant;
  }

  advanceMinutes(minutes: number): void {
    this.#now = new Date(this.#now.getTime() + minutes * 60_000);
  }
}
