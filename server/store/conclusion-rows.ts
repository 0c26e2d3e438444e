import neo4j from 'neo4j-driver';
import type { Conclusions } from '../analysis/analyse.ts';
import type { JoinedFacility } from '../analysis/facilities/joined.ts';
import { heldBy, heldShare } from '../analysis/ownership/words.ts';
import { type DataFinding, factsOf, type Verdict } from '../analysis/verdict.ts';
import type { Facts } from '../facts/facts.ts';
import { approximate } from '../facts/share.ts';
import type { Regulation } from '../regulation/read.ts';
import type { Finding } from '../rules/finding.ts';
import { type LoadBatch, type LoadRow, neo4jDate } from './load-rows.ts';
import { nodeClassBatches } from './node-class-rows.ts';

export interface ConclusionInput {
  readonly facts: Pick<Facts, 'parties'>;
  readonly conclusions: Conclusions;
  readonly regulation: Regulation;
  readonly run: string;
}

/** Rows of the conclusions, before the rules have run. */
export function conclusionBatches({ facts, conclusions, regulation, run }: ConclusionInput): LoadBatch[] {
  const names = new Map(facts.parties.map((party) => [party.id, party.name]));
  const titles = new Map(regulation.regimes.map((regime) => [regime.id, regime.title]));
  const nameOf = (id: string): string => names.get(id) ?? id;
  return [
    {
      path: 'conclude/verdicts',
      rows: conclusions.verdicts.map((verdict) => verdictRow(verdict, { nameOf, titles, run })),
    },
    { path: 'conclude/joined-facilities', rows: conclusions.joined.map((joined) => joinedRow(joined, run)) },
    {
      path: 'conclude/data-findings',
      rows: conclusions.dataFindings.map((finding) => dataFindingRow(finding, run)),
    },
    ...nodeClassBatches(conclusions, run),
  ];
}

interface VerdictContext {
  readonly nameOf: (id: string) => string;
  readonly titles: ReadonlyMap<string, string>;
  readonly run: string;
}

function verdictRow(verdict: Verdict, { nameOf, titles, run }: VerdictContext): LoadRow {
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
    run,
  };
  const properties = {
    ...own,
    regimeTitle: titles.get(regime) ?? regime,
    from: neo4jDate(verdict.from),
    to: neo4jDate(verdict.to),
    shareMin: approximate(verdict.shareMin),
    shareMax: approximate(verdict.shareMax),
    shareMinExact: verdict.shareMin,
    shareMaxExact: verdict.shareMax,
    heldBy: heldBy(verdict.steps, party, nameOf),
    heldShare: heldShare(verdict),
    facts: factsOf(verdict),
    steps: verdict.steps.map((step) => step.text),
    stepsJson: JSON.stringify(verdict.steps),
    mostRestrictiveJson: JSON.stringify(verdict.mostRestrictive),
  };
  return { id, party, listings, properties };
}

function joinedRow(joined: JoinedFacility, run: string): LoadRow {
  const { facility, advanced, ...own } = joined;
  const dates = { from: neo4jDate(joined.from), to: neo4jDate(joined.to) };
  const properties = { ...own, ...dates, hops: neo4j.int(joined.hops), run };
  return { id: joined.id, a: facility, b: advanced, properties };
}

function dataFindingRow(finding: DataFinding, run: string): LoadRow {
  const id = ['data', finding.kind, finding.party, finding.from ?? 'always'].join(':');
  const { kind, party, facts, text } = finding;
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
      run,
    },
  };
}

/** Rows of findings, after the rules have run. */
export function findingBatch(findings: readonly Finding[], run: string): LoadBatch {
  const rows = findings.map((finding) => ({
    id: finding.id,
    subject: finding.subject,
    subjectKind: finding.subjectKind,
    verdict: finding.verdict,
    properties: { ...finding, from: neo4jDate(finding.from), to: neo4jDate(finding.to), run },
  }));
  return { path: 'conclude/findings', rows };
}
