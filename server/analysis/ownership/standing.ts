import type { Outcome } from '../verdict.ts';

/**
 * What a party is on a day under a test, as bits: restricted for certain, perhaps, perhaps without weak facts, and
 * the same where circles of holdings hold themselves up.
 */
export const BIT = {
  certain: 1,
  firm: 2,
  perhaps: 4,
  firmCircular: 8,
  circular: 16,
  /** A listing that counts is in force. */
  listed: 32,
  /** There is something to say: a listing, or an owner that bears on the party. */
  speaks: 64,
  /** Nothing of the party's own verdict changes with this run: only what it may mean for circles below. */
  goesOn: 256,
} as const;

/** The bits that a verdict shows: whether a circle is firm matters only where it decides. */
export function shownBits(bits: number): number {
  return outcomeOfBits(bits) === 'circular' ? bits : bits & ~BIT.firmCircular;
}

/** The outcome that bits stand for, before exemptions. */
export function outcomeOfBits(bits: number): Outcome {
  if ((bits & BIT.listed) !== 0) return (bits & BIT.certain) !== 0 ? 'listed' : 'cannot-exclude';
  if ((bits & BIT.certain) !== 0) return 'captured';
  if ((bits & BIT.perhaps) !== 0) return 'cannot-exclude';
  return (bits & BIT.circular) !== 0 ? 'circular' : 'not-captured';
}

/** Runs of one party: from each day on, the bits beside it. The first starts with the window. */
export interface Runs {
  readonly day: Int32Array | readonly number[];
  readonly bits: Int32Array | readonly number[];
  readonly count: number;
}

/** A piece of memory that the standings of several tests share: what is known of one place lies side by side. */
export interface Board {
  /** `stride` numbers a place, one for each test and what else is kept there. */
  readonly cells: Int32Array;
  readonly stride: number;
}

/**
 * The standing of every place over a window of days. One that never changes is its bits; the others have runs, one for
 * each stretch over which their bits and the reasons for them stay the same.
 */
export class Standings {
  /** Runs of places that vary: how many, then a day and the bits from it on for each. */
  pool: Int32Array = new Int32Array(1024);
  readonly #cells: Int32Array;
  readonly #stride: number;
  readonly #test: number;
  readonly #from: number;
  #used = 0;

  /** @param test which of the numbers of each place are these standings */
  constructor({ cells, stride }: Board, test: number, from: number) {
    this.#cells = cells;
    this.#stride = stride;
    this.#test = test;
    this.#from = from;
  }

  /** The bits of a place that never changes; for one that varies, below 0, the complement of where its runs are. */
  cell(place: number): number {
    return this.#cells[place * this.#stride + this.#test] ?? 0;
  }

  count(place: number): number {
    const cell = this.cell(place);
    return cell < 0 ? (this.pool[~cell] ?? 0) : 1;
  }

  /** First day of a run. */
  day(place: number, index: number): number {
    const cell = this.cell(place);
    return cell < 0 ? (this.pool[~cell + 1 + 2 * index] ?? 0) : this.#from;
  }

  bits(place: number, index: number): number {
    const cell = this.cell(place);
    return cell < 0 ? (this.pool[~cell + 2 + 2 * index] ?? 0) : cell;
  }

  /** Sets the runs of a place; says whether they differ from those before. */
  set(place: number, { day, bits, count }: Runs): boolean {
    const cell = this.cell(place);
    const at = place * this.#stride + this.#test;
    if (count === 1) {
      this.#cells[at] = bits[0] ?? 0;
      return cell !== bits[0];
    }
    if (cell < 0 && this.equals(place, { day, bits, count })) return false;
    const runs = cell < 0 && (this.pool[~cell] ?? 0) >= count ? ~cell : this.#allot(1 + 2 * count);
    this.#cells[at] = ~runs;
    const { pool } = this;
    pool[runs] = count;
    for (let i = 0; i < count; i += 1) {
      pool[runs + 1 + 2 * i] = day[i] ?? 0;
      pool[runs + 2 + 2 * i] = bits[i] ?? 0;
    }
    return true;
  }

  #allot(size: number): number {
    if (this.#used + size > this.pool.length) {
      const larger = new Int32Array(2 * (this.pool.length + size));
      larger.set(this.pool);
      this.pool = larger;
    }
    const place = this.#used;
    this.#used += size;
    return place;
  }

  /** Are these the runs of the place? */
  equals(place: number, { day, bits, count }: Runs): boolean {
    if (this.count(place) !== count) return false;
    for (let i = 0; i < count; i += 1)
      if (this.day(place, i) !== day[i] || this.bits(place, i) !== bits[i]) return false;
    return true;
  }
}
