import { type Learned, learn } from '../facts/learn.ts';
import { joinFacts, NO_FACTS } from '../facts/sections.ts';
import { leftBy, readStored } from './changes.ts';
import { type Concluding, conclude, raise } from './conclude.ts';
import type { Runner, Store } from './connection.ts';
import { type FactChanges, factChanges, goneIds } from './fact-changes.ts';
import { editionId, loadBatches } from './fact-rows.ts';
import { factsHeld } from './facts-held.ts';
import { formerBatch } from './former-rows.ts';
import { type Law, type LoadReport, type LoadRequest, reportOf, runParameters } from './load-report.ts';
import { readLoaded } from './queries/loaded.ts';
import { readFacts } from './read-facts.ts';
import { keepLeft } from './snapshot/left.ts';
import { readMarker } from './snapshot/marker.ts';
import { statement } from './statements.ts';
import { type Progress, writeRows } from './write-rows.ts';

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
    await writeFacts(tx, { request, learned, changes, isAnew, law, progress });
    progress('analysis', 0, 1);
    const facts = await (isAnew ? readFacts(tx) : factsHeld(tx, learned.facts));
    const stored = kept?.stored ?? (await readStored(tx, before?.counts ?? {}));
    const concluding: Concluding = { facts, ...law, concludedBy, stored, progress };
    const conclusions = await conclude(tx, concluding);
    for (const path of ['load/release-subjects', 'load/sweep-nodes']) await tx.run(statement(path));
    progress('rules', 0, 1);
    const all = [...conclusions, await raise(tx, concluding)];
    const report = reportOf({ facts, conclusions: all, learned, changes });
    await tx.run(statement('load/run'), runParameters(request, report.counts));
    return { report, marker, left: { facts, stored: leftBy(all) } };
  });
  await keepLeft(store, { place, ...leaving });
  return report;
}

interface Writing {
  readonly request: LoadRequest;
  readonly learned: Learned;
  readonly changes: FactChanges;
  readonly isAnew: boolean;
  readonly law: Law;
  readonly progress: Progress;
}

async function writeFacts(tx: Runner, writing: Writing): Promise<void> {
  const { request, learned, changes, isAnew, law, progress } = writing;
  const { editions } = request;
  const { changed: facts, addresses } = changes;
  const former = formerBatch(joinFacts(learned.former, request.former));
  if (isAnew) await tx.run(statement('load/clear-hanging-ties'));
  const batches = loadBatches({ facts, addresses, lists: law.regulation.lists, editions });
  await writeRows(tx, [...batches, former], { step: 'facts', progress });
  await sweepFacts(tx, stated(request, law), changes);
}

/** Ids of the lists and editions that are to be there. */
interface Stated {
  readonly lists: readonly string[];
  readonly editions: readonly string[];
}

function stated({ editions }: LoadRequest, { regulation }: Law): Stated {
  return { lists: regulation.lists.map(({ id }) => id), editions: editions.map(editionId) };
}

async function sweepFacts(tx: Runner, { lists, editions }: Stated, changes: FactChanges): Promise<void> {
  const gone = goneIds(changes);
  const ids = {
    ...{ OWNS: gone.holdings, CONTROLS: gone.controls, INVESTED_IN: gone.investments },
    ...{ AFFILIATED_WITH: gone.affiliations, OFFICER_OF: gone.officers },
    ...{ PHYSICALLY_LINKED_TO: gone.physicalLinks },
    ...{ LOCATED_AT: changes.goneTies, OPERATES: changes.goneTies },
  };
  if (Object.values(ids).some(({ length }) => length > 0))
    await tx.run(statement('load/sweep-relationships'), { ids });
  await tx.run(statement('load/sweep-memberships'), { gone, editions });
  await tx.run(statement('load/withdraw-nodes'), { gone, lists, editions });
}
