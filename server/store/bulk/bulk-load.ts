import { mkdirSync, rmSync } from 'node:fs';
import { FACT_SECTIONS, type Facts } from '../../facts/facts.ts';
import { type Learned, learn } from '../../facts/learn.ts';
import { joinFacts, mapFacts, NO_FACTS } from '../../facts/sections.ts';
import { addressRows } from '../address-rows.ts';
import { NOTHING_STORED } from '../changes.ts';
import { concluded, raise, type Written } from '../conclude.ts';
import type { Store } from '../connection.ts';
import { loadBatches } from '../fact-rows.ts';
import { formerBatch } from '../former-rows.ts';
import { type Law, type LoadReport, type LoadRequest, reportOf, runParameters } from '../load-report.ts';
import type { LoadBatch } from '../load-rows.ts';
import { paths } from '../managed/data-folder.ts';
import type { ManagedNeo4j } from '../managed/managed.ts';
import { isPlaced, keepNewStore, placeNewStore, undoUnfinished } from '../managed/new-store.ts';
import type { LaunchOptions } from '../managed/process.ts';
import { isEmpty } from '../queries/is-empty.ts';
import { applySchema } from '../schema.ts';
import { statement } from '../statements.ts';
import type { Progress } from '../write-rows.ts';
import { Unsayable } from './cells.ts';
import { fillEmptyLists } from './fill-empty-lists.ts';
import { runImportTool } from './import-tool.ts';
import { type Tables, writeTables } from './write-tables.ts';

/** An empty Neo4j of our own. */
export interface EmptyNeo4j {
  readonly store: Store;
  readonly managed: ManagedNeo4j;
}

/**
 * Loads facts and all conclusions into an empty Neo4j that Interlock runs, through its import tool: what is concluded
 * from facts alone is concluded in memory and imported with them; the rules run in Neo4j afterwards. The tool fills a
 * new store beside the former, which takes its place; until the last statement is committed the former one is kept,
 * and a process killed before that leaves it to the next start.
 *
 * @returns null where something cannot be said in the files of the tool: nothing was changed then
 * @throws InterlockError when the tool fails; Neo4j is empty again then
 */
export async function bulkLoad(
  { store, managed }: EmptyNeo4j,
  request: LoadRequest,
  law: Law,
  progress: Progress,
): Promise<LoadReport | null> {
  const { folder } = managed;
  const bulk = conclusionsOf(request, law, progress);
  try {
    const tables = await tablesOf(folder, batchesOf(bulk, request, law), progress);
    if (tables === null || !(await store.read(isEmpty))) return null;
    await managed.whileStopped((options) => fill(options, tables, progress));
    const report = await finish(store, { ...bulk, tables, request, law, progress });
    keepNewStore(folder);
    return report;
  } catch (error) {
    if (isPlaced(folder)) await managed.whileStopped(async () => undoUnfinished(folder));
    else undoUnfinished(folder);
    throw error;
  } finally {
    rmSync(paths(folder).import, { recursive: true, force: true });
  }
}

interface Bulk {
  readonly learned: Learned;
  /** What Neo4j is to hold, in the order in which it would be read back. */
  readonly facts: Facts;
  readonly conclusions: readonly (Written & LoadBatch)[];
}

function conclusionsOf({ facts: stated, day, concludedBy }: LoadRequest, law: Law, progress: Progress): Bulk {
  const learned = learn({ stated, held: NO_FACTS, day });
  const facts = mapFacts(learned.facts, (rows) => [...rows].sort((a, b) => (a.id < b.id ? -1 : 1)));
  progress('analysis', 0, 1);
  const { regulation } = law;
  return {
    learned,
    facts,
    conclusions: concluded({ facts, regulation, concludedBy, stored: NOTHING_STORED }),
  };
}

function batchesOf({ learned, conclusions }: Bulk, request: LoadRequest, { regulation }: Law): LoadBatch[] {
  const { facts } = learned;
  const addresses = addressRows(facts).nodes;
  const { lists } = regulation;
  return [
    ...loadBatches({ facts, addresses, lists, editions: request.editions }),
    ...formerBatches(joinFacts(learned.former, request.former)),
    ...conclusions,
  ];
}

/** One a section: properties of the same name may be of another type in another one. */
function formerBatches(former: Facts): LoadBatch[] {
  return FACT_SECTIONS.map((section) => formerBatch({ ...NO_FACTS, [section]: former[section] }));
}

/** Null where something cannot be said in tables. */
async function tablesOf(
  folder: string,
  batches: readonly LoadBatch[],
  progress: Progress,
): Promise<Tables | null> {
  const work = paths(folder).import;
  mkdirSync(work, { mode: 0o700 });
  try {
    return await writeTables(batches, work, progress);
  } catch (error) {
    if (error instanceof Unsayable) return null;
    throw error;
  }
}

async function fill(options: LaunchOptions, tables: Tables, progress: Progress): Promise<void> {
  const rows = [...tables.nodes, ...tables.ties].reduce((sum, table) => sum + table.rows, 0);
  await runImportTool(options, tables, (part) => progress('import', Math.floor(part * rows), rows));
  placeNewStore(options.folder);
}

interface Finishing extends Bulk {
  readonly tables: Tables;
  readonly request: LoadRequest;
  readonly law: Law;
  readonly progress: Progress;
}

async function finish(store: Store, finishing: Finishing): Promise<LoadReport> {
  const { learned, facts, conclusions, tables, request, law, progress } = finishing;
  progress('indexes', 0, 1);
  await applySchema(store);
  await fillEmptyLists(store, tables, (done, total) => progress('empty lists', done, total));
  return store.write(async (tx) => {
    progress('rules', 0, 1);
    const { concludedBy } = request;
    const raised = await raise(tx, { facts, ...law, concludedBy, stored: NOTHING_STORED, progress });
    const changes = { changed: learned.facts, gone: NO_FACTS, goneTies: [], addresses: [] };
    const report = reportOf({ facts, conclusions: [...conclusions, raised], learned, changes });
    await tx.run(statement('load/run'), runParameters(request, report.counts));
    return report;
  });
}
