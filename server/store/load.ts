import neo4j from 'neo4j-driver';
import { analyse } from '../analysis/analyse.ts';
import { FACT_SECTIONS, type Facts } from '../facts/facts.ts';
import type { Regulation } from '../regulation/read.ts';
import type { Rule } from '../rules/rule.ts';
import { conclusionBatches, findingBatch } from './conclusion-rows.ts';
import type { Runner, Store } from './connection.ts';
import { type Edition, loadBatches } from './fact-rows.ts';
import { readFacts } from './read-facts.ts';
import { runRules } from './run-rules.ts';
import { statement } from './statements.ts';
import { type Progress, writeRows } from './write-rows.ts';

export interface LoadRequest {
  readonly facts: Facts;
  readonly editions: readonly Edition[];
  /** Stamp: the hash of everything that goes in, so that the same input changes nothing. */
  readonly run: string;
  /** Hash of the law and the code that conclude: other ones may conclude otherwise from the same facts. */
  readonly concludedBy: string;
  /** What was loaded, for people: `seed`, or the files. */
  readonly input: string;
  readonly software: string;
}

export interface Law {
  readonly regulation: Regulation;
  readonly rules: readonly Rule[];
}

/** How many facts and conclusions a load left in Neo4j. */
export type LoadCounts = Readonly<Record<string, number>>;

/**
 * Loads facts and draws all conclusions in one transaction: readers see the state before until the moment they see
 * the state after, and a process killed at any point in between leaves the state before.
 *
 * Facts are merged on their ids and stamped; what lacks the stamp afterwards is swept. The analysis runs on what
 * Neo4j then holds, not on what the files said. Case work has other labels and types, and is never touched.
 */
export async function load(
  store: Store,
  request: LoadRequest,
  law: Law,
  progress: Progress,
): Promise<LoadCounts> {
  return store.write(async (tx) => {
    const { facts, editions, run } = request;
    await writeRows(tx, loadBatches({ facts, lists: law.regulation.lists, editions, run }), {
      step: 'facts',
      progress,
    });
    await sweep(tx, ['load/sweep-relationships', 'load/sweep-memberships'], run);
    progress('analysis', 0, 1);
    const stored = await readFacts(tx, run);
    const conclusions = analyse(stored, law.regulation);
    await writeRows(tx, conclusionBatches({ facts: stored, conclusions, regulation: law.regulation, run }), {
      step: 'conclusions',
      progress,
    });
    await sweep(
      tx,
      [
        'conclude/sweep-relationships',
        'conclude/sweep-memberships',
        'conclude/sweep-nodes',
        'conclude/withdraw-nodes',
      ],
      run,
    );
    await sweep(tx, ['load/sweep-nodes', 'load/withdraw-nodes'], run);
    progress('rules', 0, 1);
    const findings = await runRules(tx, law.rules, law.regulation.regimes);
    await writeRows(tx, [findingBatch(findings, run)], { step: 'findings', progress });
    const { verdicts, joined, dataFindings } = conclusions;
    const sizes = {
      verdicts: verdicts.length,
      joined: joined.length,
      dataFindings: dataFindings.length,
      findings: findings.length,
    };
    const counts = { ...factCounts(stored), ...sizes };
    await tx.run(statement('load/run'), { properties: runProperties(request, counts) });
    return counts;
  });
}

async function sweep(tx: Runner, paths: readonly string[], run: string): Promise<void> {
  for (const path of paths) await tx.run(statement(path), { run });
}

function factCounts(facts: Facts): Record<string, number> {
  return Object.fromEntries(FACT_SECTIONS.map((section) => [section, facts[section].length]));
}

function runProperties({ run, concludedBy, input, software }: LoadRequest, counts: LoadCounts) {
  const finishedAt = neo4j.types.DateTime.fromStandardDate(new Date());
  return { run, concludedBy, input, software, finishedAt, counts: JSON.stringify(counts) };
}
