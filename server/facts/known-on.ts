import type { Facts, Known } from './facts.ts';
import { type AnyFact, joinFacts, mapFacts } from './sections.ts';

/** What Interlock knew at the end of a day. */
export interface KnownOn {
  readonly facts: Facts;
  /** Ids of facts known that day of which an end was not yet, or no longer, known: they are left out and said. */
  readonly leftOut: readonly string[];
}

/**
 * What was known at the end of a day: of each fact the version held then. Of two versions that both claim the day, the
 * one learned later counts, and of two learned on the same day the one given up first: it is what was held then.
 *
 * Sources are always kept: they name where a fact comes from and say nothing by themselves. A facility stays when its
 * operator was not known; the operator is unknown then.
 *
 * @param former what is no longer held, see `learn`
 * @param day `YYYY-MM-DD`
 */
export function factsKnownOn(facts: Facts, former: Facts, day: string): KnownOn {
  const versions = joinFacts(facts, former);
  const known = mapFacts(versions, (rows, section) => {
    const held = heldThen(rows.filter((fact) => isKnownOn(fact, day)));
    if (section !== 'sources') return held;
    const there = new Set(held.map(({ id }) => id));
    return [...held, ...heldThen(rows.filter(({ id }) => !there.has(id)))];
  });
  return withoutLooseEnds(known);
}

/** True when Interlock held the fact at the end of the day. */
export function isKnownOn({ knownFrom, knownTo }: Known, day: string): boolean {
  return (knownFrom === null || knownFrom <= day) && (knownTo === null || day < knownTo);
}

function heldThen<T extends AnyFact>(rows: readonly T[]): T[] {
  const chosen = new Map<string, T>();
  for (const fact of rows) {
    const other = chosen.get(fact.id);
    if (other === undefined || isHeldBefore(fact, other)) chosen.set(fact.id, fact);
  }
  return [...chosen.values()];
}

function isHeldBefore(fact: Known, other: Known): boolean {
  const [learned, otherLearned] = [fact.knownFrom ?? '', other.knownFrom ?? ''];
  if (learned !== otherLearned) return learned > otherLearned;
  return fact.knownTo !== null && (other.knownTo === null || fact.knownTo < other.knownTo);
}

function withoutLooseEnds(facts: Facts): KnownOn {
  const parties = new Set(facts.parties.map(({ id }) => id));
  const things = new Set([...parties, ...facts.facilities.map(({ id }) => id)]);
  const leftOut: string[] = [];
  const tied = <T extends AnyFact>(
    rows: readonly T[],
    ends: (fact: T) => readonly string[],
    known = parties,
  ): T[] =>
    rows.filter((fact) => {
      const isTied = ends(fact).every((end) => known.has(end));
      if (!isTied) leftOut.push(fact.id);
      return isTied;
    });
  const rest = {
    listings: tied(facts.listings, ({ party }) => [party]),
    holdings: tied(facts.holdings, ({ owner, owned }) => [owner, owned]),
    investments: tied(facts.investments, ({ investor, target }) => [investor, target]),
    controls: tied(facts.controls, ({ controller, controlled }) => [controller, controlled]),
    affiliations: tied(facts.affiliations, ({ a, b }) => [a, b]),
    officers: tied(facts.officers, ({ person, party }) => [person, party]),
    physicalLinks: tied(facts.physicalLinks, ({ a, b }) => [a, b], things),
    orders: tied(facts.orders, ({ facility, party }) => endsOf(facility, party), things),
  };
  const facilities = facts.facilities.map((facility) => {
    const isKnown = facility.operator === null || parties.has(facility.operator);
    return isKnown ? facility : { ...facility, operator: null, operatorConfidence: facility.confidence };
  });
  return { facts: { ...facts, ...rest, facilities }, leftOut };
}

function endsOf(...ends: readonly (string | null)[]): string[] {
  return ends.filter((end) => end !== null);
}
