import { learn } from '../facts/learn.ts';
import { NO_FACTS } from '../facts/sections.ts';
import { leftBy, readStored } from './changes.ts';
import { type Concluding, conclude, raise } from './conclude.ts';
import type { Store } from './connection.ts';
import { factChanges } from './fact-changes.ts';
import { factsHeld } from './facts-held.ts';
import { type Law, type LoadReport, type LoadRequest, reportOf, runParameters } from './load-report.ts';
import { readLoaded } from './queries/loaded.ts';
import { readFacts } from './read-facts.ts';
import { keepLeft } from './snapshot/left.ts';
import { readMarker } from './snapshot/marker.ts';
import { statement } from './statements.ts';
import { writeFacts } from './write-facts.ts';
import type { Progress } from './write-rows.ts';

/**
 * Loads facts and draws all conclusions in one transaction: readers see the state before until the moment they see
 * the state after, and a process killed at any point in between leaves the state before.
 *
 * Facts are compared with what Neo4j holds, by their ids: what is new or differs is written, what is no longer stated is
 * swept, and its content is kept aside with the day from which it was no longer held. The analysis runs on what Neo4j
 * then holds, not on what the files said (read back whole, but where a load changes some of what was just read, or where
 * the load before has kept what it left and nobody has written since); only conclusions that are not there yet are
 * written. Case work has other labels and types, and is never touched.
 */
export async function load(
  store: Store,
  request: LoadRequest,
  law: Law,
  progress: Progress,
): Promise<LoadReport> {
  const { place } = request;
  const { report, ...leaving } = await store.write(async (tx) => {
    const { concludedBy } = request;
    const marker = place && (await readMarker(store));
    const before = await readLoaded(tx);
    const kept = request.recalled?.marker === marker ? request.recalled?.left : null;
    const held = kept?.facts ?? (before === null ? NO_FACTS : await readFacts(tx));
    const learned = learn({ stated: request.facts, held, day: request.day });
    const isAnew = before?.concludedBy !== concludedBy;
    const changes = factChanges(held, learned.facts, isAnew);
    await writeFacts(tx, { request, learned, changes, isAnew, ...law, progress });
    progress('analysis', 0, 1);
    const facts = await (isAnew ? readFacts(tx) : factsHeld(tx, learned.facts));
    const stored = kept?.stored ?? (await readStored(tx, before?.counts ?? {}));
    const concluding: Concluding = { facts, ...law, concludedBy, stored, progress };
    const conclusions = await conclude(tx, concluding);
    for (const path of ['load/release-subjects', 'load/sweep-nodes']) await tx.run(statement(path));
    progress('rules', 0, 1);
    const all = [...conclusions, await raise(tx, concluding)];
    const report = reportOf({ facts, conclusions: all, learned, changes });
    const now = new Date();
    await tx.run(statement('load/run'), runParameters(request, report.counts, now));
    return { report, marker, left: { finishedAt: now.getTime(), facts, stored: leftBy(all) } };
  });
  await keepLeft(store, { place, ...leaving });
  return report;
}
