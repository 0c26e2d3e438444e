import type { Outcome } from '../verdict.ts';
import type { Board } from './board.ts';

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
  /** A listing that counts is in force, and decides: it is certain, or nothing else restricts for certain. */
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

/** How many listings of its own a party has: all, those that are certain, and the firm ones. */
export interface OwnListings {
  readonly all: number;
  readonly sure: number;
  readonly firm: number;
}

const AS_UNDECIDED = BIT.perhaps | BIT.circular | BIT.speaks;
const AS_FIRM = BIT.firm | BIT.firmCircular;

/**
 * The bits of a party beside those that follow from its owners. A listing that is not certain says less than a capture
 * that is: beside one, the party is captured and not listed.
 */
export function withListings(bits: number, { all, sure, firm }: OwnListings): number {
  if (all === 0) return bits;
  let more = bits | AS_UNDECIDED;
  if (sure > 0 || (bits & BIT.certain) === 0) more |= BIT.listed;
  if (sure > 0) more |= BIT.certain;
  if (firm > 0) more |= AS_FIRM;
  return more;
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

/**
 * The standing of every place over a window of days. One that never changes is its bits; the others have runs, one for
 * each stretch over which their bits and the reasons for them stay the same.
 */
export class Standings {
  /** Runs of places that vary: how many, then a day and the bits from it on for each. */
  pool: Int32Array;
  readonly board: Board;
  /** Which of the board's tests this is. */
  readonly test: number;
  readonly #from: number;
  #used = 0;

  constructor(board: Board, test: number, from: number) {
    this.pool = new Int32Array(Math.max(1024, board.bears.length >> 1));
    this.board = board;
    this.test = test;
    this.#from = from;
  }

  /** Does a place bear on what it owns, on any day? */
  bears(place: number): boolean {
    return (((this.board.bears[place] ?? 0) >> this.test) & 1) === 1;
  }

  /** The bits of a place that never changes; for one that varies, below 0, the complement of where its runs are. */
  cell(place: number): number {
    const { rows, rowOf } = this.board;
    return rows[(rowOf[place] ?? 0) + this.test] ?? 0;
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

  /** The runs of a place, as a copy. */
  runs(place: number): Runs {
    const index = Array.from({ length: this.count(place) }, (_, run) => run);
    return {
      day: index.map((run) => this.day(place, run)),
      bits: index.map((run) => this.bits(place, run)),
      count: index.length,
    };
  }

  /** Sets a place to bits that never change; says whether they differ from those before. */
  always(place: number, bits: number): boolean {
    const before = this.cell(place);
    if (before === bits) return false;
    this.board.set(place, this.test, bits);
    this.board.setBears(place, this.test, (bits & BIT.circular) !== 0);
    return true;
  }

  /** Marks each run over whose first day the verdict goes on, as far as its own bits tell. */
  markGoingOn(place: number): void {
    const cell = this.cell(place);
    if (cell >= 0) return;
    const { pool } = this;
    const first = ~cell + 2;
    for (let at = first + 2 * (this.count(place) - 1); at > first; at -= 2)
      if (shownBits(pool[at] ?? 0) === shownBits(pool[at - 2] ?? 0)) pool[at] = (pool[at] ?? 0) | BIT.goesOn;
  }

  /** Sets the runs of a place that has none yet. */
  put(place: number, { day, bits, count }: Runs): void {
    let ever = bits[0] ?? 0;
    let cell = ever;
    if (count > 1) {
      const runs = this.#allot(1 + 2 * count);
      const { pool } = this;
      pool[runs] = count;
      for (let i = 0; i < count; i += 1) {
        const each = bits[i] ?? 0;
        pool[runs + 1 + 2 * i] = day[i] ?? 0;
        pool[runs + 2 + 2 * i] = each;
        ever |= each;
      }
      cell = ~runs;
    }
    this.board.set(place, this.test, cell);
    if ((ever & BIT.circular) !== 0) this.board.setBears(place, this.test, true);
  }

  /** Sets the runs of a place; says whether they differ from those before. */
  set(place: number, { day, bits, count }: Runs): boolean {
    if (count === 1) return this.always(place, bits[0] ?? 0);
    const cell = this.cell(place);
    if (cell < 0 && this.equals(place, { day, bits, count })) return false;
    const runs = cell < 0 && (this.pool[~cell] ?? 0) >= count ? ~cell : this.#allot(1 + 2 * count);
    const { pool } = this;
    pool[runs] = count;
    let ever = 0;
    for (let i = 0, at = runs + 1; i < count; i += 1, at += 2) {
      const each = bits[i] ?? 0;
      pool[at] = day[i] ?? 0;
      pool[at + 1] = each;
      ever |= each;
    }
    if (~runs !== cell) this.board.set(place, this.test, ~runs);
    this.board.setBears(place, this.test, (ever & BIT.circular) !== 0);
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
