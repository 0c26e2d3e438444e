import Fraction from 'fraction.js';
import { DAY_MAX, DAY_MIN, toDay } from '../../facts/dates.ts';
import type { Listing, Party } from '../../facts/facts.ts';
import { formatExact } from '../../facts/share.ts';
import { EDGE_KIND, type OwnershipGraph, projectOwnership } from '../../projection/ownership-graph.ts';
import { bigTicks, doubleTicks, findScale, type Scale, type Ticks } from '../../projection/ticks.ts';
import type { Regime, RegimeTest } from '../../regulation/read.ts';
import { evaluateDay, outcomeOf } from '../ownership/day-state.ts';
import type { EdgeTicks, Question } from '../ownership/reach.ts';
import { listedOn, type RestrictedListing, restrictedListings } from '../ownership/restricted-owners.ts';
import type { Outcome } from '../verdict.ts';
import { type AddedTie, withAdded } from './added-ties.ts';
import { type Tie, tiesOf } from './ties.ts';
import { listingsOf, type OwnershipFacts, upstreamOn, withoutOwners } from './upstream.ts';

/** A range of a share in ticks, both ends inclusive: an exclusive end is one tick inside. */
export interface Range {
  readonly min: bigint;
  readonly max: bigint;
}

/** Facts as they would be if questions were answered. What is not named stays as it is recorded. */
export interface Answers {
  /** New share of a holding, by number of the tie; it is then a confirmed fact. */
  readonly shares?: ReadonlyMap<number, Range>;
  /** A branch or control link, confirmed (for a branch, also that it is in its owner's country) or refuted. */
  readonly ties?: ReadonlyMap<number, boolean>;
  /** A listing, by id: confirmed as one that counts, or refuted. */
  readonly listings?: ReadonlyMap<string, boolean>;
  /** A tie that nobody recorded: what restricted parties hold of a party together, or a control link. */
  readonly added?: AddedTie;
}

/** Who would be what. Masks are over all parties of the situation. */
export interface Standing {
  /** Outcome of the party asked about. */
  readonly outcome: Outcome;
  readonly outcomeOf: (party: number) => Outcome;
  readonly certain: Uint8Array;
  /** Restricted if everything undecided goes against them, circles included. */
  readonly possible: Uint8Array;
}

/**
 * One party on one day under one regime, with all that is above it: what the questions, the smallest set and the
 * divestments are found in. Shares are whole ticks, so every sum and comparison is exact.
 */
export interface Situation {
  readonly party: number;
  /** Is the party of a country that the regime exempts? What does not bind it then is left out. */
  readonly isAtHome: boolean;
  readonly parties: readonly Party[];
  /** Ties that hold on the day and can count under the regime; a tie's number is its place here. */
  readonly ties: readonly Tie[];
  /** Ties to the owners of a party. */
  readonly above: (party: number) => readonly Tie[];
  readonly listings: readonly (RestrictedListing & { readonly party: number })[];
  readonly test: RegimeTest;
  /** The least sum of ticks that captures; null where no share does. */
  readonly needed: bigint | null;
  readonly whole: bigint;
  /** Ticks in one percent. */
  readonly perPercent: bigint;
  /** Ticks between two amounts that can be written down; more than any party has owners. */
  readonly spread: bigint;
  readonly evaluate: (answers: Answers) => Standing;
}

/** Which party, on which day, under which regime; with all listings. */
export interface SituationRequest {
  readonly party: string;
  /** `YYYY-MM-DD` */
  readonly asOf: string;
  readonly regime: Regime;
  readonly listings: readonly Listing[];
}

/**
 * Places a party in its situation on a day. The only file here that knows how the ownership analysis computes.
 *
 * @returns null when the regime has no test on that day or the party is unknown
 */
export function situationOf(
  facts: OwnershipFacts,
  { party, regime, asOf, listings: all }: SituationRequest,
): Situation | null {
  const above = upstreamOn(facts, party, asOf);
  const day = toDay(asOf, DAY_MIN);
  const test = regime.tests.find((each) => toDay(each.from, DAY_MIN) <= day && day < toDay(each.to, DAY_MAX));
  if (test === undefined || above.parties.length === 0) return null;
  const listings = restrictedListings(regime, listingsOf(all, above.parties));
  const { jurisdiction = null } = above.parties.find(({ id }) => id === party) ?? {};
  const isAtHome = regime.exemptJurisdictions.some((country) => country === jurisdiction);
  return situationIn(above, { party, isAtHome, test, day, listings });
}

interface Setting extends Pick<Situation, 'isAtHome' | 'test'> {
  readonly party: string;
  readonly day: number;
  readonly listings: ReadonlyMap<string, readonly RestrictedListing[]>;
}

function situationIn(facts: OwnershipFacts, setting: Setting): Situation {
  const { base, scale, evaluate: asRecorded } = projected(facts, setting);
  const evaluate = (answers: Answers): Standing => {
    if (!answers.added) return asRecorded(answers);
    const now = withAdded(facts, setting.listings, answers.added);
    return projected(now.facts, { ...setting, listings: now.listings }).evaluate({});
  };
  return { ...tiesAndTicks(base, scale), isAtHome: setting.isAtHome, evaluate };
}

function projected(facts: OwnershipFacts, { party, isAtHome, test, day, listings }: Setting) {
  const graph = projectOwnership(isAtHome ? withoutOwners(facts, party) : facts);
  const base: Base = { graph, test, day, listings, target: graph.indexOf.get(party) ?? 0 };
  const scale = findScale(percentsOf(graph, test), graph.maxOwners);
  const evaluate = scale.fitsDouble
    ? evaluator(base, doubleTicks(scale), Number)
    : evaluator(base, bigTicks(scale), (ticks) => ticks);
  return { base, scale, evaluate };
}

interface Base extends Omit<Setting, 'party' | 'isAtHome'> {
  readonly graph: OwnershipGraph;
  readonly target: number;
}

function percentsOf(graph: OwnershipGraph, { threshold }: RegimeTest): string[] {
  const shares = graph.facts.flatMap(({ share, firmShare }) => [share.min, share.max, firmShare.max]);
  return ['100', ...shares, ...(threshold === null ? [] : [threshold])];
}

function tiesAndTicks({ graph, test, day, listings, target }: Base, scale: Scale) {
  const ticks = bigTicks(scale);
  const ties = tiesOf(graph, ticks, test);
  const above = new Map<number, Tie[]>();
  for (const tie of ties) {
    if (tie.power === 'none') continue;
    const known = above.get(tie.owned);
    if (known) known.push(tie);
    else above.set(tie.owned, [tie]);
  }
  const threshold = test.threshold === null ? null : ticks.of(test.threshold);
  return {
    party: target,
    parties: graph.parties,
    ties,
    above: (party: number): readonly Tie[] => above.get(party) ?? [],
    listings: graph.parties.flatMap(({ id }, party) =>
      listedOn(listings.get(id), day).map((entry) => ({ ...entry, party })),
    ),
    test,
    needed: threshold === null ? null : threshold + (test.inclusive ? 0n : 1n),
    whole: ticks.whole,
    perPercent: scale.perPercent,
    spread: BigInt(graph.maxOwners + 2),
  };
}

function evaluator<N>(base: Base, ticks: Ticks<N>, convert: (ticks: bigint) => N) {
  const { graph, test, day, listings, target } = base;
  const threshold = test.threshold === null ? null : ticks.of(test.threshold);
  const shares: EdgeTicks<N> = {
    ticks,
    min: graph.facts.map(({ share }) => ticks.lower(share)),
    max: graph.facts.map(({ share }) => ticks.upper(share)),
    firmMax: graph.facts.map(({ firmShare }) => ticks.upper(firmShare)),
  };
  return (answers: Answers): Standing => {
    const question: Question<N> = {
      graph: answeredGraph(graph, answers),
      shares: answeredShares(shares, answers, convert),
      ...{ test, threshold, day },
    };
    const state = evaluateDay(question, answeredListings(listings, answers));
    const ofParty = (party: number): Outcome => (state ? outcomeOf(state, party) : 'not-captured');
    const empty = new Uint8Array(graph.parties.length);
    return {
      outcome: ofParty(target),
      outcomeOf: ofParty,
      certain: state?.certain ?? empty,
      possible: state?.circular ?? empty,
    };
  };
}

function answeredShares<N>(
  shares: EdgeTicks<N>,
  answers: Answers,
  convert: (ticks: bigint) => N,
): EdgeTicks<N> {
  if (!answers.shares?.size) return shares;
  const [min, max, firmMax] = [[...shares.min], [...shares.max], [...shares.firmMax]];
  for (const [edge, range] of answers.shares) {
    min[edge] = convert(range.min);
    max[edge] = convert(range.max);
    firmMax[edge] = convert(range.max);
  }
  return { ticks: shares.ticks, min, max, firmMax };
}

/** Refuted ties never hold; answered ones are no rumour any more. */
function answeredGraph(graph: OwnershipGraph, { shares, ties }: Answers): OwnershipGraph {
  if (!shares?.size && !ties?.size) return graph;
  const [weak, to, parties] = [graph.weak.slice(), graph.to.slice(), [...graph.parties]];
  for (const edge of shares?.keys() ?? []) weak[edge] = 0;
  for (const [edge, holds] of ties ?? []) {
    weak[edge] = 0;
    if (!holds) to[edge] = DAY_MIN;
    else if (graph.kind[edge] === EDGE_KIND.branch)
      sameCountry(parties, graph.owner[edge] ?? 0, graph.owned[edge] ?? 0);
  }
  return { ...graph, weak, to, parties };
}

/** Stands for a country that both share and nobody else is known to be in. */
const SOME_COUNTRY = 'the same';

function sameCountry(parties: Party[], owner: number, branch: number): void {
  const [home, place] = [parties[owner], parties[branch]];
  if (!home || !place) return;
  const jurisdiction = home.jurisdiction ?? place.jurisdiction ?? SOME_COUNTRY;
  parties[owner] = { ...home, jurisdiction };
  if (place.jurisdiction === null) parties[branch] = { ...place, jurisdiction };
}

function answeredListings(
  listings: ReadonlyMap<string, readonly RestrictedListing[]>,
  { listings: given }: Answers,
): ReadonlyMap<string, readonly RestrictedListing[]> {
  if (!given?.size) return listings;
  const answered = [...listings].map(([party, entries]): [string, readonly RestrictedListing[]] => [
    party,
    entries.flatMap((entry) => answer(entry, given)),
  ]);
  return new Map(answered);
}

function answer(entry: RestrictedListing, given: Answers['listings']): RestrictedListing[] {
  const counts = given?.get(entry.listing.id);
  if (counts === undefined) return [entry];
  return counts ? [{ ...entry, certain: true, firm: true }] : [];
}

/** A number of ticks as an exact percentage in text. */
export function percentOf({ perPercent }: Pick<Situation, 'perPercent'>, ticks: bigint): string {
  return formatExact(new Fraction(ticks, perPercent));
}
