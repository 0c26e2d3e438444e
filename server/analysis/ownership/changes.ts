import type { FlatOwnership } from '../../projection/flat-ownership.ts';
import { BIT, type Standings } from './standing.ts';

/** Days `[from, to)` that are looked at. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

/** Marks a tie that holds, beside the bits of its owner. */
export const HOLDS = 128;
/** Marks a change that is no reason for anything to be told anew. */
export const QUIET = 64;
/** What the owner says of itself is not part of a tie's state. */
const ASIDE = BIT.speaks | BIT.goesOn;
const FEW = 32;

/**
 * All changes that bear on one party in a window, in order of their days: on `day` the tie, or below 0 the listing
 * `-1 - tie`, goes from the state `before` to `after`, 0 or `HOLDS` with the bits of its owner. What holds from the
 * start begins on its first day.
 */
export class Changes {
  count = 0;
  readonly #flat: FlatOwnership;
  readonly #standings: Standings;
  readonly #window: Window;
  #days = new Int32Array(64);
  #ties = new Int32Array(64);
  #befores = new Uint8Array(64);
  #afters = new Uint8Array(64);
  #order = new Int32Array(64);

  constructor(flat: FlatOwnership, standings: Standings, window: Window) {
    this.#flat = flat;
    this.#standings = standings;
    this.#window = window;
  }

  day(index: number): number {
    return this.#days[this.#order[index] ?? 0] ?? 0;
  }

  tie(index: number): number {
    return this.#ties[this.#order[index] ?? 0] ?? 0;
  }

  before(index: number): number {
    return this.#befores[this.#order[index] ?? 0] ?? 0;
  }

  after(index: number): number {
    return this.#afters[this.#order[index] ?? 0] ?? 0;
  }

  /** Collects the changes of a party, with the standings of its owners as they are now. */
  collect(party: number, listings: readonly Window[] | undefined): void {
    const { up, upTies } = this.#flat;
    this.count = 0;
    const end = up[party + 1] ?? 0;
    for (let i = up[party] ?? 0; i < end; i += 1) this.#addTie(upTies[i] ?? 0);
    if (listings !== undefined)
      for (let i = 0; i < listings.length; i += 1) this.#addListing(-1 - i, listings[i] ?? this.#window);
    this.#sort();
  }

  #addTie(tie: number): void {
    const from = Math.max(this.#flat.from[tie] ?? 0, this.#window.from);
    const to = Math.min(this.#flat.to[tie] ?? 0, this.#window.to);
    if (from >= to) return;
    const owner = this.#flat.owner[tie] ?? 0;
    const always = this.#standings.always(owner);
    if (always === undefined) this.#addRuns(tie, owner, { from, to });
    else {
      const state = HOLDS | (always & ~ASIDE);
      this.#add(from, tie, 0, state);
      if (to < this.#window.to) this.#add(to, tie, state, 0);
    }
  }

  #addRuns(tie: number, owner: number, { from, to }: Window): void {
    const standings = this.#standings;
    const count = standings.count(owner);
    let before = 0;
    for (let run = standings.indexOn(owner, from); run < count; run += 1) {
      const day = Math.max(from, standings.day(owner, run));
      if (day >= to) break;
      const bits = standings.bits(owner, run);
      const after = HOLDS | (bits & ~ASIDE) | ((bits & BIT.goesOn) !== 0 && day > from ? QUIET : 0);
      this.#add(day, tie, before, after);
      before = after;
    }
    if (to < this.#window.to) this.#add(to, tie, before, 0);
  }

  #addListing(mark: number, { from, to }: Window): void {
    const first = Math.max(from, this.#window.from);
    const end = Math.min(to, this.#window.to);
    if (first >= end) return;
    this.#add(first, mark, 0, HOLDS);
    if (end < this.#window.to) this.#add(end, mark, HOLDS, 0);
  }

  #add(day: number, tie: number, before: number, after: number): void {
    const at = this.count;
    if (at === this.#days.length) this.#grow();
    this.#days[at] = day;
    this.#ties[at] = tie;
    this.#befores[at] = before;
    this.#afters[at] = after;
    this.#order[at] = at;
    this.count += 1;
  }

  #grow(): void {
    const grown = <T extends Int32Array | Uint8Array>(from: T, into: T): T => {
      into.set(from);
      return into;
    };
    const size = 2 * this.#days.length;
    this.#days = grown(this.#days, new Int32Array(size));
    this.#ties = grown(this.#ties, new Int32Array(size));
    this.#befores = grown(this.#befores, new Uint8Array(size));
    this.#afters = grown(this.#afters, new Uint8Array(size));
    this.#order = grown(this.#order, new Int32Array(size));
  }

  /** By day; nearly always there are few, or they are in order. */
  #sort(): void {
    const days = this.#days;
    const order = this.#order;
    if (this.count > FEW) {
      order.subarray(0, this.count).sort((a, b) => (days[a] ?? 0) - (days[b] ?? 0));
      return;
    }
    for (let i = 1; i < this.count; i += 1) {
      const each = order[i] ?? 0;
      const day = days[each] ?? 0;
      let to = i - 1;
      for (; to >= 0 && (days[order[to] ?? 0] ?? 0) > day; to -= 1) order[to + 1] = order[to] ?? 0;
      order[to + 1] = each;
    }
  }
}
