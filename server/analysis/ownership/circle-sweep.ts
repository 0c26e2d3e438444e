import type { PartyInput, PartySweep } from './party-sweep.ts';
import { Reached } from './reached.ts';
import { BIT } from './standing.ts';
import { NODE } from './sweep-graph.ts';

const HELD_UP = BIT.circular | BIT.firmCircular;

/**
 * Finds the standing of parties that hold each other in a circle (design D6): what they are for certain, perhaps and
 * firmly as the least fixpoint, from what is above the circle; what they may be by holding each other up as the greatest,
 * which assumes all of them restricted and drops those that nothing then holds. Bits do not mix, so that both are found
 * at once. Where the greatest is larger, the rule text does not decide, so the product says `circular`.
 *
 * Each party is swept again only after one of its owners in the circle changed. Both fixpoints are monotone in time
 * and party, so this ends on every graph.
 */
export class CircleSweep {
  readonly #input: PartyInput;
  readonly #party: PartySweep;
  readonly #reached: Reached;
  /** By members, counted from the start of their circle. */
  readonly #isWaiting: Uint8Array;
  readonly #queue: number[] = [];

  constructor(input: PartyInput, party: PartySweep) {
    this.#input = input;
    this.#party = party;
    this.#reached = new Reached(input);
    this.#isWaiting = new Uint8Array(
      input.graph.circles.sizes.reduce((most, size) => Math.max(most, size), 0),
    );
  }

  /** Sets the standings of the circle that takes the places `[first, end)`. */
  sweep(first: number, end: number): void {
    const { standings } = this.#input;
    for (let place = first; place < end; place += 1) standings.always(place, HELD_UP);
    this.#settle(first, end, false);
    // Nobody listed above on a day, nobody held up on it.
    if (this.#cut(first, end)) this.#settle(first, end, false);
    for (let place = first; place < end; place += 1) standings.markGoingOn(place);
    this.#settle(first, end, true);
  }

  /** Takes from the members what they do not have from outside; says whether there was any. */
  #cut(first: number, end: number): boolean {
    let isLess = false;
    for (let place = first; place < end; place += 1) {
      const runs = this.#reached.cut(place);
      if (runs !== null) isLess = this.#input.standings.set(place, runs) || isLess;
    }
    return isLess;
  }

  /** Sweeps members until nothing changes. */
  #settle(first: number, end: number, byReasons: boolean): void {
    const { standings } = this.#input;
    const queue = this.#queue;
    queue.length = 0;
    for (let place = first; place < end; place += 1) queue.push(place);
    this.#isWaiting.fill(1, 0, end - first);
    for (const place of queue) {
      this.#isWaiting[place - first] = 0;
      if (standings.set(place, this.#party.sweep(place, byReasons))) this.#wake(place, first, end);
    }
  }

  #wake(place: number, first: number, end: number): void {
    const { nodes, owned } = this.#input.graph;
    const last = nodes[NODE.size * (place + 1) + NODE.owned] ?? 0;
    for (let at = nodes[NODE.size * place + NODE.owned] ?? 0; at < last; at += 1) {
      const next = ~(owned[at] ?? 0);
      if (next < first || next >= end || this.#isWaiting[next - first] === 1) continue;
      this.#isWaiting[next - first] = 1;
      this.#queue.push(next);
    }
  }
}
