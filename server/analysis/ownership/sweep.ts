import { DAY_MAX, DAY_MIN, toDay } from '../../facts/dates.ts';
import { type FlatOwnership, ticksOf } from '../../projection/flat-ownership.ts';
import type { RegimeTest } from '../../regulation/read.ts';
import { ticksNeeded } from './cascade.ts';
import type { Window } from './changes.ts';
import { ExactSums } from './exact-sums.ts';
import type { ListedPlaces } from './listed-places.ts';
import { flatColumns, type OwnerSums } from './owner-sums.ts';
import { PartyStandings } from './party-standings.ts';
import { selfHolding } from './self-holding.ts';
import type { Board } from './standing.ts';
import { NODE, type SweptGraph } from './sweep-graph.ts';
import { type SweepScratch, sweepScratch } from './sweep-scratch.ts';
import { TestRun } from './test-run.ts';
import { TickSums } from './tick-sums.ts';
import { tiePowers } from './tie-power.ts';
import { Waiting } from './waiting.ts';

/** One test of a regime over the days on which it applies, and how everybody stands then. */
export interface TestSweep {
  readonly test: RegimeTest;
  readonly window: Window;
  readonly standings: PartyStandings;
  /** What the owners of a party hold together, tie by tie. */
  readonly sumsOf: (party: number) => OwnerSums;
}

/** The tests of one regime, and the listings that count under it. */
export interface RegimeToSweep {
  readonly tests: readonly RegimeTest[];
  readonly listed: ListedPlaces;
}

/** As many tests have a bit each. */
const AT_A_TIME = 30;

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
  const scratch = sweepScratch(graph.flat.parties);
  const found: TestSweep[][] = regimes.map(() => []);
  for (let first = 0; first < asked.length; first += AT_A_TIME) {
    const some = asked.slice(first, first + AT_A_TIME);
    for (const [index, sweep] of sweepTests(graph, some, scratch).entries())
      found[some[index]?.regime ?? 0]?.push(sweep);
  }
  return found;
}

interface AskedTest {
  readonly test: RegimeTest;
  readonly listed: ListedPlaces;
}

function sweepTests(graph: SweptGraph, asked: readonly AskedTest[], scratch: SweepScratch): TestSweep[] {
  const stride = asked.length + 1;
  const board: Board = { cells: new Int32Array(stride * graph.flat.parties), stride };
  const waiting = new Waiting(board, asked.length);
  const runs = asked.map(({ test, listed }, index) => {
    const { flat, order } = graph;
    const needed = neededIn(flat, test);
    const window = { from: toDay(test.from, DAY_MIN), to: toDay(test.to, DAY_MAX) };
    for (const place of listed.places) waiting.add(groupOf(graph, place), 1 << index);
    for (const place of selfHolding(flat, order, { powers: tiePowers(test, 'upper'), needed, scratch }))
      waiting.add(place, 1 << index);
    return new TestRun(graph, { test, needed, window, listed, board, index, scratch });
  });
  for (let place = waiting.next(); place >= 0; place = waiting.next()) settle(graph, waiting, runs, place);
  return runs.map(({ standings, window }, index) => {
    const test = asked[index]?.test as RegimeTest;
    return { test, window, standings: new PartyStandings(standings, graph.place), sumsOf: sums(graph, test) };
  });
}

/** Settles the group at a place under every test that waits for it; what it bears on then waits. */
function settle(graph: SweptGraph, waiting: Waiting, runs: readonly TestRun[], place: number): void {
  const { nodes } = graph;
  const tests = waiting.tests(place);
  for (let index = 0; index < runs.length; index += 1)
    if ((tests & (1 << index)) !== 0) runs[index]?.step(place);
  for (let member = place; nodes[NODE.size * member + NODE.group] === place; member += 1) {
    let bearing = 0;
    for (let index = 0; index < runs.length; index += 1)
      if ((tests & (1 << index)) !== 0 && runs[index]?.bears(member)) bearing |= 1 << index;
    if (bearing !== 0) wakeOwned(graph, waiting, member, bearing);
  }
}

/** Lets the groups below a place wait, for some tests. */
function wakeOwned(graph: SweptGraph, waiting: Waiting, place: number, tests: number): void {
  const { nodes, owned } = graph;
  const own = groupOf(graph, place);
  const end = nodes[NODE.size * (place + 1) + NODE.owned] ?? 0;
  for (let at = nodes[NODE.size * place + NODE.owned] ?? 0; at < end; at += 1) {
    const group = groupOf(graph, owned[at] ?? 0);
    if (group !== own) waiting.add(group, tests);
  }
}

function groupOf({ nodes }: SweptGraph, place: number): number {
  return nodes[NODE.size * place + NODE.group] ?? 0;
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
