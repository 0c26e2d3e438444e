import type { Conclusions } from '../analysis/analyse.ts';
import type { JoinedFacility } from '../analysis/facilities/joined.ts';
import { factsOf, type Verdict } from '../analysis/verdict.ts';
import { ALWAYS } from '../facts/dates.ts';
import type { DatedFact, Facility, Facts, Listing, Party } from '../facts/facts.ts';
import type { ListInfo, Regulation } from '../regulation/read.ts';
import type { EvidenceItem, RuleMatch } from './finding.ts';

/** Facts and conclusions with the look-ups that patterns need: what Neo4j is to the Cypher files. */
export interface RuleGraph {
  readonly facts: Facts;
  readonly conclusions: Conclusions;
  readonly party: (id: string) => Party | undefined;
  readonly facility: (id: string) => Facility | undefined;
  readonly list: (id: string) => ListInfo | undefined;
  readonly regimeTitle: (id: string) => string;
  readonly listingsOf: (party: string) => readonly Listing[];
  readonly verdictsOf: (party: string) => readonly Verdict[];
  readonly operates: (party: string) => boolean;
}

/** Indexes facts and conclusions for the patterns. */
export function ruleGraph(facts: Facts, conclusions: Conclusions, regulation: Regulation): RuleGraph {
  const parties = new Map(facts.parties.map((party) => [party.id, party]));
  const facilities = new Map(facts.facilities.map((facility) => [facility.id, facility]));
  const lists = new Map(regulation.lists.map((list) => [list.id, list]));
  const regimes = new Map(regulation.regimes.map((regime) => [regime.id, regime.title]));
  const listings = groupBy(facts.listings, (listing) => listing.party);
  const verdicts = groupBy(conclusions.verdicts, (verdict) => verdict.party);
  const operators = new Set(facts.facilities.map((facility) => facility.operator));
  return {
    facts,
    conclusions,
    party: (id) => parties.get(id),
    facility: (id) => facilities.get(id),
    list: (id) => lists.get(id),
    regimeTitle: (id) => regimes.get(id) ?? id,
    listingsOf: (party) => listings.get(party) ?? [],
    verdictsOf: (party) => verdicts.get(party) ?? [],
    operates: (party) => operators.has(party),
  };
}

function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}

/** A dated fact as evidence. */
export function factItem(fact: DatedFact): EvidenceItem {
  const { id, from, to, confidence } = fact;
  return { id, from, to, confidence, facts: [id], regime: null };
}

export function verdictItem(verdict: Verdict): EvidenceItem {
  const { id, from, to, confidence, regime } = verdict;
  return { id, from, to, confidence, facts: factsOf(verdict), regime };
}

export function joinedItem(joined: JoinedFacility): EvidenceItem {
  const { id, from, to, confidence, links } = joined;
  return { id, from, to, confidence, facts: links, regime: null };
}

/** A party or facility as evidence of itself: always there, as sure as its source. */
export function thingItem(thing: Party | Facility): EvidenceItem {
  return { id: thing.id, ...ALWAYS, confidence: thing.confidence, facts: [], regime: null };
}

/** A kind as words: `overhead-track` reads `overhead track`. */
export function plain(kind: string): string {
  return kind.replaceAll('-', ' ');
}

type MatchParts = Pick<RuleMatch, 'evidence'> & Partial<Pick<RuleMatch, 'also' | 'after' | 'level' | 'say'>>;

/** A match on a party or facility; nothing when it is not there. */
export function match(subject: Party | Facility | undefined, parts: MatchParts): RuleMatch[] {
  if (!subject) return [];
  const subjectKind = 'operator' in subject ? 'facility' : 'party';
  const defaults = { also: [], after: [], level: null, say: {} };
  return [{ subject: subject.id, subjectName: subject.name, subjectKind, ...defaults, ...parts }];
}
