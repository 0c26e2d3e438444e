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

/** Stands for a party whose bits or reasons change in the course of time. */
const VARIES = 128;

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

/**
 * The standing of every party over a window of days. A party that never changes costs one byte; the others have runs,
 * one for each stretch over which their bits and the reasons for them stay the same.
 */
export class Standings {
  readonly #bits: Uint8Array;
  readonly #place: Int32Array;
  readonly #from: number;
  #pool = new Int32Array(1024);
  #used = 0;

  constructor(parties: number, from: number) {
    this.#bits = new Uint8Array(parties);
    this.#place = new Int32Array(parties);
    this.#from = from;
  }

  /** The bits of a party that never changes; undefined for one that does. */
  always(party: number): number | undefined {
    const bits = this.#bits[party] ?? 0;
    return bits === VARIES ? undefined : bits;
  }

  /** Bits on a day of the window. */
  on(party: number, day: number): number {
    const always = this.always(party);
    return always ?? this.bits(party, this.indexOn(party, day));
  }

  count(party: number): number {
    return this.#bits[party] === VARIES ? (this.#pool[this.#place[party] ?? 0] ?? 0) : 1;
  }

  /** First day of a run. */
  day(party: number, index: number): number {
    if (this.#bits[party] !== VARIES) return this.#from;
    return this.#pool[(this.#place[party] ?? 0) + 1 + 2 * index] ?? 0;
  }

  bits(party: number, index: number): number {
    if (this.#bits[party] !== VARIES) return this.#bits[party] ?? 0;
    return this.#pool[(this.#place[party] ?? 0) + 2 + 2 * index] ?? 0;
  }

  /** The first day of the run that covers the day. */
  since(party: number, day: number): number {
    return this.day(party, this.indexOn(party, day));
  }

  /** The stretches of days over which the party's verdict stays the same, with its bits on their first day. */
  stretches(party: number, end: number): { day: number; to: number; bits: number }[] {
    const found: { day: number; to: number; bits: number }[] = [];
    for (let run = this.count(party) - 1, to = end; run >= 0; run -= 1) {
      const bits = this.bits(party, run);
      if ((bits & BIT.goesOn) !== 0) continue;
      found.push({ day: this.day(party, run), to, bits });
      to = this.day(party, run);
    }
    return found.reverse();
  }

  /** The run that covers a day. */
  indexOn(party: number, day: number): number {
    let low = 0;
    let high = this.count(party) - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.day(party, middle) <= day) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** Sets the runs of a party; says whether they differ from those before. */
  set(party: number, runs: Runs): boolean {
    if (this.equals(party, runs)) return false;
    if (runs.count === 1) {
      this.#bits[party] = runs.bits[0] ?? 0;
      return true;
    }
    if (this.count(party) < runs.count || this.#bits[party] !== VARIES)
      this.#allot(party, 1 + 2 * runs.count);
    const place = this.#place[party] ?? 0;
    this.#pool[place] = runs.count;
    for (let i = 0; i < runs.count; i += 1) {
      this.#pool[place + 1 + 2 * i] = runs.day[i] ?? 0;
      this.#pool[place + 2 + 2 * i] = runs.bits[i] ?? 0;
    }
    return true;
  }

  #allot(party: number, size: number): void {
    if (this.#used + size > this.#pool.length) {
      const larger = new Int32Array(2 * (this.#pool.length + size));
      larger.set(this.#pool);
      this.#pool = larger;
    }
    this.#bits[party] = VARIES;
    this.#place[party] = this.#used;
    this.#used += size;
  }

  /** Are these the runs of the party? */
  equals(party: number, { day, bits, count }: Runs): boolean {
    if (this.count(party) !== count) return false;
    for (let i = 0; i < count; i += 1)
      if (this.day(party, i) !== day[i] || this.bits(party, i) !== bits[i]) return false;
    return true;
  }
}
