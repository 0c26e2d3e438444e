import { nodeContradictions } from '../analysis/facilities/node-contradictions.ts';
import { nodePeriods } from '../analysis/facilities/node-periods.ts';
import { joinedFacilities } from '../analysis/facilities/one-facility.ts';
import { holdingFindings } from '../analysis/ownership/data-findings.ts';
import { joinParts, type OwnershipPart, ownershipParts } from '../analysis/ownership/parts.ts';
import { ownershipVerdicts } from '../analysis/ownership/verdicts.ts';
import type { Facts } from '../facts/facts.ts';
import { projectOwnership } from '../projection/ownership-graph.ts';
import type { Regulation } from '../regulation/read.ts';
import type { Rule } from '../rules/rule.ts';
import { type Change, type ConclusionKind, changeOf, type Stored } from './changes.ts';
import * as toRow from './conclusion-rows.ts';
import type { Runner } from './connection.ts';
import { membershipRows } from './membership-rows.ts';
import { contradictionRow, nodeClassRow } from './node-class-rows.ts';
import { runRules } from './run-rules.ts';
import { statement } from './statements.ts';
import { type Progress, writeRows } from './write-rows.ts';

export interface Concluding {
  readonly facts: Facts;
  readonly regulation: Regulation;
  readonly rules: readonly Rule[];
  /** Goes into the hash of each conclusion: one of other law or other code is never taken for the same. */
  readonly concludedBy: string;
  /** The conclusions that Neo4j holds. */
  readonly stored: Readonly<Record<ConclusionKind, Stored>>;
  readonly progress: Progress;
}

/** How many conclusions of a kind there are, and how many of them are new or changed. */
export interface Written {
  readonly kind: string;
  readonly total: number;
  readonly written: number;
}

/**
 * Draws the conclusions that rules rest on, and writes those that Neo4j does not hold yet; what no longer follows goes.
 * Components whose facts are as they were are not analysed again: their verdicts stay as they are.
 */
export async function conclude(tx: Runner, concluding: Concluding): Promise<Change[]> {
  const changes = concluded(concluding);
  await writeRows(tx, changes, { step: 'conclusions', progress: concluding.progress });
  await sweep(tx, changes);
  return changes;
}

/** The same without writing: what Neo4j is to hold of each kind, and does not yet. */
export function concluded(concluding: Omit<Concluding, 'progress' | 'rules'>): Change[] {
  const { facts, regulation, concludedBy: salt, stored } = concluding;
  return [
    changedVerdicts(concluding),
    changeOf({
      kind: 'joined',
      path: 'conclude/joined-facilities',
      rows: joinedFacilities(facts, regulation).map(toRow.joinedRow),
      stored: stored.joined,
      salt,
    }),
    changeOf({
      kind: 'dataFindings',
      path: 'conclude/data-findings',
      rows: holdingFindings(projectOwnership(facts)).map(toRow.dataFindingRow),
      stored: stored.dataFindings,
      salt,
    }),
    changeOf({
      kind: 'nodeClasses',
      path: 'conclude/node-classes',
      rows: nodePeriods(facts, regulation.advancedNode).map(nodeClassRow),
      stored: stored.nodeClasses,
      salt,
    }),
    changeOf({
      kind: 'nodeContradictions',
      path: 'conclude/facility-data-findings',
      rows: nodeContradictions(facts, regulation.advancedNode).map(contradictionRow),
      stored: stored.nodeContradictions,
      salt,
    }),
    changeOf({
      kind: 'memberships',
      path: 'conclude/memberships',
      rows: membershipRows(facts, regulation.complexes),
      stored: stored.memberships,
      salt,
    }),
  ];
}

function changedVerdicts({
  facts,
  regulation,
  concludedBy: salt,
  ...rest
}: Omit<Concluding, 'progress' | 'rules'>): Change {
  const stored = rest.stored.verdicts;
  const parts = ownershipParts(facts, salt);
  const unchanged = unchangedParts(parts, stored);
  const fresh = parts.filter(({ hash }) => !unchanged.has(hash));
  const kept = [...stored].flatMap(([id, { component }]) => (unchanged.has(component) ? [id] : []));
  const nameOf = toRow.namesOf(facts);
  const componentOf = toRow.componentsOf(fresh);
  const rows = ownershipVerdicts(joinParts(fresh), regulation).map((verdict) =>
    toRow.verdictRow(verdict, { nameOf, titles: toRow.titlesOf(regulation), componentOf }),
  );
  return changeOf({ kind: 'verdicts', path: 'conclude/verdicts', rows, stored, salt, kept });
}

function unchangedParts(parts: readonly OwnershipPart[], stored: Stored): Set<string> {
  const there = new Set([...stored.values()].map(({ component }) => component));
  return new Set(parts.map(({ hash }) => hash).filter((hash) => there.has(hash)));
}

/** Runs the rules and writes the findings that Neo4j does not hold yet; those that are no longer raised go. */
export async function raise(tx: Runner, concluding: Concluding): Promise<Change> {
  const { rules, regulation, concludedBy: salt, stored, progress } = concluding;
  const findings = await runRules(tx, rules, regulation.regimes);
  const change = changeOf({
    kind: 'findings',
    path: 'conclude/findings',
    rows: findings.map(toRow.findingRow),
    stored: stored.findings,
    salt,
  });
  await writeRows(tx, [change], { step: 'findings', progress });
  await sweep(tx, [change]);
  return change;
}

const SWEEPS = ['sweep-relationships', 'sweep-memberships', 'withdraw-nodes'];

async function sweep(tx: Runner, changes: readonly Change[]): Promise<void> {
  const ids = changes.flatMap(({ gone }) => gone);
  const gone = Object.fromEntries(ids.map((id) => [id, true]));
  for (const name of ids.length === 0 ? [] : SWEEPS) await tx.run(statement(`conclude/${name}`), { gone });
  await tx.run(statement('conclude/sweep-nodes'));
}
