import { createHash } from 'node:crypto';
import neo4j from 'neo4j-driver';
import type { JoinedFacility } from '../analysis/facilities/joined.ts';
import type { OwnershipPart } from '../analysis/ownership/parts.ts';
import { heldBy, heldShare } from '../analysis/ownership/words.ts';
import { type DataFinding, factsOf, type Verdict } from '../analysis/verdict.ts';
import type { Facts } from '../facts/facts.ts';
import { approximate } from '../facts/share.ts';
import type { Regulation } from '../regulation/read.ts';
import type { Finding } from '../rules/finding.ts';
import { neo4jDate, type StampedRow } from './load-rows.ts';

/** Rows of conclusions: verdicts, joined facilities, contradictions in the data, findings. */

/** Names of parties by id, and the id for one without. */
export function namesOf({ parties }: Pick<Facts, 'parties'>): (id: string) => string {
  const names = new Map(parties.map((party) => [party.id, party.name]));
  return (id) => names.get(id) ?? id;
}

export function titlesOf({ regimes }: Regulation): ReadonlyMap<string, string> {
  return new Map(regimes.map((regime) => [regime.id, regime.title]));
}

/** Hash of the part of each party. */
export function componentsOf(parts: readonly OwnershipPart[]): (party: string) => string {
  const hashes = new Map(parts.flatMap(({ hash, facts }) => facts.parties.map(({ id }) => [id, hash])));
  return (party) => hashes.get(party) ?? '';
}

interface VerdictContext {
  readonly nameOf: (id: string) => string;
  readonly titles: ReadonlyMap<string, string>;
  readonly componentOf: (party: string) => string;
}

export function verdictRow(verdict: Verdict, { nameOf, titles, componentOf }: VerdictContext): StampedRow {
  const { id, party, regime, outcome, threshold, minority, weak, exempt, listings, notes, confidence } =
    verdict;
  const own = {
    id,
    party,
    regime,
    outcome,
    threshold,
    minority,
    weak,
    exempt,
    listings,
    notes,
    confidence,
  };
  const properties = {
    ...own,
    component: componentOf(party),
    regimeTitle: titles.get(regime) ?? regime,
    from: neo4jDate(verdict.from),
    to: neo4jDate(verdict.to),
    shareMin: approximate(verdict.shareMin),
    shareMax: approximate(verdict.shareMax),
    shareMinExact: verdict.shareMin,
    shareMaxExact: verdict.shareMax,
    shareMinExclusive: verdict.shareMinExclusive,
    shareMaxExclusive: verdict.shareMaxExclusive,
    heldBy: heldBy(verdict.steps, party, nameOf),
    heldShare: heldShare(verdict),
    facts: factsOf(verdict),
    steps: verdict.steps.map((step) => step.text),
    stepsJson: JSON.stringify(verdict.steps),
    mostRestrictiveJson: JSON.stringify(verdict.mostRestrictive),
  };
  return { id, party, listings, properties };
}

export function joinedRow(joined: JoinedFacility): StampedRow {
  const { facility, advanced, ...own } = joined;
  const dates = { from: neo4jDate(joined.from), to: neo4jDate(joined.to) };
  const properties = { ...own, ...dates, hops: neo4j.int(joined.hops) };
  return { id: joined.id, a: facility, b: advanced, properties };
}

export function dataFindingRow(finding: DataFinding): StampedRow {
  const { kind, party, facts, text } = finding;
  // The facts tell apart two contradictions in one party that begin on the same day.
  const hash = createHash('sha256').update(JSON.stringify(facts)).digest('hex').slice(0, 8);
  const id = ['data', kind, party, finding.from ?? 'always', hash].join(':');
  return {
    id,
    party,
    properties: {
      id,
      kind,
      party,
      facts,
      text,
      from: neo4jDate(finding.from),
      to: neo4jDate(finding.to),
    },
  };
}

export function findingRow(finding: Finding): StampedRow {
  const { id, subject, subjectKind, verdict } = finding;
  const properties = { ...finding, from: neo4jDate(finding.from), to: neo4jDate(finding.to) };
  return { id, subject, subjectKind, verdict, properties };
}
