import type { TickArray } from '../../projection/flat-ownership.ts';
import { Changes, HOLDS, QUIET, type Window } from './changes.ts';
import type { ListedPlaces } from './listed-places.ts';
import type { OwnerSums } from './owner-sums.ts';
import { BIT, type Runs, type Standings, shownBits, withListings } from './standing.ts';
import { FLAG, LINK, NODE, type SweptGraph } from './sweep-graph.ts';

/** What one party's standing is found from. */
export interface PartyInput {
  readonly graph: SweptGraph;
  readonly window: Window;
  readonly standings: Standings;
  readonly listed: ListedPlaces;
}

/** The sums of a party in ticks, and where its shares have too many digits for those. */
export interface BothSums {
  readonly ticks: OwnerSums;
  readonly odd: OwnerSums;
}

/** What the owner says of itself is not part of a tie's state. */
const ASIDE = BIT.speaks | BIT.goesOn;

/**
 * Sweeps one party over the days on which a tie to it, an owner's standing or a listing of its own changes (design
 * D4), and over no other days. Reads the standings of its owners as they are now.
 */
export class PartySweep {
  readonly #first: number;
  readonly #last: number;
  readonly #nodes: Int32Array;
  readonly #links: TickArray;
  readonly #parties: Int32Array;
  readonly #standings: Standings;
  readonly #bears: Uint8Array;
  /** The bit of the test on the board. */
  readonly #bit: number;
  readonly #listed: ListedPlaces;
  readonly #both: BothSums;
  readonly #changes = new Changes();
  readonly #runs = { day: [] as number[], bits: [] as number[], count: 0 };
  /** Did a change of the day move a sum or a listing, and is one among the reasons of the party's verdict? */
  #isMoved = false;
  #isOther = false;
  /** How many of the party's own listings hold. */
  readonly #own = { all: 0, sure: 0, firm: 0 };

  constructor({ graph, window, standings, listed }: PartyInput, sums: BothSums) {
    this.#first = window.from;
    this.#last = window.to;
    this.#nodes = graph.nodes;
    this.#links = graph.links;
    this.#parties = graph.order.order;
    this.#standings = standings;
    this.#bears = standings.board.bears;
    this.#bit = 1 << standings.test;
    this.#listed = listed;
    this.#both = sums;
  }

  /**
   * Finds the runs of the party at a place.
   *
   * @param byReasons true to start a run also on a day on which only the reasons change, and not the bits
   * @returns runs that are overwritten by the next call
   */
  sweep(place: number, byReasons: boolean): Runs {
    const node = NODE.size * place;
    const isOdd = ((this.#nodes[node + NODE.flags] ?? 0) & FLAG.odd) !== 0;
    const sums = isOdd ? this.#both.odd : this.#both.ticks;
    sums.reset(isOdd ? (this.#parties[place] ?? 0) : place);
    const changes = this.#changes;
    changes.count = 0;
    this.#collect(this.#nodes[node] ?? 0, this.#nodes[node + NODE.size] ?? 0, sums);
    const own = this.#own;
    own.all = 0;
    own.sure = 0;
    own.firm = 0;
    const index = this.#listed.indexOf(place);
    if (index >= 0) this.#start(index);
    this.#runs.count = 0;
    this.#emit(this.#first, this.#bits(sums));
    if (changes.count === 0) return this.#runs;
    if (changes.count > 1) changes.sort();
    for (let next = 0; next < changes.count; ) next = this.#stepTo(next, sums, byReasons);
    return this.#runs;
  }

  /** Collects the changes of links; what holds when the window starts is applied to the sums: most of it ever does. */
  #collect(start: number, end: number, sums: OwnerSums): void {
    const links = this.#links;
    const bears = this.#bears;
    const bit = this.#bit;
    for (let link = start; link < end; link += LINK.size) {
      const owner = (links[link] ?? 0) >> LINK.codeBits;
      if (((bears[owner] ?? 0) & bit) !== 0) this.#addBearing(link, sums);
      // Another owner only takes from what is free, where it holds anything for certain.
      else if (links[link + LINK.min] !== 0) this.#addAlways(link, HOLDS, sums);
    }
  }

  #addBearing(link: number, sums: OwnerSums): void {
    const code = this.#links[link] ?? 0;
    if (!sums.counts(code & LINK.code)) return;
    const cell = this.#standings.cell(code >> LINK.codeBits);
    if (cell < 0) this.#addRuns(link, ~cell, sums);
    else this.#addAlways(link, HOLDS | (cell & ~ASIDE), sums);
  }

  /** A tie to an owner that stands the same on all days. */
  #addAlways(link: number, state: number, sums: OwnerSums): void {
    const from = this.#links[link + LINK.from] ?? 0;
    const to = this.#links[link + LINK.to] ?? 0;
    if (to <= this.#first || from >= this.#last || from >= to) return;
    this.#begin(link, from, state, sums);
    if (to < this.#last) this.#changes.add(to, link, state << 8);
  }

  #begin(link: number, from: number, state: number, sums: OwnerSums): void {
    if (from <= this.#first) sums.apply(link, state, 1);
    else this.#changes.add(from, link, state);
  }

  /** A tie to an owner whose standing varies: its runs are read where they lie. */
  #addRuns(link: number, runs: number, sums: OwnerSums): void {
    const from = Math.max(this.#links[link + LINK.from] ?? 0, this.#first);
    const to = Math.min(this.#links[link + LINK.to] ?? 0, this.#last);
    if (from >= to) return;
    const { pool } = this.#standings;
    const end = runs + 1 + 2 * (pool[runs] ?? 0);
    let at = runs + 1;
    while (at + 2 < end && (pool[at + 2] ?? 0) <= from) at += 2;
    let state = HOLDS | ((pool[at + 1] ?? 0) & ~ASIDE);
    this.#begin(link, from, state, sums);
    for (at += 2; at < end && (pool[at] ?? 0) < to; at += 2)
      state = this.#addRun(link, pool[at] ?? 0, pool[at + 1] ?? 0, state);
    if (to < this.#last) this.#changes.add(to, link, state << 8);
  }

  /** An owner that does not bear on the party and goes on not to is no change. */
  #addRun(link: number, day: number, bits: number, before: number): number {
    const after = HOLDS | (bits & ~ASIDE) | ((bits & BIT.goesOn) !== 0 ? QUIET : 0);
    if (((before | after) & BIT.circular) !== 0) this.#changes.add(day, link, (before << 8) | after);
    return after;
  }

  /** The party's own listings, as they are when the window starts. */
  #start(index: number): void {
    const { first, from, to } = this.#listed;
    for (let row = first[index] ?? 0; row < (first[index + 1] ?? 0); row += 1) {
      const start = from[row] ?? 0;
      const end = to[row] ?? 0;
      if (Math.max(start, this.#first) >= Math.min(end, this.#last)) continue;
      if (start > this.#first) this.#changes.add(start, -1 - row, HOLDS);
      if (end < this.#last) this.#changes.add(end, -1 - row, HOLDS << 8);
      if (start <= this.#first) this.#applyListing(row, 1);
    }
  }

  /** Applies all changes of one day; returns the first one of the next. */
  #stepTo(first: number, sums: OwnerSums, byReasons: boolean): number {
    const { order, days } = this.#changes;
    const day = days[order[first] ?? 0] ?? 0;
    const bearing = sums.bearing;
    const mark = sums.mark();
    this.#isMoved = false;
    this.#isOther = false;
    const next = this.#applyDay(first, day, sums);
    if (bearing > 0 && sums.bearing > 0 && sums.mark() !== mark) this.#isOther = true;
    const before = (this.#runs.bits[this.#runs.count - 1] ?? 0) & ~BIT.goesOn;
    const bits = this.#isMoved ? this.#bits(sums) : before;
    const isNew = (this.#isOther && (bits & BIT.speaks) !== 0) || shownBits(bits) !== shownBits(before);
    if (byReasons && isNew) this.#emit(day, bits);
    else if (bits !== before) this.#emit(day, byReasons ? bits | BIT.goesOn : bits);
    return next;
  }

  #applyDay(first: number, day: number, sums: OwnerSums): number {
    const { order, days, links, states, count } = this.#changes;
    let next = first;
    for (; next < count; next += 1) {
      const at = order[next] ?? 0;
      if (days[at] !== day) break;
      const link = links[at] ?? 0;
      const before = (states[at] ?? 0) >> 8;
      const after = (states[at] ?? 0) & 255;
      if (this.#apply(link, before, after, sums)) this.#isMoved = true;
      if (link < 0 || ((after & QUIET) === 0 && ((before | after) & BIT.circular) !== 0))
        this.#isOther = true;
    }
    return next;
  }

  /** Applies one change; says whether it moved a sum or a listing: many change only the reasons. */
  #apply(link: number, before: number, after: number, sums: OwnerSums): boolean {
    if (link < 0) {
      this.#applyListing(-1 - link, after === 0 ? -1 : 1);
      return true;
    }
    if (((before ^ after) & ~QUIET) === 0) return false;
    if ((before & HOLDS) !== 0) sums.apply(link, before, -1);
    if ((after & HOLDS) !== 0) sums.apply(link, after, 1);
    return true;
  }

  #applyListing(row: number, sign: 1 | -1): void {
    this.#own.all += sign;
    if (this.#listed.certain[row] === 1) this.#own.sure += sign;
    if (this.#listed.firm[row] === 1) this.#own.firm += sign;
  }

  #bits(sums: OwnerSums): number {
    return withListings(sums.bits(), this.#own);
  }

  #emit(day: number, bits: number): void {
    const { count } = this.#runs;
    this.#runs.day[count] = day;
    this.#runs.bits[count] = bits;
    this.#runs.count = count + 1;
  }
}
