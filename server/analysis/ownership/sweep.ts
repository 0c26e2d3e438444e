import { DAY_MAX, DAY_MIN, toDay } from '../../facts/dates.ts';
import { type FlatOwnership, ticksOf } from '../../projection/flat-ownership.ts';
import type { PartyTicks } from '../../projection/tie-ticks.ts';
import type { RegimeTest } from '../../regulation/read.ts';
import { ticksNeeded } from './cascade.ts';
import { CircleSweep } from './circle-sweep.ts';
import { ExactSums } from './exact-sums.ts';
import type { OwnerSums } from './owner-sums.ts';
import type { OwnersFirst } from './owners-first.ts';
import { type ListedDays, type PartyInput, PartySweep } from './party-sweep.ts';
import { selfHolding } from './self-holding.ts';
import { BIT, Standings } from './standing.ts';
import { type SweepScratch, sweepScratch } from './sweep-scratch.ts';
import { TickSums } from './tick-sums.ts';
import { tiePowers } from './tie-power.ts';

/** A graph made ready to be swept, under any number of tests. */
export interface SweptGraph {
  readonly flat: FlatOwnership;
  readonly order: OwnersFirst;
  /** Ticks of a party whose shares have more digits than those of the graph hold. */
  readonly exactTicks: (party: number) => PartyTicks;
}

/** One test of a regime over the days on which it applies, and how everybody stands then. */
export interface TestSweep extends Pick<PartyInput, 'window' | 'standings' | 'sumsOf'> {
  readonly test: RegimeTest;
}

/** The tests of one regime, and by party the listings that count under it. */
export interface RegimeToSweep {
  readonly tests: readonly RegimeTest[];
  readonly listings: ReadonlyMap<number, readonly ListedDays[]>;
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
  const scratch = sweepScratch(graph.flat.parties);
  const runs = regimes.map(({ tests, listings }) =>
    tests.map((test) => new TestRun(graph, test, listings, scratch)),
  );
  const all = runs.flat();
  for (let place = firstOf(all); place >= 0; place = firstOf(all))
    for (const run of all) if (run.next === place) run.step();
  return runs.map((of) => of.map(({ sweep }) => sweep));
}

/** The first place at which anybody waits; -1 when nobody does. */
function firstOf(runs: readonly TestRun[]): number {
  let first = -1;
  for (const { next } of runs) if (next >= 0 && (first < 0 || next < first)) first = next;
  return first;
}

/** One test on its way down the order. */
class TestRun {
  readonly sweep: TestSweep;
  /** The place in the order that it takes next; -1 at the end. */
  next: number;
  readonly #graph: SweptGraph;
  readonly #waiting: Waiting;
  readonly #party: PartySweep;
  readonly #circle: CircleSweep;

  constructor(
    graph: SweptGraph,
    test: RegimeTest,
    listings: RegimeToSweep['listings'],
    scratch: SweepScratch,
  ) {
    const { flat, order } = graph;
    const window = { from: toDay(test.from, DAY_MIN), to: toDay(test.to, DAY_MAX) };
    const needed = neededIn(flat, test);
    const sumsOf = sums(graph, test, needed);
    const standings = new Standings(flat.parties, window.from);
    const input = { flat, window, standings, listings, sumsOf };
    this.#graph = graph;
    this.sweep = { test, window, standings, sumsOf };
    this.#party = new PartySweep(input);
    this.#circle = new CircleSweep(input, order, this.#party, scratch);
    this.#waiting = new Waiting(order);
    for (const party of listings.keys()) this.#waiting.add(party);
    for (const place of selfHolding(flat, order, { powers: tiePowers(test, 'upper'), needed, scratch }))
      this.#waiting.add(order.order[place] ?? 0);
    this.next = this.#waiting.next();
  }

  /** Settles the group that is next. */
  step(): void {
    const { flat, order } = this.#graph;
    const { standings } = this.sweep;
    const place = this.next;
    const first = order.order[place] ?? 0;
    if (order.inCircle[first] === 1) this.#circle.sweep(place);
    else standings.set(first, this.#party.sweep(first, true));
    for (let at = place; at < order.order.length; at += 1) {
      const member = order.order[at] ?? 0;
      if (order.start[member] !== place) break;
      if (bears(standings, member)) addOwned(flat, member, this.#waiting);
    }
    this.#waiting.remove(place);
    this.next = this.#waiting.next();
  }
}

function addOwned({ down, owned }: FlatOwnership, party: number, waiting: Waiting): void {
  const end = down[party + 1] ?? 0;
  for (let tie = down[party] ?? 0; tie < end; tie += 1) waiting.add(owned[tie] ?? 0);
}

/** Does the party bear on what it owns on any day? */
function bears(standings: Standings, party: number): boolean {
  for (let run = standings.count(party) - 1; run >= 0; run -= 1)
    if ((standings.bits(party, run) & BIT.circular) !== 0) return true;
  return false;
}

/** The fewest ticks that reach the threshold; Infinity where no share captures. */
function neededIn(flat: FlatOwnership, { threshold, inclusive }: RegimeTest): number {
  return ticksNeeded(threshold === null ? null : ticksOf(flat, threshold), inclusive);
}

function sums(
  { flat, exactTicks }: SweptGraph,
  test: RegimeTest,
  needed: number,
): (party: number) => OwnerSums {
  const ticks = new TickSums(flat, test, needed);
  const exact = new ExactSums(flat, test, exactTicks);
  const { odd } = flat;
  return (party) => (odd !== null && odd[party] === 1 ? exact : ticks);
}

/** Groups that wait to be looked at, first to last: one bit for each place of the order. */
class Waiting {
  readonly #order: OwnersFirst;
  readonly #words: Int32Array;
  #word = 0;

  constructor(order: OwnersFirst) {
    this.#order = order;
    this.#words = new Int32Array((order.order.length >> 5) + 1);
  }

  /** A party whose group comes after the one that was taken last, or is the same. */
  add(party: number): void {
    const place = this.#order.start[party] ?? 0;
    const word = place >> 5;
    this.#words[word] = (this.#words[word] ?? 0) | (1 << (place & 31));
  }

  remove(place: number): void {
    const word = place >> 5;
    this.#words[word] = (this.#words[word] ?? 0) & ~(1 << (place & 31));
  }

  /** The first group that waits; -1 when none does. */
  next(): number {
    while (this.#word < this.#words.length && this.#words[this.#word] === 0) this.#word += 1;
    const bits = this.#words[this.#word] ?? 0;
    return bits === 0 ? -1 : (this.#word << 5) + (31 - Math.clz32(bits & -bits));
  }
}
