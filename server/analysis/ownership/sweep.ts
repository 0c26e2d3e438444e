import { DAY_MAX, DAY_MIN, toDay } from '../../facts/dates.ts';
import { type FlatOwnership, ticksOf } from '../../projection/flat-ownership.ts';
import type { RegimeTest } from '../../regulation/read.ts';
import { BOARD_TESTS, Board } from './board.ts';
import { ticksNeeded } from './cascade.ts';
import type { Window } from './changes.ts';
import { ExactSums } from './exact-sums.ts';
import type { ListedPlaces } from './listed-places.ts';
import { flatColumns, type OwnerSums } from './owner-sums.ts';
import { PartyStandings } from './party-standings.ts';
import { selfHolding } from './self-holding.ts';
import { groupEnd, groupOf, isInCircle, NODE, type SweptGraph } from './sweep-graph.ts';
import { TestRun } from './test-run.ts';
import { TickSums } from './tick-sums.ts';
import { tiePowers } from './tie-power.ts';
import type { Waiting } from './waiting.ts';

/** One test of a regime over the days on which it applies, and how everybody stands then. */
export interface TestSweep {
  readonly test: RegimeTest;
  readonly window: Window;
  readonly standings: PartyStandings;
  /** What the owners of a party hold together, tie by tie. */
  readonly sumsOf: (party: number) => OwnerSums;
  /** What it was swept by: while one is kept, V8 does not throw away the compiled code of all sweeps with the last. */
  readonly run: TestRun;
}

/** The tests of one regime, and the listings that count under it. */
export interface RegimeToSweep {
  readonly tests: readonly RegimeTest[];
  readonly listed: ListedPlaces;
}

/**
 * Finds how every party stands on every day, in both bounds, with and without weak facts and circles.
 *
 * Ownership cascades down, so parties are looked at once, owners first, each over its own dates only; circles are
 * settled as a whole. Parties that no restricted owner bears on are not looked at. All tests of all regimes go down
 * the order side by side: what one has fetched from memory of a party, the next finds at hand.
 *
 * @returns the sweeps of each regime
 */
export function sweepRegimes(graph: SweptGraph, regimes: readonly RegimeToSweep[]): TestSweep[][] {
  const asked = regimes.flatMap(({ tests, listed }, regime) =>
    tests.map((test) => ({ test, listed, regime })),
  );
  const found: TestSweep[][] = regimes.map(() => []);
  for (let first = 0; first < asked.length; first += BOARD_TESTS) {
    const some = asked.slice(first, first + BOARD_TESTS);
    for (const [index, sweep] of sweepTests(graph, some).entries())
      found[some[index]?.regime ?? 0]?.push(sweep);
  }
  return found;
}

interface AskedTest {
  readonly test: RegimeTest;
  readonly listed: ListedPlaces;
}

function sweepTests(graph: SweptGraph, asked: readonly AskedTest[]): TestSweep[] {
  const board = new Board(graph.flat.parties);
  const { waiting } = board;
  const runs = asked.map(({ test, listed }, index) => {
    const needed = neededIn(graph.flat, test);
    const window = { from: toDay(test.from, DAY_MIN), to: toDay(test.to, DAY_MAX) };
    waiting.addAll(listed.groups, 1 << index);
    waiting.addAll(selfHolding(graph, { powers: tiePowers(test, 'upper'), needed }), 1 << index);
    return new TestRun(graph, { test, needed, window, listed, board, index });
  });
  for (let place = waiting.next(); place >= 0; place = waiting.next()) settle(graph, board, runs, place);
  return runs.map((run) => {
    const { test, window } = run;
    const standings = new PartyStandings(run.standings, graph.place);
    return { test, window, standings, sumsOf: sums(graph, test), run };
  });
}

/** Settles the group at a place under every test that waits for it; what it bears on then waits. */
function settle(graph: SweptGraph, board: Board, runs: readonly TestRun[], place: number): void {
  const { waiting, bears } = board;
  const tests = waiting.tests(place);
  for (let left = tests; left !== 0; left &= left - 1) runs[lowest(left)]?.step(place);
  const end = isInCircle(graph, place) ? groupEnd(graph, place) : place + 1;
  for (let member = place; member < end; member += 1) {
    const bearing = bears[member] ?? 0;
    if (bearing !== 0) wakeOwned(graph, waiting, member, bearing);
  }
}

/** The number of the lowest bit. */
function lowest(bits: number): number {
  return 31 - Math.clz32(bits & -bits);
}

/** Lets the groups below a place wait, for some tests. */
function wakeOwned(graph: SweptGraph, waiting: Waiting, place: number, tests: number): void {
  const { nodes, owned } = graph;
  const end = nodes[NODE.size * (place + 1) + NODE.owned] ?? 0;
  for (let at = nodes[NODE.size * place + NODE.owned] ?? 0; at < end; at += 1) {
    const below = owned[at] ?? 0;
    if (below >= 0) waiting.add(below, tests);
    else if (groupOf(graph, ~below) > place) waiting.add(groupOf(graph, ~below), tests);
  }
}

/** The fewest ticks that reach the threshold; Infinity where no share captures. */
function neededIn(flat: FlatOwnership, { threshold, inclusive }: RegimeTest): number {
  return ticksNeeded(threshold === null ? null : ticksOf(flat, threshold), inclusive);
}

function sums({ flat, exactTicks }: SweptGraph, test: RegimeTest): (party: number) => OwnerSums {
  const ties = flatColumns(flat);
  const ticks = new TickSums(flat, ties, { test, needed: neededIn(flat, test) });
  const exact = new ExactSums(ties, test, exactTicks);
  const { odd } = flat;
  return (party) => (odd !== null && odd[party] === 1 ? exact : ticks);
}
