import type { Problem } from '../errors.ts';
import type { DatedFact, Facts, Provenance } from '../facts/facts.ts';

/**
 * Finds what is wrong between rows: ids used twice (also by a party and a facility), rows that point at an unknown
 * party, facility or source, rows that point at themselves, intervals that end before they start.
 */
export function checkReferences(facts: Facts, options: ReferenceOptions): Problem[] {
  const { requireSources, hasOpenEnds = false, beside } = options;
  const all = beside === undefined ? [facts] : [facts, beside];
  const known = knownIn(all);
  return [
    ...(beside === undefined ? duplicates(facts) : []),
    ...(hasOpenEnds ? [] : endsOf(facts, known)),
    ...pairsOf(facts)
      .filter(({ a, b }) => a === b)
      .map(pointsAtItself),
    ...allDated(facts).flatMap(checkInterval),
    ...allFacts(facts).flatMap((fact) => checkSources(fact, known.source, requireSources)),
    ...technologiesOf(facts).flatMap((fact) => checkSources(fact, known.source, requireSources)),
  ];
}

/**
 * Finds rows that point at a party or facility that is in none of the facts.
 *
 * @param otherwise what parties are called beside their ids
 */
export function checkEnds(facts: Facts, otherwise: Iterable<string> = []): Problem[] {
  const known = knownIn([facts]);
  return endsOf(facts, { ...known, party: new Set([...known.party, ...otherwise]) });
}

/** What rows point at as a party and is the id of none. */
export function unknownParties(facts: Facts): Set<string> {
  const { party } = knownIn([facts]);
  const named = [...referencesOf(facts)].filter(({ target }) => target === 'party');
  return new Set(named.map(({ id }) => id).filter((id) => !party.has(id)));
}

function endsOf(facts: Facts, known: Known): Problem[] {
  const problems: Problem[] = [];
  for (const reference of referencesOf(facts)) problems.push(...checkReference(reference, known));
  return problems;
}

function knownIn(all: readonly Facts[]): Known {
  return {
    source: new Set(all.flatMap(({ sources }) => sources.map(({ id }) => id))),
    party: new Set(all.flatMap(({ parties: rows }) => rows.map(({ id }) => id))),
    facility: new Set(all.flatMap(({ facilities }) => facilities.map(({ id }) => id))),
  };
}

interface ReferenceOptions {
  readonly requireSources: boolean;
  /** Ends that are not there are no problem. */
  readonly hasOpenEnds?: boolean;
  /** Facts that these may point at as well: these are former versions then, of which one id may have several. */
  readonly beside?: Facts;
}

type Target = 'source' | 'party' | 'facility';
type Known = Readonly<Record<Target, ReadonlySet<string>>>;

interface Reference {
  readonly row: string;
  readonly field: string;
  readonly target: Target;
  readonly id: string;
}

function* referencesOf(facts: Facts): Generator<Reference> {
  for (const { row, party } of facts.listings) yield { row, field: 'party', target: 'party', id: party };
  for (const { row, owner, owned } of facts.holdings) yield* parties(row, { owner, owned });
  for (const { row, investor, target } of facts.investments) yield* parties(row, { investor, target });
  for (const { row, controller, controlled } of facts.controls)
    yield* parties(row, { controller, controlled });
  for (const { row, a, b } of facts.affiliations) yield* parties(row, { a, b });
  for (const { row, person, party } of facts.officers) yield* parties(row, { person, party });
  for (const { row, operator } of facts.facilities) if (operator !== null) yield* parties(row, { operator });
  for (const { row, a, b } of facts.physicalLinks) {
    yield { row, field: 'a', target: 'facility', id: a };
    yield { row, field: 'b', target: 'facility', id: b };
  }
  for (const { row, facility, party } of facts.orders) {
    if (facility !== null) yield { row, field: 'facility', target: 'facility', id: facility };
    if (party !== null) yield* parties(row, { party });
  }
}

function* parties(row: string, fields: Readonly<Record<string, string>>): Generator<Reference> {
  for (const [field, id] of Object.entries(fields)) yield { row, field, target: 'party', id };
}

const SECTION: Readonly<Record<Target, string>> = {
  source: 'sources',
  party: 'parties',
  facility: 'facilities',
};

function checkReference({ row, field, target, id }: Reference, known: Known): Problem[] {
  if (known[target].has(id)) return [];
  const message = `points at ${target} "${id}", which is not there.`;
  return [problem(row, field, message, `Add it to ${SECTION[target]}, or correct the id.`)];
}

/** Parties and facilities are drawn in one graph and are named by their ids in the same places. */
function duplicates(facts: Facts): Problem[] {
  const groups = [facts.sources, [...facts.parties, ...facts.facilities], allDated(facts)];
  return groups.flatMap((group) => {
    const first = new Map<string, string>();
    return group.flatMap(({ id, row }) => {
      const before = first.get(id);
      if (before === undefined) first.set(id, row);
      if (before === undefined) return [];
      return [
        problem(row, 'id', `the id "${id}" is already used at ${before}.`, 'Give each row an id of its own.'),
      ];
    });
  });
}

interface Pair {
  readonly row: string;
  readonly field: string;
  readonly a: string;
  readonly b: string;
}

function pairsOf(facts: Facts): Pair[] {
  return [
    ...facts.holdings.map(({ row, owner, owned }) => ({ row, field: 'owned', a: owner, b: owned })),
    ...facts.controls.map(({ row, controller, controlled }) => ({
      row,
      field: 'controlled',
      a: controller,
      b: controlled,
    })),
    ...facts.investments.map(({ row, investor, target }) => ({
      row,
      field: 'target',
      a: investor,
      b: target,
    })),
    ...facts.officers.map(({ row, person, party }) => ({ row, field: 'party', a: person, b: party })),
    ...facts.affiliations.map(({ row, a, b }) => ({ row, field: 'b', a, b })),
    ...facts.physicalLinks.map(({ row, a, b }) => ({ row, field: 'b', a, b })),
  ];
}

function pointsAtItself({ row, field, a }: Pair): Problem {
  return problem(
    row,
    field,
    `"${a}" cannot be tied to itself.`,
    'Leave the row out (own shares are no holding of another), or correct one id.',
  );
}

function checkInterval({ row, from, to }: DatedFact): Problem[] {
  if (from === null || to === null || from < to) return [];
  const message = `ends on ${to}, not after its start on ${from}.`;
  return [
    problem(
      row,
      'to',
      message,
      '`to` is the first day on which the fact no longer holds; make it later than `from`.',
    ),
  ];
}

/** Technologies that name sources of their own; a fault is told at the row of their facility. */
function technologiesOf({ facilities }: Facts): Pick<Provenance, 'row' | 'sources'>[] {
  return facilities.flatMap(({ row, technologies, sources: inherited }) =>
    technologies.flatMap(({ sources }) => (sources === inherited ? [] : [{ row, sources }])),
  );
}

function checkSources(
  fact: Pick<Provenance, 'row' | 'sources'>,
  known: ReadonlySet<string>,
  required: boolean,
): Problem[] {
  const unknown = fact.sources.filter((id) => !known.has(id));
  const missing = unknown.map((id) =>
    problem(
      fact.row,
      'source',
      `points at source "${id}", which is not there.`,
      'Add it to sources, or correct the id.',
    ),
  );
  if (!required || fact.sources.length > 0) return missing;
  return [
    ...missing,
    problem(fact.row, 'source', 'names no source.', 'Name the source that states this fact.'),
  ];
}

function allDated(facts: Facts): DatedFact[] {
  const { listings, holdings, investments, controls, affiliations, officers, physicalLinks, orders } = facts;
  return [
    ...listings,
    ...holdings,
    ...investments,
    ...controls,
    ...affiliations,
    ...officers,
    ...physicalLinks,
    ...orders,
  ];
}

function allFacts(facts: Facts): Provenance[] {
  return [...facts.parties, ...facts.facilities, ...allDated(facts)];
}

function problem(place: string, field: string, message: string, fix: string): Problem {
  const cut = place.lastIndexOf('#');
  return { file: place.slice(0, cut), row: place.slice(cut + 1), field, message, fix };
}
