import { type Confidence, isFirm, weakest } from '../../facts/confidence.ts';
import type { Facts, Listing } from '../../facts/facts.ts';
import { formatExact } from '../../facts/share.ts';
import { ownershipComponents } from '../../projection/components.ts';
import { type OwnershipGraph, projectOwnership } from '../../projection/ownership-graph.ts';
import { bigTicks, doubleTicks, findScale, type Ticks } from '../../projection/ticks.ts';
import type { Regime, Regulation } from '../../regulation/read.ts';
import type { Outcome, Verdict } from '../verdict.ts';
import { contributions, outcomeOf } from './day-state.ts';
import { type RestrictedListing, restrictedListings } from './restricted-owners.ts';
import { explain, type HeldSum, sumHeld } from './steps.ts';
import { listedOwnersAbove, mostRestrictive } from './strictest.ts';
import { type Stretch, sweepComponent } from './sweep.ts';

type OwnershipFacts = Pick<Facts, 'parties' | 'holdings' | 'controls' | 'listings'>;

/**
 * Every verdict of every party under every regime, with its interval, arithmetic and notes.
 *
 * A party without a verdict over some days is `not-captured` then, with no restricted owner known. Ownership
 * cascades, nothing is multiplied (Supplement No. 8 to 15 CFR Part 744; OFAC FAQ 401).
 */
export function ownershipVerdicts(facts: OwnershipFacts, regulation: Regulation): Verdict[] {
  const byRegime = regulation.regimes.map((regime) => ({
    regime,
    listings: restrictedListings(regime, facts.listings),
  }));
  return ownershipComponents(facts).flatMap((component) => {
    const relevant = byRegime.filter(({ listings }) =>
      component.parties.some((party) => listings.has(party.id)),
    );
    if (relevant.length === 0) return [];
    const graph = projectOwnership(component);
    return relevant.flatMap((each) => verdictsOf({ graph, regulation, ...each }));
  });
}

interface Part {
  readonly graph: OwnershipGraph;
  readonly regulation: Regulation;
  readonly regime: Regime;
  readonly listings: ReadonlyMap<string, readonly RestrictedListing[]>;
}

function verdictsOf(part: Part): Verdict[] {
  const percents = [
    '100',
    ...part.graph.facts.flatMap(({ share }) => [share.min, share.max]),
    ...part.regime.tests.flatMap(({ threshold }) => (threshold === null ? [] : [threshold])),
  ];
  const scale = findScale(percents, part.graph.maxOwners);
  return scale.fitsDouble ? sweep(part, doubleTicks(scale)) : sweep(part, bigTicks(scale));
}

function sweep<N>(part: Part, ticks: Ticks<N>): Verdict[] {
  const { graph, regime, listings } = part;
  return sweepComponent({ graph, ticks, regime, listings }).map((stretch) => verdictOf(part, stretch));
}

function verdictOf<N>(part: Part, stretch: Stretch<N>): Verdict {
  const { regime, graph, regulation } = part;
  const { state, question, party } = stretch;
  const info = graph.parties[party];
  const exempt = info?.jurisdiction != null && regime.exemptJurisdictions.includes(info.jurisdiction);
  const raw = outcomeOf(state, party);
  const outcome: Outcome = exempt && raw !== 'listed' ? 'not-captured' : raw;
  const edges = contributions(question, state, party);
  const sum = sumHeld(question, state, { party, edges });
  const weak = outcome === 'cannot-exclude' && state.firmPerhaps[party] !== 1;
  const steps = explain(question, state, party);
  const listings = (state.listed.get(party) ?? []).map(({ listing }) => listing);
  return {
    id: ['verdict', info?.id, regime.id, stretch.from ?? 'always'].join(':'),
    party: info?.id ?? '',
    regime: regime.id,
    outcome,
    from: stretch.from,
    to: stretch.to,
    shareMin: formatExact(sum.min),
    shareMax: formatExact(sum.max),
    minority: minorityOf(outcome, exempt, sum, part.regulation),
    threshold: question.test.threshold,
    weak,
    exempt,
    steps,
    mostRestrictive: governing(outcome, () =>
      mostRestrictive(listedOwnersAbove(question, state, { party, ties: 'certain' }), regulation.strictness),
    ),
    listings: listedOwnersAbove(question, state, { party, ties: 'all' })
      .map((owner) => owner.listing)
      .sort(),
    notes: notesOf({ part, sum, weak, exempt, listings }),
    confidence: confidenceOf([...listings, ...steps], weak),
  };
}

function governing<T>(outcome: Outcome, find: () => T | null): T | null {
  return outcome === 'captured' || outcome === 'listed' ? find() : null;
}

function minorityOf(
  outcome: Outcome,
  exempt: boolean,
  sum: HeldSum,
  { minority }: Regulation,
): Verdict['minority'] {
  if (outcome !== 'not-captured' || exempt || sum.min.compare(0) === 0) return null;
  return sum.min.compare(minority.significantFrom) >= 0 ? 'significant' : 'small';
}

/** Weak facts count only where they decide: a capture rests on firm ones alone. */
function confidenceOf(reasons: readonly { readonly confidence: Confidence }[], weak: boolean): Confidence {
  const all = reasons.map((each) => each.confidence);
  const firm = all.filter(isFirm);
  return weakest(weak || firm.length === 0 ? all : firm);
}

interface NoteInput {
  readonly part: Part;
  readonly sum: HeldSum;
  readonly weak: boolean;
  readonly exempt: boolean;
  readonly listings: readonly Listing[];
}

function notesOf({ part, sum, weak, exempt, listings }: NoteInput): string[] {
  const notes: string[] = [];
  if (exempt) notes.push(part.regime.exemptNote);
  if (weak)
    notes.push(
      'Undecided only because of reported or recalled facts; they count in the upper bound and confirm nothing.',
    );
  if (sum.capped)
    notes.push(`Other owners' known shares leave at most ${formatExact(sum.max)} % for these owners.`);
  if (sum.overAllocated)
    notes.push(
      'The recorded holdings add up to more than 100 %: at least one is wrong. Decided on the recorded shares, without cutting any.',
    );
  for (const listing of listings) {
    if (listing.from === null) notes.push('The first day of the listing is not known.');
    else if (!isFirm(listing.fromConfidence))
      notes.push(`The first day of the listing, ${listing.from}, is recalled and was not read.`);
  }
  return [...new Set(notes)];
}
