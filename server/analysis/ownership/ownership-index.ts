import type { Facts } from '../../facts/facts.ts';
import { type OwnershipGraph, projectOwnership } from '../../projection/ownership-graph.ts';
import type { Regime, Regulation } from '../../regulation/read.ts';
import type { Verdict } from '../verdict.ts';
import { ListedPlaces } from './listed-places.ts';
import { type RestrictedListing, restrictedListings } from './restricted-owners.ts';
import { BIT } from './standing.ts';
import type { ToldLines } from './steps.ts';
import { sweepRegimes, type TestSweep } from './sweep.ts';
import { type SweptGraph, sweptGraph } from './sweep-graph.ts';
import { verdictOf } from './verdict-of.ts';

/** What ownership verdicts rest on, beside the law. */
export type OwnershipFacts = Pick<Facts, 'parties' | 'holdings' | 'controls' | 'listings'>;

/** Facts made ready once, so that any party's verdicts are explained when asked for. */
export interface OwnershipIndex {
  readonly graph: OwnershipGraph;
  /**
   * All verdicts of one party under one regime, in order of their days; none where no restricted owner is known, and
   * none for a party or regime that does not exist. The first question under a regime sweeps it once.
   */
  readonly verdictsOf: (party: string, regime: string) => Verdict[];
  /** Every verdict of every party under every regime. */
  readonly allVerdicts: () => Verdict[];
  /** How everybody stands under a regime; none for one that does not exist. */
  readonly sweepsOf: (regime: string) => readonly TestSweep[];
}

/**
 * Makes an index over facts, under the dated data of the law.
 *
 * A party without a verdict over some days is `not-captured` then, with no restricted owner known. Ownership
 * cascades, nothing is multiplied (Supplement No. 8 to 15 CFR Part 744; OFAC FAQ 401).
 */
export function createOwnershipIndex(facts: OwnershipFacts, regulation: Regulation): OwnershipIndex {
  const ready = readyToSweep(facts, regulation);
  const swept = new Map<string, SweptRegime>();
  const sweep = (regimes: readonly Regime[]): void => {
    const missing = regimes.filter(({ id }) => !swept.has(id));
    if (missing.length === 0) return;
    for (const each of sweepAll(ready, facts, missing)) swept.set(each.regime.id, each);
  };
  const regimeOf = (id: string): SweptRegime | undefined => {
    sweep(regulation.regimes.filter((each) => each.id === id));
    return swept.get(id);
  };
  return {
    graph: ready.graph,
    verdictsOf: (party, id) => {
      const index = ready.graph.indexOf.get(party);
      const regime = regimeOf(id);
      if (index === undefined || regime === undefined) return [];
      return regimeVerdicts({ ready, regulation, regime, told: null }, index);
    },
    allVerdicts: () => {
      sweep(regulation.regimes);
      return regulation.regimes.flatMap(({ id }) => {
        const regime = regimeOf(id);
        const told: ToldLines = new Map();
        if (regime === undefined) return [];
        return [...ready.graph.parties.keys()].flatMap((party) =>
          regimeVerdicts({ ready, regulation, regime, told }, party),
        );
      });
    },
    sweepsOf: (id) => regimeOf(id)?.sweeps ?? [],
  };
}

interface Ready extends SweptGraph {
  readonly graph: OwnershipGraph;
}

interface SweptRegime {
  readonly regime: Regime;
  readonly listings: ReadonlyMap<number, readonly RestrictedListing[]>;
  readonly sweeps: readonly TestSweep[];
}

function readyToSweep(facts: OwnershipFacts, { regimes }: Regulation): Ready {
  const thresholds = regimes.flatMap(({ tests }) => tests.map(({ threshold }) => threshold));
  const graph = projectOwnership(
    facts,
    thresholds.filter((each) => each !== null),
  );
  return { ...sweptGraph(graph.flat, graph.exactTicks), graph };
}

/** Sweeps several regimes at once, which takes less than one after the other. */
function sweepAll(ready: Ready, { listings }: OwnershipFacts, regimes: readonly Regime[]): SweptRegime[] {
  const asked = regimes.map((regime) => {
    const byId = restrictedListings(regime, listings);
    const restricted = new Map(
      [...byId].map(([id, entries]) => [ready.graph.indexOf.get(id) ?? -1, entries]),
    );
    const listed = new ListedPlaces(ready, restricted);
    return { regime, tests: regime.tests, listings: restricted, listed };
  });
  const sweeps = sweepRegimes(ready, asked);
  return asked.map((each, index) => ({ ...each, sweeps: sweeps[index] ?? [] }));
}

interface Asked {
  readonly ready: Ready;
  readonly regulation: Regulation;
  readonly regime: SweptRegime;
  readonly told: ToldLines | null;
}

function regimeVerdicts({ ready, regulation, regime, told }: Asked, party: number): Verdict[] {
  return regime.sweeps.flatMap((sweep) => {
    const stretches = sweep.standings.stretches(party, sweep.window.to);
    return stretches
      .filter(({ bits }) => (bits & BIT.speaks) !== 0)
      .map(({ day, to }) => {
        const moment = { graph: ready.graph, sweep, listings: regime.listings, day };
        return verdictOf({ regulation, regime: regime.regime, told }, { moment, party, to });
      });
  });
}
