import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { ROOT } from '../../server/root.ts';
import { startManaged } from '../../server/store/managed/managed.ts';
import { madeList } from './made/list-edition.ts';
import { type Measured, targetRow } from './target.ts';

/** As many as the Entity List had on 2025-11-08, and what its edition of that day changed. */
const ROWS = 3_421;
const ADDED = 59;
const AMENDED = 28;
const WITHIN_SECONDS = 15;
const PART = 1 / 3;

const reportShape = z.object({
  counts: z.record(z.string(), z.number()),
  written: z.record(z.string(), z.number()),
});

type Load = (paths: readonly string[]) => Promise<{ readonly seconds: number; readonly written: number }>;

/**
 * How long an edition of a list of the Entity List's size takes, whole and analysed, and a second one that changes little:
 * the built product as a process each time, beside the seed, in a Neo4j of its own.
 *
 * @throws SetupError when Neo4j does not start; Error when a load fails or a second one writes as much as the first
 */
export async function editionFigures(say: (line: string) => void): Promise<Measured[]> {
  const folder = mkdtempSync(join(tmpdir(), 'interlock-bench-'));
  const managed = await startManaged({ folder: join(folder, 'neo4j'), boltPort: 0, say });
  try {
    const { uri, user, password } = managed.address;
    const environment = { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password };
    const load = loading({ ...environment, INTERLOCK_DATA: join(folder, 'data') });
    const [former, later] = [join(folder, 'made-2025-09-11.json'), join(folder, 'made-2025-11-08.json')];
    writeFileSync(former, madeList({ rows: ROWS - ADDED, amended: 0 }));
    writeFileSync(later, madeList({ rows: ROWS, amended: AMENDED }));
    await load([]);
    say('  editions: the seed is loaded');
    const first = await load([former]);
    say(`  editions: the first in ${first.seconds.toFixed(1)} s, ${first.written} things written`);
    const second = await load([later]);
    say(`  editions: the second in ${second.seconds.toFixed(1)} s, ${second.written} things written`);
    if (second.written * 10 > first.written) throw new Error('The second edition wrote more than differs.');
    return rowsOf(first, second);
  } finally {
    await managed.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function loading(environment: NodeJS.ProcessEnv): Load {
  return async (paths) => {
    const start = performance.now();
    const main = join(ROOT, 'dist', 'server', 'main.js');
    const options = { env: { ...process.env, ...environment }, maxBuffer: 2 ** 28 };
    const parameters = [main, 'load', ...paths, '--json'];
    const { stdout } = await promisify(execFile)(process.execPath, parameters, options);
    const seconds = (performance.now() - start) / 1_000;
    const { written } = reportShape.parse(JSON.parse(stdout));
    return { seconds, written: Object.values(written).reduce((sum, count) => sum + count, 0) };
  };
}

type Loaded = Awaited<ReturnType<Load>>;

function rowsOf(first: Loaded, second: Loaded): Measured[] {
  const sizes = `${ROWS} entries beside the seed; the second adds ${ADDED} and amends ${AMENDED}`;
  const row = (value: number, results: string) => ({
    ...{ value, lowest: value, highest: value, linear: null, sizes, results },
  });
  const all = `${first.written} facts and conclusions written`;
  const meaning = 'read, compared, written with all conclusions, by the command line; elapsed time';
  return [
    targetRow(
      {
        ...{ name: 'first edition of a list, s (depends on the machine)', meaning },
        target: { atMost: WITHIN_SECONDS },
      },
      row(first.seconds, all),
    ),
    targetRow(
      { name: 'second edition of a list, part of the first', meaning, target: { atMost: PART } },
      row(second.seconds / first.seconds, `${second.written} written, in ${second.seconds.toFixed(1)} s`),
    ),
  ];
}
