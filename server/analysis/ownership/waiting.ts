/**
 * Groups that wait to be looked at, first to last, and for which tests: a byte for each place of the order, with one bit
 * for each test. Four of them are passed over at once.
 */
export class Waiting {
  readonly #tests: Uint8Array;
  readonly #fours: Int32Array;
  #place = 0;

  constructor(places: number) {
    this.#fours = new Int32Array((places >> 2) + 1);
    this.#tests = new Uint8Array(this.#fours.buffer);
  }

  /** A place after the one that was taken last. */
  add(place: number, tests: number): void {
    this.#tests[place] = (this.#tests[place] ?? 0) | tests;
  }

  addAll(places: Int32Array | readonly number[], tests: number): void {
    for (let at = 0; at < places.length; at += 1) this.add(places[at] ?? 0, tests);
  }

  /** The first place that waits after the one before; -1 when none does. */
  next(): number {
    const [tests, fours] = [this.#tests, this.#fours];
    let place = this.#place;
    while (place < tests.length && tests[place] === 0) {
      place += 1;
      if ((place & 3) === 0) while (fours[place >> 2] === 0) place += 4;
    }
    this.#place = place + 1;
    return place < tests.length ? place : -1;
  }

  /** The tests for which a place waits: one bit each. */
  tests(place: number): number {
    return this.#tests[place] ?? 0;
  }
}
