const MOST = 0x7fff_ffff;

/** Marks on things, from 0 to 63, that are all taken off at once: by counting on, not by writing. */
export class Marks {
  static readonly STEP = 64;
  /** A thing has the mark `numbers[thing] - base`, and none when that is negative. */
  readonly numbers: Int32Array;
  base = 0;

  constructor(things: number) {
    this.numbers = new Int32Array(things);
  }

  clear(): void {
    this.base += Marks.STEP;
    if (this.base < MOST - Marks.STEP) return;
    this.numbers.fill(0);
    this.base = Marks.STEP;
  }

  set(thing: number, mark: number): void {
    this.numbers[thing] = this.base + mark;
  }

  has(thing: number): boolean {
    return (this.numbers[thing] ?? 0) >= this.base;
  }
}

/** Numbers that things get one after the other; all taken back at once, in the same way. */
export class Numbering {
  readonly #numbers: Int32Array;
  #base = 1;
  size = 0;

  constructor(things: number) {
    this.#numbers = new Int32Array(things);
  }

  clear(): void {
    this.#base += this.size;
    this.size = 0;
    if (this.#base < MOST - this.#numbers.length) return;
    this.#numbers.fill(0);
    this.#base = 1;
  }

  /** The number of a thing; negative without one. */
  of(thing: number): number {
    return (this.#numbers[thing] ?? 0) - this.#base;
  }

  /** The number of a thing, the next one if it has none yet. */
  give(thing: number): number {
    const known = this.of(thing);
    if (known >= 0) return known;
    this.#numbers[thing] = this.#base + this.size;
    this.size += 1;
    return this.size - 1;
  }
}
