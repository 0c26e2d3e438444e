import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ticksNeeded } from '../../server/analysis/ownership/cascade.ts';
import { ExactSums } from '../../server/analysis/ownership/exact-sums.ts';
import { flatColumns, type OwnerSums } from '../../server/analysis/ownership/owner-sums.ts';
import { BIT } from '../../server/analysis/ownership/standing.ts';
import { LINK, linkColumns, NODE, sweptGraph } from '../../server/analysis/ownership/sweep-graph.ts';
import { TickSums } from '../../server/analysis/ownership/tick-sums.ts';
import { DAY_MIN } from '../../server/facts/dates.ts';
import { holdsOn, ticksOf } from '../../server/projection/flat-ownership.ts';
import { type OwnershipGraph, projectOwnership } from '../../server/projection/ownership-graph.ts';
import type { RegimeTest } from '../../server/regulation/read.ts';
import { LAW } from '../support/cases.ts';
import { anyOwnership } from '../support/random-ownership.ts';

/** Sums in ticks and in any number of digits, of ties in the flat arrays and in a swept graph's links: one meaning. */

const TESTS = LAW.regulation.regimes.flatMap(({ tests }) => tests);

/** What an owner may be: nobody, or restricted in some of the ways, of which each one further down includes the last. */
const OWNER_BITS = [
  0,
  BIT.circular,
  BIT.circular | BIT.firmCircular,
  BIT.circular | BIT.perhaps,
  BIT.circular | BIT.firmCircular | BIT.perhaps,
  BIT.circular | BIT.firmCircular | BIT.perhaps | BIT.firm,
  BIT.circular | BIT.firmCircular | BIT.perhaps | BIT.firm | BIT.certain,
];

interface Told {
  readonly bits: number;
  readonly bearing: number;
  readonly mark: bigint | number;
}

/** The same sums in several ways, each with how it finds the n-th tie up from a party. */
interface Way {
  readonly sums: OwnerSums;
  readonly at: (party: number, n: number) => number;
}

function waysOf(graph: OwnershipGraph, test: RegimeTest): { ticks: Way[]; exact: Way[] } {
  const { flat, exactTicks } = graph;
  const swept = sweptGraph(flat, exactTicks);
  const needed = ticksNeeded(test.threshold === null ? null : ticksOf(flat, test.threshold), test.inclusive);
  const byTie: Way['at'] = (party, n) => flat.upTies[(flat.up[party] ?? 0) + n] ?? 0;
  const byLink: Way['at'] = (party, n) => {
    const node = NODE.size * (swept.place[party] ?? 0);
    return (swept.nodes[node + NODE.link] ?? 0) + LINK.size * n;
  };
  const [ties, links] = [flatColumns(flat), linkColumns(swept)];
  return {
    ticks: [
      { sums: new TickSums(flat, ties, { test, needed }), at: byTie },
      { sums: new TickSums(flat, links, { test, needed }), at: byLink },
    ],
    exact: [
      { sums: new ExactSums(ties, test, exactTicks), at: byTie },
      { sums: new ExactSums(links, test, exactTicks), at: byLink },
    ],
  };
}

/** What sums tell of a party day after day, while its ties and what its owners are come and go. */
function tellAll(
  { sums, at }: Way,
  { flat }: OwnershipGraph,
  party: number,
  draw: readonly number[],
): Told[] {
  const ties = [...flat.upTies.subarray(flat.up[party], flat.up[party + 1])];
  const applied = new Map<number, number>();
  sums.reset(party);
  return [DAY_MIN, ...flat.days].map((day, index) => {
    for (const [n, tie] of ties.entries()) {
      const before = applied.get(n);
      if (before !== undefined) sums.apply(at(party, n), before, -1);
      applied.delete(n);
      if (!holdsOn(flat, tie, day)) continue;
      const drawn = draw[((flat.owner[tie] ?? 0) + 3 * index) % draw.length] ?? 0;
      const bits = OWNER_BITS[drawn % OWNER_BITS.length] ?? 0;
      sums.apply(at(party, n), bits, 1);
      applied.set(n, bits);
    }
    return { bits: sums.bits(), bearing: sums.bearing, mark: sums.mark() };
  });
}

const bitsAndBearing = ({ bits, bearing }: Told) => ({ bits, bearing });

describe('the sums over the owners of a party', () => {
  it('are the same in ticks and in any number of digits, by tie and by link, day after day', () => {
    let [compared, restricted] = [0, 0];
    fc.assert(
      fc.property(anyOwnership, fc.array(fc.nat(1_000), { minLength: 5, maxLength: 9 }), (facts, draw) => {
        const graph = projectOwnership(facts, ['50']);
        for (const test of TESTS) {
          const { ticks, exact } = waysOf(graph, test);
          for (const party of graph.parties.keys()) {
            const isOdd = graph.flat.odd?.[party] === 1;
            const [first = [], ...others] = exact.map((way) => tellAll(way, graph, party, draw));
            for (const other of others) expect(other).toEqual(first);
            compared += first.length;
            restricted += first.filter(({ bits }) => (bits & BIT.perhaps) !== 0).length;
            if (isOdd) continue;
            const [inTicks = [], byLink] = ticks.map((way) => tellAll(way, graph, party, draw));
            expect(byLink).toEqual(inTicks);
            expect(inTicks.map(bitsAndBearing)).toEqual(first.map(bitsAndBearing));
          }
        }
      }),
      { numRuns: 200 },
    );
    expect(compared).toBeGreaterThan(10_000);
    expect(restricted).toBeGreaterThan(1_000);
  }, 60_000);
});
