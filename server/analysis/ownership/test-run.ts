import type { RegimeTest } from '../../regulation/read.ts';
import type { Board } from './board.ts';
import type { Window } from './changes.ts';
import { CircleSweep } from './circle-sweep.ts';
import { ExactSums } from './exact-sums.ts';
import type { ListedPlaces } from './listed-places.ts';
import { PartySweep } from './party-sweep.ts';
import { Standings } from './standing.ts';
import { groupEnd, isInCircle, linkColumns, type SweptGraph } from './sweep-graph.ts';
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
}

/** One test on its way down the order. */
export class TestRun {
  readonly standings: Standings;
  readonly window: Window;
  readonly test: RegimeTest;
  readonly #graph: SweptGraph;
  readonly #party: PartySweep;
  readonly #circle: CircleSweep;

  constructor(graph: SweptGraph, { test, needed, window, listed, board, index }: RunInput) {
    this.standings = new Standings(board, index, window.from);
    this.window = window;
    this.test = test;
    this.#graph = graph;
    const input = { graph, window, listed, standings: this.standings };
    const ties = linkColumns(graph);
    const sums = {
      ticks: new TickSums(graph.flat, ties, { test, needed }),
      odd: new ExactSums(ties, test, graph.exactTicks),
    };
    this.#party = new PartySweep(input, sums);
    this.#circle = new CircleSweep(input, this.#party);
  }

  /** Settles the group that starts at a place. */
  step(place: number): void {
    if (isInCircle(this.#graph, place)) this.#circle.sweep(place, groupEnd(this.#graph, place));
    else this.standings.put(place, this.#party.sweep(place, true));
  }
}
