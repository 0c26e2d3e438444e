import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runImportTool } from '../../server/store/bulk/import-tool.ts';
import { type Tables, writeTables } from '../../server/store/bulk/write-tables.ts';
import { loadBatches } from '../../server/store/fact-rows.ts';
import { paths } from '../../server/store/managed/data-folder.ts';
import { ensureJars, neo4jVersion } from '../../server/store/managed/jars.ts';
import { findJdk } from '../../server/store/managed/jdk.ts';
import { registerFacts } from './made/register-facts.ts';
import { type Measured, targetRow } from './target.ts';

const PARTIES = 1_000_000;
const HOLDINGS = 2 * PARTIES;
const PART_OF_TOOL = 0.6;

/**
 * How fast facts go into an empty Neo4j of our own: from facts to tables and through the import tool, beside the tool
 * alone over the same tables when they are ready.
 *
 * @throws SetupError without a JDK or Maven; InterlockError when the tool fails
 */
export async function bulkFigure(say: (line: string) => void): Promise<Measured> {
  const jdk = findJdk(neo4jVersion());
  const jars = await ensureJars(jdk, say);
  const folder = mkdtempSync(join(tmpdir(), 'interlock-bench-'));
  try {
    const facts = registerFacts(PARTIES, HOLDINGS);
    say(`  bulk: ${PARTIES} parties and ${HOLDINGS} holdings are made`);
    const importInto = (tables: Tables) => runImportTool({ folder, jdk, jars }, tables, () => {});
    const work = paths(folder).import;
    mkdirSync(work);
    const batches = loadBatches({ facts, addresses: [], lists: [], editions: [] });
    const written = await timed(() => writeTables(batches, work, () => {}));
    say(`  bulk: ${Math.round(process.memoryUsage().rss / 2 ** 20)} MB of memory`);
    say(`  bulk: tables in ${written.seconds.toFixed(1)} s`);
    const first = await timed(() => importInto(written.result));
    say(`  bulk: imported in ${first.seconds.toFixed(1)} s`);
    rmSync(paths(folder).newStore, { recursive: true });
    const alone = await timed(() => importInto(written.result));
    say(`  bulk: the tool alone in ${alone.seconds.toFixed(1)} s`);
    return figureOf(written.seconds + first.seconds, alone.seconds);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function figureOf(ours: number, alone: number): Measured {
  const value = alone / ours;
  const rate = Math.round((PARTIES + HOLDINGS) / ours);
  return targetRow(
    {
      name: 'bulk load, part of the speed of the import tool',
      meaning: 'facts to tables to an imported store; the other is the tool alone over ready tables',
      target: { atLeast: PART_OF_TOOL },
    },
    {
      ...{ value, lowest: value, highest: value, linear: null },
      sizes: `${PARTIES} parties, ${HOLDINGS} holdings`,
      results: `${rate} rows/s; ${ours.toFixed(1)} s beside ${alone.toFixed(1)} s`,
    },
  );
}

async function timed<T>(work: () => Promise<T>): Promise<{ readonly result: T; readonly seconds: number }> {
  const start = performance.now();
  const result = await work();
  return { result, seconds: (performance.now() - start) / 1_000 };
}
