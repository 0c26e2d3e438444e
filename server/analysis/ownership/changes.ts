import type { FlatOwnership } from '../../projection/flat-ownership.ts';
import type { OwnerSums } from './owner-sums.ts';
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
 * All changes that bear on one party inside a window, in order of their days: on `day` the tie, or below 0 the listing
 * `-1 - tie`, goes from the state `before` to `after`, 0 or `HOLDS` with the bits of its owner. What holds when the window starts is
 * no change: most of it never does.
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

  /**
   * Collects the changes of a party's ties, with the standings of its owners as they are now, not yet in order. What
   * holds when the window starts is applied to the sums.
   */
  collect(party: number, sums: OwnerSums): void {
    const { up, upTies } = this.#flat;
    this.count = 0;
    const end = up[party + 1] ?? 0;
    for (let i = up[party] ?? 0; i < end; i += 1) this.#addTie(upTies[i] ?? 0, sums);
  }

  /** Adds a listing; says whether it counts when the window starts. */
  addListing(index: number, { from, to }: Window): boolean {
    const { from: first, to: end } = this.#window;
    if (Math.max(from, first) >= Math.min(to, end)) return false;
    if (from > first) this.#add(from, -1 - index, 0, HOLDS);
    if (to < end) this.#add(to, -1 - index, HOLDS, 0);
    return from <= first;
  }

  #addTie(tie: number, sums: OwnerSums): void {
    const { from: first, to: last } = this.#window;
    const from = this.#flat.from[tie] ?? 0;
    const to = this.#flat.to[tie] ?? 0;
    if (to <= first || from >= last || from >= to) return;
    const owner = this.#flat.owner[tie] ?? 0;
    const always = this.#standings.always(owner);
    if (always === undefined) {
      this.#addRuns(tie, owner, sums);
      return;
    }
    const state = HOLDS | (always & ~ASIDE);
    if (from <= first) sums.apply(tie, state, 1);
    else this.#add(from, tie, 0, state);
    if (to < last) this.#add(to, tie, state, 0);
  }

  #addRuns(tie: number, owner: number, sums: OwnerSums): void {
    const standings = this.#standings;
    const from = Math.max(this.#flat.from[tie] ?? 0, this.#window.from);
    const to = Math.min(this.#flat.to[tie] ?? 0, this.#window.to);
    const count = standings.count(owner);
    let before = 0;
    for (let run = standings.indexOn(owner, from); run < count; run += 1) {
      const day = Math.max(from, standings.day(owner, run));
      if (day >= to) break;
      const bits = standings.bits(owner, run);
      const after = HOLDS | (bits & ~ASIDE) | ((bits & BIT.goesOn) !== 0 && day > from ? QUIET : 0);
      if (day === this.#window.from) sums.apply(tie, after, 1);
      // An owner that does not bear on the party and goes on not to is no change.
      else if (before === 0 || ((before | after) & BIT.circular) !== 0) this.#add(day, tie, before, after);
      before = after;
    }
    if (to < this.#window.to) this.#add(to, tie, before, 0);
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

  /** Puts them in order of their days; nearly always there are few, or they are in order. */
  sort(): void {
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
