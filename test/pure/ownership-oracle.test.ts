import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Cascade,
  type CascadeQuestion,
  createCascade,
  ticksNeeded,
} from '../../server/analysis/ownership/cascade.ts';
import { outcomeOf } from '../../server/analysis/ownership/day-state.ts';
import { leastFixpoint } from '../../server/analysis/ownership/fixpoints.ts';
import { createOwnershipIndex } from '../../server/analysis/ownership/ownership-index.ts';
import { restrictedListings } from '../../server/analysis/ownership/restricted-owners.ts';
import type { Bound } from '../../server/analysis/ownership/tie-power.ts';
import { ownershipVerdicts } from '../../server/analysis/ownership/verdicts.ts';
import type { Facts } from '../../server/facts/facts.ts';
import { ticksOf } from '../../server/projection/flat-ownership.ts';
import { type OwnershipGraph, projectOwnership } from '../../server/projection/ownership-graph.ts';
import { bigTicks, doubleTicks, findScale, type Scale } from '../../server/projection/ticks.ts';
import type { Regime, RegimeTest } from '../../server/regulation/read.ts';
import { LAW } from '../support/cases.ts';
import { type Stretch, sweepComponent } from '../support/oracle/day-by-day.ts';
import { anyOwnership } from '../support/random-ownership.ts';

/** The engine against the plain version of it: every party on every day, one fixpoint after the other. */

const { regimes } = LAW.regulation;
const THRESHOLDS = ['50'];

function scaleOf(graph: OwnershipGraph): Scale {
  const percents = graph.facts.flatMap(({ share, firmShare }) => [share.min, share.max, firmShare.max]);
  return findScale(['100', ...THRESHOLDS, ...percents], graph.maxOwners);
}

function plainly(facts: Facts, regime: Regime): string[] {
  const graph = projectOwnership(facts);
  const input = {
    graph,
    ticks: bigTicks(scaleOf(graph)),
    regime,
    listings: restrictedListings(regime, facts.listings),
  };
  return sweepComponent(input)
    .map((stretch) => tell(stretch, graph))
    .sort();
}

function tell({ party, from, to, state }: Stretch<bigint>, graph: OwnershipGraph): string {
  const outcome = outcomeOf(state, party);
  const isFirm = outcome === 'circular' ? state.firmCircular[party] === 1 : state.firmPerhaps[party] === 1;
  const isWeak = (outcome === 'circular' || outcome === 'cannot-exclude') && !isFirm;
  return [graph.parties[party]?.id, from, to, outcome, isWeak].join(' ');
}

function byTheEngine(facts: Facts, regime: Regime): string[] {
  const index = createOwnershipIndex(facts, {
    ...LAW.regulation,
    regimes: [{ ...regime, exemptJurisdictions: [] }],
  });
  return index
    .allVerdicts()
    .map(({ party, from, to, outcome, weak }) => [party, from, to, outcome, weak].join(' '))
    .sort();
}

describe('the sweep over all days', () => {
  it.each(regimes.map((regime) => [regime.id, regime] as const))(
    'finds under %s what looking at every party on every day finds',
    (_, regime) => {
      fc.assert(
        fc.property(anyOwnership, (facts) => {
          expect(byTheEngine(facts, regime)).toEqual(plainly(facts, regime));
        }),
        { numRuns: 400 },
      );
    },
    60_000,
  );

  it('explains one party as it explains all', () => {
    fc.assert(
      fc.property(anyOwnership, (facts) => {
        const all = ownershipVerdicts(facts, LAW.regulation);
        const index = createOwnershipIndex(facts, LAW.regulation);
        const each = regimes.flatMap(({ id }) =>
          facts.parties.flatMap((party) => index.verdictsOf(party.id, id)),
        );
        expect(each).toEqual(all);
      }),
      { numRuns: 200 },
    );
  }, 60_000);

  it('knows nothing of parties and regimes that do not exist', () => {
    const index = createOwnershipIndex(
      { parties: [], holdings: [], controls: [], listings: [] },
      LAW.regulation,
    );
    expect([index.verdictsOf('nobody', 'ofac-50'), index.verdictsOf('nobody', 'no-regime')]).toEqual([
      [],
      [],
    ]);
    expect(index.sweepsOf('no-regime')).toEqual([]);
  });
});

const BOUNDS: readonly Bound[] = ['lower', 'upper', 'firm-upper'];
const DAY = 20_370;

function cascaded(graph: OwnershipGraph, cascade: Cascade, test: RegimeTest, bound: Bound): number[] {
  const threshold = test.threshold === null ? null : ticksOf(graph.flat, test.threshold);
  const question: CascadeQuestion = { day: DAY, bound, test, needed: ticksNeeded(threshold, test.inclusive) };
  return [...cascade(question, [0, 1])].sort((a, b) => a - b);
}

function fixpoint(graph: OwnershipGraph, test: RegimeTest, bound: Bound): number[] {
  const ticks = doubleTicks(scaleOf(graph));
  const shares = {
    ticks,
    min: graph.facts.map(({ share }) => ticks.lower(share)),
    max: graph.facts.map(({ share }) => ticks.upper(share)),
    firmMax: graph.facts.map(({ firmShare }) => ticks.upper(firmShare)),
  };
  const threshold = test.threshold === null ? null : ticks.of(test.threshold);
  const members = leastFixpoint({ graph, shares, test, threshold, day: DAY }, [0, 1], bound);
  return [...members.keys()].filter((party) => members[party] === 1);
}

describe('one cascade', () => {
  const few = anyOwnership.filter(
    ({ holdings }) => !holdings.some(({ share }) => [share.min, share.max].some((text) => text.length > 6)),
  );

  it('finds what the plain fixpoint finds, under every test and bound, and again after each other', () => {
    fc.assert(
      fc.property(few, (facts) => {
        const graph = projectOwnership(facts, THRESHOLDS);
        const cascade = createCascade(graph.flat);
        for (const test of regimes.flatMap((regime) => regime.tests))
          for (const bound of BOUNDS)
            expect(cascaded(graph, cascade, test, bound)).toEqual(fixpoint(graph, test, bound));
      }),
      { numRuns: 1_000 },
    );
  }, 60_000);

  it('refuses shares that it could not add up exactly', () => {
    const odd = {
      ...projectOwnership({ parties: [], holdings: [], controls: [] }).flat,
      odd: new Uint8Array(1),
    };
    expect(() => createCascade(odd)).toThrow(RangeError);
  });
});
