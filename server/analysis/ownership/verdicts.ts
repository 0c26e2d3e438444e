import { type Confidence, isFirm, weakest } from '../../facts/confidence.ts';
import type { Facts, Listing } from '../../facts/facts.ts';
import { formatExact } from '../../facts/share.ts';
import { ownershipComponents } from '../../projection/components.ts';
import { EDGE_KIND, type OwnershipGraph, projectOwnership } from '../../projection/ownership-graph.ts';
import { bigTicks, doubleTicks, findScale, type Ticks } from '../../projection/ticks.ts';
import type { Regime, Regulation } from '../../regulation/read.ts';
import type { ListedOwner, MostRestrictive, Outcome, Step, Verdict } from '../verdict.ts';
import { contributions, type DayState, outcomeOf } from './day-state.ts';
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
    ...part.graph.facts.flatMap(({ share, firmShare }) => [share.min, share.max, firmShare.max]),
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
  const edges = contributions(question, state, party);
  const exempt = isExempt(part, stretch, edges);
  const outcome: Outcome = exempt ? 'not-captured' : outcomeOf(state, party);
  const sum = sumHeld(question, state, { party, edges });
  const weak = isWeak(state, party, outcome);
  const nameOf = (id: string): string => graph.parties[graph.indexOf.get(id) ?? -1]?.name ?? id;
  const steps = explain(question, state, party);
  const listings = (state.listed.get(party) ?? []).map(({ listing }) => listing);
  const above = (ties: 'certain' | 'all') => listedOwnersAbove(question, state, { party, ties });
  const hasUnknownProgrammes = outcome === 'cannot-exclude' && upstreamProgrammesUnknown(part, above('all'));
  const isBound = outcome === 'captured' || outcome === 'listed';
  const governs = isBound ? mostRestrictive(above('certain'), regulation.strictness) : null;
  const strictest = isBound ? mostRestrictive(above('all'), regulation.strictness) : null;
  return {
    id: ['verdict', info?.id, regime.id, stretch.from ?? 'always'].join(':'),
    party: info?.id ?? '',
    regime: regime.id,
    outcome,
    from: stretch.from,
    to: stretch.to,
    shareMin: formatExact(sum.min),
    shareMax: formatExact(sum.max),
    minority:
      outcome === 'not-captured' && !exempt ? minorityOf(question.threshold === null, sum, regulation) : null,
    threshold: question.test.threshold,
    weak,
    exempt,
    steps,
    mostRestrictive: governs,
    listings: above('all')
      .map((owner) => owner.listing)
      .sort(),
    notes: [
      ...notesOf({ part, sum, weak, exempt, listings, hasUnknownProgrammes }),
      ...stricterNote(governs, strictest, nameOf),
    ],
    confidence: confidenceOf(listings, steps, weak),
  };
}

/**
 * Holdings do not capture a party of an exempt country. Its own listing binds it all the same, and a branch is no
 * party of its own: it is its owner, wherever it stands.
 */
function isExempt<N>(
  { graph, regime }: Part,
  { state, party }: Stretch<N>,
  edges: readonly number[],
): boolean {
  const home = graph.parties[party]?.jurisdiction ?? null;
  if (home === null || !regime.exemptJurisdictions.includes(home) || state.listed.has(party)) return false;
  return !edges.some((edge) => graph.kind[edge] === EDGE_KIND.branch);
}

/** Undecided only because of facts that confirm nothing? */
function isWeak(state: DayState, party: number, outcome: Outcome): boolean {
  if (outcome === 'circular') return state.firmCircular[party] !== 1;
  return outcome === 'cannot-exclude' && state.firmPerhaps[party] !== 1;
}

/**
 * An unknown share may be significant, so the upper bound decides. Where no share captures anyway, only what is held
 * for certain is told: the regime that has a threshold says the rest.
 */
function minorityOf(isCertainOnly: boolean, sum: HeldSum, { minority }: Regulation): Verdict['minority'] {
  const held = isCertainOnly ? sum.min : sum.max;
  if (held.compare(0) === 0) return null;
  return held.compare(minority.significantFrom) >= 0 ? 'significant' : 'small';
}

/** Weak facts count only where they decide: a capture rests on firm ones alone. */
function confidenceOf(listings: readonly Listing[], steps: readonly Step[], weak: boolean): Confidence {
  const own = listings.map((each) => each.confidence);
  if (weak) return weakest([...own, ...steps.map((step) => step.leastConfidence)]);
  const all = [...own, ...steps.map((step) => step.confidence)];
  const firm = all.filter(isFirm);
  return weakest(firm.length === 0 ? all : firm);
}

/** Is it undecided because nobody recorded under which programmes an owner is listed? */
function upstreamProgrammesUnknown({ listings }: Part, owners: readonly ListedOwner[]): boolean {
  return owners.some((owner) =>
    listings
      .get(owner.party)
      ?.some(({ listing, certain, firm }) => listing.id === owner.listing && firm && !certain),
  );
}

/** What would govern if undecided shares and unconfirmed ties were known to hold. */
function stricterNote(
  governs: MostRestrictive | null,
  strictest: MostRestrictive | null,
  nameOf: (party: string) => string,
): string[] {
  if (!strictest || strictest.listing === governs?.listing) return [];
  const { party, footnotes, reviewPolicy } = strictest;
  const entry = [footnotes.length > 0 ? `footnote ${footnotes.join(', ')}` : '', reviewPolicy];
  const words = entry.filter((text) => text !== '').join('; ');
  return [
    `A stricter requirement cannot be excluded: ${nameOf(party)}${words === '' ? '' : ` (${words})`}, through a share or tie that is not confirmed.`,
  ];
}

interface NoteInput {
  readonly part: Part;
  readonly sum: HeldSum;
  readonly weak: boolean;
  readonly exempt: boolean;
  readonly listings: readonly Listing[];
  readonly hasUnknownProgrammes: boolean;
}

function notesOf({ part, sum, weak, exempt, listings, hasUnknownProgrammes }: NoteInput): string[] {
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
  if (hasUnknownProgrammes)
    notes.push(
      'The programmes of a listing are not recorded; only some count under this regime. Find them out.',
    );
  for (const listing of listings) {
    if (listing.from === null) notes.push('The first day of the listing is not known.');
    else if (!isFirm(listing.fromConfidence))
      notes.push(`The first day of the listing, ${listing.from}, is recalled and was not read.`);
  }
  return [...new Set(notes)];
}
