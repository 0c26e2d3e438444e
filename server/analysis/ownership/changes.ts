/** Days `[from, to)` that are looked at. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

/** Marks a tie that holds, beside the bits of its owner. */
export const HOLDS = 128;
/** Marks a change that is no reason for anything to be told anew. */
export const QUIET = 64;
const FEW = 32;

/**
 * Changes that bear on one party inside a window: on a day a link, or below 0 the listing `-1 - link`, goes from one
 * state to another, 0 or `HOLDS` with the bits of its owner. Plain arrays that are used again for each party.
 */
export class Changes {
  count = 0;
  days: Int32Array = new Int32Array(64);
  links: Int32Array = new Int32Array(64);
  /** The state before, shifted by eight bits, and the one after. */
  states: Int32Array = new Int32Array(64);
  /** Changes in the order of their days, once sorted. */
  order: Int32Array = new Int32Array(64);

  add(day: number, link: number, states: number): void {
    const at = this.count;
    if (at === this.days.length) this.#grow();
    this.days[at] = day;
    this.links[at] = link;
    this.states[at] = states;
    this.order[at] = at;
    this.count = at + 1;
  }

  #grow(): void {
    const twice = (from: Int32Array): Int32Array => {
      const into = new Int32Array(2 * from.length);
      into.set(from);
      return into;
    };
    this.days = twice(this.days);
    this.links = twice(this.links);
    this.states = twice(this.states);
    this.order = twice(this.order);
  }

  /** Puts them in order of their days; nearly always there are few, or they are in order. */
  sort(): void {
    const { days, order, count } = this;
    if (count > FEW) {
      order.subarray(0, count).sort((a, b) => (days[a] ?? 0) - (days[b] ?? 0));
      return;
    }
    for (let i = 1; i < count; i += 1) {
      const each = order[i] ?? 0;
      const day = days[each] ?? 0;
      let to = i - 1;
      for (; to >= 0 && (days[order[to] ?? 0] ?? 0) > day; to -= 1) order[to + 1] = order[to] ?? 0;
      order[to + 1] = each;
    }
  }
}
