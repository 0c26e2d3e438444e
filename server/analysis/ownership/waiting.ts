import type { Board } from './standing.ts';

/**
 * Places that wait to be looked at, first to last, and for which tests: one bit for each place of the order, and on a
 * board that the standings use too, one bit for each test.
 */
export class Waiting {
  readonly #words: Int32Array;
  readonly #cells: Int32Array;
  readonly #stride: number;
  readonly #at: number;
  #word = 0;

  /** @param at which of the numbers of each place says for which tests it waits */
  constructor({ cells, stride }: Board, at: number) {
    this.#cells = cells;
    this.#stride = stride;
    this.#at = at;
    this.#words = new Int32Array(((cells.length / stride) >> 5) + 1);
  }

  /** A place after the one that was taken last. */
  add(place: number, tests: number): void {
    const cell = place * this.#stride + this.#at;
    this.#cells[cell] = (this.#cells[cell] ?? 0) | tests;
    const word = place >> 5;
    this.#words[word] = (this.#words[word] ?? 0) | (1 << (place & 31));
  }

  /** Takes the first place that waits; -1 when none does. */
  next(): number {
    const words = this.#words;
    while (this.#word < words.length && words[this.#word] === 0) this.#word += 1;
    const bits = words[this.#word] ?? 0;
    if (bits === 0) return -1;
    const lowest = bits & -bits;
    words[this.#word] = bits & ~lowest;
    return (this.#word << 5) + (31 - Math.clz32(lowest));
  }

  /** The tests for which a place waits: one bit each. */
  tests(place: number): number {
    return this.#cells[place * this.#stride + this.#at] ?? 0;
  }
}
