import type { RegimeTest } from '../../regulation/read.ts';
import type { Window } from './changes.ts';
import { CircleSweep } from './circle-sweep.ts';
import { ExactSums } from './exact-sums.ts';
import type { ListedPlaces } from './listed-places.ts';
import { PartySweep } from './party-sweep.ts';
import { BIT, type Board, Standings } from './standing.ts';
import { FLAG, linkColumns, NODE, type SweptGraph } from './sweep-graph.ts';
import type { SweepScratch } from './sweep-scratch.ts';
import { TickSums } from './tick-sums.ts';

/** What one test is swept with. */
export interface RunInput {
  readonly test: RegimeTest;
  /** The fewest ticks with which a party counts as held; Infinity where no share captures. */
  readonly needed: number;
  readonly window: Window;
  readonly listed: ListedPlaces;
  readonly board: Board;
  /** Which of the numbers of each place on the board are its standings. */
  readonly index: number;
  readonly scratch: SweepScratch;
}

/** One test on its way down the order. */
export class TestRun {
  readonly standings: Standings;
  readonly window: Window;
  readonly #nodes: Int32Array;
  readonly #party: PartySweep;
  readonly #circle: CircleSweep;

  constructor(graph: SweptGraph, { test, needed, window, listed, board, index, scratch }: RunInput) {
    this.standings = new Standings(board, index, window.from);
    this.window = window;
    this.#nodes = graph.nodes;
    const input = { graph, window, listed, standings: this.standings };
    const ties = linkColumns(graph);
    const sums = {
      ticks: new TickSums(graph.flat, ties, { test, needed }),
      odd: new ExactSums(ties, test, graph.exactTicks),
    };
    this.#party = new PartySweep(input, sums);
    this.#circle = new CircleSweep(input, this.#party, scratch);
  }

  /** Settles the group that starts at a place. */
  step(place: number): void {
    if (((this.#nodes[NODE.size * place + NODE.flags] ?? 0) & FLAG.inCircle) !== 0) {
      this.#circle.sweep(place, this.#endOf(place));
      return;
    }
    this.standings.set(place, this.#party.sweep(place, true));
  }

  #endOf(place: number): number {
    let end = place;
    while (this.#nodes[NODE.size * end + NODE.group] === place) end += 1;
    return end;
  }

  /** Does the party at a place bear on what it owns on any day? */
  bears(place: number): boolean {
    const cell = this.standings.cell(place);
    if (cell >= 0) return (cell & BIT.circular) !== 0;
    for (let run = this.standings.count(place) - 1; run >= 0; run -= 1)
      if ((this.standings.bits(place, run) & BIT.circular) !== 0) return true;
    return false;
  }
}
