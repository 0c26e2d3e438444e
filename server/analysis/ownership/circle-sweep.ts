import type { PartyInput, PartySweep } from './party-sweep.ts';
import { Reached } from './reached.ts';
import { BIT, type Runs, shownBits } from './standing.ts';
import { NODE } from './sweep-graph.ts';
import type { SweepScratch } from './sweep-scratch.ts';

const HELD_UP = BIT.circular | BIT.firmCircular;

/**
 * Finds the standing of parties that hold each other in a circle (design D6): the least fixpoint, from what is above
 * the circle; then the greatest, which assumes all of them restricted and drops those that nothing then holds. Where
 * the greatest is larger, parties hold each other up: the rule text does not decide, so the product says `circular`.
 *
 * Each party is swept again only after one of its owners in the circle changed. Both fixpoints are monotone in time
 * and party, so this ends on every graph.
 */
export class CircleSweep {
  readonly #input: PartyInput;
  readonly #party: PartySweep;
  readonly #reached: Reached;
  readonly #isWaiting: Uint8Array;

  constructor(input: PartyInput, party: PartySweep, scratch: SweepScratch) {
    this.#input = input;
    this.#party = party;
    this.#reached = new Reached(input, scratch);
    this.#isWaiting = scratch.marks;
  }

  /** Sets the standings of the circle that takes the places `[first, end)`. */
  sweep(first: number, end: number): void {
    const members = Int32Array.from({ length: end - first }, (_, index) => first + index);
    this.#settle(members, false);
    const least = this.#copy(members);
    this.#change(members, (_, runs) => withBits(runs, (bits) => bits | HELD_UP));
    this.#settle(members, false);
    if (!this.#isSame(members, least)) {
      // Nobody listed above on a day, nobody held up on it.
      this.#change(members, (party, runs) => this.#reached.cut(party, runs));
      this.#settle(members, false);
    }
    this.#change(members, (_, runs) => goingOn(runs));
    this.#settle(members, true);
  }

  /** Sweeps members until nothing changes. */
  #settle(members: Int32Array, byReasons: boolean): void {
    const { standings } = this.#input;
    const queue = [...members];
    for (const party of members) this.#isWaiting[party] = 1;
    for (const party of queue) {
      this.#isWaiting[party] = 0;
      if (standings.set(party, this.#party.sweep(party, byReasons))) this.#wake(party, queue);
    }
  }

  #wake(place: number, queue: number[]): void {
    const { nodes, owned } = this.#input.graph;
    const node = NODE.size * place;
    const end = nodes[node + NODE.size + NODE.owned] ?? 0;
    for (let at = nodes[node + NODE.owned] ?? 0; at < end; at += 1) {
      const next = owned[at] ?? 0;
      const group = nodes[NODE.size * next + NODE.group];
      if (group !== nodes[node + NODE.group] || this.#isWaiting[next] === 1) continue;
      this.#isWaiting[next] = 1;
      queue.push(next);
    }
  }

  #copy(members: Int32Array): Runs[] {
    const { standings } = this.#input;
    return Array.from(members, (party) => {
      const count = standings.count(party);
      const index = Array.from({ length: count }, (_, run) => run);
      return {
        day: index.map((run) => standings.day(party, run)),
        bits: index.map((run) => standings.bits(party, run)),
        count,
      };
    });
  }

  #isSame(members: Int32Array, runs: readonly Runs[]): boolean {
    return members.every((party, index) => {
      const each = runs[index];
      return each !== undefined && this.#input.standings.equals(party, each);
    });
  }

  #change(members: Int32Array, change: (party: number, runs: Runs) => Runs): void {
    for (const [index, runs] of this.#copy(members).entries()) {
      const party = members[index] ?? 0;
      this.#input.standings.set(party, change(party, runs));
    }
  }
}

function withBits(runs: Runs, change: (bits: number) => number): Runs {
  return { ...runs, bits: Array.from(runs.bits, change) };
}

/** Says of each run whether the verdict goes on over its first day, as far as its own bits tell. */
function goingOn({ day, bits, count }: Runs): Runs {
  const marked = Array.from(bits, (each, run) =>
    run > 0 && shownBits(each) === shownBits(bits[run - 1] ?? 0) ? each | BIT.goesOn : each,
  );
  return { day, bits: marked, count };
}
