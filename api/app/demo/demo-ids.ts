import type { SeededRandom } from './seeded-random.ts';

const HEX = 16;

/**
 * Ids of the shape of UUIDv7 (RFC 9562, 5.7) that ascend in the order they are given out and are the same for the same
 * seed and first instant. Each takes a millisecond of its own.
 */
export class DemoIds {
  #millisecond: number;
  readonly #random: SeededRandom;

  constructor(random: SeededRandom, firstInstant: Date) {
    this.#random = random;
    this.#millisecond = firstInstant.getTime();
  }

  next(): string {
    const time = (this.#millisecond++).toString(HEX).padStart(12, '0');
    const variant = (8 + this.#random.integer(0, 3)).toString(HEX);
    return `${time.slice(0, 8)}-${time.slice(8)}-7${this.#digits(3)}-${variant}${this.#digits(3)}-${this.#digits(12)}`;
  }

  #digits(count: number): string {
    return Array.from({ length: count }, () => this.#random.integer(0, HEX - 1).toString(HEX)).join('');
  }
}
