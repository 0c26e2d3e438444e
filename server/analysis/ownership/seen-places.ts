import type { Spans } from './spans.ts';

/**
 * The places that a search upward has seen, numbered in that order, with the spans of days in which each was seen and in
 * which it waits to be looked at. They are few, so they are found by a small table that stays in the processor's cache
 * (open addressing; Knuth, The Art of Computer Programming 3, 6.4), in place of memory for all places.
 */
export class SeenPlaces {
  count = 0;
  place: Int32Array = new Int32Array(256);
  seen: Int32Array = new Int32Array(256);
  open: Int32Array = new Int32Array(256);
  /** One more than the number of a place; 0 where free. At least twice as many as there are places. */
  #slots: Int32Array = new Int32Array(1024);

  /** The number of a place, which is new or was seen before. */
  numberOf(place: number): number {
    const slot = this.#slotOf(place);
    const known = (this.#slots[slot] ?? 0) - 1;
    if (known >= 0) return known;
    const number = this.count;
    this.#slots[slot] = number + 1;
    if (number === this.place.length) this.#grow();
    this.place[number] = place;
    this.seen[number] = 0;
    this.open[number] = 0;
    this.count = number + 1;
    if (4 * this.count > this.#slots.length) this.#rehash(4 * this.#slots.length);
    return number;
  }

  /** Takes what waits at a place. */
  take(number: number): Spans {
    const spans = this.open[number] ?? 0;
    this.open[number] = 0;
    return spans;
  }

  clear(): void {
    for (let number = this.count - 1; number >= 0; number -= 1)
      this.#slots[this.#slotOf(this.place[number] ?? 0)] = 0;
    this.count = 0;
  }

  /** Where a place stands in the table, or would. */
  #slotOf(place: number): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    let slot = Math.imul(place, 0x9e3779b1) >>> 7;
    for (slot &= mask; slots[slot] !== 0; slot = (slot + 1) & mask)
      if (this.place[(slots[slot] ?? 0) - 1] === place) break;
    return slot;
  }

  #grow(): void {
    const twice = (from: Int32Array): Int32Array => {
      const into = new Int32Array(2 * from.length);
      into.set(from);
      return into;
    };
    this.place = twice(this.place);
    this.seen = twice(this.seen);
    this.open = twice(this.open);
  }

  #rehash(size: number): void {
    this.#slots = new Int32Array(size);
    for (let number = 0; number < this.count; number += 1)
      this.#slots[this.#slotOf(this.place[number] ?? 0)] = number + 1;
  }
}
