import { NumberList } from './side.ts';

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
  readonly #things = new NumberList();
  #base = 1;

  constructor(things: number) {
    this.#numbers = new Int32Array(things);
  }

  get size(): number {
    return this.#things.length;
  }

  clear(): void {
    this.#base += this.size;
    this.#things.length = 0;
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
    const number = this.size;
    this.#numbers[thing] = this.#base + number;
    this.#things.reserve(1);
    this.#things.push(thing);
    return number;
  }

  /** The things in the order of their numbers. */
  things(): Int32Array {
    return this.#things.numbers.slice(0, this.size);
  }
}
