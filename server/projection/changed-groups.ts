import { FACT_SECTIONS, type Facts, type Party } from '../facts/facts.ts';
import { type AnyFact, mapFacts } from '../facts/sections.ts';
import { sharedAddresses } from './addresses.ts';
import { UnionFind } from './union-find.ts';

/** A fact, and the ids of the parties and facilities that it is about. */
interface About {
  readonly fact: AnyFact;
  readonly ends: readonly string[];
}

/**
 * The facts of two sides that can bear on what differs between them: parties and facilities that any chain of facts, or
 * of addresses given by several, ties to a fact that only one side has. What is left out says the same on both sides, so
 * that the same verdicts and findings follow from it. Sources all stay.
 *
 * @returns the rest of each side, its rows in the order in which they were
 */
export function changedGroups(before: Facts, after: Facts): readonly [Facts, Facts] {
  const sides = [before, after] as const;
  const union = unionOf(sides);
  const [former, later] = sides.map(textsOf);
  const changed = new Set<number>();
  for (const [facts, others] of [[before, later] as const, [after, former] as const])
    for (const { fact, ends } of aboutAll(facts))
      if (!others?.has(textOf(fact))) for (const end of ends) changed.add(union.find(end));
  const within = (facts: Facts): Facts => {
    const kept = new Set<AnyFact>();
    for (const { fact, ends } of aboutAll(facts))
      if (ends.some((end) => changed.has(union.find(end)))) kept.add(fact);
    return mapFacts(facts, (rows, section) =>
      section === 'sources' ? rows : rows.filter((row) => kept.has(row)),
    );
  };
  return [within(before), within(after)];
}

function unionOf(sides: readonly Facts[]): UnionFind {
  const union = new UnionFind();
  for (const facts of sides)
    for (const { ends } of aboutAll(facts)) for (const end of ends.slice(1)) union.join(ends[0] ?? end, end);
  for (const [first, ...others] of sharedAddresses(withAddresses(sides)).values())
    for (const { party } of others) union.join(first?.party ?? party, party);
  return union;
}

/** Every party once, at the addresses that either side gives it. */
function withAddresses(sides: readonly Facts[]): Party[] {
  const parties = new Map<string, Party>();
  for (const party of sides.flatMap((facts) => facts.parties)) {
    const addresses = [...(parties.get(party.id)?.addresses ?? []), ...party.addresses];
    parties.set(party.id, { ...party, addresses: [...new Set(addresses)] });
  }
  return [...parties.values()];
}

function textsOf(facts: Facts): Set<string> {
  const texts = new Set<string>();
  for (const section of FACT_SECTIONS)
    if (section !== 'sources') for (const fact of facts[section]) texts.add(textOf(fact));
  return texts;
}

/** All that a fact says; not the row it was read from, nor when it was learned. */
function textOf(fact: AnyFact): string {
  return JSON.stringify({ ...fact, row: '', knownFrom: null, knownTo: null });
}

function* aboutAll(facts: Facts): Generator<About> {
  for (const fact of facts.parties) yield { fact, ends: [fact.id] };
  for (const fact of facts.listings) yield { fact, ends: [fact.party] };
  for (const fact of facts.holdings) yield { fact, ends: [fact.owner, fact.owned] };
  for (const fact of facts.investments) yield { fact, ends: [fact.investor, fact.target] };
  for (const fact of facts.controls) yield { fact, ends: [fact.controller, fact.controlled] };
  for (const fact of facts.affiliations) yield { fact, ends: [fact.a, fact.b] };
  for (const fact of facts.officers) yield { fact, ends: [fact.person, fact.party] };
  for (const fact of facts.facilities) yield { fact, ends: given(fact.id, fact.operator) };
  for (const fact of facts.physicalLinks) yield { fact, ends: [fact.a, fact.b] };
  for (const fact of facts.orders) yield { fact, ends: given(fact.facility, fact.party) };
}

function given(...ids: readonly (string | null)[]): string[] {
  return ids.filter((id) => id !== null);
}
