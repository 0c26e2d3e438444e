import { ownersFirst } from '../../server/analysis/ownership/owners-first.ts';
import type { ListedDays } from '../../server/analysis/ownership/party-sweep.ts';
import { BIT, type Standings } from '../../server/analysis/ownership/standing.ts';
import { type SweptGraph, sweepRegimes } from '../../server/analysis/ownership/sweep.ts';
import type { FlatOwnership } from '../../server/projection/flat-ownership.ts';
import type { Regime, Regulation } from '../../server/regulation/read.ts';
import type { Comparison, Work } from './compare.ts';
import { doubledSize, type MadeGraph, makeGraph, usualSize } from './made/graph.ts';
import { MADE_LISTS } from './made/listings.ts';
import { flatOf, productCascade, usualTask } from './made/task.ts';

const TIMES_ONE_CASCADE = 60;
const DOUBLED = 2;

/** Everything at once, beside one cascade over the same register. */
export function sweepComparison(parties: number, { regimes }: Regulation): Comparison {
  return {
    name: 'all regimes, bounds and days, times one cascade',
    unit: null,
    meaning: `${regimes.length} regimes, both bounds, 50 change days: who stands how from which day to which; the other is one regime, bound and day`,
    target: { atMost: TIMES_ONE_CASCADE },
    prepare: () => {
      const graph = makeGraph(usualSize(parties));
      const flat = flatOf(graph);
      const cascade = productCascade(flat, usualTask(graph));
      const base: Work = { size: graph.holdings, run: () => cascade().length };
      return { base, other: sweepOver(graph, flat, regimes) };
    },
  };
}

/** The same over twice as large a register as one of so many parties. */
export function sweepDoubling(parties: number, { regimes }: Regulation): Comparison {
  return {
    name: `all regimes, bounds and days, ${2 * parties} parties instead of ${parties}`,
    unit: 'holdings',
    meaning: 'in a made register with 1.5 holdings for each party',
    target: { atMost: DOUBLED },
    prepare: () => ({ base: madeSweep(parties, regimes), other: madeSweep(2 * parties, regimes) }),
  };
}

function madeSweep(parties: number, regimes: readonly Regime[]): Work {
  const graph = makeGraph(doubledSize(parties));
  return sweepOver(graph, flatOf(graph), regimes);
}

function sweepOver(graph: MadeGraph, flat: FlatOwnership, regimes: readonly Regime[]): Work {
  const swept: SweptGraph = { flat, order: ownersFirst(flat), exactTicks: refuse };
  const asked = regimes.map((regime) => ({ tests: regime.tests, listings: listingsUnder(regime, graph) }));
  const run = (): number => {
    let stretches = 0;
    for (const sweeps of sweepRegimes(swept, asked))
      for (const { standings } of sweeps) stretches += spoken(standings, flat.parties);
    return stretches;
  };
  return { size: graph.holdings, run };
}

/** Every share of a made register is a whole number of ticks. */
function refuse(party: number): never {
  throw new Error(`The shares in party ${party} of a made register have too many digits`);
}

/** Listings that make their party a restricted owner under the regime. Programmes are not made: each fits. */
function listingsUnder({ restrictedOwners }: Regime, { listings }: MadeGraph): Map<number, ListedDays[]> {
  const found = new Map<number, ListedDays[]>();
  for (const [row, party] of listings.party.entries()) {
    const list = MADE_LISTS[listings.list[row] ?? 0];
    if (!restrictedOwners.some((owner) => owner.list === list)) continue;
    const days = { from: listings.from[row] ?? 0, to: listings.to[row] ?? 0, certain: true, firm: true };
    found.set(party, [...(found.get(party) ?? []), days]);
  }
  return found;
}

/** How many stretches of parties have something to say. */
function spoken(standings: Standings, parties: number): number {
  let stretches = 0;
  for (let party = 0; party < parties; party += 1) {
    const always = standings.always(party);
    if (always === undefined) stretches += spokenOf(standings, party);
    else if ((always & BIT.speaks) !== 0) stretches += 1;
  }
  return stretches;
}

function spokenOf(standings: Standings, party: number): number {
  const count = standings.count(party);
  let stretches = 0;
  for (let run = 0; run < count; run += 1)
    if ((standings.bits(party, run) & BIT.speaks) !== 0) stretches += 1;
  return stretches;
}
