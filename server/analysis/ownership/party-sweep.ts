import type { FlatOwnership } from '../../projection/flat-ownership.ts';
import { Changes, HOLDS, QUIET, type Window } from './changes.ts';
import type { OwnerSums } from './owner-sums.ts';
import { BIT, type Runs, type Standings, shownBits } from './standing.ts';

/** A listing of a party that counts, in days. */
export interface ListedDays extends Window {
  /** False when the listing is only reported, or its programmes are unknown and the regime asks for some. */
  readonly certain: boolean;
  /** False when the listing is only reported: then it confirms nothing, whatever its programmes. */
  readonly firm: boolean;
}

/** What one party's standing is found from. */
export interface PartyInput {
  readonly flat: FlatOwnership;
  readonly window: Window;
  readonly standings: Standings;
  /** Listings that count, by party. */
  readonly listings: ReadonlyMap<number, readonly ListedDays[]>;
  readonly sumsOf: (party: number) => OwnerSums;
}

const AS_LISTED = BIT.listed | BIT.perhaps | BIT.circular | BIT.speaks;
const AS_FIRM = BIT.firm | BIT.firmCircular;

/**
 * Sweeps one party over the days on which a tie to it, an owner's standing or a listing of its own changes (design
 * D4), and over no other days. Reads the standings of its owners as they are now.
 */
export class PartySweep {
  readonly #input: PartyInput;
  readonly #changes: Changes;
  /** One bit a party: hardly any has listings, and a look into the map is slow. */
  readonly #isListed: Int32Array;
  readonly #runs = { day: [] as number[], bits: [] as number[], count: 0 };
  #entries: readonly ListedDays[] | undefined = undefined;
  /** Did a change move a sum or a listing? Many change only the reasons. */
  #isMoved = false;
  /** How many of the party's own listings hold: all, those that are certain, and the firm ones. */
  #listed = 0;
  #sure = 0;
  #firm = 0;

  constructor(input: PartyInput) {
    this.#input = input;
    this.#isListed = new Int32Array((input.flat.parties >> 5) + 1);
    for (const party of input.listings.keys())
      this.#isListed[party >> 5] = (this.#isListed[party >> 5] ?? 0) | (1 << (party & 31));
    this.#changes = new Changes(input.flat, input.standings, input.window);
  }

  /**
   * Finds the runs of a party.
   *
   * @param byReasons true to start a run also on a day on which only the reasons change, and not the bits
   * @returns runs that are overwritten by the next call
   */
  sweep(party: number, byReasons: boolean): Runs {
    const { window, listings, sumsOf } = this.#input;
    const changes = this.#changes;
    const sums = sumsOf(party);
    sums.reset(party);
    changes.collect(party, sums);
    const isListed = (((this.#isListed[party >> 5] ?? 0) >> (party & 31)) & 1) === 1;
    this.#start(isListed ? listings.get(party) : undefined);
    this.#runs.count = 0;
    this.#emit(window.from, this.#bits(sums));
    if (changes.count > 0) changes.sort();
    for (let next = 0; next < changes.count; ) next = this.#stepTo(next, sums, byReasons);
    return this.#runs;
  }

  /** The party's own listings, as they are when the window starts. */
  #start(entries: readonly ListedDays[] | undefined): void {
    this.#entries = entries;
    this.#listed = 0;
    this.#sure = 0;
    this.#firm = 0;
    if (entries === undefined) return;
    for (let index = 0; index < entries.length; index += 1) {
      const entry = entries[index];
      if (entry !== undefined && this.#changes.addListing(index, entry)) this.#applyListing(index, 1);
    }
  }

  /** Applies all changes of one day; returns the first one of the next. */
  #stepTo(first: number, sums: OwnerSums, byReasons: boolean): number {
    const changes = this.#changes;
    const day = changes.day(first);
    const bearing = sums.bearing;
    const mark = sums.mark();
    let isOther = false;
    this.#isMoved = false;
    let next = first;
    for (; next < changes.count && changes.day(next) === day; next += 1)
      if (this.#apply(next, sums)) isOther = true;
    if (bearing > 0 && sums.bearing > 0 && sums.mark() !== mark) isOther = true;
    const before = (this.#runs.bits[this.#runs.count - 1] ?? 0) & ~BIT.goesOn;
    const bits = this.#isMoved ? this.#bits(sums) : before;
    const isNew = (isOther && (bits & BIT.speaks) !== 0) || shownBits(bits) !== shownBits(before);
    if (byReasons && isNew) this.#emit(day, bits);
    else if (bits !== before) this.#emit(day, byReasons ? bits | BIT.goesOn : bits);
    return next;
  }

  /** Applies one change; says whether it is among the reasons of the party's verdict. */
  #apply(index: number, sums: OwnerSums): boolean {
    const tie = this.#changes.tie(index);
    const before = this.#changes.before(index);
    const after = this.#changes.after(index);
    if (tie < 0) {
      this.#applyListing(-1 - tie, after === 0 ? -1 : 1);
      this.#isMoved = true;
      return true;
    }
    if (((before ^ after) & ~QUIET) !== 0) {
      if ((before & HOLDS) !== 0) sums.apply(tie, before, -1);
      if ((after & HOLDS) !== 0) sums.apply(tie, after, 1);
      this.#isMoved = true;
    }
    return (after & QUIET) === 0 && (sums.bears(tie, before) || sums.bears(tie, after));
  }

  #applyListing(index: number, sign: 1 | -1): void {
    const entry = this.#entries?.[index];
    this.#listed += sign;
    if (entry?.certain) this.#sure += sign;
    if (entry?.firm) this.#firm += sign;
  }

  #bits(sums: OwnerSums): number {
    let bits = sums.bits();
    if (this.#listed > 0) bits |= AS_LISTED;
    if (this.#sure > 0) bits |= BIT.certain;
    if (this.#firm > 0) bits |= AS_FIRM;
    return bits;
  }

  #emit(day: number, bits: number): void {
    const { count } = this.#runs;
    this.#runs.day[count] = day;
    this.#runs.bits[count] = bits;
    this.#runs.count = count + 1;
  }
}
