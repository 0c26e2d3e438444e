import { type ListedDays, ListedPlaces } from '../../server/analysis/ownership/listed-places.ts';
import type { PartyStandings } from '../../server/analysis/ownership/party-standings.ts';
import { BIT } from '../../server/analysis/ownership/standing.ts';
import { sweepRegimes } from '../../server/analysis/ownership/sweep.ts';
import { sweptGraph } from '../../server/analysis/ownership/sweep-graph.ts';
import type { FlatOwnership } from '../../server/projection/flat-ownership.ts';
import type { Regime, Regulation } from '../../server/regulation/read.ts';
import type { Comparison, Work } from './compare.ts';
import { doubledSize, type MadeGraph, makeGraph, usualSize } from './made/graph.ts';
import { MADE_LISTS } from './made/listings.ts';
import { flatOf, productCascade, usualTask } from './made/task.ts';

const TIMES_ONE_CASCADE = 60;
const DOUBLED = 2;
const ASKED_ONE_IN = 64;

/** Everything at once, beside one cascade over the same register that starts as cold as a sweep does. */
export function sweepComparison(parties: number, regulation: Regulation): Comparison {
  return {
    ...besideCascade(parties, regulation),
    name: 'all regimes, bounds and days, times one cascade',
    target: { atMost: TIMES_ONE_CASCADE },
    startsCold: true,
  };
}

/** The same beside a cascade that is repeated in a row, so that all it reads is in the processor's caches already. */
export function sweepBesideRepeated(parties: number, regulation: Regulation): Comparison {
  return {
    ...besideCascade(parties, regulation),
    name: 'all regimes, bounds and days, times one cascade repeated in a row',
  };
}

function besideCascade(parties: number, { regimes }: Regulation): Omit<Comparison, 'name'> {
  return {
    unit: null,
    meaning: `${regimes.length} regimes, both bounds, 50 change days: who stands how from which day to which; the other is one regime, bound and day`,
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
  const swept = sweptGraph(flat, refuse);
  const asked = regimes.map((regime) => ({
    tests: regime.tests,
    listed: new ListedPlaces(swept, listingsUnder(regime, graph)),
  }));
  // The last one is kept, as the product keeps its own: what V8 has compiled for it then stays.
  let kept = sweepRegimes(swept, asked).flat();
  // Whoever has something to say is looked for once, and a part of them is asked: what is measured is the sweep.
  const speaking = kept.map(({ standings }) => speakingIn(standings, flat.parties));
  const run = (): number => {
    kept = sweepRegimes(swept, asked).flat();
    return kept.reduce((sum, { standings }, test) => sum + spoken(standings, speaking[test] ?? []), 0);
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

/** Some of the parties that have something to say on any day. */
function speakingIn(standings: PartyStandings, parties: number): number[] {
  const found: number[] = [];
  for (let party = 0; party < parties; party += 1) if (spokenOf(standings, party) > 0) found.push(party);
  return found.filter((_, index) => index % ASKED_ONE_IN === 0);
}

/** How many stretches of some parties have something to say. */
function spoken(standings: PartyStandings, parties: readonly number[]): number {
  let stretches = 0;
  for (const party of parties) stretches += spokenOf(standings, party);
  return stretches;
}

function spokenOf(standings: PartyStandings, party: number): number {
  const count = standings.count(party);
  let stretches = 0;
  for (let run = 0; run < count; run += 1)
    if ((standings.bits(party, run) & BIT.speaks) !== 0) stretches += 1;
  return stretches;
}
