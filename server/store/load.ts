import neo4j from 'neo4j-driver';
import { FACT_SECTIONS, type Facts } from '../facts/facts.ts';
import { type Learned, learn } from '../facts/learn.ts';
import { joinFacts, NO_FACTS } from '../facts/sections.ts';
import type { Regulation } from '../regulation/read.ts';
import type { Rule } from '../rules/rule.ts';
import { readStored } from './changes.ts';
import { type Concluding, conclude, raise, type Written } from './conclude.ts';
import type { Runner, Store } from './connection.ts';
import { type Edition, loadBatches } from './fact-rows.ts';
import { formerBatch } from './former-rows.ts';
import { readLoaded } from './queries/loaded.ts';
import { readFacts } from './read-facts.ts';
import { statement } from './statements.ts';
import { type Progress, writeRows } from './write-rows.ts';

export interface LoadRequest {
  readonly facts: Facts;
  /** Former versions of facts, which are kept aside. */
  readonly former: Facts;
  /** Day on which what is new was learned, `YYYY-MM-DD`. */
  readonly day: string;
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

/** How many facts and conclusions are in Neo4j, or were written there, by kind. */
type Counts = Readonly<Record<string, number>>;

/** What a load left in Neo4j, and how much of it was not there before. */
export interface LoadReport {
  readonly counts: Counts;
  /** Conclusions that are new or changed, and former versions of facts kept aside. */
  readonly written: Counts;
}

/**
 * Loads facts and draws all conclusions in one transaction: readers see the state before until the moment they see
 * the state after, and a process killed at any point in between leaves the state before.
 *
 * Facts are merged on their ids and stamped; what lacks the stamp afterwards is swept, and its content is kept aside
 * with the day from which it was no longer held. The analysis runs on what Neo4j then holds, not on what the files
 * said; only conclusions that are not there yet are written. Case work has other labels and types, and is never
 * touched.
 */
export async function load(
  store: Store,
  request: LoadRequest,
  law: Law,
  progress: Progress,
): Promise<LoadReport> {
  return store.write(async (tx) => {
    const { run, concludedBy } = request;
    const before = await readLoaded(tx);
    const held = before === null ? NO_FACTS : await readFacts(tx, before.run);
    const learned = learn({ stated: request.facts, held, day: request.day });
    await writeFacts(tx, { request, learned, law, progress });
    progress('analysis', 0, 1);
    const facts = await readFacts(tx, run);
    const stored = await readStored(tx, before?.counts ?? {});
    const concluding: Concluding = { facts, ...law, concludedBy, stored, progress };
    const concluded = await conclude(tx, concluding);
    await sweep(tx, ['load/release-subjects', 'load/sweep-nodes', 'load/withdraw-nodes'], run);
    progress('rules', 0, 1);
    const raised = await raise(tx, concluding);
    const report = reportOf(facts, [...concluded, raised], learned);
    await tx.run(statement('load/run'), { properties: runProperties(request, report.counts) });
    return report;
  });
}

interface Writing {
  readonly request: LoadRequest;
  readonly learned: Learned;
  readonly law: Law;
  readonly progress: Progress;
}

async function writeFacts(tx: Runner, { request, learned, law, progress }: Writing): Promise<void> {
  const { editions, run } = request;
  const former = formerBatch(joinFacts(learned.former, request.former));
  const batches = loadBatches({ facts: learned.facts, lists: law.regulation.lists, editions, run });
  await writeRows(tx, [...batches, former], { step: 'facts', progress });
  await sweep(tx, ['load/sweep-relationships', 'load/sweep-memberships'], run);
}

async function sweep(tx: Runner, paths: readonly string[], run: string): Promise<void> {
  for (const path of paths) await tx.run(statement(path), { run });
}

function reportOf(facts: Facts, conclusions: readonly Written[], { former }: Learned): LoadReport {
  const entries = (what: 'total' | 'written') => conclusions.map((each) => [each.kind, each[what]] as const);
  const sizes = (all: Facts) => FACT_SECTIONS.map((section) => [section, all[section].length] as const);
  return {
    counts: Object.fromEntries([...sizes(facts), ...entries('total')]),
    written: {
      ...Object.fromEntries(entries('written')),
      formerFacts: sizes(former).reduce((sum, [, size]) => sum + size, 0),
    },
  };
}

function runProperties({ run, concludedBy, input, software }: LoadRequest, counts: Counts) {
  const finishedAt = neo4j.types.DateTime.fromStandardDate(new Date());
  return { run, concludedBy, input, software, finishedAt, counts: JSON.stringify(counts) };
}
